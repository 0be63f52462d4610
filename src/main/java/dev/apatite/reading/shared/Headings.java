package dev.apatite.reading.shared;

import dev.apatite.paper.SectionKind;
import dev.apatite.text.DataLines;
import dev.apatite.text.Folding;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a printed heading says about its section; the words stand in {@code headings.tsv}. */
public final class Headings {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS_AROUND = 10;

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:\\(?\\d{1,2}(?:\\.\\d{1,2}){0,4}[.):]?+(?:\\s++(?:[-–—|]\\s++)?+)|\\d{1,2}(?:\\.\\d{1,2}){0,4}[.):](?=\\p{L})"
                    + "|\\(?(?:[IVX]{1,5}|[A-H])[.):](?:\\s*+[-–—]\\s*+|\\s*+)(?=\\p{Lu}))");
    private static final Pattern JOINT = Pattern.compile("\\s*+[&/]\\s*+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ORDINAL = Pattern.compile(
            " (?:(?:no|nr|number) )?+(?:s ?)?(?:\\d{1,3}(?: ?[a-z])?|[ivx]{1,5}|[a-h]|one|two|three|four|five|six)( .*)?");

    private static final Table TABLE = Table.load();

    private Headings() {}

    /** What a heading is for: a kind of section, or a part of the paper that is no section of the text. */
    public enum Role {
        ABSTRACT,
        INTRO,
        METHODS,
        RESULTS,
        DISCUSS,
        CONCL,
        CASE,
        FIG,
        TABLE,
        SUPPL,
        APPENDIX,
        ACK_FUND,
        AUTH_CON,
        COMP_INT,
        ABBR,
        OTHER,
        REFERENCES,
        KEYWORDS,
        FRONT;

        public SectionKind kind() {
            return switch (this) {
                case REFERENCES, KEYWORDS, FRONT -> SectionKind.OTHER;
                default -> SectionKind.valueOf(name());
            };
        }
    }

    /**
     * What a heading says.
     *
     * @param strong whether it says so against the section above it
     * @param whole whether the whole heading is known, or a known heading with a number
     */
    public record Meaning(Role role, boolean strong, boolean whole) {}

    /** The kind that the heading's words name, {@code OTHER} where they name none. */
    public static SectionKind kindOf(String heading) {
        Meaning meaning = meaningOf(heading);
        return meaning == null ? SectionKind.OTHER : meaning.role().kind();
    }

    /** The kind of a section under another one: a subsection is its parent's kind unless its heading says otherwise. */
    public static SectionKind kindWithin(String heading, SectionKind parent) {
        if (parent == SectionKind.ABSTRACT) {
            return parent;
        }
        Meaning meaning = meaningOf(heading);
        if (meaning == null || meaning.role().kind() == SectionKind.OTHER) {
            return parent;
        }
        return meaning.strong() || parent == SectionKind.OTHER ? meaning.role().kind() : parent;
    }

    /** The kind that a JATS {@code sec-type} names, or null. */
    public static @Nullable SectionKind kindOfType(String secType) {
        for (String part : secType.split("\\|", -1)) {
            Meaning meaning = TABLE.get("sec-type", words(part));
            if (meaning != null) {
                return meaning.role().kind();
            }
        }
        return null;
    }

    /** Whether the line, as it stands, is a heading that is known word by word ("MATERIALS AND METHODS", "Case 2"). */
    public static boolean isKnown(String line) {
        Meaning meaning = meaningOf(line);
        return meaning != null && meaning.whole();
    }

    /** Whether the reference list follows. */
    public static boolean isReferenceList(String heading) {
        Meaning meaning = meaningOf(heading);
        return meaning != null && meaning.role() == Role.REFERENCES;
    }

    /** Whether keywords follow. */
    static boolean isKeywords(String heading) {
        Meaning meaning = meaningOf(heading);
        return meaning != null && meaning.role() == Role.KEYWORDS;
    }

    /** What an English heading with a usual typing error means, in the case that it is printed in; else null. */
    public static @Nullable String meant(String heading) {
        String meant = TABLE.misprints().get(words(heading));
        if (meant == null) {
            return null;
        }
        boolean capitals = heading.equals(heading.toUpperCase(Locale.ROOT));
        return capitals ? meant : meant.charAt(0) + meant.substring(1).toLowerCase(Locale.ROOT);
    }

    /** As printed, without the punctuation behind a number and behind the words. */
    public static String printed(String heading) {
        return heading.strip()
                .replaceFirst("^(\\(?\\d{1,2}(?:\\.\\d{1,2}){0,4}|[IVX]{1,5}|[A-H])[.):]+\\s+(?=\\p{L})", "$1 ")
                .replaceFirst("\\s*[:.–—-]+$", "");
    }

    /** The heading without its number: "2.1. Patients" is "Patients". */
    static String withoutNumber(String heading) {
        String rest = NUMBER.matcher(heading.strip()).replaceFirst("");
        return rest.isEmpty() ? heading.strip() : rest;
    }

    /** What the heading's words say, or null where they are not known. */
    public static @Nullable Meaning meaningOf(String heading) {
        if (heading.length() > LONGEST) {
            return null;
        }
        String words = words(JOINT.matcher(withoutNumber(heading)).replaceAll(" and "));
        if (words.isEmpty()) {
            return null;
        }
        Meaning whole = TABLE.get("is", words);
        if (whole != null) {
            return whole;
        }
        Meaning numbered = numbered(words);
        if (numbered != null) {
            return numbered;
        }
        return within(words);
    }

    private static @Nullable Meaning numbered(String words) {
        int end = words.indexOf(' ');
        while (end > 0) {
            Meaning found = TABLE.get("numbered", words.substring(0, end));
            Matcher ordinal = ORDINAL.matcher(words.substring(end));
            if (found != null && ordinal.matches()) {
                return new Meaning(found.role(), found.strong(), ordinal.group(1) == null);
            }
            end = words.indexOf(' ', end + 1);
        }
        return null;
    }

    private static @Nullable Meaning within(String words) {
        String[] all = words.split(" ", -1);
        if (all.length > MOST_WORDS_AROUND) {
            return null;
        }
        for (String match : new String[] {"starts", "has"}) {
            for (int start = 0; start < (match.equals("starts") ? 1 : all.length); start++) {
                StringBuilder run = new StringBuilder();
                for (int i = start; i < all.length; i++) {
                    run.append(i == start ? "" : " ").append(all[i]);
                    Meaning found = TABLE.get(match, run.toString());
                    if (found != null) {
                        return new Meaning(found.role(), found.strong(), false);
                    }
                }
            }
        }
        return null;
    }

    /** Lower case without marks and punctuation, one space between words. */
    public static String words(String text) {
        String plain = Folding.plain(text).replace('ı', 'i');
        return NOT_WORD.matcher(plain).replaceAll(" ").strip();
    }

    /** The file's rows by match and words. */
    private record Table(Map<String, Meaning> rows, Map<String, String> misprints) {
        @Nullable
        Meaning get(String match, String words) {
            return rows.get(match + '\t' + words);
        }

        static Table load() {
            Map<String, Meaning> rows = new HashMap<>();
            Map<String, String> misprints = new HashMap<>();
            for (String[] cells : DataLines.cells(Headings.class, "headings.tsv")) {
                if (cells[0].equals("MISPRINT")) {
                    misprints.put(cells[2], cells[1]);
                    continue;
                }
                Meaning meaning =
                        new Meaning(Role.valueOf(cells[0]), cells[2].equals("strong"), !cells[1].equals("starts"));
                rows.putIfAbsent(cells[1] + '\t' + cells[3], meaning);
            }
            return new Table(Map.copyOf(rows), Map.copyOf(misprints));
        }
    }
}
