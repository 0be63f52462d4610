package dev.apatite.works;

import dev.apatite.text.EditDistance;
import dev.apatite.text.NumberWords;
import dev.apatite.text.RomanNumber;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** How like two titles are, and whether they are two of one series. Titles as in {@link CitedWork#title}. */
final class Titles {
    /** From this length on a title is hardly given twice. */
    static final int LONG = 30;

    private static final int LONG_ENOUGH_TO_BE_CUT = 20;
    private static final int SHORT_SUBTITLE = 3;
    private static final double LIKE_WORDS = 0.6;

    /** Words that make of a title that of another work about the same. */
    private static final Set<String> KINDS = Set.of(
            "reply",
            "response",
            "comment",
            "comments",
            "commentary",
            "letter",
            "re",
            "erratum",
            "errata",
            "correction",
            "corrigendum",
            "retraction",
            "retracted",
            "withdrawn",
            "editorial",
            "addendum",
            "protocol",
            "abstract",
            "reprint",
            "supplement",
            "update",
            "updated",
            "revisited",
            "author",
            "authors");

    /** Words of a subtitle that is never left out, as it tells the parts of a series apart. */
    private static final Set<String> SERIES = Set.of(
            "part",
            "parts",
            "teil",
            "partie",
            "parte",
            "series",
            "volume",
            "vol",
            "section",
            "chapter",
            "report",
            "edition",
            "phase",
            "episode",
            "lesson",
            "number",
            "no",
            "nr",
            "annex",
            "appendix");

    /** Above this one, letters that could be a roman number hardly are one ("LV", "XL"). */
    private static final int HIGHEST_ROMAN = 12;

    private Titles() {}

    /** Whether so many of the words are common that comparing letters may be worth while. */
    static boolean mayBeLike(CitedWork a, CitedWork b) {
        int common = Long.bitCount(a.words() & b.words());
        return 2 * common >= Math.min(Long.bitCount(a.words()), Long.bitCount(b.words()));
    }

    /** Whether the likeness is at least {@code least}, or one title is the other cut short at a subtitle. */
    static boolean alike(String a, String b, double least) {
        return a.equals(b) || isCut(a, b) || isCut(b, a) || !isEmpty(a, b) && EditDistance.ratio(a, b, least) >= least;
    }

    /**
     * Whether the titles differ by letters only: no word that carries a title stands in one and not in the other ("in
     * children"), but for a subtitle that is left out.
     */
    static boolean haveTheSameWords(String a, String b) {
        if (a.equals(b) || isCut(a, b) || isCut(b, a)) {
            return true;
        }
        String one = carrying(split(difference(a, b)));
        String other = carrying(split(difference(b, a)));
        return one.equals(other) || EditDistance.ratio(one, other, LIKE_WORDS) >= LIKE_WORDS;
    }

    /** What stands in {@code a} between the words with which both titles begin and those with which both end. */
    private static String difference(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int start = 0;
        for (int i = 0; i < shorter && a.charAt(i) == b.charAt(i); i++) {
            start = isLetter(a, i) ? start : i + 1;
        }
        int end = 0;
        for (int i = 1; i <= shorter - start && a.charAt(a.length() - i) == b.charAt(b.length() - i); i++) {
            end = isLetter(a, a.length() - i) ? end : i;
        }
        return a.substring(start, a.length() - end);
    }

    private static boolean isLetter(String title, int at) {
        return title.charAt(at) != ' ' && title.charAt(at) != PrintedText.BREAK;
    }

    private static String carrying(String[] words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            if (!CitedWork.SMALL.contains(word)) {
                text.append(word);
            }
        }
        return text.toString();
    }

    /** Whether one title is the other's beginning, at whatever word it ends. */
    static boolean begins(String a, String b) {
        return Math.min(a.length(), b.length()) >= LONG && (a.startsWith(b) || b.startsWith(a));
    }

    private static boolean isEmpty(String a, String b) {
        return a.isEmpty() || b.isEmpty();
    }

    /** Whether {@code brief} is {@code whole} without its subtitle. */
    private static boolean isCut(String brief, String whole) {
        return brief.length() >= LONG_ENOUGH_TO_BE_CUT
                && whole.length() > brief.length()
                && whole.charAt(brief.length()) == PrintedText.BREAK
                && whole.startsWith(brief);
    }

    /**
     * Whether the titles tell two works of a series: "part I" and "part II", "78 patients" and "75 patients", a reply. A
     * subtitle that one of them leaves out may hold numbers, but no part.
     */
    static boolean areTwoOfASeries(String a, String b) {
        if (a.equals(b)) {
            return false;
        }
        if (isCut(a, b) || isCut(b, a)) {
            String left = a.length() < b.length() ? b.substring(a.length() + 1) : a.substring(b.length() + 1);
            return tellsAPart(left);
        }
        return !marks(difference(a, b)).equals(marks(difference(b, a)));
    }

    private static boolean tellsAPart(String subtitle) {
        String[] words = split(subtitle);
        boolean series = words.length <= SHORT_SUBTITLE;
        for (String word : words) {
            if (KINDS.contains(word)) {
                return true;
            }
            series |= SERIES.contains(word);
        }
        return series && !marks(subtitle).isEmpty();
    }

    /** Numbers and words of kind, in order of the alphabet. */
    private static Set<String> marks(String title) {
        Set<String> marks = new TreeSet<>();
        for (String word : split(title)) {
            char first = word.isEmpty() ? ' ' : word.charAt(0);
            if (first >= '0' && first <= '9') {
                marks.add(digits(word));
            } else if (KINDS.contains(word)) {
                marks.add(word);
            } else {
                int number = number(word);
                if (number > 0) {
                    marks.add(String.valueOf(number));
                }
            }
        }
        return marks;
    }

    /** The value of a number in words or in roman letters; 0 or less where it is none. */
    private static int number(String word) {
        int roman = RomanNumber.valueOf(word.toUpperCase(Locale.ROOT));
        return roman > 0 && roman <= HIGHEST_ROMAN ? roman : NumberWords.valueOf(word);
    }

    private static String digits(String word) {
        int end = 0;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        return word.substring(0, end);
    }

    private static String[] split(String title) {
        return title.replace(PrintedText.BREAK, ' ').split(" ");
    }
}
