package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DOI, PMID, PMCID or web address in a reference.
 *
 * @param start offset of the whole printed form, with its resolver's address
 * @param value the bare identifier
 */
record Identifier(Kind kind, int start, int end, String value) {
    enum Kind {
        DOI,
        PMID,
        PMCID,
        URL
    }

    private static final Pattern FORMS = Pattern.compile(
            "(?<doi>(?:https?://)?(?:(?:dx\\.)?doi\\.org/|doi:\\s?)?\\b(?<bare>10\\.\\d{4,9}/[^\\s\"<>“”\\p{IsHan}，。；]{1,200}))"
                    + "|(?<pmc>\\bPMC\\d{4,9}\\b)"
                    + "|\\bPMID\\b[:\\s]{0,4}(?<pmid>\\d{3,9})\\b"
                    + "|\\bncbi\\.nlm\\.nih\\.gov/pubmed/(?<linked>\\d{3,9})\\b"
                    + "|(?<url>(?:(?:https?|ftp)://|www\\.)[^\\s\"<>“”]{2,400})",
            Pattern.CASE_INSENSITIVE);

    /** All identifiers in printed order, none overlapping another. */
    static List<Identifier> findAll(String raw) {
        if (!mayHold(raw)) {
            return List.of();
        }
        List<Identifier> found = new ArrayList<>();
        Matcher matcher = FORMS.matcher(raw);
        while (matcher.find()) {
            if (matcher.group("bare") != null) {
                int end = trim(raw, matcher.start("bare"), matcher.end());
                found.add(new Identifier(Kind.DOI, matcher.start(), end, raw.substring(matcher.start("bare"), end)));
            } else if (matcher.group("pmc") != null) {
                found.add(new Identifier(Kind.PMCID, matcher.start(), matcher.end(), matcher.group("pmc")));
            } else if (matcher.group("pmid") != null) {
                found.add(new Identifier(Kind.PMID, matcher.start("pmid"), matcher.end(), matcher.group("pmid")));
            } else if (matcher.group("linked") != null) {
                found.add(new Identifier(Kind.PMID, matcher.start(), matcher.end(), matcher.group("linked")));
            } else {
                int end = trim(raw, matcher.start(), matcher.end());
                found.add(new Identifier(Kind.URL, matcher.start(), end, raw.substring(matcher.start(), end)));
            }
        }
        return found;
    }

    /** Whether a sign stands in the text that every form has; most references have none. */
    private static boolean mayHold(String raw) {
        if (raw.indexOf('/') >= 0) {
            return true;
        }
        String lower = raw.toLowerCase(Locale.ROOT);
        return lower.contains("pm") || lower.contains("www.");
    }

    /** Leaves out closing punctuation that belongs to the sentence; a bracket stays where it was opened inside. */
    private static int trim(String raw, int start, int end) {
        while (end > start + 1) {
            char last = raw.charAt(end - 1);
            boolean closing = last == ')' && !opened(raw, start, end, '(', ')')
                    || last == ']' && !opened(raw, start, end, '[', ']')
                    || last == '}';
            if (!closing && ".,;:'’”".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return end;
    }

    private static boolean opened(String raw, int start, int end, char open, char close) {
        int depth = 0;
        for (int i = start; i < end; i++) {
            depth += raw.charAt(i) == open ? 1 : raw.charAt(i) == close ? -1 : 0;
        }
        return depth >= 0;
    }
}
