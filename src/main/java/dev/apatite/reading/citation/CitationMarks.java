package dev.apatite.reading.citation;

import dev.apatite.paper.Citation;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.reading.shared.Headings;
import dev.apatite.text.RomanNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the marks in a text that cite entries of its reference list: "[1,2]", "(1-4)", "^{2,4}", superscript digits,
 * "(Smith et al., 2010)". A paper has one habit: only the kind of mark that reaches most of the list counts.
 */
public final class CitationMarks {
    private static final String NUMBER = "(?:\\d{1,3}|[IVXL]{1,7})";
    private static final String LIST = NUMBER + "(?:\\s?[,;–—‐‑−-]\\s?" + NUMBER + "){0,40}";
    private static final Pattern SQUARE = Pattern.compile("\\[(" + LIST + ")[,;]?\\]");
    private static final Pattern ROUND = Pattern.compile("\\((?:refs?\\.? )?(" + LIST + ")\\)");
    private static final Pattern RAISED = Pattern.compile("\\^\\{?\\(?(" + LIST + ")\\)?\\}?");
    private static final Pattern SUPERSCRIPT =
            Pattern.compile("[⁽⁾⁰¹²³⁴-⁹]{1,9}(?:[,;˒‚–—⁻‐‑−\\-]\\s?[⁽⁾⁰¹²³⁴-⁹]{1,9}){0,40}");
    private static final Pattern ITEM = Pattern.compile("(" + NUMBER + ")(?:\\s?[–—‐‑−-]\\s?(" + NUMBER + "))?");
    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d{2})([a-h])?\\b");
    private static final Pattern FAMILY = Pattern.compile(
            "((?:(?:van|von|de|der|den|del|da|la|le|el|al|di|dos)[ -]){0,3}\\p{Lu}[\\p{L}'’-]{1,40}(?: \\p{Lu}[\\p{L}'’-]{1,40})??)"
                    + "(?=,? (?:et al|and |& |\\(|,|\\d)|,|\\s?\\(|\\s\\d|\\s*$)");
    private static final String RAISED_SIGNS = "⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LONGEST_RANGE = 60;
    private static final int NAME_REACH = 60;

    private final Map<String, Integer> byLabel = new HashMap<>();
    private final Map<String, List<Integer>> byAuthorYear = new HashMap<>();

    private CitationMarks(List<Reference> references) {
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            int number = number(reference.label() == null ? "" : reference.label());
            byLabel.putIfAbsent(Integer.toString(number > 0 ? number : i + 1), i);
            if (!reference.authors().isEmpty() && reference.year() != null) {
                String family = reference.authors().getFirst().family();
                byAuthorYear
                        .computeIfAbsent(
                                Headings.words(family == null ? "" : family) + ' ' + reference.year(),
                                key -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** All marks of the paper's habitual kind, in order; {@code sections} as they will stand in the paper. */
    public static List<Citation> find(List<Section> sections, List<Reference> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        CitationMarks marks = new CitationMarks(references);
        List<List<Citation>> kinds = List.of(
                marks.all(sections, SQUARE, "[", Kind.NUMBERS),
                marks.all(sections, SUPERSCRIPT, RAISED_SIGNS, Kind.SUPERSCRIPT),
                marks.all(sections, RAISED, "^", Kind.NUMBERS),
                marks.all(sections, ROUND, "(", Kind.NUMBERS),
                marks.byAuthorAndYear(sections));
        // max() would return the last of equals; the kinds stand from the surest to the least sure.
        List<Citation> best = kinds.getFirst();
        for (List<Citation> kind : kinds) {
            if (reach(kind) > reach(best)) {
                best = kind;
            }
        }
        return best;
    }

    private enum Kind {
        NUMBERS,
        SUPERSCRIPT
    }

    private static int reach(List<Citation> citations) {
        Set<Integer> reached = new HashSet<>();
        citations.forEach(citation -> reached.addAll(citation.references()));
        return reached.size();
    }

    /** @param begins the signs of which each mark begins with one */
    private List<Citation> all(List<Section> sections, Pattern pattern, String begins, Kind kind) {
        List<Citation> found = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            String text = sections.get(i).text();
            Matcher matcher = pattern.matcher(text);
            for (int at = next(text, 0, begins); at < text.length(); at = next(text, at, begins)) {
                if (!matcher.region(at, text.length()).lookingAt()) {
                    at++;
                    continue;
                }
                at = matcher.end();
                String list = kind == Kind.NUMBERS ? matcher.group(1) : plain(matcher.group());
                if (kind == Kind.SUPERSCRIPT && isPower(text, matcher.start())) {
                    continue;
                }
                List<Integer> cited = numbers(list);
                if (!cited.isEmpty()) {
                    found.add(new Citation(i, matcher.start(), matcher.end(), cited));
                }
            }
        }
        return found;
    }

    /** Where the next of some signs stands from {@code start} on; the text's length where none does. */
    private static int next(String text, int start, String signs) {
        int at = start;
        while (at < text.length() && signs.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Whether the superscript belongs to a unit or a number ("mg/m²", "10⁹") and is no mark. */
    private static boolean isPower(String text, int start) {
        if (start == 0) {
            return true;
        }
        char before = text.charAt(start - 1);
        if (Character.isDigit(before)) {
            return true;
        }
        int word = start;
        while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        String unit = text.substring(word, start);
        return unit.equals("m") || unit.equals("cm") || unit.equals("mm") || unit.equals("km") || unit.equals("s");
    }

    /** The indexes that a printed list of numbers names; empty where one of them names no reference. */
    private List<Integer> numbers(String list) {
        List<Integer> cited = new ArrayList<>();
        Matcher item = ITEM.matcher(list);
        while (item.find()) {
            int from = number(item.group(1));
            int to = item.group(2) == null ? from : number(item.group(2));
            if (from < 1 || to < from || to - from > LONGEST_RANGE) {
                return List.of();
            }
            for (int n = from; n <= to; n++) {
                Integer index = byLabel.get(Integer.toString(n));
                if (index == null) {
                    return List.of();
                }
                if (!cited.contains(index)) {
                    cited.add(index);
                }
            }
        }
        return cited;
    }

    private static String plain(String superscript) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < superscript.length(); i++) {
            char c = superscript.charAt(i);
            int digit = SUPERSCRIPT_DIGITS.indexOf(c);
            if (digit >= 0) {
                plain.append(digit);
            } else if (c == '⁻') {
                plain.append('-');
            } else if (c != '⁽' && c != '⁾') {
                plain.append(c == '˒' || c == '‚' ? ',' : c);
            }
        }
        return plain.toString();
    }

    private List<Citation> byAuthorAndYear(List<Section> sections) {
        List<Citation> found = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            String text = sections.get(i).text();
            Matcher year = YEAR.matcher(text);
            while (year.find()) {
                Citation citation = authorAndYear(i, text, year);
                if (citation != null) {
                    found.add(citation);
                }
            }
        }
        return found;
    }

    private @Nullable Citation authorAndYear(int section, String text, Matcher year) {
        int from = Math.max(0, year.start() - NAME_REACH);
        String before = text.substring(from, year.start());
        Matcher name = FAMILY.matcher(before);
        int start = -1;
        List<Integer> candidates = List.of();
        while (name.find()) {
            String family = Headings.words(name.group(1));
            List<Integer> works = byAuthorYear.get(family + ' ' + year.group(1));
            if (works != null) {
                candidates = works;
                start = from + name.start(1);
            }
        }
        if (candidates.isEmpty()) {
            return null;
        }
        String letter = year.group(2);
        int which = letter == null ? 0 : letter.toLowerCase(Locale.ROOT).charAt(0) - 'a';
        List<Integer> works = candidates.size() > which ? List.of(candidates.get(which)) : candidates;
        return new Citation(section, start, year.end(), works);
    }

    /** Arabic or roman; 0 where it is neither. */
    static int number(String label) {
        if (label.matches("\\d{1,4}")) {
            return Integer.parseInt(label);
        }
        return RomanNumber.valueOf(label);
    }
}
