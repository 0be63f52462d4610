package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds where a text names concepts, however many names there are. Safe to share between threads. */
public final class NameMatcher {
    /** From this length on an acronym whose few small letters are printed as capitals is hardly another. */
    private static final int SHORTEST_IN_CAPITALS = 4;

    /** Longest synonym that counts as an acronym whose capitals matter. */
    private static final int LONGEST_ACRONYM = 5;

    /** Shorter brands are too often words: "emend". */
    private static final int SHORTEST_LOWER_CASE_BRAND = 6;

    /** Brands that are words as well, by their forms. */
    private static final Set<String> EVERYDAY_BRANDS =
            Set.of("foster", "integra", "luminal", "ensure", "symbol", "advance", "balance", "premium");

    /** Prefixes that are printed with a hyphen, with a space or glued to the word. */
    private static final Set<String> PREFIXES = Set.of("anti", "non", "post", "pre", "auto", "pseudo", "sub", "hyper");

    /**
     * A name of a concept.
     *
     * @param needsSupport whether it counts only beside an unambiguous name of the concept
     * @param exactCase whether capitals must stand as in the name
     * @param brand whether it must begin with a capital
     */
    public record Name(Concept concept, String printed, boolean needsSupport, boolean exactCase, boolean brand) {}

    /** Names that a text prints from word {@code first} to before word {@code end}. */
    public record Match(int first, int end, List<Name> names) {}

    private final PhraseTrie<Name> trie = new PhraseTrie<>();

    public NameMatcher(Vocabulary vocabulary) {
        this(vocabulary.concepts());
    }

    /** Finds the names of these concepts only. */
    public NameMatcher(Collection<Concept> concepts) {
        for (Concept concept : concepts) {
            add(concept, concept.name());
            concept.synonyms().forEach(synonym -> add(concept, synonym));
        }
    }

