package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.List;

/**
 * What the tagger sees of each word: the word, its looks, the punctuation about it, its place in the entry, and the
 * style of the whole entry.
 */
final class Features {
    private final int length;
    private final String[] lower;
    private final String[] shape;
    private final String[] kind;
    private final String[] before;
    private final String[] segment;
    private final String[] nextSegment;
    private final int[] nextNumber;
    private final String[] years;
    private final String[] quoted;
    private final String[] bracket;
    private final String style;

    Features(List<Token> tokens, String after) {
        length = tokens.size();
        lower = new String[length];
        shape = new String[length];
        kind = new String[length];
        before = new String[length + 1];
        for (int i = 0; i < length; i++) {
            Token token = tokens.get(i);
            lower[i] = Shape.folded(token.text());
            shape[i] = Shape.of(token);
            kind[i] = Shape.kind(lower[i]);
            before[i] = i == 0 ? "^" + token.before() : token.before();
        }
        before[length] = after + "$";
        segment = segments();
        nextSegment = nextSegments();
        nextNumber = numbers();
        years = years();
        quoted = quotes();
        bracket = brackets();
        style = style();
    }

    /** How the entry begins and where its year stands: one of a few hundred combinations. */
    private String style() {
        String year = "none";
        for (int i = 0; i < length && year.equals("none"); i++) {
            if (shape[i].startsWith("year")) {
                year = (i * 3 < length ? "early" : i * 3 < 2 * length ? "mid" : "late")
                        + (before[i].endsWith("(") ? "(" : "");
            }
        }
        String first = length < 2 ? "" : shape[0] + before[1].strip() + shape[1];
        return year + "/" + first;
    }

    /** The stretch between full stops that each word stands in: its length and how many of its words are capitalised. */
    private String[] segments() {
        String[] described = new String[length];
        int index = 0;
        for (int start = 0; start < length; ) {
            int end = start + 1;
            int capitals = isCapital(start) ? 1 : 0;
            int dotted = 0;
            boolean digits = isNumber(start);
            while (end < length && !endsSegment(end)) {
                capitals += isCapital(end) ? 1 : 0;
                dotted += before[end].startsWith(".") ? 1 : 0;
                digits |= isNumber(end);
                end++;
            }
            int words = end - start;
            String text = "s" + Math.min(index, 5) + (words < 3 ? "a" : words < 7 ? "b" : words < 15 ? "c" : "d")
                    + (capitals == words ? "A" : capitals * 2 > words ? "C" : "c") + (dotted > 0 ? "." : "")
                    + (digits ? "0" : "");
            for (int i = start; i < end; i++) {
                described[i] = text;
            }
            index++;
            start = end;
        }
        return described;
    }

    private boolean isCapital(int i) {
        return shape[i].startsWith("X");
    }

    private boolean isNumber(int i) {
        return Character.isDigit(lower[i].charAt(0));
    }

    /** A full stop, question mark or quote with a space behind it, but not after an initial or a short dotted word. */
    private boolean endsSegment(int i) {
        String gap = before[i];
        if (gap.indexOf(' ') < 0 || gap.indexOf('.') < 0 && gap.indexOf('?') < 0 && gap.indexOf('"') < 0) {
            return false;
        }
        return lower[i - 1].length() > 4 || !isCapital(i - 1) || gap.indexOf('"') >= 0;
    }

    /** The features of one word, as readable strings; the weights' file has the same strings. */
    List<String> at(int i) {
        List<String> all = new ArrayList<>(56);
        String word = lowerAt(i);
        String look = shapeAt(i);
        String left = before[i];
        String right = before[i + 1];
        all.add("bias");
        words(all, i, word);
        all.add("s=" + look);
        all.add("s-1=" + shapeAt(i - 1));
        all.add("s+1=" + shapeAt(i + 1));
        all.add("s-1,0=" + shapeAt(i - 1) + left + look);
        all.add("s0,1=" + look + right + shapeAt(i + 1));
        all.add("s-1,0,1=" + shapeAt(i - 1) + left + look + right + shapeAt(i + 1));
        all.add("s0,1,2=" + look + right + shapeAt(i + 1) + gap(i + 2) + shapeAt(i + 2));
        all.add("s-2,-1,0=" + shapeAt(i - 2) + gap(i - 1) + shapeAt(i - 1) + left + look);
        all.add("b=" + left);
        all.add("a=" + right);
        all.add("b,a=" + left + "_" + right);
        all.add("b,w=" + left + word);
        all.add("a,w=" + word + right);
        all.add("b-1,b=" + gap(i - 1) + "_" + left);
        all.add("a,a+1=" + right + "_" + gap(i + 2));
        place(all, i, look);
        return all;
    }

