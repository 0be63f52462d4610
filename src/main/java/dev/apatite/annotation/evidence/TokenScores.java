package dev.apatite.annotation.evidence;

import dev.apatite.paper.SectionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely the words of a paper are to name treatments, by a model of {@link TokenFeatures}. What a word adds by itself,
 * where it stands and beside what, is looked up once for all its places: weights lie scattered in a table greater than a
 * processor's cache. It says what the model says of the features one by one, to the last bit.
 */
final class TokenScores {
    /** Kinds of features that only one word decides, where it is the word itself and where it stands near. */
    private static final int[] KINDS = {1, 2, 3, 4, 5, 6, 7, 10, 11, 14, 15, 17};

    private static final int WIDTH = KINDS.length;
    private static final int OWN = 0;
    private static final int BEFORE = 5;
    private static final int AFTER = 6;
    private static final int BEFORE_THAT = 7;
    private static final int AFTER_THAT = 8;
    private static final int ENDING_BEFORE = 9;
    private static final int ENDING_AFTER = 10;
    private static final int THIRD = 11;

    private final LinearModel model;
    private final TokenFeatures context;
    private final List<Line> lines;
    private final List<Tokens> tokens;
    private final float[] edge = new float[WIDTH];
    private final float[] shapes = new float[TokenFeatures.SHAPES];
    private final float[] often = new float[TokenFeatures.MOST_OFTEN + 1];
    private final float[] titled = new float[2];
    private final float[] oftenTitled = new float[2 * often.length];
    private final float[] bracketed = new float[2];
    private final float[] inCondition = new float[2];
    private final float[] kinds = new float[SectionKind.values().length];

    /** By number of a word, where it was seen first: its line and place there. */
    private final int[] firstLine;

    private final int[] firstToken;
    private final float[] @Nullable [] words;
    private final int[] pairs = new int[5];
    private final int[] found = new int[5];

    TokenScores(LinearModel model, String title, List<Line> lines, List<Tokens> tokens) {
        this.model = model;
        this.lines = lines;
        this.tokens = tokens;
        context = new TokenFeatures(title, tokens);
        firstLine = new int[context.words()];
        firstToken = new int[context.words()];
        words = new float[context.words()][];
        for (int k = 0; k < WIDTH; k++) {
            edge[k] = fact(KINDS[k], TokenFeatures.EDGE);
        }
        fill(shapes, 18);
        fill(often, 19);
        fill(titled, 20);
        fill(oftenTitled, 21);
        fill(bracketed, 22);
        fill(inCondition, 23);
        fill(kinds, 24);
    }

    private void fill(float[] values, int kind) {
        for (int value = 0; value < values.length; value++) {
            values[value] = fact(kind, value);
        }
    }

    private float fact(int kind, int value) {
        return model.fact(TokenFeatures.key(kind, value));
    }

    /** The probability that a word is one of a treatment's name. */
    double of(int line, int t) {
        Line here = lines.get(line);
        Tokens row = tokens.get(line);
        int word = row.words()[t];
        int start = row.starts()[t];
        int before = word(row, t - 1);
        int before2 = word(row, t - 2);
        int after = word(row, t + 1);
        int after2 = word(row, t + 2);
        pairs[0] = TokenFeatures.key(8, Hashes.mix(before2, before));
        pairs[1] = TokenFeatures.key(9, Hashes.mix(after, after2));
        pairs[2] = TokenFeatures.key(12, Hashes.mix(before, word));
        pairs[3] = TokenFeatures.key(13, Hashes.mix(word, after));
        pairs[4] = TokenFeatures.key(16, Hashes.mix(before, after));
        model.slots().slots(pairs, pairs.length, found);
        float[] own = adds(line, t);
        float[] previous = adds(line, t - 1);
        float[] next = adds(line, t + 1);
        int frequency = context.often(context.number(word));
        int inTitle = context.titled(word);
        // In the order of the features: sums of the same numbers in another order are not the same.
        double sum = 0;
        for (int k = OWN; k < BEFORE; k++) {
            sum += own[k];
        }
        sum += previous[BEFORE];
        sum += next[AFTER];
        sum += pair(0);
        sum += pair(1);
        sum += adds(line, t - 2)[BEFORE_THAT];
        sum += adds(line, t + 2)[AFTER_THAT];
        sum += pair(2);
        sum += pair(3);
        sum += previous[ENDING_BEFORE];
        sum += next[ENDING_AFTER];
        sum += pair(4);
        sum += adds(line, t - 3)[THIRD];
        sum += shapes[TokenFeatures.shape(here.text(), start, row.ends()[t], t)];
        sum += often[frequency];
        sum += titled[inTitle];
        sum += oftenTitled[frequency * 2 + inTitle];
        sum += bracketed[TokenFeatures.isBracketed(here.lower(), start) ? 1 : 0];
        sum += inCondition[TokenFeatures.inCondition(here, start) ? 1 : 0];
        sum += kinds[here.kind().ordinal()];
        return Trees.probability(model.bias()[0] + sum);
    }

    private float pair(int at) {
        int slot = found[at];
        return slot < 0 ? 0 : model.rarity()[slot] * model.weights()[slot];
    }

    private static int word(Tokens row, int t) {
        return t < 0 || t >= row.size() ? TokenFeatures.EDGE : row.words()[t];
    }

    /** What the word at a place adds, by {@link #KINDS}. */
    private float[] adds(int line, int t) {
        Tokens row = tokens.get(line);
        if (t < 0 || t >= row.size()) {
            return edge;
        }
        int number = context.number(row.words()[t]);
        float[] known = words[number];
        if (known == null) {
            float[] first = looked(line, t);
            words[number] = first;
            firstLine[number] = line;
            firstToken[number] = t;
            return first;
        }
        // All numbers have one hash, and two words may.
        return isSame(line, t, firstLine[number], firstToken[number]) ? known : looked(line, t);
    }

    private boolean isSame(int line, int t, int otherLine, int other) {
        Tokens row = tokens.get(line);
        Tokens there = tokens.get(otherLine);
        int length = row.ends()[t] - row.starts()[t];
        return length == there.ends()[other] - there.starts()[other]
                && lines.get(line)
                        .lower()
                        .regionMatches(row.starts()[t], lines.get(otherLine).lower(), there.starts()[other], length);
    }

    private float[] looked(int line, int t) {
        Tokens row = tokens.get(line);
        String lower = lines.get(line).lower();
        int start = row.starts()[t];
        int end = row.ends()[t];
        int word = row.words()[t];
        int ending = Hashes.of(lower, Math.max(start, end - 3), end);
        float[] adds = new float[WIDTH];
        int[] values = {
            word,
            ending,
            Hashes.of(lower, Math.max(start, end - 4), end),
            Hashes.of(lower, Math.max(start, end - 5), end),
            Hashes.of(lower, start, Math.min(end, start + 4)),
            word,
            word,
            word,
            word,
            ending,
            ending,
            word
        };
        for (int k = 0; k < WIDTH; k++) {
            adds[k] = fact(KINDS[k], values[k]);
        }
        return adds;
    }
}
