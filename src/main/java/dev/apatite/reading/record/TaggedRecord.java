package dev.apatite.reading.record;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Author;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.shared.AbstractParts;
import dev.apatite.reading.shared.ArticleTypes;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One record: its fields by tag, in their order. */
final class TaggedRecord {
    private static final Pattern YEAR = Pattern.compile("\\b(1[5-9]\\d{2}|20\\d{2})\\b");
    private static final Pattern DATE =
            Pattern.compile("^(\\d{4})[ /-]?(?:([A-Za-z]{3}|\\d{1,2})(?:[ /-](\\d{1,2})(?!\\d))?)?.*");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final TaggedFormat format;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<String> attached = new ArrayList<>();
    private @Nullable String last;

    TaggedRecord(TaggedFormat format) {
        this.format = format;
    }

    void add(String tag, String value) {
        last = tag;
        fields.computeIfAbsent(tag, any -> new ArrayList<>()).add(value);
    }

    /** Names a file that holds the paper; null is none. */
    void attach(@Nullable String path) {
        if (path != null && !attached.contains(path)) {
            attached.add(path);
        }
    }

    /** Goes on with the last field: long ones are wrapped, and names may stand one in each line. */
    void go(String more, boolean names) {
        List<String> values = last == null ? List.of() : fields.getOrDefault(last, List.of());
        if (names && last != null && last.matches("AU|AF|CA")) {
            values.add(more);
        } else if (!values.isEmpty()) {
            values.set(values.size() - 1, (values.getLast() + " " + more).strip());
        }
    }

    private List<String> all(String... tags) {
        List<String> values = new ArrayList<>();
        for (String tag : tags) {
            fields.getOrDefault(tag, List.of()).stream()
                    .filter(value -> !value.isEmpty())
                    .forEach(values::add);
        }
        return values;
    }

