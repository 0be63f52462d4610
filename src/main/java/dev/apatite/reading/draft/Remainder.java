package dev.apatite.reading.draft;

import dev.apatite.paper.Author;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What of a file's text stands neither in its draft nor among the furniture: the net below all rules of a reader.
 *
 * <p>A piece of text counts as placed where most of its words stand in the draft in the order in which the file prints
 * them, so that a line whose first word was joined to the line before is still found, and a sentence that merely uses
 * the paper's words is not. Time is linear in the length of both.
 */
public final class Remainder {
    /** Below so large a share of words that were found, a piece counts as lost. */
    private static final double FOUND = 0.7;

    private static final double FOUND_OF_FEW = 0.5;
    private static final int SHORT = 5;
    /** So much of a line that was not read is not read: the first or the last word may be part of a torn one. */
    private static final double MOST_LOST = 0.7;

    private static final String HYPHENS = "-\u00AD‐‑";
    private static final Pattern RAISED = Pattern.compile("[⁰¹²³⁴-⁹]+");
    private static final int LONGEST_WORD = 200;

    private final Set<String> words = new HashSet<>();
    private final Set<Long> neighbours = new HashSet<>();

    private Remainder() {}

    /** Learns what the draft holds. */
    public static Remainder of(PaperDraft draft) {
        Remainder remainder = new Remainder();
        each(draft, true, remainder::learn);
        draft.furniture.pieces().forEach(piece -> remainder.learn(piece.text()));
        return remainder;
    }

    /** Hands on every text of a draft, or those that a title page prints. */
    private static void each(PaperDraft draft, boolean all, Consumer<String> texts) {
        for (String fact : new String[] {
            draft.title,
            draft.journal,
            draft.volume,
            draft.issue,
            draft.firstPage,
            draft.lastPage,
            draft.doi,
            draft.pmid
        }) {
            if (fact != null) {
                texts.accept(fact);
            }
        }
        for (Author author : draft.authors) {
            texts.accept((author.given() == null ? "" : author.given() + " ") + author.family());
            author.affiliations().forEach(texts);
        }
        draft.keywords.forEach(texts);
        for (Section section : draft.sections) {
            if (!all && section.kind() != SectionKind.ABSTRACT) {
                continue;
            }
            if (section.heading() != null) {
                texts.accept(section.heading());
            }
            texts.accept(section.text());
        }
        draft.notes.forEach(texts);
        if (all) {
            draft.tables.forEach(table -> table.rows().forEach(row -> texts.accept(String.join(" ", row))));
            draft.references.stream().map(Reference::raw).forEach(texts);
            draft.unplaced.forEach(texts);
        }
    }

