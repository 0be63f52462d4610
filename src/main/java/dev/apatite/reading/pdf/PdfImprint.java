package dev.apatite.reading.pdf;

import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.shared.LineEnds;
import dev.apatite.reading.shared.Masthead;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The small print: journal, year, volume, pages, DOI. */
final class PdfImprint {
    private static final Pattern NOTICE = Pattern.compile(
            "(?is)^(?:\\W{0,3}(?:copyright|©|\\(c\\)|correspond|citation\\b|cite this|to cite|how to cite|academic editor|edited by|reviewed by|editor:"
                    + "|this is an open|this article is|this work is|the author\\(s\\)|open access|funding[: ]|e-?mail|tel\\b|phone|full list of author|conflict|competing interest|disclosure|doi\\b"
                    + "|https?:|www\\.)).*");
    /** What begins an address or a date, and as well a sentence ("Laboratory tests showed", "Published reports are few"). */
    private static final Pattern ADDRESS_OR_DATE = Pattern.compile(
            "(?is)^(?:\\W{0,3}(?:received|accepted|revised|published|submitted|address"
                    + "|[\\d⁰¹²³⁴-⁹ᵃ-ᶻ*†‡§]{0,3}\\s?(?:from the )?(?:department|division|school|faculty|institute|university|hospital|centre|center|college|service|laboratory)\\b)).*");

