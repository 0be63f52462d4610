package dev.apatite.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Queries of each kind for {@link MadePapers}, always the same for the same sentences. */
final class MadeQueries {
    /** A query as it is typed, and the filter beside it, both as parts of an address. */
    record Typed(String query, String filter) {}

    private static final int EACH = 400;
    private static final double RAREST = 0.0005;
    private static final double MOST_FREQUENT = 0.03;

    private final Random random = new Random(7);
    private final List<List<String>> sentences = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    MadeQueries(List<String> texts) {
        Map<String, Integer> frequencies = new HashMap<>();
        for (String text : texts) {
            List<String> tokens = Arrays.stream(text.split("[^A-Za-z]+"))
                    .map(each -> each.toLowerCase(Locale.ROOT))
                    .toList();
            sentences.add(tokens);
            new HashSet<>(tokens).forEach(each -> frequencies.merge(each, 1, Integer::sum));
        }
        frequencies.forEach((word, count) -> {
            double share = (double) count / texts.size();
            if (word.length() > 4 && share >= RAREST && share <= MOST_FREQUENT && count > 1) {
                words.add(word);
            }
        });
        words.sort(null);
    }

    /** The queries of each kind that a bare server answers too. */
    Map<String, List<Typed>> kinds() {
        Map<String, List<Typed>> kinds = new LinkedHashMap<>();
        kinds.put("all", List.of(new Typed("", "")));
        kinds.put("term", make(this::word));
        kinds.put("and", make(() -> String.join(" AND ", neighbours(2, false))));
        kinds.put("or", make(() -> String.join(" OR ", List.of(word(), word(), word(), word(), word()))));
        kinds.put("phrase", make(() -> "\"" + String.join(" ", neighbours(2, true)) + "\""));
        kinds.put("prefix", make(() -> word().substring(0, 4) + "*"));
        kinds.put(
                "filtered",
                make(this::word).stream()
                        .map(each -> new Typed(each.query(), "&year=2000..2010"))
                        .toList());
        kinds.put("words", make(() -> String.join(" ", neighbours(4, false))));
        return kinds;
    }

    private interface Maker {
        String make();
    }

    private static List<Typed> make(Maker maker) {
        List<Typed> made = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            made.add(new Typed(encoded(maker.make()), ""));
        }
        return made;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String word() {
        return words.get(random.nextInt(words.size()));
    }

    /** Words of one sentence. */
    private List<String> neighbours(int number, boolean adjacent) {
        while (true) {
            List<String> sentence = sentences.get(random.nextInt(sentences.size()));
            if (adjacent) {
                for (int i = 0; i + number <= sentence.size(); i++) {
                    if (words.containsAll(sentence.subList(i, i + number))) {
                        return sentence.subList(i, i + number);
                    }
                }
                continue;
            }
            List<String> known =
                    sentence.stream().filter(words::contains).distinct().collect(Collectors.toList());
            if (known.size() >= number) {
                return known.subList(0, number);
            }
        }
    }
}