    private void learn(String text) {
        List<String> tokens = tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.get(i));
            if (i > 0) {
                neighbours.add(pair(tokens.get(i - 1), tokens.get(i)));
            }
        }
    }

    /** Whether a piece of the file's text is nowhere. */
    public boolean isLost(String piece) {
        return !lost(List.of(piece)).isEmpty();
    }

    /**
     * The indexes of the lines that stand nowhere.
     *
     * @param lines of one paragraph: a word that a hyphen parts at a line's end counts for neither line
     */
    public List<Integer> lost(List<String> lines) {
        List<String> tokens = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        boolean torn = false;
        for (int i = 0; i < lines.size(); i++) {
            List<String> own = new ArrayList<>(tokens(lines.get(i)));
            if (torn && !own.isEmpty()) {
                own.removeFirst();
            }
            torn = i + 1 < lines.size() && isTorn(lines.get(i));
            if (torn && !own.isEmpty()) {
                own.removeLast();
            }
            tokens.addAll(own);
            ends.add(tokens.size());
        }
        List<Integer> lost = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < ends.size(); i++) {
            if (isLost(tokens, from, ends.get(i))) {
                lost.add(i);
            }
            from = ends.get(i);
        }
        return lost;
    }

    private static boolean isTorn(String line) {
        String printed = line.stripTrailing();
        return !printed.isEmpty() && HYPHENS.indexOf(printed.charAt(printed.length() - 1)) >= 0;
    }

    /**
     * Counts what the title page prints and the draft's facts, abstract and notes do not say: degrees, marks, labels. Lines
     * that are {@link #lost} do not belong to it.
     */
    public static void countLabels(PaperDraft draft, List<String> titlePage) {
        Map<String, Integer> said = new HashMap<>();
        each(draft, false, text -> split(text).forEach(token -> said.merge(token, 1, Integer::sum)));
        List<String> labels = new ArrayList<>();
        for (String text : titlePage) {
            for (String token : split(text)) {
                if (said.merge(token, -1, Integer::sum) < 0) {
                    labels.add(token);
                }
            }
        }
        draft.furniture.add(Furniture.Kind.LABEL, String.join(" ", labels));
    }

    /**
     * How often each word of a file's text is printed more often than it was read: a line that says again what stands
     * elsewhere is lost too, and nothing but a count tells.
     *
     * @param printed the text of the file, without what was left out before
     */
    public static Map<String, Integer> lacking(PaperDraft draft, List<String> printed) {
        Map<String, Integer> lacking = new HashMap<>();
        printed.forEach(text -> split(text).forEach(word -> lacking.merge(word, 1, Integer::sum)));
        Consumer<String> said = text -> split(text).forEach(word -> lacking.merge(word, -1, Integer::sum));
        each(draft, true, said);
        draft.furniture.pieces().stream()
                .filter(piece -> piece.kind() == Furniture.Kind.LABEL)
                .forEach(piece -> said.accept(piece.text()));
        lacking.values().removeIf(count -> count <= 0);
        return lacking;
    }

    /** Whether hardly a word of a line was read so often; one that is lost no longer lacks. */
    public static boolean takeLost(String line, Map<String, Integer> lacking) {
        List<String> words = split(line);
        Map<String, Integer> taken = new HashMap<>();
        int lost = 0;
        for (String word : words) {
            if (taken.getOrDefault(word, 0) < lacking.getOrDefault(word, 0)) {
                taken.merge(word, 1, Integer::sum);
                lost++;
            }
        }
        if (lost == 0 || lost < MOST_LOST * words.size()) {
            return false;
        }
        taken.forEach((word, count) -> lacking.merge(word, -count, Integer::sum));
        return true;
    }

    private boolean isLost(List<String> tokens, int from, int to) {
        if (to - from == 1) {
            return !words.contains(tokens.get(from));
        }
        int found = 0;
        for (int i = from; i < to; i++) {
            boolean before = i > 0 && neighbours.contains(pair(tokens.get(i - 1), tokens.get(i)));
            boolean behind = i + 1 < tokens.size() && neighbours.contains(pair(tokens.get(i), tokens.get(i + 1)));
            found += before || behind ? 1 : 0;
        }
        return found < (to - from < SHORT ? FOUND_OF_FEW : FOUND) * (to - from);
    }

    private static long pair(String first, String second) {
        return (long) first.hashCode() << 32 ^ second.hashCode();
    }

    /** The words of a text, folded: runs of letters or of digits. */
    static List<String> tokens(String text) {
        // Raised marks part the words that they stand between.
        return split(isPlain(text) ? text : RAISED.matcher(text).replaceAll(" "));
    }

    /** The words, raised figures among them. */
    private static List<String> split(String text) {
        String folded = isPlain(text)
                ? text.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (isOfWord(c) && token.length() < LONGEST_WORD) {
                token.append(c);
            } else if (!token.isEmpty() && (c < 0x80 || Character.getType(c) != Character.NON_SPACING_MARK)) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        }
        return tokens;
    }

    private static boolean isOfWord(char c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' : Character.isLetterOrDigit(c);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
