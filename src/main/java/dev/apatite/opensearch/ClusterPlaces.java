package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.index.KeyedPlaces;
import dev.apatite.index.PaperOutline;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The places of a commit in a cluster: documents that were found, numbered in the order in which they were. */
final class ClusterPlaces implements KeyedPlaces {
    private static final int AT_ONCE = 400;
    private static final List<String> FIELDS =
            List.of(Schema.PAPER, Schema.KEY, Schema.CITATION, Schema.WORK, Schema.TRIED, PaperSource.ENTRY);

    private final ClusterIndex index;
    private final StoredJson json = new StoredJson();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Long, Set<Integer>> byKey = new HashMap<>();
    private final Map<String, Optional<PaperOutline>> outlines = new HashMap<>();

    ClusterPlaces(ClusterIndex index) {
        this.index = index;
    }

    /**
     * A document.
     *
     * @param entry the reference as JSON; null where it is a paper
     */
    private record Place(
            String paper,
            long number,
            @Nullable String work,
            List<String> tried,
            @Nullable String entry) {}

    static String term(long key) {
        BytesRef term = KeyedPlaces.term(key);
        return HexFormat.of().formatHex(term.bytes, term.offset, term.offset + term.length);
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private int number(String id, JsonNode source) {
        return numbers.computeIfAbsent(id, any -> {
            List<String> works = texts(source.path(Schema.WORK));
            places.add(new Place(
                    source.path(Schema.PAPER).path(0).asText(),
                    source.path(Schema.CITATION).asLong(),
                    works.isEmpty() ? null : works.getFirst(),
                    List.copyOf(new TreeSet<>(texts(source.path(Schema.TRIED)))),
                    source.has(PaperSource.ENTRY)
                            ? source.path(PaperSource.ENTRY).asText()
                            : null));
            return places.size() - 1;
        });
    }

    @Override
    public void look(Collection<Long> keys) {
        List<Long> unknown = keys.stream()
                .distinct()
                .filter(each -> !byKey.containsKey(each))
                .toList();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            Map<String, Long> asked = new HashMap<>();
            unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE)).forEach(each -> {
                asked.put(term(each), each);
                byKey.put(each, new LinkedHashSet<>());
            });
            index.walkHits(Map.of("terms", Map.of(Schema.KEY, asked.keySet())), FIELDS, hit -> {
                JsonNode source = hit.path("_source");
                int place = number(hit.path("_id").asText(), source);
                for (String each : texts(source.path(Schema.KEY))) {
                    Long key = asked.get(each);
                    if (key != null) {
                        Objects.requireNonNull(byKey.get(key)).add(place);
                    }
                }
            });
        }
    }

    @Override
    public void withKey(long key, IntConsumer each) {
        look(List.of(key));
        Objects.requireNonNull(byKey.get(key)).forEach(each::accept);
    }

    @Override
    public void named(String work, IntConsumer each) {
        for (String field : List.of(Schema.WORK, Schema.TRIED)) {
            List<Integer> found = new ArrayList<>();
            index.walkHits(
                    Map.of("term", Map.of(field, Terms.safe(work))),
                    FIELDS,
                    hit -> found.add(number(hit.path("_id").asText(), hit.path("_source"))));
            found.forEach(each::accept);
        }
    }

    @Override
    public boolean hasPaper(String id) {
        return outline(id).isPresent();
    }

    @Override
    public Optional<PaperOutline> outline(String id) {
        return outlines.computeIfAbsent(
                id, any -> Optional.ofNullable(index.document(id)).map(put -> index.outline(put.source())));
    }

    @Override
    public long number(int place) {
        return places.get(place).number();
    }

    @Override
    public String paperId(int place) {
        return places.get(place).paper();
    }

    @Override
    public @Nullable String work(int place) {
        return places.get(place).work();
    }

    @Override
    public List<String> tried(int place) {
        return places.get(place).tried();
    }

    @Override
    public Reference reference(int place) {
        return json.read(Objects.requireNonNull(places.get(place).entry()), Reference.class);
    }

    @Override
    public Paper paper(int place) {
        return outline(paperId(place)).orElseThrow().bare().withReferences(List.of());
    }
}