    private void add(Concept concept, String synonym) {
        boolean needsSupport = synonym.endsWith("?");
        String printed =
                needsSupport ? synonym.substring(0, synonym.length() - 1).strip() : synonym;
        Name name = new Name(concept, printed, needsSupport, isAcronym(printed), isBrand(concept, printed));
        Words words = Words.of(printed);
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            forms.add(words.form(i));
        }
        trie.add(forms.toArray(String[]::new), name);
        if (printed.indexOf('.') >= 0) {
            addWithoutDots(name, words);
        }
        addJoined(name, words, forms);
        addSplit(name, words, forms);
    }

    /** "E. coli" is printed "E coli" too. */
    private void addWithoutDots(Name name, Words words) {
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.form(i).equals(".")) {
                forms.add(words.form(i));
            }
        }
        if (forms.size() < words.size()) {
            trie.add(forms.toArray(String[]::new), name);
        }
    }

    /** "x-ray" is printed "xray" too, "anti-centromere" "anticentromere". */
    private void addJoined(Name name, Words words, List<String> forms) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean hyphen = words.isWord(i)
                    && words.isWord(i + 1)
                    && words.start(i + 1) == words.end(i) + 1
                    && name.printed().charAt(words.end(i)) == '-';
            if (hyphen && words.end(i + 1) - words.start(i) > 4 || hyphen && PREFIXES.contains(forms.get(i))) {
                List<String> joined = new ArrayList<>(forms);
                joined.set(i, WordForm.of(words.printed(i) + words.printed(i + 1)));
                joined.remove(i + 1);
                trie.add(joined.toArray(String[]::new), name);
            }
        }
    }

    /** "anticentromere" is printed "anti-centromere" too. */
    private void addSplit(Name name, Words words, List<String> forms) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.printed(i);
            boolean opposes = (word.charAt(0) | 0x20) == 'a'
                    && word.toLowerCase(Locale.ROOT).startsWith("anti");
            String rest = opposes ? word.substring(4) : "";
            if (rest.length() >= 5 && words.isWord(i)) {
                List<String> split = new ArrayList<>(forms);
                split.set(i, WordForm.of(rest));
                split.add(i, "anti");
                trie.add(split.toArray(String[]::new), name);
            }
        }
    }

    static boolean isAcronym(String name) {
        int letters = 0;
        int capitals = 0;
        int beyondFirst = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            letters += Character.isLetterOrDigit(c) ? 1 : 0;
            capitals += Character.isUpperCase(c) ? 1 : 0;
            beyondFirst += i > 0 && Character.isUpperCase(c) ? 1 : 0;
        }
        boolean mostlyCapitals = beyondFirst > 0 && capitals * 2 >= letters && letters <= 8 && name.indexOf(' ') < 0;
        return mostlyCapitals || letters <= LONGEST_ACRONYM && beyondFirst > 0 || letters <= 3 && capitals > 0;
    }

    /** Whether this is a drug's brand, a single word with a capital: "luminal" in a text is not Luminal. */
    private static boolean isBrand(Concept concept, String printed) {
        return concept.type() == MentionType.TREATMENT
                && !printed.isEmpty()
                && Character.isUpperCase(printed.charAt(0))
                && isOneWord(printed);
    }

    private static boolean isOneWord(String printed) {
        for (int i = 0; i < printed.length(); i++) {
            if (!Character.isLetter(printed.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The names that begin with word {@code first}, shortest first. */
    public List<Match> at(Words words, int first) {
        if (!words.isMark(first) && startsInside(words, first)) {
            return List.of();
        }
        List<Match> matches = List.of();
        for (PhraseTrie.Hit<Name> hit : trie.at(words, first)) {
            if (endsInside(words, first, hit.end())) {
                continue;
            }
            List<Name> names = hit.values().stream()
                    .filter(name -> hasRightCase(words, first, hit.end(), name))
                    .toList();
            if (!names.isEmpty()) {
                matches = matches.isEmpty() ? new ArrayList<>(2) : matches;
                matches.add(new Match(first, hit.end(), names));
            }
        }
        return matches;
    }

    /** Whether the word continues one before it, as "mg" does in "5mg"; a long word glued to a number stands alone. */
    private static boolean startsInside(Words words, int first) {
        if (first == 0 || !words.glued(first - 1) || words.isMark(first - 1)) {
            return false;
        }
        boolean longWord = words.isWord(first) && words.end(first) - words.start(first) >= 5;
        return !(longWord && words.isNumber(first - 1));
    }

    /** Whether the name goes on in the word after it; the number of a reference glued to a long word does not count. */
    private static boolean endsInside(Words words, int first, int end) {
        int last = end - 1;
        if (end >= words.size() || !words.glued(last) || words.isMark(end) || words.isMark(last)) {
            return false;
        }
        boolean reference = words.isWord(last)
                && words.isNumber(end)
                && words.end(end) - words.start(end) <= 3
                && words.end(last) - words.start(first) >= 5
                && Character.isLowerCase(words.text().charAt(words.end(last) - 1))
                && !(end + 1 < words.size() && words.glued(end) && words.isWord(end + 1));
        return !reference;
    }

    private static boolean hasRightCase(Words words, int first, int end, Name name) {
        String text = words.text();
        if (name.exactCase()) {
            return sameCase(text, words.start(first), words.end(end - 1), name.printed())
                    || isOtherwiseCapital(text, words.start(first), words.end(end - 1), name.printed());
        }
        if (name.brand()
                && Character.isLowerCase(text.charAt(words.start(first)))
                && !isUnmistakable(words.form(first))) {
            return false;
        }
        int length = words.end(end - 1) - words.start(first);
        boolean couldBeAcronym = end == first + 1
                && length <= LONGEST_ACRONYM
                && length > 1
                && allCapitals(text, words.start(first), words.end(first))
                && !allCapitals(name.printed(), 0, name.printed().length());
        return !couldBeAcronym || capitalsAround(words, first);
    }

    /** "IVIG" is IVIg, and "Ara-C" at the beginning of a sentence is ara-C; "PSS" is not pSS. */
    private static boolean isOtherwiseCapital(String text, int start, int end, String name) {
        long capitals = name.chars().filter(Character::isUpperCase).count();
        if (name.length() >= SHORTEST_IN_CAPITALS && 2 * capitals > name.length()) {
            return sameCase(text, start, end, name.toUpperCase(Locale.ROOT));
        }
        boolean word = name.matches("\\p{Ll}{2}.*");
        return word && sameCase(text, start, end, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    /** Whether a brand is meant although it has no capital: "augmentin", but not "foster". */
    private static boolean isUnmistakable(String form) {
        return form.length() >= SHORTEST_LOWER_CASE_BRAND && !EVERYDAY_BRANDS.contains(form);
    }

    private static boolean sameCase(String text, int start, int end, String name) {
        int at = start;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
            while (at < end && !Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            if (at >= end || text.charAt(at) != c) {
                return at >= end && c == 's';
            }
            at++;
        }
        while (at < end && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at == end || text.charAt(at) == 's';
    }

    private static boolean allCapitals(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetter(text.charAt(i)) && !Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words beside are in capitals too, as in a heading. */
    private static boolean capitalsAround(Words words, int at) {
        int seen = 0;
        for (int i = Math.max(0, at - 3); i <= at + 3 && i < words.size(); i++) {
            if (i != at && words.isWord(i)) {
                if (!allCapitals(words.text(), words.start(i), words.end(i))) {
                    return false;
                }
                seen++;
            }
        }
        return seen > 0;
    }
}
