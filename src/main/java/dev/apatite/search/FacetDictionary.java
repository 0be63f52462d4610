package dev.apatite.search;

import dev.apatite.index.FacetDimensions;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of the facets in one field of an index, by number, with the broader and narrower ones of each; and of each
 * segment the numbers that its documents have. Values are only ever added, so that what was read of a segment serves every
 * commit that holds it. Safe to share between threads.
 */
final class FacetDictionary {
    /**
     * A value of a facet.
     *
     * @param value what the filter takes
     * @param status whether it says no more than whether the antibody above it was found
     */
    record Value(String dimension, String value, String label, boolean status) {}

    /** What is known at some time; it stays as it is. */
    record Snapshot(
            Value[] values,
            Map<String, int[]> byDimension,
            Map<String, Integer> numbers,
            List<Set<Integer>> narrower,
            Set<Integer> roots,
            Set<Integer> withStatuses) {
        /** The number of a value as a person gives it, or null. */
        @Nullable
        Integer number(String dimension, String value) {
            return numbers.get(key(dimension, value));
        }
    }

    /** The values of a segment's documents: those of document d at {@code starts[d]} to {@code starts[d + 1]}. */
    record Segment(int[] starts, int[] entries) {
        /** Of a value that the document itself has; one that is only broader than such a value has no such mark. */
        static final int DIRECT = 1;

        /** The documents that have values and are among the living ones; all are where {@code live} is null. */
        FixedBitSet having(@Nullable Bits live) {
            FixedBitSet having = new FixedBitSet(starts.length - 1);
            for (int doc = 0; doc < having.length(); doc++) {
                if (starts[doc] < starts[doc + 1] && (live == null || live.get(doc))) {
                    having.set(doc);
                }
            }
            return having;
        }
    }

    private final String field;
    private final List<Value> values = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Set<Integer>> narrower = new ArrayList<>();
    private final Set<Integer> roots = new LinkedHashSet<>();
    private final Set<Integer> withStatuses = new LinkedHashSet<>();
    private final Map<Object, Segment> segments = new ConcurrentHashMap<>();
    private Snapshot snapshot = new Snapshot(new Value[0], Map.of(), Map.of(), List.of(), Set.of(), Set.of());

    FacetDictionary(String field) {
        this.field = field;
    }

