package dev.apatite.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes British and American spellings alike, by the rules of {@code spelling.tsv}. Safe to share between threads. */
public final class Spelling {
    private record Rule(String where, String from, String to) {
        String apply(String word) {
            return switch (where) {
                case "start" -> word.startsWith(from) ? to + word.substring(from.length()) : word;
                case "end" -> ends(word) ? word.substring(0, word.length() - from.length()) + to : word;
                default -> word.contains(from) ? word.replace(from, to) : word;
            };
        }

        /** An ending counts only behind a stem of at least three letters. */
        private boolean ends(String word) {
            return word.length() >= from.length() + 3 && word.endsWith(from);
        }
    }

    private static final int SHORTEST = 4;
    private static final int MOST_REMEMBERED = 50_000;

    /** Remembered of a word that has one spelling only. */
    private static final String AS_IT_IS = "";

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    private Spelling() {}

    /** Loads the rules that come with Apatite. */
    public static Spelling load() {
        Spelling spelling = new Spelling();
        DataLines.of(Spelling.class, "spelling.tsv").forEach(spelling::add);
        return spelling;
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        switch (cells[0]) {
            case "keep" -> kept.addAll(List.of(cells[1].split(" ")));
            case "word" -> words.put(cells[1], cells[2]);
            case "any", "start", "end" -> rules.add(new Rule(cells[0], cells[1], cells[2]));
            default -> throw new IllegalStateException("spelling.tsv has a rule " + cells[0]);
        }
    }

    /** The one spelling under which all spellings of a word are found; {@code word} is lower case. */
    public String normal(String word) {
        if (word.length() < SHORTEST) {
            return words.getOrDefault(word, word);
        }
        String known = remembered.get(word);
        if (known == null) {
            if (remembered.size() > MOST_REMEMBERED) {
                remembered.clear();
            }
            String normal = byRules(word);
            known = normal.equals(word) ? AS_IT_IS : normal;
            remembered.put(word, known);
        }
        // Most words are given back as they came, so that whoever compares sees at once that nothing changed.
        return known.isEmpty() ? word : known;
    }

    private String byRules(String word) {
        if (kept.contains(word)) {
            return word;
        }
        String whole = words.get(word);
        if (whole != null) {
            return whole;
        }
        String normal = word;
        for (Rule rule : rules) {
            normal = rule.apply(normal);
        }
        return normal;
    }
}
