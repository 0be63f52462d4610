package dev.apatite.reading.citation;

import java.util.List;

/**
 * What the tagger sees of each word: the word, its looks, the punctuation about it, its place in the entry, and the
 * style of the whole entry.
 */
final class ReferenceFeatures {
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

    ReferenceFeatures(List<ReferenceToken> tokens, String after) {
        length = tokens.size();
        lower = new String[length];
        shape = new String[length];
        kind = new String[length];
        before = new String[length + 1];
        for (int i = 0; i < length; i++) {
            ReferenceToken token = tokens.get(i);
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
        quoted = Enclosure.quotes(before, length);
        bracket = Enclosure.brackets(before, length);
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

    /** Names the features of one word; the weights' file has the same names. */
    void at(int i, FeatureSink out) {
        String word = lower[i];
        String look = shape[i];
        String left = before[i];
        String right = before[i + 1];
        String lookBefore = shapeAt(i - 1);
        String lookBehind = shapeAt(i + 1);
        out.add("bias").end();
        words(out, i, word);
        out.add("s=").add(look).end();
        out.add("s-1=").add(lookBefore).end();
        out.add("s+1=").add(lookBehind).end();
        out.add("s-1,0=").add(lookBefore).add(left).add(look).end();
        out.add("s0,1=").add(look).add(right).add(lookBehind).end();
        out.add("s-1,0,1=")
                .add(lookBefore)
                .add(left)
                .add(look)
                .add(right)
                .add(lookBehind)
                .end();
        out.add("s0,1,2=")
                .add(look)
                .add(right)
                .add(lookBehind)
                .add(gap(i + 2))
                .add(shapeAt(i + 2))
                .end();
        out.add("s-2,-1,0=")
                .add(shapeAt(i - 2))
                .add(gap(i - 1))
                .add(lookBefore)
                .add(left)
                .add(look)
                .end();
        out.add("b=").add(left).end();
        out.add("a=").add(right).end();
        out.add("b,a=").add(left).add("_").add(right).end();
        out.add("b,w=").add(left).add(word).end();
        out.add("a,w=").add(word).add(right).end();
        out.add("b-1,b=").add(gap(i - 1)).add("_").add(left).end();
        out.add("a,a+1=").add(right).add("_").add(gap(i + 2)).end();
        place(out, i, look);
    }

    private void words(FeatureSink out, int i, String word) {
        if (!isNumber(i)) {
            int end = word.length();
            out.add("w=").add(word).end();
            if (end > 3) {
                out.add("p=").add(word, 0, 3).end();
                out.add("e=").add(word, end - 3, end).end();
            }
            if (end > 5) {
                out.add("e4=").add(word, end - 4, end).end();
            }
        }
        String here = wordAt(i);
        String left = wordAt(i - 1);
        String right = wordAt(i + 1);
        out.add("w-1=").add(left).end();
        out.add("w+1=").add(right).end();
        out.add("w-2=").add(wordAt(i - 2)).end();
        out.add("w+2=").add(wordAt(i + 2)).end();
        out.add("w-1,0=").add(left).add(" ").add(here).end();
        out.add("w0,1=").add(here).add(" ").add(right).end();
        if (!kind[i].isEmpty()) {
            out.add("k=").add(kind[i]).end();
            out.add("k,b=").add(kind[i]).add(before[i]).end();
        }
        out.add("k-1=").add(i > 0 ? kind[i - 1] : "").end();
        out.add("k+1=").add(i + 1 < length ? kind[i + 1] : "").end();
    }

    private void place(FeatureSink out, int i, String look) {
        String here = segment[i];
        out.add("from=").add(Math.min(i, 6)).end();
        out.add("to=").add(Math.min(length - i, 6)).end();
        out.add("rel=").add(i * 8 / length).end();
        out.add("seg=").add(here).end();
        out.add("seg,s=").add(here).add(look).end();
        out.add("seg,next=").add(here).add(nextSegment[i]).end();
        boolean fresh = i == 0 || !here.equals(segment[i - 1]);
        out.add("seg-1=")
                .add(fresh ? i == 0 ? "^" : segment[i - 1] : "in")
                .add(here)
                .end();
        String around = years[i];
        out.add("year=").add(around).end();
        out.add("year,s=").add(around).add(look).end();
        out.add("year,seg=").add(around).add(here).end();
        out.add("style,seg=").add(style).add(here, 0, 2).end();
        out.add("style=").add(style).end();
        out.add("quoted=").add(quoted[i]).end();
        out.add("quoted,s=").add(quoted[i]).add(look).end();
        out.add("bracket=").add(bracket[i]).end();
        int digits = nextNumber[i];
        out.add("num=").add(Math.min(digits - i, 6)).end();
        out.add("num,s=")
                .add(Math.min(digits - i, 4))
                .add(shapeAt(digits))
                .add(gap(digits))
                .add(gap(digits + 1))
                .end();
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

    private String[] nextSegments() {
        String[] next = new String[length];
        for (int i = length - 1; i >= 0; i--) {
            boolean last = i + 1 == length;
            next[i] = last ? "$" : segment[i + 1].equals(segment[i]) ? next[i + 1] : segment[i + 1].substring(2);
        }
        return next;
    }

    /** What is printed before the word, and of which kind the words on both sides are: what a step of labels hangs on. */
    void step(int i, FeatureSink out) {
        out.add(before[i]).add("|").add(look(i - 1)).add(look(i)).end();
    }

    private String look(int i) {
        if (i < 0) {
            return "^";
        }
        String text = shape[i];
        if (text.startsWith("year")) {
            return "y";
        }
        if (isNumber(i)) {
            return "0";
        }
        if (text.startsWith("X")) {
            return lower[i].length() < 4 ? "I" : "X";
        }
        return text.startsWith("#") ? "#" : "x";
    }

    private String gap(int i) {
        return i < 0 || i > length ? "" : before[i];
    }

    private String shapeAt(int i) {
        return i < 0 ? "^" : i >= length ? "$" : shape[i];
    }

    /** The word, numbers by their looks only. */
    private String wordAt(int i) {
        return i < 0 ? "^" : i >= length ? "$" : isNumber(i) ? shape[i] : lower[i];
    }
}
