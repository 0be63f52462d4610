package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that name their authors: "Department of Stones (AH, BO), Utopia; Sea College (Ray), Atlantis". */
final class NamedAddresses {
    private static final Pattern PART = Pattern.compile(";");
    private static final Pattern NAMES = Pattern.compile("\\s?\\(([^()]{2,300})\\)");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;&]|\\band\\b)\\s*(?:and\\b\\s*)?");
    private static final Pattern WORD = Pattern.compile("[\\s-]+");

    private final List<Author> authors;
    private final Map<Integer, Set<String>> owned = new LinkedHashMap<>();

    private NamedAddresses(List<Author> authors) {
        this.authors = authors;
    }

    /** The addresses by their authors' places; none unless every part of the text names authors, and only authors. */
    static Map<Integer, Set<String>> of(String text, List<Author> authors) {
        NamedAddresses addresses = new NamedAddresses(authors);
        for (String part : PART.split(text)) {
            if (!part.isBlank() && !addresses.read(part)) {
                return Map.of();
            }
        }
        return addresses.owned;
    }

    /** Each group of names owns what stands before it, and what stands behind the last one is common to all. */
    private boolean read(String part) {
        List<String> places = new ArrayList<>();
        List<Set<Integer>> owners = new ArrayList<>();
        Matcher names = NAMES.matcher(part);
        int from = 0;
        while (names.find()) {
            Set<Integer> named = named(names.group(1));
            if (named != null) {
                places.add(part.substring(from, names.start()));
                owners.add(named);
                from = names.end();
            }
        }
        for (int i = 0; i < places.size(); i++) {
            String address = AddressText.cleaned(places.get(i) + part.substring(from));
            owners.get(i)
                    .forEach(owner -> owned.computeIfAbsent(owner, each -> new LinkedHashSet<>())
                            .add(address));
        }
        return !places.isEmpty();
    }

    private @Nullable Set<Integer> named(String names) {
        Set<Integer> named = new HashSet<>();
        for (String name : BETWEEN.split(names)) {
            int owner = owner(name.strip());
            if (owner < 0) {
                return null;
            }
            named.add(owner);
        }
        return named.isEmpty() ? null : named;
    }

    /** The one author of that family name or these initials, or -1. */
    private int owner(String name) {
        int owner = -1;
        String bare = name.replaceAll("[.\\s-]", "");
        for (int i = 0; i < authors.size(); i++) {
            Author author = authors.get(i);
            if (name.equals(author.family()) || initials(author).contains(bare)) {
                if (owner >= 0) {
                    return -1;
                }
                owner = i;
            }
        }
        return owner;
    }

    private static Set<String> initials(Author author) {
        Set<String> all = new HashSet<>();
        String given = initials(author.given());
        String family = initials(author.family());
        if (!given.isEmpty() && !family.isEmpty()) {
            for (String first : List.of(given, given.substring(0, 1))) {
                all.add(first + family);
                all.add(first + family.charAt(0));
            }
        }
        return all;
    }

    private static String initials(@Nullable String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : WORD.split(name == null ? "" : name.replace(".", " ").strip())) {
            if (!word.isEmpty()) {
                initials.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return initials.toString();
    }
}
