package dev.apatite.reading.citation;

import dev.apatite.paper.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which entries of a numbered list a text cites, whether or not the list was found. */
public final class CitedNumbers {
    private static final String LIST = "\\d{1,3}(?:\\s?[,;–—‐‑−-]\\s?\\d{1,3}){0,40}";
    private static final Pattern SQUARE = Pattern.compile("\\[(" + LIST + ")[,;]?\\]");
    private static final Pattern RAISED = Pattern.compile(
            "(?<=[\\p{L}.,;:)\\]”\"’])([⁰¹²³⁴-⁹]{1,3}(?:[,;–—⁻‐‑−-]\\s?[⁰¹²³⁴-⁹]{1,3}){0,40})(?![\\p{L}])");
    private static final Pattern UNIT = Pattern.compile("(?:^|[^\\p{L}])(?:[mckdµμn]?m|s|kg)$");
    private static final Pattern ITEM = Pattern.compile("(\\d{1,3})(?:\\s?[–—‐‑−-]\\s?(\\d{1,3}))?");
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LONGEST_RANGE = 60;
    private static final int FEWEST = 3;
    /** "[22]" is a citation wherever it stands; "[12, 30]" may be an interval, "[110]" a plane of a crystal. */
    private static final int DIGITS_ALONE = 2;

    private CitedNumbers() {}

    /**
     * The numbers of the paper's habitual kind of mark, in order; empty where it has none. A habit begins with 1 and 2 and
     * has three numbers at least: dates in brackets, powers and footnotes make none.
     */
    public static Set<Integer> in(List<Section> sections) {
        Set<Integer> square = new TreeSet<>();
        Set<Integer> alone = new TreeSet<>();
        Set<Integer> raised = new TreeSet<>();
        for (Section section : sections) {
            String text = section.text();
            if (text.indexOf('[') >= 0) {
                Matcher mark = SQUARE.matcher(text);
                while (mark.find()) {
                    square.addAll(numbers(mark.group(1)));
                    if (mark.group(1).length() <= DIGITS_ALONE) {
                        alone.addAll(numbers(mark.group(1)));
                    }
                }
            }
            Matcher mark = RAISED.matcher(hasRaised(text) ? text : "");
            while (mark.find()) {
                String before = text.substring(Math.max(0, mark.start() - 4), mark.start());
                if (!UNIT.matcher(before).find()) {
                    raised.addAll(numbers(plain(mark.group(1))));
                }
            }
        }
        Set<Integer> habit = square.size() >= raised.size() ? square : raised;
        if (habit.size() < FEWEST || !habit.contains(1) || !habit.contains(2)) {
            return Set.of();
        }
        Set<Integer> cited = connected(habit);
        if (habit == square) {
            cited.addAll(alone);
        }
        return cited;
    }

    private static boolean hasRaised(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (DIGITS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The numbers up to the first wide gap: what lies far beyond is no citation. */
    private static Set<Integer> connected(Set<Integer> numbers) {
        Set<Integer> connected = new TreeSet<>();
        int last = 0;
        for (int number : numbers) {
            if (number - last > Math.max(5, last / 2)) {
                break;
            }
            connected.add(number);
            last = number;
        }
        return connected;
    }

    private static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        Matcher item = ITEM.matcher(list);
        while (item.find()) {
            int from = Integer.parseInt(item.group(1));
            int to = item.group(2) == null ? from : Integer.parseInt(item.group(2));
            for (int n = from; n >= 1 && n <= to && to - from <= LONGEST_RANGE; n++) {
                numbers.add(n);
            }
        }
        return numbers;
    }

    private static String plain(String raised) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < raised.length(); i++) {
            int digit = DIGITS.indexOf(raised.charAt(i));
            plain.append(
                    digit >= 0 ? String.valueOf(digit) : raised.charAt(i) == '⁻' ? "-" : raised.substring(i, i + 1));
        }
        return plain.toString();
    }
}
