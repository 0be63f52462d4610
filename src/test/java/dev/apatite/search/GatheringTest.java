package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a query finds, gathered, is what Lucene finds. */
class GatheringTest {
    private static final String FIELD = "text";
    private static final int DOCUMENTS = 700;

    private static Directory directory;
    private static DirectoryReader reader;
    private static IndexSearcher searcher;

    @BeforeAll
    static void write() throws IOException {
        directory = new ByteBuffersDirectory();
        Random random = new Random(3);
        try (IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig(new WhitespaceAnalyzer())
                        .setMaxBufferedDocs(100)
                        .setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document();
                String words = "a ".repeat(random.nextInt(4)) + "b ".repeat(random.nextInt(3)) + "c ".repeat(i % 2);
                document.add(new TextField(FIELD, words, Field.Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
        directory.close();
    }

    private static Query term(String word) {
        return new TermQuery(new Term(FIELD, word));
    }

    private static Query either() {
        return new BooleanQuery.Builder()
                .add(term("a"), Occur.SHOULD)
                .add(term("b"), Occur.SHOULD)
                .build();
    }

    @Test
    void theBestOfWhatWasGatheredAreThoseOfASearch() throws IOException {
        assertThat(reader.leaves()).hasSizeGreaterThan(3);
        Documents found = Gathering.scored(searcher, either());
        for (int most : new int[] {1, 10, 100, DOCUMENTS}) {
            assertThat(rows(Gathering.best(found, most))).isEqualTo(rows(searcher.search(either(), most).scoreDocs));
        }
        assertThat(found.size()).isEqualTo(searcher.count(either()));
        assertThat(Gathering.isFewer(searcher, either(), found.size())).isFalse();
        assertThat(Gathering.isFewer(searcher, either(), found.size() + 1)).isTrue();
    }

    @Test
    void searchedAgainTheyScoreAsTheyDid() throws IOException {
        Documents found = Gathering.scored(searcher, either());
        assertThat(rows(searcher.search(found, DOCUMENTS).scoreDocs))
                .isEqualTo(rows(searcher.search(either(), DOCUMENTS).scoreDocs));
        Query filtered = new BooleanQuery.Builder()
                .add(found, Occur.MUST)
                .add(term("c"), Occur.FILTER)
                .build();
        Query asked = new BooleanQuery.Builder()
                .add(either(), Occur.MUST)
                .add(term("c"), Occur.FILTER)
                .build();
        assertThat(rows(searcher.search(filtered, DOCUMENTS).scoreDocs))
                .isEqualTo(rows(searcher.search(asked, DOCUMENTS).scoreDocs));
    }

    @Test
    void someDocumentsLeadOthersWhereverTheyStand() throws IOException {
        Set<Integer> some = Set.of(0, 1, 99, 100, 101, 350, DOCUMENTS - 1);
        Documents few = new Documents(some);
        Documents both = Gathering.unscored(
                searcher,
                new BooleanQuery.Builder()
                        .add(term("c"), Occur.FILTER)
                        .add(few, Occur.FILTER)
                        .build());
        assertThat(IntStream.range(0, both.size()).map(both::document)).containsExactly(1, 99, 101, DOCUMENTS - 1);
        assertThat(searcher.count(few)).isEqualTo(some.size());
        assertThat(few.has(350)).isTrue();
        assertThat(few.has(351)).isFalse();
        assertThat(Gathering.best(new Documents(Set.of()), 5)).isEmpty();
    }

    private static String rows(ScoreDoc[] rows) {
        return Arrays.stream(rows)
                .map(each -> each.doc + " " + each.score)
                .toList()
                .toString();
    }
}
