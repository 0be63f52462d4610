package dev.apatite.reading.pdf.layout;

import dev.apatite.text.DataLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Joins lines to running text. Whether a hyphen at a line's end belongs to the word is decided by how the document
 * itself writes that word elsewhere, and where it does not, by the usual first and last parts of compounds in {@code
 * hyphens.tsv}.
 */
public final class PdfProse {
    private static final Pattern NOT_LETTER = Pattern.compile("[^\\p{L}-]+");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.|doi\\.org|^\\(?(?:doi:)?10\\.\\d{4}");

    private static final Parts PARTS = Parts.load();

    private final Map<String, Integer> words = new HashMap<>();

    /** Learns the document's words. */
    public PdfProse(List<List<PdfLine>> pages) {
        for (List<PdfLine> page : pages) {
            for (PdfLine line : page) {
                learn(line);
            }
        }
    }

    private void learn(PdfLine line) {
        int last = line.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            String printed = line.words().get(i).text();
            if (i == last && printed.endsWith("-")) {
                continue;
            }
            for (String word : wordsOf(printed.toLowerCase(Locale.ROOT))) {
                if (word.length() > 1 && (i > 0 || word.length() > 3)) {
                    words.merge(word, 1, Integer::sum);
                }
            }
        }
    }

    private static List<String> wordsOf(String printed) {
        for (int i = 0; i < printed.length(); i++) {
            if (printed.charAt(i) < 'a' || printed.charAt(i) > 'z') {
                return List.of(NOT_LETTER.split(printed));
            }
        }
        return List.of(printed);
    }

    /** The lines as one text. */
    public String of(List<PdfLine> lines) {
        StringBuilder text = new StringBuilder();
        for (PdfLine line : lines) {
            append(text, line.text());
        }
        return text.toString().strip();
    }

    /** Puts a line behind a text that ended at a line's end. */
    public void append(StringBuilder text, String line) {
        if (text.isEmpty() || line.isEmpty()) {
            text.append(line);
            return;
        }
        int end = text.length();
        char last = text.charAt(end - 1);
        char before = end > 1 ? text.charAt(end - 2) : ' ';
        if (last == PdfCharacters.SOFT_HYPHEN) {
            text.setLength(end - 1);
        } else if (endsInAddress(text) && "/-_.=?&%#".indexOf(last) >= 0) {
            // An address is broken after a sign of its own.
        } else if (last == '-' && Character.isLetterOrDigit(before)) {
            if (!keepsHyphen(lastWord(text.substring(Math.max(0, end - 40), end - 1)), firstWord(line))) {
                text.setLength(end - 1);
            }
        } else if (!((last == '–' || last == '/') && Character.isLetterOrDigit(before))) {
            text.append(' ');
        }
        text.append(line);
    }

    private static boolean endsInAddress(StringBuilder text) {
        int start = text.length();
        while (start > 0 && text.length() - start < 200 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return ADDRESS.matcher(text.substring(start)).find();
    }

    private boolean keepsHyphen(String first, String next) {
        if (first.isEmpty() || next.isEmpty() || !Character.isLowerCase(next.charAt(0))) {
            return true;
        }
        String a = first.toLowerCase(Locale.ROOT);
        String b = next.toLowerCase(Locale.ROOT);
        int joined = words.getOrDefault(a + b, 0);
        int hyphenated = words.getOrDefault(a + "-" + b, 0);
        if (joined != hyphenated) {
            return hyphenated > joined;
        }
        int hyphen = a.lastIndexOf('-');
        String stem = a.substring(hyphen + 1);
        if (hyphen >= 0 && words.containsKey(stem + b)) {
            return false;
        }
        boolean wordBefore = words.containsKey(stem);
        boolean shouts = first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT));
        return stem.length() == 1
                || shouts
                || PARTS.first().contains(stem) && (words.containsKey(b) || b.length() > 6)
                || PARTS.last().contains(b) && wordBefore
                || hyphen > 0 && wordBefore;
    }

    private static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && isPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end);
        return word.endsWith("-") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }

    /** First and last parts of compounds that are written with a hyphen. */
    private record Parts(Set<String> first, Set<String> last) {
        static Parts load() {
            Set<String> first = new HashSet<>();
            Set<String> last = new HashSet<>();
            for (String[] cells : DataLines.cells(PdfProse.class, "hyphens.tsv", 2)) {
                (cells[0].equals("first") ? first : last).addAll(List.of(cells[1].split(" ", -1)));
            }
            return new Parts(Set.copyOf(first), Set.copyOf(last));
        }
    }
}
