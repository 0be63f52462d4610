package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import dev.apatite.text.DataLines;
import dev.apatite.text.Folding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of {@code names.tsv}: what they say about a word in an author line. */
public final class NameWords {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, Set<String>> WORDS = load();

    private NameWords() {}

    static boolean isGiven(String word) {
        return is("given", word);
    }

    static boolean isHispanicFamily(String word) {
        return is("hispanic", word) || fold(word).endsWith("ez") && word.length() > 4;
    }

    /** What stands behind "de", "del" or "de la" in a given name ("Carmen", "Luz"). */
    static boolean isDevotion(String word) {
        return is("devotion", word);
    }

    static boolean isFamilyFirst(String word) {
        return is("family-first", word);
    }

    /** A lower-case word that begins a family name ("van", "de"). */
    static boolean isParticle(String word) {
        return is("particle", word)
                && (Character.isLowerCase(word.charAt(0))
                        || word.equals("El")
                        || word.equals("Al")
                        || word.equals("De")
                        || word.equals("Du")
                        || word.equals("Van")
                        || word.equals("Von")
                        || word.equals("Del")
                        || word.equals("Dos"));
    }

    static boolean isDegree(String word) {
        return is("degree", word.replace(".", "").replaceAll("[()]", ""));
    }

    /** A word that stands in addresses, headings or titles, but in no name. */
    public static boolean isNoName(String word) {
        String bare = word.replaceAll("[.:()]", "");
        return bare.length() > 1 && is("other", bare);
    }

    private static boolean is(String what, String word) {
        return Objects.requireNonNull(WORDS.get(what)).contains(fold(word));
    }

    /** An author's whole name in lower case without marks and punctuation, in the letters of any script. */
    public static String words(Author author) {
        String given = author.given() == null ? "" : author.given();
        String family = author.family() == null ? "" : author.family();
        String plain = fold(given + " " + family).replace('ı', 'i');
        return NOT_WORD.matcher(plain).replaceAll(" ").strip();
    }

    private static String fold(String word) {
        return Folding.plain(word);
    }

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> words = new HashMap<>();
        for (String[] cells : DataLines.cells(NameWords.class, "names.tsv")) {
            words.computeIfAbsent(cells[0], key -> new HashSet<>()).addAll(List.of(cells[1].split(" ", -1)));
        }
        return Map.copyOf(words);
    }
}
