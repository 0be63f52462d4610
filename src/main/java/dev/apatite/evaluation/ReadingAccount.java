package dev.apatite.evaluation;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.reading.Reading;
import dev.apatite.reading.draft.Furniture;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether a paper's words are all there: those of its text layer against those that were read or counted as furniture.
 * Words are runs of letters or of digits without accents and case, each counted as often as it is printed. A word that
 * the extractor tears, or runs into its neighbour, is found all the same.
 *
 * @param words of the text layer
 * @param missing those of them that are neither read nor counted
 * @param furniture those that were counted
 */
public record ReadingAccount(String file, int words, List<String> missing, int furniture) {
    private static final int FURTHEST_REST = 60;
    private static final int MOST_PARTS = 16;

    public ReadingAccount {
        missing = List.copyOf(missing);
    }

    /** Compares the text of a file, as a plain extractor prints it, with the papers that were read in it. */
    public static ReadingAccount of(String file, String layer, List<Reading> readings) {
        Map<String, Integer> have = new HashMap<>();
        int furniture = 0;
        for (Reading reading : readings) {
            texts(reading.paper()).forEach(text -> words(text).forEach(word -> have.merge(word, 1, Integer::sum)));
            for (Furniture.Piece piece : reading.furniture()) {
                for (String word : words(piece.text())) {
                    have.merge(word, 1, Integer::sum);
                    furniture++;
                }
            }
        }
        List<String> words = words(layer);
        boolean[] found = new boolean[words.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = take(have, words.get(i));
        }
        rejoin(words, found, have);
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (!found[i]) {
                missing.add(words.get(i));
            }
        }
        return new ReadingAccount(file, words.size(), missing, furniture);
    }

    /** The share of the words that were read or counted; 1 for a file without words. */
    public double share() {
        return words == 0 ? 1 : 1 - (double) missing.size() / words;
    }

    private static boolean take(Map<String, Integer> have, String word) {
        Integer count = have.get(word);
        if (count == null || count == 0) {
            return false;
        }
        have.put(word, count - 1);
        return true;
    }

    /** Finds words that the extractor tore (at a hyphen, at a space between letters) or ran into one. */
    private static void rejoin(List<String> words, boolean[] found, Map<String, Integer> have) {
        for (int i = 0; i < found.length; i++) {
            String word = words.get(i);
            boolean before = i > 0 && !found[i] && take(have, words.get(i - 1) + word);
            boolean behind = i + 1 < found.length && !found[i] && !before && take(have, word + words.get(i + 1));
            if (before || behind) {
                found[i] = true;
                int other = before ? i - 1 : i + 1;
                if (found[other]) {
                    // It was taken from another place, which has it back.
                    have.merge(words.get(other), 1, Integer::sum);
                }
                found[other] = true;
            }
        }
        for (int i = 0; i < found.length; i++) {
            // Where columns are interleaved, the rest of a torn word stands some lines further on.
            for (int j = i + 1; !found[i] && j < Math.min(found.length, i + FURTHEST_REST); j++) {
                if (!found[j] && take(have, words.get(i) + words.get(j))) {
                    found[i] = true;
                    found[j] = true;
                }
            }
            // Its first part may be a word that stands elsewhere, which has it back.
            for (int j = i - 1; !found[i] && j > Math.max(-1, i - FURTHEST_REST); j--) {
                if (found[j] && take(have, words.get(j) + words.get(i))) {
                    found[i] = true;
                    have.merge(words.get(j), 1, Integer::sum);
                }
            }
        }
        for (int i = 0; i < found.length; i++) {
            spaced(words, found, have, i);
        }
        for (int i = 0; i < found.length; i++) {
            String word = words.get(i);
            for (int cut = 1; !found[i] && cut < word.length(); cut++) {
                String first = word.substring(0, cut);
                String second = word.substring(cut);
                if (have.getOrDefault(first, 0) > 0 && have.getOrDefault(second, 0) > 0) {
                    found[i] = take(have, first) && take(have, second);
                }
            }
        }
    }

    /** Finds a letter-spaced word, of which the extractor makes many, one of them at {@code i}. */
    private static void spaced(List<String> words, boolean[] found, Map<String, Integer> have, int i) {
        for (int from = Math.max(0, i - MOST_PARTS); !found[i] && from <= i; from++) {
            StringBuilder whole = new StringBuilder();
            for (int to = from;
                    to < Math.min(words.size(), from + MOST_PARTS)
                            && words.get(to).length() < 5;
                    to++) {
                whole.append(words.get(to));
                if (to >= i && to - from > 1 && take(have, whole.toString())) {
                    for (int part = from; part <= to; part++) {
                        if (found[part]) {
                            have.merge(words.get(part), 1, Integer::sum);
                        }
                        found[part] = true;
                    }
                    break;
                }
            }
        }
    }

    private static Stream<String> texts(Paper paper) {
        List<String> texts = new ArrayList<>();
        for (Object fact : new Object[] {
            paper.title(),
            paper.journal(),
            paper.year(),
            paper.volume(),
            paper.issue(),
            paper.firstPage(),
            paper.lastPage(),
            paper.doi()
        }) {
            texts.add(Objects.toString(fact, ""));
        }
        for (Author author : paper.authors()) {
            texts.add(Objects.toString(author.given(), "") + " " + author.family());
            texts.addAll(author.affiliations());
        }
        texts.addAll(paper.keywords());
        for (Section section : paper.sections()) {
            texts.add(Objects.toString(section.heading(), ""));
            texts.addAll(section.paragraphs());
        }
        paper.tables().forEach(table -> table.rows().forEach(texts::addAll));
        for (Reference reference : paper.references()) {
            texts.add(Objects.toString(reference.label(), ""));
            texts.add(reference.raw());
        }
        return texts.stream();
    }

    private static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            // Accents, and hyphens that are not printed where a word does not break.
            if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT) {
                continue;
            }
            boolean goes = Character.isLetter(c) && (word.isEmpty() || Character.isLetter(word.charAt(0)))
                    || Character.isDigit(c) && (word.isEmpty() || Character.isDigit(word.charAt(0)));
            if (!goes && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            }
        }
        return words;
    }
}