    /** All values that were in the segments asked for so far. */
    synchronized Snapshot snapshot() {
        if (snapshot.values().length < values.size()) {
            Map<String, List<Integer>> byDimension = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                byDimension
                        .computeIfAbsent(values.get(i).dimension(), any -> new ArrayList<>())
                        .add(i);
            }
            snapshot = new Snapshot(
                    values.toArray(Value[]::new),
                    byDimension.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    each -> each.getValue().stream()
                                            .mapToInt(Integer::intValue)
                                            .toArray())),
                    Map.copyOf(numbers),
                    narrower.stream().map(Set::copyOf).toList(),
                    Set.copyOf(roots),
                    Set.copyOf(withStatuses));
        }
        return snapshot;
    }

    /** What a segment's documents have. */
    Segment segment(LeafReader leaf) throws IOException {
        IndexReader.CacheHelper cache = leaf.getCoreCacheHelper();
        if (cache == null) {
            return read(leaf);
        }
        try {
            return segments.computeIfAbsent(cache.getKey(), key -> {
                cache.addClosedListener(segments::remove);
                try {
                    return read(leaf);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private synchronized Segment read(LeafReader leaf) throws IOException {
        int[] starts = new int[leaf.maxDoc() + 1];
        SortedSetDocValues ordinals = leaf.getSortedSetDocValues(field);
        if (ordinals == null) {
            return new Segment(starts, new int[0]);
        }
        int[][] chains = new int[(int) ordinals.getValueCount()][];
        for (int i = 0; i < chains.length; i++) {
            chains[i] = chain(FacetDimensions.parts(ordinals.lookupOrd(i).utf8ToString()));
        }
        int[] entries = new int[1024];
        int size = 0;
        int[] place = new int[values.size()];
        Arrays.fill(place, -1);
        int before = 0;
        for (int doc = ordinals.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ordinals.nextDoc()) {
            Arrays.fill(starts, before, doc + 1, size);
            before = doc + 1;
            int start = size;
            for (int i = ordinals.docValueCount(); i > 0; i--) {
                int[] chain = chains[(int) ordinals.nextOrd()];
                if (size + chain.length > entries.length) {
                    entries = Arrays.copyOf(entries, Math.max(entries.length * 2, size + chain.length));
                }
                for (int k = isAbsence(chain) ? chain.length - 1 : 0; k < chain.length; k++) {
                    int direct = isItself(chain, k) ? Segment.DIRECT : 0;
                    int known = place[chain[k]];
                    if (known >= start && known < size && entries[known] >> 1 == chain[k]) {
                        entries[known] |= direct;
                    } else {
                        place[chain[k]] = size;
                        entries[size++] = chain[k] << 1 | direct;
                    }
                }
            }
        }
        Arrays.fill(starts, before, starts.length, size);
        return new Segment(starts, Arrays.copyOf(entries, size));
    }

    /** The values that all documents with some doc values have, as one segment would teach them. */
    static Snapshot of(String field, Collection<String> paths) {
        FacetDictionary dictionary = new FacetDictionary(field);
        paths.stream().sorted().forEach(each -> dictionary.chain(FacetDimensions.parts(each)));
        return dictionary.snapshot();
    }

    /** The keys of the values that a document with some doc values counts for, and whether it has them itself. */
    static Map<String, Boolean> nodes(Collection<String> paths) {
        FacetDictionary dictionary = new FacetDictionary("");
        Map<String, Boolean> nodes = new LinkedHashMap<>();
        for (String each : paths) {
            int[] chain = dictionary.chain(FacetDimensions.parts(each));
            for (int k = dictionary.isAbsence(chain) ? chain.length - 1 : 0; k < chain.length; k++) {
                Value value = dictionary.values.get(chain[k]);
                nodes.merge(key(value.dimension(), value.value()), dictionary.isItself(chain, k), Boolean::logicalOr);
            }
        }
        return nodes;
    }

    /** Whether a document with a path has a value of it itself: the last one, and an antibody with its result. */
    private boolean isItself(int[] chain, int k) {
        return k == chain.length - 1
                || k == chain.length - 2 && values.get(chain[k + 1]).status();
    }

    /** A paper in which an antibody was looked for in vain does not have it. */
    private boolean isAbsence(int[] chain) {
        Value last = values.get(chain[chain.length - 1]);
        return last.dimension().equals(FacetDimensions.ANTIBODY)
                && last.status()
                && last.label().equals("negative");
    }

    /** The numbers of a path's values, the broadest first. */
    private int[] chain(List<String> parts) {
        String dimension = parts.getFirst();
        int[] chain = new int[parts.size() - 1];
        for (int i = 1; i < parts.size(); i++) {
            String label = parts.get(i);
            boolean status = i > 1 && isStatus(dimension, label);
            String value = status ? parts.get(i - 1) + ":" + label : label;
            int number = numbers.computeIfAbsent(key(dimension, value), any -> {
                values.add(new Value(dimension, value, label, status));
                narrower.add(new LinkedHashSet<>());
                return values.size() - 1;
            });
            chain[i - 1] = number;
            if (i == 1) {
                roots.add(number);
            } else {
                narrower.get(chain[i - 2]).add(number);
                if (status) {
                    withStatuses.add(chain[i - 2]);
                }
            }
        }
        return chain;
    }

    /** An antibody's status is its lowest value, and is filtered by together with the antibody. */
    private static boolean isStatus(String dimension, String label) {
        return (dimension.equals(FacetDimensions.ANTIBODY) || dimension.equals(FacetDimensions.PATIENT_ANTIBODY))
                && (label.equals("positive") || label.equals("negative"));
    }

    /** Values that a filter takes for one are one. */
    static String key(String dimension, String value) {
        return dimension + "\u001F"
                + Arrays.stream(value.split(":", -1)).map(Vocabulary::fold).collect(Collectors.joining(":"));
    }
}
