package dev.apatite.search;

import dev.apatite.engine.RemoteMeanings;
import dev.apatite.engine.RemoteSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How near papers of a cluster are to a question in meaning: {@link Nearness}, with papers by their ids.
 *
 * @param isWhole whether every paper's meaning is known
 */
record RemoteNearness(RemoteMeanings meanings, RemoteSnapshot snapshot, boolean isWhole, float[] question) {
    /** The papers nearest to the question, nearest first; of those with one text, by their ids. */
    List<String> nearest() {
        List<String> texts = meanings.nearest(question, Nearness.NEAREST);
        if (texts.isEmpty()) {
            return List.of();
        }
        Map<String, TreeSet<String>> papers = new HashMap<>();
        RemoteMissing.hashes(snapshot, RemoteMissing.having(texts))
                .forEach((paper, hash) ->
                        papers.computeIfAbsent(hash, any -> new TreeSet<>()).add(paper));
        List<String> nearest = new ArrayList<>();
        texts.forEach(each -> nearest.addAll(papers.getOrDefault(each, new TreeSet<>())));
        return nearest;
    }

    /**
     * What is added to the score of papers found by words.
     *
     * @param scores their scores by words
     * @param words how many words were asked for
     */
    Map<String, Float> bonus(Map<String, Float> scores, int words) {
        Map<String, String> hashes = hashes(scores.keySet());
        Map<String, Float> near = meanings.similarities(question, hashes.values());
        return Nearness.bonus(scores, byPaper(hashes, near), words);
    }

    /** What the best papers lend each other. */
    Map<String, Float> lent(Map<String, Float> scores, int words) {
        List<String> best = Nearness.lending(scores);
        Map<String, String> hashes = hashes(best);
        Map<String, float[]> vectors = byPaper(hashes, meanings.vectors(hashes.values()));
        Map<String, float[]> inOrder = new LinkedHashMap<>();
        best.stream().filter(vectors::containsKey).forEach(each -> inOrder.put(each, vectors.get(each)));
        return Nearness.lent(scores, inOrder, words);
    }

    private Map<String, String> hashes(Collection<String> papers) {
        return papers.isEmpty() ? Map.of() : RemoteMissing.hashes(snapshot, RemoteLoose.of(List.copyOf(papers)));
    }

    private static <T> Map<String, T> byPaper(Map<String, String> hashes, Map<String, T> byHash) {
        Map<String, T> byPaper = new TreeMap<>();
        hashes.forEach((paper, hash) -> {
            T value = byHash.get(hash);
            if (value != null) {
                byPaper.put(paper, value);
            }
        });
        return byPaper;
    }
}