    private void words(List<String> all, int i, String word) {
        boolean number = isNumber(i);
        if (!number) {
            all.add("w=" + word);
            if (word.length() > 3) {
                all.add("p=" + word.substring(0, 3));
                all.add("e=" + word.substring(word.length() - 3));
            }
            if (word.length() > 5) {
                all.add("e4=" + word.substring(word.length() - 4));
            }
        }
        all.add("w-1=" + wordAt(i - 1));
        all.add("w+1=" + wordAt(i + 1));
        all.add("w-2=" + wordAt(i - 2));
        all.add("w+2=" + wordAt(i + 2));
        all.add("w-1,0=" + wordAt(i - 1) + " " + wordAt(i));
        all.add("w0,1=" + wordAt(i) + " " + wordAt(i + 1));
        if (!kind[i].isEmpty()) {
            all.add("k=" + kind[i]);
            all.add("k,b=" + kind[i] + before[i]);
        }
        all.add("k-1=" + (i > 0 ? kind[i - 1] : ""));
        all.add("k+1=" + (i + 1 < length ? kind[i + 1] : ""));
    }

    private void place(List<String> all, int i, String look) {
        all.add("from=" + Math.min(i, 6));
        all.add("to=" + Math.min(length - i, 6));
        all.add("rel=" + i * 8 / length);
        all.add("seg=" + segment[i]);
        all.add("seg,s=" + segment[i] + look);
        all.add("seg,next=" + segment[i] + nextSegment[i]);
        boolean fresh = i == 0 || !segment[i].equals(segment[i - 1]);
        all.add("seg-1=" + (fresh ? i == 0 ? "^" : segment[i - 1] : "in") + segment[i]);
        String around = years[i];
        all.add("year=" + around);
        all.add("year,s=" + around + look);
        all.add("year,seg=" + around + segment[i]);
        all.add("style,seg=" + style + segment[i].substring(0, 2));
        all.add("style=" + style);
        all.add("quoted=" + quoted[i]);
        all.add("quoted,s=" + quoted[i] + look);
        all.add("bracket=" + bracket[i]);
        int digits = nextNumber[i];
        all.add("num=" + Math.min(digits - i, 6));
        all.add("num,s=" + Math.min(digits - i, 4) + shapeAt(digits) + gap(digits) + gap(digits + 1));
    }

    /** Whether a year stands before the word, behind it, or both. */
    private String[] years() {
        int first = length;
        int last = -1;
        for (int i = 0; i < length; i++) {
            if (shape[i].startsWith("year")) {
                first = Math.min(first, i);
                last = i;
            }
        }
        String[] described = new String[length];
        for (int i = 0; i < length; i++) {
            described[i] = (first < i ? "<" : "") + (last > i ? ">" : "");
        }
        return described;
    }

    /** For each word the next that begins with a digit, itself or {@code length}. */
    private int[] numbers() {
        int[] next = new int[length];
        for (int i = length - 1; i >= 0; i--) {
            next[i] = isNumber(i) ? i : i + 1 < length ? next[i + 1] : length;
        }
        return next;
    }

    /** Whether the word stands before, within or behind a quotation. */
    private String[] quotes() {
        boolean any = false;
        for (int i = 0; i < length; i++) {
            any |= before[i].indexOf('"') >= 0;
        }
        String[] described = new String[length];
        int open = 0;
        for (int i = 0; i < length; i++) {
            open += before[i].indexOf('"') >= 0 ? 1 : 0;
            described[i] = any ? "q" + Math.min(open, 3) : "";
        }
        return described;
    }

    private String[] brackets() {
        String[] described = new String[length];
        int depth = 0;
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < before[i].length(); k++) {
                char c = before[i].charAt(k);
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            }
            depth = Math.max(0, depth);
            described[i] = depth > 0 ? "in" : "";
        }
        return described;
    }

    private String[] nextSegments() {
        String[] next = new String[length];
        for (int i = length - 1; i >= 0; i--) {
            boolean last = i + 1 == length;
            next[i] = last ? "$" : segment[i + 1].equals(segment[i]) ? next[i + 1] : segment[i + 1].substring(2);
        }
        return next;
    }

    /** What is printed before the word, and of which kind the words on both sides are: what a step of labels hangs on. */
    String step(int i) {
        return before[i] + "|" + look(i - 1) + look(i);
    }

    private char look(int i) {
        if (i < 0) {
            return '^';
        }
        String text = shape[i];
        if (text.startsWith("year")) {
            return 'y';
        }
        if (isNumber(i)) {
            return '0';
        }
        if (text.startsWith("X") && lower[i].length() < 4) {
            return 'I';
        }
        return text.startsWith("X") ? 'X' : text.startsWith("#") ? '#' : 'x';
    }

    String gap(int i) {
        return i < 0 ? "" : i > length ? "" : before[i];
    }

    private String shapeAt(int i) {
        return i < 0 ? "^" : i >= length ? "$" : shape[i];
    }

    private String lowerAt(int i) {
        return lower[i];
    }

    /** The word, numbers by their looks only. */
    private String wordAt(int i) {
        return i < 0 ? "^" : i >= length ? "$" : isNumber(i) ? shape[i] : lower[i];
    }
}
