package dev.apatite.export;

import dev.apatite.search.Hit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Ranked hits as a run in TREC's format: topic, {@code Q0}, document, rank, score, name of the run. */
public final class TrecRun {
    /** The media type, without a character set: it is always UTF-8. */
    public static final String MEDIA_TYPE = "text/plain";

    private TrecRun() {}

    /**
     * Writes hits in their order.
     *
     * @param topic the number or name of the question, without white space
     * @throws IllegalArgumentException where the topic has none, or white space
     */
    public static void write(Appendable out, String topic, List<Hit> hits) throws IOException {
        if (topic.isEmpty() || topic.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a topic is a word");
        }
        int rank = 1;
        for (Hit hit : hits) {
            // Hits that are not sorted by relevance have no score; their rank tells evaluators the order.
            double score = hit.score() > 0 ? hit.score() : 1.0 / rank;
            out.append(String.format(
                            Locale.ROOT,
                            "%s Q0 %s %d %.6f apatite%n",
                            topic,
                            hit.paper().id(),
                            rank,
                            score)
                    .replace("\r\n", "\n"));
            rank++;
        }
    }
}