    private static final Pattern IMPRINT = Pattern.compile(
            "(?i)©|\\(c\\) ?(?:19|20)|copyright|open[- ]access|creative commons|licen[cs]e|^\\W{0,3}(?:received|accepted|revised|published|submitted)\\b[^.]{0,40}\\d");
    private static final Pattern FINITE_VERB = Pattern.compile(
            "\\b(?:was|were|is|are|had|has|have|been|be|we|did|does|can|could|may|might|should|will|would|showed|shows?|revealed|presented|found|remained|reported|suggests?|demonstrated|confirmed|excluded|included|began|became|developed|underwent|received|improved|recommends?|describes?|described|led|required|admitted|returned|ruled)\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(19[5-9]\\d|20[0-4]\\d)\\b");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?:(?i:^published)|Published|PUBLISHED|(?i:published(?: online|:)))[^.;]{0,30}?\\b((?:19|20)\\d\\d)\\b");
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?i)(?:©|\\(c\\)|copyright)\\s*(?:©\\s*)?(?:the authors?\\(?s?\\)?[.,]?\\s*)?((?:19|20)\\d\\d)");
    private static final Pattern CITED = Pattern.compile(
            "(\\p{Lu}[\\p{L}.&,:() -]{2,90}?)[.,]?\\s*\\(?((?:19|20)\\d\\d)\\)?[;,:.]?\\s*(?:vol(?:ume)?\\.?\\s*)?(\\d{1,4})\\s*(?:\\((\\d{1,3}(?:[-–]\\d{1,3})?|suppl[^)]{0,8})\\))?\\s*[:,]\\s*(?:pp?\\.?\\s*)?([eE]?[A-Z]?\\d{1,9})(?:\\s?[-–]\\s?([eE]?\\d{1,7}))?");
    private static final Pattern VOLUME = Pattern.compile(
            "(?i)\\bvol(?:ume)?\\.?\\s*(\\d{1,4})\\b(?:[^\\d]{1,12}(?:issue|no\\.?|number)\\s*(\\d{1,4})\\b)?");
    private static final Pattern PAGES = Pattern.compile("(?i)\\bpp?\\.\\s?(\\d{1,6})\\s?[-–]\\s?(\\d{1,6})\\b");
    private static final Pattern ARTICLE = Pattern.compile("(?i)\\barticle(?: id)?:?\\s*(\\d{3,9})\\b");
    private static final Pattern JOURNAL = Pattern.compile(
            "(?:[\\p{Lu}&][\\p{L}&-]* (?:(?:of|in|and|for|the|&) ){0,3}){0,9}\\p{Lu}[\\p{L}-]+(?: [A-Z]\\b)?");
    private static final Pattern JOURNAL_WORD = Pattern.compile(
            "(?i)\\b(?:journal|annals|archives?|acta|reports|reviews?|research|letters|bulletin|proceedings|international|frontiers|BMC|PLoS|BMJ|transactions|advances|annual|european|american|british"
                    + "|medicine|surgery|health|biology|sciences?|therapeutics|clinics?|treatment|disorders|cancer|oncology|dermatology|rheumatology|neurology|immunology|medical|diseases?)\\b");
    private static final Pattern ET_AL = Pattern.compile("^.{2,80}? et al\\.?:?\\s*");
    /** Registrants of data and code, not of papers. */
    private static final Pattern DATA_DOI =
            Pattern.compile("(?i)10\\.(?:17605|5281|5061|6084|17632|7910|6073|5255)/.*");

    private final List<String> heads;
    private final List<String> firstPage;
    private final List<String> otherWorks;
    private final List<String> endNotes;
    private final PdfProperties properties;
    private final List<String> all = new ArrayList<>();
    private final List<String> smallPrint;

    /**
     * Small print.
     *
     * @param heads what stands at the edges of pages
     * @param firstPage the first page's paragraphs
     * @param endNotes paragraphs about the paper at its end
     */
    PdfImprint(List<String> heads, List<String> firstPage, List<String> endNotes, PdfProperties properties) {
        this.heads = heads;
        this.firstPage = firstPage.stream()
                .filter(text -> !Masthead.namesOtherWork(text))
                .toList();
        otherWorks = firstPage.stream().filter(Masthead::namesOtherWork).toList();
        this.endNotes = endNotes;
        this.properties = properties;
        all.addAll(heads);
        this.firstPage.stream().filter(text -> text.length() < 900).forEach(all::add);
        smallPrint = all.stream().filter(text -> !tells(text)).toList();
    }

    /** Whether the text is about the paper (rights, dates, addresses) and not of it. */
    static boolean isNotice(String text) {
        return NOTICE.matcher(text).matches() || ADDRESS_OR_DATE.matcher(text).matches() && !isRunningText(text);
    }

    /** Whether the text is sentences with verbs, as no address is. */
    static boolean isRunningText(String text) {
        return LineEnds.isSentence(text)
                && FINITE_VERB.matcher(text).find()
                && !IMPRINT.matcher(text).find();
    }

    /** Whether the text tells something that a year and numbers in it may belong to. */
    private static boolean tells(String text) {
        return FINITE_VERB.matcher(text).find()
                && !NOTICE.matcher(text).matches()
                && !IMPRINT.matcher(text).find();
    }

    /** Whether the text could be the name of a journal and nothing else. */
    static boolean isJournal(String text) {
        return text.length() < 70
                && text.split(" ", -1).length <= 8
                && JOURNAL.matcher(text).matches()
                && JOURNAL_WORD.matcher(text).find();
    }

    /** Fills what the small print says into the draft. */
    void fill(PaperDraft draft) {
        draft.doi = doi();
        otherWorks.stream()
                .map(Identifiers::doi)
                .filter(Objects::nonNull)
                .filter(doi -> !draft.relatedWorks.contains(doi))
                .forEach(draft.relatedWorks::add);
        Matcher cited = cited();
        if (cited != null) {
            draft.journal = ET_AL.matcher(cited.group(1)).replaceFirst("").strip();
            draft.year = Integer.valueOf(cited.group(2));
            draft.volume = cited.group(3);
            draft.issue = cited.group(4);
            draft.firstPage = cited.group(5);
            draft.lastPage = cited.group(6);
        } else {
            volume(draft);
        }
        if (draft.year == null) {
            String year = first(PUBLISHED, COPYRIGHT, YEAR);
            draft.year = year == null ? null : Integer.valueOf(year);
        }
        if (properties.journal() != null) {
            draft.journal = properties.journal();
        } else if (draft.journal == null || draft.journal.length() < 4) {
            draft.journal = journal();
        }
    }

    private void volume(PaperDraft draft) {
        for (String source : smallPrint) {
            Matcher volume = VOLUME.matcher(source);
            if (draft.volume == null && volume.find()) {
                draft.volume = volume.group(1);
                draft.issue = volume.group(2);
            }
            Matcher pages = PAGES.matcher(source);
            if (draft.firstPage == null && pages.find()) {
                draft.firstPage = pages.group(1);
                draft.lastPage = pages.group(2);
            }
        }
        draft.firstPage = draft.firstPage != null ? draft.firstPage : first(ARTICLE);
    }

    private @Nullable Matcher cited() {
        for (String source : smallPrint) {
            Matcher matcher = CITED.matcher(source.length() > 400 ? source.substring(0, 400) : source);
            if (matcher.find() && !matcher.group(1).matches("(?i).*\\b(?:received|accepted|volume)\\b.*")) {
                return matcher;
            }
        }
        return null;
    }

    private @Nullable String first(Pattern... patterns) {
        for (Pattern pattern : patterns) {
            for (String source : smallPrint) {
                Matcher matcher = pattern.matcher(source);
                if (matcher.find()) {
                    return matcher.group(1);
                }
            }
        }
        return null;
    }

    /** The name that stands most often at the edges, else the first on the first page, that could be a journal's. */
    private @Nullable String journal() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> candidates = new ArrayList<>(heads);
        firstPage.stream().filter(text -> text.length() < 120).forEach(candidates::add);
        for (String candidate : candidates) {
            String name = ET_AL.matcher(candidate)
                    .replaceFirst("")
                    .replaceAll("[,|(]?\\s*(?:vol|volume|issue|\\d|www\\.|http|\\|).*$", "")
                    .strip();
            if (isJournal(name) && !name.matches("(?i).*\\b(?:article|report|review)")) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private @Nullable String doi() {
        String printed = doi(all);
        if (printed == null || DATA_DOI.matcher(printed).matches()) {
            printed = firstDoi(endNotes) != null
                    ? firstDoi(endNotes)
                    : properties.doi() != null ? properties.doi() : printed;
        }
        return printed;
    }

    /** The DOI of the first note that has one. */
    private static @Nullable String firstDoi(List<String> notes) {
        return notes.stream()
                .map(note -> doi(List.of(note)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The DOI that is printed most; one that a line break cut short counts for the whole one. */
    private static @Nullable String doi(List<String> sources) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String source : sources) {
            String labelled = Identifiers.labelledDoi(source);
            String doi = labelled != null ? labelled : Identifiers.doi(source);
            if (doi != null) {
                String bare = doi.replaceAll("\\.[gt]\\d{3}$", "");
                int weight =
                        (labelled != null ? 2 : 1) * (DATA_DOI.matcher(bare).matches() ? 0 : 1);
                counts.merge(bare, weight, Integer::sum);
            }
        }
        String best = null;
        int most = -1;
        for (String candidate : counts.keySet()) {
            int weight = 0;
            for (Map.Entry<String, Integer> other : counts.entrySet()) {
                boolean part = candidate
                        .toLowerCase(Locale.ROOT)
                        .startsWith(other.getKey().toLowerCase(Locale.ROOT));
                weight += part ? other.getValue() : 0;
            }
            if (weight > most) {
                most = weight;
                best = candidate;
            }
        }
        return best;
    }
}
