package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.LeaseTable;
import dev.apatite.text.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lease table as documents of an index of its own, each changed only as it was last seen (by its sequence number and
 * primary term). Documents are asked for by their ids, so that what was written is seen at once.
 */
final class Leases implements LeaseTable {
    private static final int AT_ONCE = 500;
    private static final int OUTCOMES_AT_ONCE = 50;
    private static final String NAME = "name";
    private static final String WANTED = "wanted";
    private static final String DONE = "done";
    private static final String OUTCOME = "outcome";
    private static final char BETWEEN = ':';
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final int TRIES = 10;

    private final Nodes nodes;
    private final ClusterSettings settings;
    private final String index;
    private final String owner;
    private volatile boolean there;

    /** {@code owner} is told apart from all others. */
    Leases(Nodes nodes, ClusterSettings settings, String owner) {
        this.nodes = nodes;
        this.settings = settings;
        this.owner = owner;
        index = settings.name() + ".work";
    }

    private void make() {
        if (!there) {
            nodes.make(index, settings.replicas());
            there = true;
        }
    }

    /** Ids have a length that paths do not keep to. */
    private static String id(String name) {
        return Sha256.hex(name);
    }

    @Override
    public Map<String, Entry> look(Collection<String> names) {
        make();
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            nodes.get(
                            "POST",
                            "/" + index + "/_mget?_source_excludes=" + OUTCOME,
                            Map.of("ids", some.stream().map(Leases::id).toList()))
                    .path("docs")
                    .forEach(each -> {
                        if (each.path("found").asBoolean()) {
                            Entry entry = entry(each);
                            entries.put(entry.name(), entry);
                        }
                    });
        }
        return entries;
    }

    private static Entry entry(JsonNode document) {
        JsonNode source = document.path("_source");
        return new Entry(
                source.path(NAME).asText(),
                source.path(WANTED).asText(),
                source.path(DONE).asBoolean(),
                version(document));
    }

    private static String version(JsonNode document) {
        return document.path("_seq_no").asText()
                + BETWEEN
                + document.path("_primary_term").asText();
    }

    @Override
    public List<Held> take(List<Wish> wishes) {
        make();
        List<Put> puts = new ArrayList<>();
        for (Wish each : wishes) {
            Entry seen = each.seen();
            puts.add(new Put(each.name(), each.wanted(), null, seen == null ? null : seen.version()));
        }
        List<Held> taken = new ArrayList<>();
        put(puts).forEach((each, version) -> taken.add(held(each.name(), each.wanted(), version)));
        return taken;
    }

    private static Held held(String name, String wanted, String version) {
        return new Held(name, wanted, version, Long.parseLong(version.substring(0, version.indexOf(BETWEEN))));
    }

    @Override
    public Optional<Held> renew(Held held) {
        Put put = new Put(held.name(), held.wanted(), null, held.version());
        return Optional.ofNullable(put(List.of(put)).get(put))
                .map(version -> held(held.name(), held.wanted(), version));
    }

    @Override
    public Set<Held> finish(Map<Held, String> outcomes) {
        Map<Put, Held> puts = new LinkedHashMap<>();
        outcomes.forEach(
                (each, outcome) -> puts.put(new Put(each.name(), each.wanted(), outcome, each.version()), each));
        Set<Held> finished = new LinkedHashSet<>();
        put(List.copyOf(puts.keySet())).keySet().forEach(each -> finished.add(puts.get(each)));
        return finished;
    }

    private Map<String, Object> source(String name, String wanted, @Nullable String outcome) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put(NAME, name);
        source.put(WANTED, wanted);
        source.put("owner", owner);
        source.put(DONE, outcome != null);
        if (outcome != null) {
            source.put(OUTCOME, outcome);
        }
        return source;
    }

    /**
     * Something that is put where it stands as before.
     *
     * @param before the version that it had; null where it was not there
     */
    private record Put(
            String name,
            String wanted,
            @Nullable String outcome,
            @Nullable String before) {
        /** What the cluster is told to do with a document of this id. */
        Map<String, Object> action(String id) {
            if (before == null) {
                return Map.of("create", Map.of("_id", id));
            }
            int between = before.indexOf(BETWEEN);
            long number = Long.parseLong(before.substring(0, between));
            long term = Long.parseLong(before.substring(between + 1));
            return Map.of("index", Map.of("_id", id, "if_seq_no", number, "if_primary_term", term));
        }
    }

    /** The versions that were made; of documents that are not as they were, none. */
    private Map<Put, String> put(List<Put> all) {
        Map<Put, String> made = new LinkedHashMap<>();
        List<Put> waiting = all;
        for (int tries = 0; !waiting.isEmpty(); tries++) {
            if (tries > 0) {
                Nodes.pause(DELAY.multipliedBy(tries));
            }
            StringBuilder lines = new StringBuilder();
            for (Put each : waiting) {
                lines.append(nodes.json(each.action(id(each.name()))))
                        .append('\n')
                        .append(nodes.json(source(each.name(), each.wanted(), each.outcome())))
                        .append('\n');
            }
            String path = "/" + index + "/_bulk";
            Nodes.Answer answer = nodes.lines(path, lines.toString());
            if (!answer.isOk()) {
                throw nodes.refused("POST", path, answer);
            }
            List<Put> again = new ArrayList<>();
            for (int i = 0; i < waiting.size(); i++) {
                JsonNode item =
                        answer.body().path("items").path(i).path(waiting.get(i).before() == null ? "create" : "index");
                int status = item.path("status").asInt();
                if (status / 100 == 2) {
                    made.put(waiting.get(i), version(item));
                } else if ((status == 429 || status == 503) && tries < TRIES) {
                    again.add(waiting.get(i));
                } else if (status != 409 && status != 404) {
                    throw nodes.refused("POST", path, new Nodes.Answer(answer.node(), status, item, 0));
                }
            }
            waiting = again;
        }
        return made;
    }

    @Override
    public void leave(String name, String wanted, String outcome) {
        make();
        nodes.get("PUT", "/" + index + "/_doc/" + id(name), source(name, wanted, outcome));
    }

    @Override
    public Map<String, String> outcomes(Map<String, String> wanted) {
        make();
        Map<String, String> outcomes = new LinkedHashMap<>();
        List<String> all = List.copyOf(wanted.keySet());
        for (int from = 0; from < all.size(); from += OUTCOMES_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + OUTCOMES_AT_ONCE));
            nodes.get(
                            "POST",
                            "/" + index + "/_mget",
                            Map.of("ids", some.stream().map(Leases::id).toList()))
                    .path("docs")
                    .forEach(each -> {
                        JsonNode source = each.path("_source");
                        String name = source.path(NAME).asText();
                        if (source.path(DONE).asBoolean()
                                && source.path(WANTED).asText().equals(wanted.get(name))) {
                            outcomes.put(name, source.path(OUTCOME).asText());
                        }
                    });
        }
        return outcomes;
    }

    @Override
    public void forget(Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Bulk bulk = new Bulk(nodes, index);
        for (String each : names) {
            bulk.add(each, List.of(nodes.json(Map.of("delete", Map.of("_id", id(each))))));
        }
        bulk.flush();
    }
}
