package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.FacetDimensions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class FacetCountsTest {
    private static final String FIELD = FacetDimensions.PAPER_FIELD;
    private static final int DOCUMENTS = 300;
    private static final List<String> JOURNALS = List.of("Lupus", "Rheumatology", "Lancet");

    /** Segments of 40 documents, of which every third has no values and every seventh was deleted. */
    private static ByteBuffersDirectory index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig settings =
                new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document();
                document.add(new IntPoint("number", i));
                document.add(new StringField("seventh", String.valueOf(i % 7 == 0), Field.Store.NO));
                if (i % 3 != 0) {
                    document.add(new SortedSetDocValuesField(
                            FIELD, new BytesRef(FacetDimensions.JOURNAL + "\u001F" + journal(i))));
                    // A drug that few papers have, of a class that most have.
                    document.add(new SortedSetDocValuesField(
                            FIELD, new BytesRef(FacetDimensions.TREATMENT + "\u001Fdrugs\u001F" + drug(i))));
                }
                writer.addDocument(document);
                if (i % 40 == 39) {
                    writer.commit();
                }
            }
            writer.deleteDocuments(new Term("seventh", "true"));
            writer.commit();
        }
        return directory;
    }

    private static String journal(int i) {
        return JOURNALS.get(new Random(i).nextInt(JOURNALS.size()));
    }

    private static String drug(int i) {
        return "drug " + i / 5;
    }

    /** How many have each value, and under its name with a mark how many have it themselves. */
    private static Map<String, Integer> counted(FacetIndex index, int[] counts) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < index.dictionary().values().length; i++) {
            String label = index.dictionary().values()[i].label();
            if (counts[2 * i] != 0) {
                byName.put(label, counts[2 * i]);
            }
            if (counts[2 * i + 1] != 0) {
                byName.put(label + "!", counts[2 * i + 1]);
            }
        }
        return byName;
    }

    @Test
    void whetherFewOrManyAreFoundEachIsCountedOnceInEverySegment() throws IOException {
        try (ByteBuffersDirectory directory = index();
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.leaves()).hasSizeGreaterThan(5);
            IndexSearcher searcher = new IndexSearcher(reader);
            FacetIndex index = new FacetIndex(new FacetDictionary(FIELD), searcher);
            List<int[]> ranges = new ArrayList<>(List.of(
                    new int[] {0, DOCUMENTS},
                    new int[] {0, 20},
                    new int[] {1, 2},
                    new int[] {41, 290},
                    new int[] {100, 250},
                    new int[] {500, 600}));
            for (int[] range : ranges) {
                Map<String, Integer> expected = expected(range[0], Math.min(DOCUMENTS, range[1]));
                int[] counts =
                        searcher.search(IntPoint.newRangeQuery("number", range[0], range[1] - 1), index.counting());
                assertThat(counted(index, counts))
                        .as("%d to %d", range[0], range[1])
                        .isEqualTo(expected);
            }
            assertThat(counted(index, index.background())).isEqualTo(expected(0, DOCUMENTS));
        }
    }

    private static Map<String, Integer> expected(int from, int to) {
        Map<String, Integer> expected = new HashMap<>();
        for (int i = from; i < to; i++) {
            if (i % 3 != 0 && i % 7 != 0) {
                for (String each : List.of(journal(i), journal(i) + "!", drug(i), drug(i) + "!", "drugs")) {
                    expected.merge(each, 1, Integer::sum);
                }
            }
        }
        return expected;
    }
}
