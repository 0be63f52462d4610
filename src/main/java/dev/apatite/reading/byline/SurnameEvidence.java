package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where a printed name divides into given names and family name, told by how the same paper prints it elsewhere: "Soares
 * Magalhães RJ" in its own reference list, in its running heads or in the line that says how to cite it shows that the
 * family of "Ricardo J. Soares Magalhães" has two words.
 */
public final class SurnameEvidence {
    private static final int MOST_FAMILY_WORDS = 4;
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Each as "family|initials" in plain lower case. */
    private final Set<String> printed = new TreeSet<>();

    private final List<String> texts = new ArrayList<>();

    /**
     * Evidence from one paper.
     *
     * @param references its reference list
     * @param texts its running heads and the lines that cite it
     */
    public SurnameEvidence(List<Reference> references, List<String> texts) {
        for (Reference reference : references) {
            for (PersonName author : reference.authors()) {
                if (author.family() != null && author.given() != null) {
                    printed.add(plain(author.family()) + "|" + initials(author.given()));
                }
            }
        }
        texts.forEach(text -> this.texts.add(" " + APART.matcher(text).replaceAll(" ") + " "));
    }

    /** The authors, those divided anew whose other division alone is printed elsewhere. */
    public List<Author> settled(List<Author> authors) {
        return authors.stream().map(this::settled).toList();
    }

    private Author settled(Author author) {
        if (author.given() == null || author.family() == null || isSeen(author.given(), author.family())) {
            return author;
        }
        String[] words = (author.given() + " " + author.family()).split(" ", -1);
        for (int first = Math.max(1, words.length - MOST_FAMILY_WORDS); first < words.length; first++) {
            String given = String.join(" ", List.of(words).subList(0, first));
            String family = String.join(" ", List.of(words).subList(first, words.length));
            // "Valle SYD" is how some print Sara Y. Del Valle, whose family name has two words all the same.
            boolean cut = NameWords.isParticle(words[first - 1]);
            if (!cut && !family.equals(author.family()) && isSeen(given, family)) {
                return new Author(family, given, author.orcid(), author.affiliations());
            }
        }
        return author;
    }

    private boolean isSeen(String given, String family) {
        String initials = initials(given);
        String name = plain(family);
        return printed.contains(name + "|" + initials) || texts.stream().anyMatch(text -> isIn(text, family, initials));
    }

    /** Whether the text has the family name with all initials behind it or before it. */
    private static boolean isIn(String text, String family, String initials) {
        String bare = APART.matcher(family).replaceAll(" ").strip();
        String capitals = initials.toUpperCase(Locale.ROOT);
        String spaced = String.join(" ", capitals.split("", -1)).strip();
        return text.contains(" " + bare + " " + capitals + " ") || text.contains(" " + bare + " " + spaced + " ");
    }

    private static String plain(String name) {
        return APART.matcher(Folding.plain(name)).replaceAll(" ").strip();
    }

    /** The first letters of all given names, in lower case; capitals that stand together are initials. */
    private static String initials(String given) {
        StringBuilder initials = new StringBuilder();
        for (String part : APART.split(given)) {
            boolean capitals = part.length() < 4 && part.equals(part.toUpperCase(Locale.ROOT));
            initials.append(
                    part.isEmpty() || !Character.isUpperCase(part.codePointAt(0))
                            ? ""
                            : capitals ? part : part.substring(0, 1));
        }
        return Folding.plain(initials.toString());
    }
}
