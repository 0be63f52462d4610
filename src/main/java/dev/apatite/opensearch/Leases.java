package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.LeaseTable;
import dev.apatite.text.Sha256;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public Optional<Held> take(String name, String wanted, @Nullable Entry seen) {
        make();
        return put(name, wanted, null, seen == null ? null : seen.version())
                .map(version -> held(name, wanted, version));
    }

    private static Held held(String name, String wanted, String version) {
        return new Held(name, wanted, version, Long.parseLong(version.substring(0, version.indexOf(BETWEEN))));
    }

    @Override
    public Optional<Held> renew(Held held) {
        return put(held.name(), held.wanted(), null, held.version())
                .map(version -> held(held.name(), held.wanted(), version));
    }

    @Override
    public boolean finish(Held held, String outcome) {
        return put(held.name(), held.wanted(), outcome, held.version()).isPresent();
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

    /** The version that was made; empty where the document is not as it was. */
    private Optional<String> put(String name, String wanted, @Nullable String outcome, @Nullable String before) {
        String condition = before == null
                ? "op_type=create"
                : "if_seq_no=" + before.substring(0, before.indexOf(BETWEEN)) + "&if_primary_term="
                        + before.substring(before.indexOf(BETWEEN) + 1);
        Nodes.Answer answer =
                nodes.ask("PUT", "/" + index + "/_doc/" + id(name) + "?" + condition, source(name, wanted, outcome));
        if (answer.status() == 409 || answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isOk()) {
            throw nodes.refused("PUT", "/" + index, answer);
        }
        return Optional.of(version(answer.body()));
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
