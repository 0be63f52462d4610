package dev.apatite.search;

import dev.apatite.index.FacetDimensions;
import dev.apatite.index.IndexView;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;

/** Turns Lucene's facet counts into trees of values. */
final class FacetCounter {
    /** The most values that are listed below one value. */
    private static final int MOST_VALUES = 100;

    private static final int DEEPEST = 8;

    private final FacetsConfig config = FacetDimensions.config();

    FacetsConfig config() {
        return config;
    }

    private record State(Optional<SortedSetDocValuesReaderState> state) {}

    /** What counting in a field needs, worked out once for a commit; empty where no document has such a facet. */
    Optional<SortedSetDocValuesReaderState> state(IndexView view, String field) {
        return view.attachment(State.class, field, searcher -> new State(open(searcher.getIndexReader(), field)))
                .state();
    }

    private Optional<SortedSetDocValuesReaderState> open(IndexReader reader, String field) {
        FieldInfo info = FieldInfos.getMergedFieldInfos(reader).fieldInfo(field);
        if (info == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DefaultSortedSetDocValuesReaderState(reader, field, config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of a facet, most frequent first, with those below them. */
    List<FacetValue> tree(Page page, String dimension, List<String> selected) throws IOException {
        if (page.facets().isEmpty() || !page.dimensions().contains(dimension)) {
            return List.of();
        }
        Set<String> chosen = selected.stream().map(FacetCounter::comparable).collect(Collectors.toSet());
        return values(page.facets().get(), dimension, List.of(), chosen);
    }

    private List<FacetValue> values(Facets facets, String dimension, List<String> path, Set<String> chosen)
            throws IOException {
        FacetResult result = facets.getTopChildren(MOST_VALUES, dimension, path.toArray(String[]::new));
        if (result == null || path.size() >= DEEPEST) {
            return List.of();
        }
        List<FacetValue> values = new ArrayList<>();
        for (LabelAndValue each : result.labelValues) {
            List<String> below = new ArrayList<>(path);
            below.add(each.label);
            boolean status = isStatus(dimension, each.label) && !path.isEmpty();
            String value = status ? path.getLast() + ":" + each.label : each.label;
            values.add(new FacetValue(
                    value,
                    each.label,
                    each.value.longValue(),
                    chosen.contains(comparable(value)),
                    status ? List.of() : values(facets, dimension, below, chosen)));
        }
        return values;
    }

    /** An antibody's status is its lowest value, and is filtered by together with the antibody. */
    private static boolean isStatus(String dimension, String label) {
        return (dimension.equals(FacetDimensions.ANTIBODY) || dimension.equals(FacetDimensions.PATIENT_ANTIBODY))
                && (label.equals("positive") || label.equals("negative"));
    }

    private static String comparable(String value) {
        return Arrays.stream(value.split(":", -1)).map(Vocabulary::fold).collect(Collectors.joining(":"));
    }
}