    private @Nullable String one(String... tags) {
        List<String> values = all(tags);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The paper; null where the record has no title. */
    @Nullable
    PaperDraft draft() {
        PaperDraft draft = new PaperDraft();
        String title = one("TI", "T1", "%T", "BTI", "TT");
        if (title == null) {
            return null;
        }
        draft.title = title.replaceFirst("^\\[(.*)\\]\\.?$", "$1").replaceFirst("(?<=[^.])\\.$", "");
        draft.attachments.addAll(attached);
        all("L1", "L2", "%>").stream()
                .map(AttachedFiles::path)
                .filter(path -> path != null && !draft.attachments.contains(path))
                .forEach(draft.attachments::add);
        draft.journal = one("JT", "JF", "T2", "JO", "TA", "%J", "%B", "SO");
        draft.volume = one("VI", "VL", "%V");
        draft.issue = format == TaggedFormat.NBIB ? one("IP") : one("IS", "%N");
        pages(draft);
        date(draft);
        identifiers(draft);
        List<String> names = format == TaggedFormat.NBIB
                ? all(fields.containsKey("FAU") ? "FAU" : "AU", "CN")
                : fields.containsKey("AF") ? all("AF", "CA") : all("AU", "A1", "%A");
        names.forEach(name -> draft.authors.add(author(name)));
        all("DE").forEach(list -> draft.keywords.addAll(List.of(list.split("\\s*;\\s*", -1))));
        all("OT", "KW", "%K", "MH").forEach(keyword -> {
            String bare = keyword.replace("*", "");
            if (!draft.keywords.contains(bare)) {
                draft.keywords.add(bare);
            }
        });
        draft.publicationTypes.addAll(format == TaggedFormat.NBIB ? all("PT") : all("M3", "%9"));
        ArticleType type = ArticleTypes.ofPrinted(draft.publicationTypes, draft.title);
        draft.articleType = type;
        String language = one("LA", "%G");
        draft.language = language == null ? null : language(language);
        String text = one("AB", "N2", "%X");
        if (text != null) {
            draft.sections.addAll(AbstractParts.of("Abstract", List.of(text)));
        }
        if (draft.sections.stream().noneMatch(section -> section.kind() == SectionKind.ABSTRACT)) {
            draft.warn(RecordReader.WARNING + " without an abstract; the paper itself is not here.");
        } else {
            draft.warn(RecordReader.WARNING + " with the abstract alone; the paper itself is not here.");
        }
        return draft;
    }

    private static @Nullable String language(String printed) {
        String code = printed.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (code.substring(0, Math.min(3, code.length()))) {
            case "eng", "en" -> "en";
            case "fre", "fra", "fr" -> "fr";
            case "ger", "deu", "de" -> "de";
            case "spa", "es" -> "es";
            case "por", "pt" -> "pt";
            case "ita", "it" -> "it";
            default -> null;
        };
    }

    private static Author author(String name) {
        int comma = name.indexOf(',');
        return comma < 0
                ? bare(name)
                : Author.of(
                        name.substring(0, comma).strip(),
                        name.substring(comma + 1).strip());
    }

    /** "Marsh M", or a group's whole name. */
    private static Author bare(String name) {
        int space = name.lastIndexOf(' ');
        boolean initials = space > 0 && name.substring(space + 1).matches("\\p{Lu}{1,4}");
        return initials ? Author.of(name.substring(0, space), name.substring(space + 1)) : Author.of(name, null);
    }

    private void pages(PaperDraft draft) {
        String printed = one("PG", "SP", "BP", "%P");
        if (printed == null) {
            return;
        }
        String[] ends = printed.split("\\s*[-–]\\s*", 2);
        draft.firstPage = ends[0];
        String end = ends.length > 1 ? ends[1] : one("EP");
        if (end != null && end.matches("\\d+") && ends[0].matches("\\d+") && end.length() < ends[0].length()) {
            end = ends[0].substring(0, ends[0].length() - end.length()) + end;
        }
        draft.lastPage = end;
    }

    private void date(PaperDraft draft) {
        String printed = one("DP", "PY", "Y1", "DA", "%D");
        String day = format == TaggedFormat.ISI ? one("PD") : null;
        printed = printed == null || day == null ? printed : printed + " " + day;
        Matcher year = YEAR.matcher(printed == null ? "" : printed);
        if (printed == null || !year.find()) {
            return;
        }
        draft.year = Integer.valueOf(year.group(1));
        draft.publicationDate = year.group(1);
        Matcher date = DATE.matcher(printed);
        int month = date.matches() && date.group(2) != null ? month(date.group(2)) : 0;
        if (month > 0 && date.group(1).equals(year.group(1))) {
            draft.publicationDate += String.format(Locale.ROOT, "-%02d", month);
            if (date.group(3) != null && Integer.parseInt(date.group(3)) <= 31) {
                draft.publicationDate += String.format(Locale.ROOT, "-%02d", Integer.parseInt(date.group(3)));
            }
        }
    }

    private static int month(String printed) {
        if (printed.matches("\\d{1,2}")) {
            int number = Integer.parseInt(printed);
            return number <= 12 ? number : 0;
        }
        int place = MONTHS.indexOf(printed.toLowerCase(Locale.ROOT));
        return place >= 0 && place % 3 == 0 ? place / 3 + 1 : 0;
    }

    private void identifiers(PaperDraft draft) {
        for (String value : all("AID", "LID")) {
            if (value.endsWith("[doi]") && draft.doi == null) {
                draft.doi = Identifiers.taggedDoi(value.substring(0, value.length() - 5));
            }
        }
        for (String value : all("DO", "DI", "M3", "UR", "L3", "%R", "%U")) {
            draft.doi = draft.doi == null ? Identifiers.taggedDoi(value) : draft.doi;
        }
        String pmid = format == TaggedFormat.NBIB ? one("PMID") : one("AN", "%M", "PM");
        draft.pmid = pmid != null && pmid.matches("\\d{1,9}") ? pmid : null;
        String pmcid = one("PMC", "C2", "%2");
        draft.pmcid = pmcid == null ? null : Identifiers.pmcid(pmcid);
        String issn = format == TaggedFormat.NBIB ? one("IS") : one("SN", "%@");
        draft.issn = issn == null ? null : Identifiers.issn(issn);
    }
}
