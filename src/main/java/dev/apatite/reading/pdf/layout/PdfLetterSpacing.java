package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Closes up words that are printed with a space between any two letters, "C A S E   R E P O R T". */
final class PdfLetterSpacing {
    private static final int FEWEST_LETTERS = 4;
    private static final float SINGLE = 0.85f;
    /** Where two letters are kerned into each other, as the LT of RESULTS. */
    private static final float SINGLE_AMONG_PAIRS = 0.7f;

    private static final Pattern PAIR = Pattern.compile("\\p{Lu}{1,2}");
    private static final float WIDER = 1.7f;
    private static final float WIDER_BY = 0.15f;

    private PdfLetterSpacing() {}

    /** The words, as whole ones where all of them are single letters. */
    static List<PdfWord> closed(List<PdfWord> words) {
        if (!isSpacedOut(words)) {
            return words;
        }
        float least = Float.MAX_VALUE;
        for (int i = 1; i < words.size(); i++) {
            if (isLetter(words.get(i - 1)) && isLetter(words.get(i))) {
                least = Math.min(least, gap(words, i));
            }
        }
        List<PdfWord> closed = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            PdfWord word = words.get(i);
            boolean apart = i == 0 || gap(words, i) > Math.max(WIDER * least, least + WIDER_BY * word.size());
            if (apart) {
                closed.add(word.withSpaced(true));
            } else {
                PdfWord before = closed.removeLast();
                closed.add(new PdfWord(
                        before.text() + word.text(),
                        before.x0(),
                        word.x1(),
                        before.size(),
                        before.face(),
                        before.script(),
                        before.spaced()));
            }
        }
        return closed;
    }

    private static float gap(List<PdfWord> words, int i) {
        return Math.max(0, words.get(i).x0() - words.get(i - 1).x1());
    }

    private static boolean isLetter(PdfWord word) {
        return word.text().length() == 1 && Character.isLetter(word.text().charAt(0));
    }

    private static boolean isSpacedOut(List<PdfWord> words) {
        if (words.size() < FEWEST_LETTERS) {
            return false;
        }
        int letters = 0;
        boolean pairs = true;
        for (PdfWord word : words) {
            if (word.script() != PdfWord.Script.NORMAL) {
                return false;
            }
            letters += isLetter(word) ? 1 : 0;
            pairs &= PAIR.matcher(word.text()).matches();
        }
        return letters >= FEWEST_LETTERS && letters > (pairs ? SINGLE_AMONG_PAIRS : SINGLE) * words.size();
    }
}
