package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import dev.apatite.reading.shared.Headings;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** ORCIDs printed in notes, whose names say whose they are: "Ada Hall https://orcid.org/0000-...". */
public final class OrcidNotes {
    private static final Pattern ORCID = Pattern.compile("\\b\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dXx]\\b");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?:\\S{0,60}|orcid\\S{0,60}");
    private static final Pattern NOT_LETTERS = Pattern.compile("\\P{L}+");
    /** The words that announce an ORCID, beside its own name. */
    private static final Set<String> LABEL = Set.of(
            "",
            "the",
            "author",
            "authors",
            "s",
            "corresponding",
            "open",
            "researcher",
            "and",
            "contributor",
            "id",
            "ids",
            "number",
            "identifier",
            "identifiers");

    private static final int BEFORE = 160;
    private static final int BEHIND = 60;
    private static final int LONGEST_NAME = 60;

    private final List<Author> authors;
    private final List<List<String>> names;
    private final Map<Integer, List<String>> found = new HashMap<>();

    private OrcidNotes(List<Author> authors) {
        this.authors = authors;
        this.names = authors.stream().map(OrcidNotes::names).toList();
    }

    /**
     * The authors with the ORCIDs of the notes, where they have none yet.
     *
     * @param paragraphs in printed order
     */
    public static List<Author> linked(List<Author> authors, List<String> paragraphs) {
        OrcidNotes notes = new OrcidNotes(authors);
        String before = "";
        for (String paragraph : paragraphs) {
            if (ORCID.matcher(paragraph).find()) {
                notes.read(notes.isOneName(before) ? before + " " : "", paragraph);
                before = "";
            } else {
                before = paragraph;
            }
        }
        List<Author> linked = new ArrayList<>();
        for (int i = 0; i < authors.size(); i++) {
            Author author = authors.get(i);
            List<String> own = notes.found.getOrDefault(i, List.of());
            boolean known = author.orcid() != null || own.size() != 1;
            linked.add(
                    known
                            ? author
                            : new Author(author.family(), author.given(), own.getFirst(), author.affiliations()));
        }
        return linked;
    }

    private boolean isOneName(String text) {
        if (text.length() > LONGEST_NAME) {
            return false;
        }
        String words = words(text);
        return names.stream().filter(each -> words.contains(name(each, words))).count() == 1;
    }

    private void read(String before, String paragraph) {
        String text = before + paragraph;
        Matcher orcid = ORCID.matcher(text);
        boolean behind = false;
        int from = 0;
        while (orcid.find()) {
            String words = text.substring(Math.max(from, orcid.start() - BEFORE), orcid.start());
            int owner = from == 0 || !behind ? last(words) : -1;
            behind |= from == 0 && owner < 0;
            owner = behind ? first(text, orcid.end()) : owner;
            owner = owner < 0 && authors.size() == 1 && isLabel(words) ? 0 : owner;
            List<String> checked = Identifiers.orcids(orcid.group());
            if (owner >= 0 && !checked.isEmpty()) {
                List<String> own = found.computeIfAbsent(owner, each -> new ArrayList<>());
                if (!own.contains(checked.getFirst())) {
                    own.add(checked.getFirst());
                }
            }
            from = orcid.end();
        }
    }

    /** Whether the words in front of an ORCID name nobody, not even an editor or a reviewer. */
    private static boolean isLabel(String before) {
        String words = ADDRESS.matcher(before).replaceAll(" ").toLowerCase(Locale.ROOT);
        return LABEL.containsAll(List.of(NOT_LETTERS.split(words, -1)));
    }

    /** The author named last in the text, or -1. */
    private int last(String text) {
        String words = words(text);
        int best = -1;
        int place = -1;
        for (int i = 0; i < authors.size(); i++) {
            int at = words.lastIndexOf(name(names.get(i), words));
            if (at > place) {
                place = at;
                best = i;
            } else if (at >= 0 && at == place) {
                best = -1;
            }
        }
        return best;
    }

    /** The one author named behind an ORCID that nobody is named before, or -1. */
    private int first(String text, int from) {
        int end = Math.min(text.length(), from + BEHIND);
        Matcher next = ORCID.matcher(text).region(from, text.length());
        String behind = text.substring(from, next.find() ? Math.min(end, next.start()) : end);
        return last(behind.split("[;\\n]", 2)[0]);
    }

    /** How a name would be printed: in full, else the family name with the first initial, on either side. */
    private static List<String> names(Author author) {
        String family = words(author.family()).strip();
        String given = words(author.given()).strip();
        if (family.isEmpty()) {
            return List.of();
        }
        String initial = given.isEmpty() ? "" : given.substring(0, 1);
        return Stream.of(given + " " + family, family + " " + given, initial + " " + family, family + " " + initial)
                .map(name -> " " + name.strip() + " ")
                .toList();
    }

    /** The first of the names that the words hold, or one that no words hold. */
    private static String name(List<String> names, String words) {
        return names.stream().filter(words::contains).findFirst().orElse("\u0000");
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : " " + Headings.words(ADDRESS.matcher(text).replaceAll(" ")) + " ";
    }
}
