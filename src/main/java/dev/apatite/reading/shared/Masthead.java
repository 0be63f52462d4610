package dev.apatite.reading.shared;

import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads journal, year, volume, pages and DOI out of the lines around a paper: mastheads, footers, small print. */
public final class Masthead {
    private static final String PAGES =
            "(?<first>[A-Za-z]{0,3}\\d{1,8})(?:\\s?[-–—]\\s?(?<last>[A-Za-z]{0,3}\\d{1,8}))?";
    private static final Pattern CITED = Pattern.compile(
            "^(?<journal>\\p{L}[^;]{2,100}?)[.,]?\\s*(?<year>(?:19|20)\\d{2})(?:\\s\\p{L}{3,9}(?:\\s\\d{1,2})?)?\\s?[;,]\\s?(?:Vol\\.?\\s?)?(?<volume>\\d{1,4})\\s?(?:\\((?<issue>[^)]{1,20})\\))?\\s?[:,]\\s?(?:pp?\\.?\\s?)?"
                    + PAGES);
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "^(?<journal>(?!Vol\\b|Volume\\b)\\p{Lu}[^;:\\d]{2,100}?)[,.]?\\s+(?:Vol(?:ume)?\\.?\\s?)?(?<volume>\\d{1,4})\\s?(?:\\((?<issue>\\d{1,4})\\)|,?\\s(?:No\\.?|Issue)\\s?(?<otherIssue>\\d{1,4}))?[\\s,]{1,3}\\(?(?<year>(?:19|20)\\d{2})\\)?(?:\\s?[:,]\\s?(?:pp?\\.?\\s?)?"
                    + PAGES + ")?");
    private static final Pattern WITH_ISSN =
            Pattern.compile("^(?<journal>\\p{Lu}[^:;]{4,120}?)(?:\\s+\\p{Lu})?[\\s,(|]+(?:[ep]-?)?ISSN\\b.*");
    private static final Pattern SPONSOR =
            Pattern.compile("(?i)peer[ -]review under (?:the )?responsibility of (?<journal>\\p{L}.{3,100}?)\\.?$");
    private static final Pattern VOLUME = Pattern.compile(
            "(?i)\\bvol(?:ume|\\.)?\\s*(?<volume>\\d{1,4})\\b(?:[\\s,;|-]{0,4}(?:issue|no\\.?|number)\\s*(?<issue>\\d{1,4}))?(?:[^\\d]{0,30}(?<year>(?:19|20)\\d{2}))?");
    private static final Pattern PAGE = Pattern.compile(
            "(?i)\\bpages?(?: no)?s?\\.?\\s?:?\\s?(?<first>[a-z]?\\d{1,6})\\s?[-–—]\\s?(?<last>[a-z]?\\d{1,6})\\b");
    private static final Pattern COPYRIGHT =
            Pattern.compile("(?i)(?:copyright|©|\\(c\\))[^\\d]{0,30}((?:19|20)\\d{2})\\b");
    private static final Pattern DATED = Pattern.compile(
            "(?i)\\b(published(?: online| on| date)?|publication date|epub|available online|accepted|received)\\b[^\\d]{0,25}(?:\\d{1,2}(?:st|nd|rd|th)?[\\s./-]{1,2})?[\\p{L}\\d.,/ -]{0,16}?\\b((?:19|20)\\d{2})\\b");
    private static final Pattern JOURNAL_YEAR = Pattern.compile(
            "^(?<journal>(?!Vol\\b|Volume\\b)\\p{Lu}[^;:]{3,80}?)[.,]?\\s+(?<year>(?:19|20)\\d{2})\\.?$");
    private static final Pattern JOURNAL_NAME = Pattern.compile(
            "(?:The )?(?:[\\p{Lu}&][\\p{L}&.'-]*|of|and|in|the|for|de|des|der|für|&)(?:[ :-]{1,3}(?:[\\p{Lu}&][\\p{L}&.'-]*|of|and|in|the|for|de|des|der|für|e|y|&|-)){0,14}");
    private static final Pattern JOURNAL_WORD = Pattern.compile(
            "(?i).*\\b(?:journal|annals|archives|acta|revista|revue|bulletin|gazette|transactions|proceedings|zeitschrift|lancet|bmj|jama|medicine|klinikleri|dergisi|reports|letters|reviews|advances|frontiers|plos|cureus)\\b.*");
    private static final Pattern CITES_ITSELF =
            Pattern.compile("(?i)\\W{0,3}(?:(?:to|how to|please|you may) cite|cite (?:this|as)|citation\\b|cited? as)");
    private static final Pattern OTHER_WORK = Pattern.compile(
            "(?i)^(?:digest|translation|summary|commentary|comment|review|erratum|correction|reply|response|retelling)\\s+(?:of|on|to|for)\\s?:?\\s.*");

    private final PaperDraft draft;
    private static final int KNOWN = 9;

    private int yearRank;

    public Masthead(PaperDraft draft) {
        this.draft = draft;
        this.yearRank = draft.year == null ? 0 : KNOWN;
    }

    /** Whether the line names another work that this paper is about; its DOI is not this paper's. */
    public static boolean namesOtherWork(String line) {
        return OTHER_WORK.matcher(line).matches() && (line.contains(":") || Identifiers.doi(line) != null);
    }

    /** Whether the line says how this paper is to be cited. */
    public static boolean citesItself(String line) {
        return CITES_ITSELF.matcher(line).lookingAt();
    }

    /** Whether a line of the title page can only be a journal's name. */
    public static boolean isJournalName(String line) {
        return line.length() < 120
                && JOURNAL_NAME.matcher(line).matches()
                && JOURNAL_WORD.matcher(line).matches();
    }

    /** Takes what the lines say; a fact that a surer line gave is kept. */
    public void read(List<String> lines) {
        List<String> own = new ArrayList<>();
        for (String line : lines) {
            if (namesOtherWork(line)) {
                String doi = Identifiers.doi(line);
                if (doi != null && !draft.relatedWorks.contains(doi)) {
                    draft.relatedWorks.add(doi);
                }
            } else {
                own.add(line);
            }
        }
        own.stream().filter(Masthead::isJournalName).findFirst().ifPresent(this::journal);
        own.forEach(this::identifiers);
        own.forEach(this::issue);
        own.forEach(this::dates);
        own.forEach(this::citation);
    }

    private void identifiers(String line) {
        if (draft.doi == null) {
            draft.doi = Identifiers.labelledDoi(line);
        }
        if (draft.doi == null && line.length() < 200) {
            draft.doi = Identifiers.doi(line);
        }
        if (draft.pmid == null) {
            draft.pmid = Identifiers.pmid(line);
        }
        if (draft.pmcid == null && line.length() < 200) {
            draft.pmcid = Identifiers.pmcid(line);
        }
    }

    private void issue(String line) {
        for (Pattern pattern : new Pattern[] {CITED, YEAR_FIRST}) {
            Matcher cited = pattern.matcher(line);
            if (draft.volume == null && line.length() < 160 && cited.find()) {
                journal(cited.group("journal"));
                year(cited.group("year"), 5);
                draft.volume = cited.group("volume");
                String issue = cited.group("issue");
                draft.issue = issue == null && pattern == YEAR_FIRST ? cited.group("otherIssue") : issue;
                draft.firstPage = cited.group("first");
                draft.lastPage = cited.group("last");
                return;
            }
        }
        Matcher volume = VOLUME.matcher(line);
        if (draft.volume == null && line.length() < 200 && volume.find()) {
            draft.volume = volume.group("volume").replaceFirst("^0+(?=\\d)", "");
            String issue = volume.group("issue");
            draft.issue = issue == null ? null : issue.replaceFirst("^0+(?=\\d)", "");
            year(volume.group("year"), 4);
        }
        Matcher page = PAGE.matcher(line);
        if (draft.firstPage == null && line.length() < 200 && page.find()) {
            draft.firstPage = page.group("first");
            draft.lastPage = page.group("last");
        }
        for (Pattern pattern : new Pattern[] {WITH_ISSN, SPONSOR}) {
            Matcher named = pattern.matcher(line);
            if (named.matches()) {
                journal(named.group("journal"));
            }
        }
        Matcher dated = JOURNAL_YEAR.matcher(line);
        if (draft.journal == null
                && line.length() < 90
                && dated.matches()
                && !DATED.matcher(line).find()
                && !COPYRIGHT.matcher(line).find()) {
            journal(dated.group("journal"));
            year(dated.group("year"), 4);
        }
    }

    private void dates(String line) {
        Matcher copyright = COPYRIGHT.matcher(line);
        if (copyright.find()) {
            year(copyright.group(1), 3);
        }
        Matcher dated = DATED.matcher(line);
        while (dated.find()) {
            String event = dated.group(1).toLowerCase(java.util.Locale.ROOT);
            year(dated.group(2), event.startsWith("accepted") || event.startsWith("received") ? 1 : 2);
        }
    }

    /** "Citation: Conde K, ... (2021) Title. J Med Case Rep 2(2): ...": the journal stands behind the title. */
    private void citation(String line) {
        String title = draft.title;
        if (title == null || !line.matches("(?i).{0,20}(?:cite|citation).{0,40}:.*")) {
            return;
        }
        String[] words = title.split("\\s+", -1);
        String end = words[words.length - 1];
        int behind = line.lastIndexOf(end);
        if (behind < 0) {
            return;
        }
        Matcher journal = Pattern.compile(
                        "^[\\s.?!]+(\\p{Lu}[^\\d:;(]{3,80}?)[.,]?\\s*(?:\\(?((?:19|20)\\d{2})\\)?)?[;,\\s]{0,3}(\\d{1,4})\\s?\\((\\d{1,4})\\)")
                .matcher(line.substring(behind + end.length()));
        if (journal.find()) {
            journal(journal.group(1));
            year(journal.group(2), 4);
            if (draft.volume == null) {
                draft.volume = journal.group(3);
                draft.issue = journal.group(4);
            }
        }
    }

    void journal(@Nullable String name) {
        if (name != null && draft.journal == null && name.length() > 2) {
            draft.journal = name.strip().replaceAll("[\\s.,|–-]+$", "");
        }
    }

    private void year(@Nullable String printed, int rank) {
        if (printed != null && rank > yearRank) {
            yearRank = rank;
            draft.year = Integer.valueOf(printed);
        }
    }
}
