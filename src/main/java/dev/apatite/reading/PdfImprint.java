package dev.apatite.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The small print of the first page: journal, year, volume, pages, DOI. */
final class PdfImprint {
    private static final Pattern NOTICE = Pattern.compile(
            "(?is)^(?:\\W{0,3}(?:copyright|©|\\(c\\)|correspond|received|accepted|revised|published|submitted|citation\\b|cite this|to cite|how to cite|academic editor|edited by|reviewed by|editor:"
                    + "|this is an open|this article is|this work is|the author\\(s\\)|open access|funding[: ]|e-?mail|tel\\b|phone|address|full list of author|conflict|competing interest|disclosure|doi\\b"
                    + "|https?:|www\\.|\\d{0,2}\\s?(?:department|division|school|faculty|institute|university|hospital|centre|center|college|service|laboratory)\\b)).*");
    private static final Pattern YEAR = Pattern.compile("\\b(19[5-9]\\d|20[0-4]\\d)\\b");
    private static final Pattern PUBLISHED =
            Pattern.compile("(?i)published(?: online)?:?[^.;]{0,30}?\\b((?:19|20)\\d\\d)\\b");
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?i)(?:©|\\(c\\)|copyright)\\s*(?:©\\s*)?(?:the authors?\\(?s?\\)?[.,]?\\s*)?((?:19|20)\\d\\d)");
    private static final Pattern CITED = Pattern.compile(
            "(\\p{Lu}[\\p{L}.&,:() -]{2,90}?)[.,]?\\s*\\(?((?:19|20)\\d\\d)\\)?[;,:.]?\\s*(?:vol(?:ume)?\\.?\\s*)?(\\d{1,4})\\s*(?:\\((\\d{1,3}(?:[-–]\\d{1,3})?|suppl[^)]{0,8})\\))?\\s*[:,]\\s*(?:pp?\\.?\\s*)?([eE]?[A-Z]?\\d{1,9})(?:\\s?[-–]\\s?([eE]?\\d{1,7}))?");
    private static final Pattern VOLUME = Pattern.compile("(?i)\\bvol(?:ume)?\\.?\\s*(\\d{1,4})\\b");
    private static final Pattern ISSUE = Pattern.compile("(?i)\\b(?:issue|no\\.?|number)\\s*(\\d{1,4})\\b");
    private static final Pattern ARTICLE = Pattern.compile("(?i)\\barticle(?: id)?:?\\s*(\\d{3,9})\\b");

    private final List<String> sources;

    /**
     * Small print.
     *
     * @param sources texts, the surest first
     */
    PdfImprint(List<String> sources) {
        this.sources = sources;
    }

    /** Whether the text is about the paper (rights, dates, addresses) and not of it. */
    static boolean isNotice(String text) {
        return NOTICE.matcher(text).matches();
    }

    /** Fills what the small print says into the draft. */
    void fill(PdfDraftFields into) {
        into.doi = doi();
        Matcher cited = cited();
        if (cited != null) {
            into.journal = cited.group(1).strip();
            into.year = Integer.valueOf(cited.group(2));
            into.volume = cited.group(3);
            into.issue = cited.group(4);
            into.firstPage = cited.group(5);
            into.lastPage = cited.group(6);
        }
        Integer published = first(PUBLISHED);
        Integer copyright = first(COPYRIGHT);
        if (into.year == null) {
            into.year = published != null ? published : copyright != null ? copyright : first(YEAR);
        }
        into.volume = into.volume != null ? into.volume : group(VOLUME);
        into.issue = into.issue != null ? into.issue : into.volume == null ? null : group(ISSUE);
        into.firstPage = into.firstPage != null ? into.firstPage : group(ARTICLE);
    }

    private @Nullable Matcher cited() {
        for (String source : sources) {
            Matcher matcher = CITED.matcher(source.length() > 400 ? source.substring(0, 400) : source);
            if (matcher.find() && !matcher.group(1).matches("(?i).*\\b(?:received|accepted|volume)\\b.*")) {
                return matcher;
            }
        }
        return null;
    }

    private @Nullable Integer first(Pattern pattern) {
        String found = group(pattern);
        return found == null ? null : Integer.valueOf(found);
    }

    private @Nullable String group(Pattern pattern) {
        for (String source : sources) {
            Matcher matcher = pattern.matcher(source);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private @Nullable String doi() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> printed = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (String source : sources) {
            String labelled = Identifiers.labelledDoi(source);
            String doi = labelled != null ? labelled : Identifiers.doi(source);
            if (doi != null) {
                String bare = doi.replaceAll("\\.[gt]\\d{3}$", "");
                found.add(bare);
                counts.merge(bare.toLowerCase(Locale.ROOT), labelled != null ? 2 : 1, Integer::sum);
                printed.putIfAbsent(bare.toLowerCase(Locale.ROOT), bare);
            }
        }
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            int weight = each.getValue();
            for (Map.Entry<String, Integer> other : counts.entrySet()) {
                boolean longer = each.getKey().length() > other.getKey().length()
                        && each.getKey().startsWith(other.getKey());
                weight += longer ? other.getValue() : 0;
            }
            if (weight > most) {
                most = weight;
                best = printed.get(each.getKey());
            }
        }
        return best;
    }

    /** What the small print says, as far as it says it. */
    static final class PdfDraftFields {
        @Nullable
        String doi;

        @Nullable
        String journal;

        @Nullable
        Integer year;

        @Nullable
        String volume;

        @Nullable
        String issue;

        @Nullable
        String firstPage;

        @Nullable
        String lastPage;
    }
}
