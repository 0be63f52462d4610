package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.EngineAway;
import dev.apatite.index.IndexBusy;
import dev.apatite.index.IndexException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers changes until they are worth a request, and sends them while the caller waits, so that nobody prepares more than
 * the cluster takes. Of a request that was taken in part the rest is sent again, after a delay that doubles. Not safe to
 * share between threads.
 */
final class Bulk {
    private static final int MOST_LINES = 2000;
    private static final long MOST_CHARACTERS = 4L << 20;
    private static final int TRIES = 10;
    private static final Duration FIRST_DELAY = Duration.ofMillis(100);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    private final Nodes nodes;
    private final String path;
    private final Set<String> owners = new HashSet<>();
    private final Set<String> sent = new HashSet<>();
    private List<List<String>> waiting = new ArrayList<>();
    private int lines;
    private long characters;

    Bulk(Nodes nodes, String index) {
        this.nodes = nodes;
        path = "/" + index + "/_bulk";
    }

    /** Whether something of this name was put before. */
    boolean hasSent(String owner) {
        return sent.contains(owner);
    }

    /** Adds actions of one name, each a line or two. */
    void add(String owner, List<String> all) {
        owners.add(owner);
        sent.add(owner);
        for (int i = 0; i < all.size(); ) {
            boolean two = !all.get(i).startsWith("{\"delete\"");
            waiting.add(two ? List.of(all.get(i), all.get(i + 1)) : List.of(all.get(i)));
            i += two ? 2 : 1;
        }
        lines += all.size();
        characters += all.stream().mapToLong(String::length).sum();
        if (lines >= MOST_LINES || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    /** Sends what waits, where something of this name does. */
    void flushIfHas(String owner) {
        if (owners.contains(owner)) {
            flush();
        }
    }

    /**
     * Sends what waits.
     *
     * @throws IndexException where the cluster does not take it, or refuses some of it
     */
    void flush() {
        Duration delay = FIRST_DELAY;
        for (int i = 0; !waiting.isEmpty(); i++) {
            StringBuilder body = new StringBuilder();
            waiting.forEach(each -> each.forEach(line -> body.append(line).append('\n')));
            Nodes.Answer answer = nodes.lines(path, body.toString());
            if (answer.status() == 404) {
                throw new IndexBusy("what was begun is given up: another process has taken over the writing");
            }
            if (!answer.isOk()) {
                throw nodes.refused("POST", path, answer);
            }
            waiting = refused(answer.body());
            if (!waiting.isEmpty()) {
                if (i == TRIES) {
                    throw new EngineAway(
                            "the cluster at " + answer.node() + " has too much to do to take papers; try again later");
                }
                Nodes.pause(delay);
                delay = delay.multipliedBy(2).compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay.multipliedBy(2);
            }
        }
        owners.clear();
        lines = 0;
        characters = 0;
    }

    /** What is to be sent again; what cannot be taken at all is an error. */
    private List<List<String>> refused(JsonNode answer) {
        List<List<String>> again = new ArrayList<>();
        if (!answer.path("errors").asBoolean()) {
            return again;
        }
        JsonNode items = answer.path("items");
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i).elements().next();
            int status = item.path("status").asInt();
            boolean gone = status == 404 && items.get(i).has("delete");
            // A change that was begun later has put it otherwise.
            boolean late = status == 409;
            if (status == 429 || status == 503) {
                again.add(waiting.get(i));
            } else if (status / 100 != 2 && !gone && !late) {
                throw new IndexException(
                        "the cluster refuses " + item.path("_id").asText() + ": " + status + " "
                                + item.path("error").path("reason").asText());
            }
        }
        return again;
    }
}
