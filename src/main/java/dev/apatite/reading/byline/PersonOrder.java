package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which words of a printed name are the family name. */
final class PersonOrder {
    private static final Pattern UNSPEAKABLE = Pattern.compile("\\p{Lu}{2}|[BCDFGHJKLMNPQRSTVWXZ]{3}");

    private PersonOrder() {}

    /**
     * Whether a line prints its names family name first without a comma. A single name does not show it; several do:
     * known given names at the end, East Asian family names in front, or a double family name that comes back.
     */
    static boolean isFamilyFirst(List<List<String>> names) {
        int givenFirst = 0;
        int givenLast = 0;
        Map<String, Integer> pairs = new HashMap<>();
        for (List<String> name : names) {
            if (name.size() < 2 || AuthorLine.isInitials(name.getLast())) {
                continue;
            }
            String first = name.getFirst();
            String last = name.getLast();
            if (NameWords.isGiven(first)
                    || AuthorLine.isInitials(first)
                    || isChineseGiven(first) && NameWords.isFamilyFirst(last)) {
                givenFirst++;
            } else if (NameWords.isGiven(last) && !NameWords.isHispanicFamily(last)
                    || name.size() > 2 && NameWords.isGiven(name.get(2)) && NameWords.isHispanicFamily(first)
                    || NameWords.isFamilyFirst(first) && isChineseGiven(last)) {
                givenLast++;
            }
            if (name.size() > 2) {
                pairs.merge(first + ' ' + name.get(1), 1, Integer::sum);
            }
        }
        int repeated =
                pairs.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
        // One name of several may look so by chance: "Helena Radbruch, Friedemann Paul".
        int votes = givenLast + repeated;
        return votes > givenFirst && votes * 3 >= names.size() && names.size() >= 2;
    }

    /** Two syllables of a given name written together, as in "Xiaoming". */
    private static boolean isChineseGiven(String word) {
        return word.length() >= 2
                && !NameWords.isFamilyFirst(word)
                && word.matches("\\p{Lu}[a-z]{1,5}(?:-[a-z]{1,6}|[a-z]{1,6})?")
                && word.matches("(?i)(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng|n|r)?-?){1,3}");
    }

    /** One author from the words of a name, or null where the words are no name. */
    static @Nullable Author author(List<String> words, boolean familyFirst) {
        String whole = String.join(" ", words);
        if (AuthorLine.isGroup(whole)) {
            return Author.of(whole, null);
        }
        if (words.size() == 1) {
            return whole.length() < 2 || !whole.matches("\\p{Lu}.*") ? null : Author.of(cased(whole), null);
        }
        if (AuthorLine.isSuffix(words.getLast()) && words.size() > 2) {
            Author bare = author(words.subList(0, words.size() - 1), familyFirst);
            return bare == null ? null : Author.of(bare.family(), join(bare.given(), words.getLast()));
        }
        int split = familyWords(words, familyFirst);
        if (split < 0) {
            int end = -split;
            boolean initials = isInitialsBehind(words);
            return Author.of(cased(text(words, 0, end)), given(text(words, end, words.size()), initials));
        }
        return Author.of(cased(text(words, split, words.size())), given(text(words, 0, split), false));
    }

    /** Where the family name begins; or minus the number of words that it takes in front. */
    private static int familyWords(List<String> words, boolean familyFirst) {
        int size = words.size();
        if (isInitialsBehind(words)) {
            int initials = size - 1;
            while (initials > 1 && AuthorLine.isInitials(words.get(initials - 1))) {
                initials--;
            }
            return -initials;
        }
        int capitals = capitalFamily(words);
        if (capitals != 0) {
            return capitals;
        }
        if (familyFirst) {
            return -familyInFront(words);
        }
        int i = 1;
        while (i < size - 1) {
            int devotion = devotion(words, i);
            if (devotion > i && devotion < size) {
                i = devotion;
            } else if (NameWords.isParticle(words.get(i)) && !AuthorLine.isInitials(words.get(i))) {
                return i;
            } else {
                i++;
            }
        }
        boolean twoFamilies = size >= 3
                && NameWords.isHispanicFamily(words.get(size - 1))
                && NameWords.isHispanicFamily(words.get(size - 2))
                && !NameWords.isGiven(words.get(size - 2));
        return twoFamilies ? size - 2 : size - 1;
    }

    /** One past a second given name such as "de la Luz", "del Carmen", "de Fátima", that begins here; else {@code i}. */
    private static int devotion(List<String> words, int i) {
        int at = i;
        if (words.get(at).matches("de|del|da|do|dos|das")) {
            at++;
            if (at < words.size() && words.get(at).matches("la|los|las|el")) {
                at++;
            }
            if (at < words.size() && NameWords.isDevotion(words.get(at))) {
                return at + 1;
            }
        }
        return i;
    }

    private static boolean isInitialsBehind(List<String> words) {
        String last = words.getLast();
        boolean capitals = last.length() <= 4 && AuthorLine.isInitials(last);
        if (!capitals || last.length() > 1 && NameWords.isFamilyFirst(last)) {
            return false;
        }
        String first = words.getFirst();
        boolean firstIsCapitals = first.equals(first.toUpperCase(Locale.ROOT)) && first.length() > 1;
        return !AuthorLine.isInitials(first) && !(firstIsCapitals && last.length() > 3);
    }

    /** A family name in capitals beside given names that are not: "Nurşen DÜZGÜN", "MARTIN DU PONT Anne". */
    private static int capitalFamily(List<String> words) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && !word.contains(".");
            if (capitals) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0 || first == 0 && last == words.size() - 1) {
            return 0;
        }
        if (last == 0
                && UNSPEAKABLE.matcher(words.getFirst()).matches()
                && !NameWords.isFamilyFirst(words.getFirst())) {
            // Initials without full stops: "RV Vora".
            return 0;
        }
        if (last == words.size() - 1) {
            return first;
        }
        return first == 0 ? -(last + 1) : 0;
    }

    private static int familyInFront(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (NameWords.isGiven(words.get(i)) && !NameWords.isHispanicFamily(words.get(i))) {
                return i;
            }
        }
        return words.size() >= 3 && !NameWords.isFamilyFirst(words.getFirst()) ? 2 : 1;
    }

    private static String text(List<String> words, int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    private static @Nullable String given(String words, boolean initials) {
        if (words.isEmpty()) {
            return null;
        }
        return initials ? words : cased(words);
    }

    private static String join(@Nullable String given, String suffix) {
        return given == null ? suffix : given + " " + suffix;
    }

    /** A name printed all in capitals in the usual letters: "DÜZGÜN" is Düzgün, "MCDONALD" stays a guess we do not make. */
    static String cased(String name) {
        if (name.length() < 3 || !name.equals(name.toUpperCase(Locale.ROOT)) || name.contains(".")) {
            return name;
        }
        StringBuilder cased = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            cased.append(start || !Character.isLetter(c) ? c : Character.toLowerCase(c));
            start = !Character.isLetter(c);
        }
        return cased.toString();
    }
}
