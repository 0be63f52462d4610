package dev.apatite.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand documents, each with a word of its own. */
class BoundedTermsTest {
    private static final int DOCUMENTS = 1000;

    private final Directory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private IndexSearcher searcher;

    @BeforeEach
    void write() throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document();
                document.add(new StringField("word", "w" + i, Field.Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    private static Query query(String typed) {
        return typed.endsWith("*") && typed.indexOf('*') == typed.length() - 1
                ? BoundedTerms.prefix(new Term("word", typed.substring(0, typed.length() - 1)))
                : BoundedTerms.wildcard(new Term("word", typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w*", "*w*"})
    void allTermsAreFoundWhereThereIsTime(String typed) throws IOException {
        assertThat(searcher.count(query(typed))).isEqualTo(DOCUMENTS);
        searcher.setTimeout(() -> false);
        assertThat(searcher.count(query(typed))).isEqualTo(DOCUMENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w*", "*w*"})
    void termsAreLookedThroughNoLongerThanThereIsTime(String typed) {
        AtomicInteger looks = new AtomicInteger();
        searcher.setTimeout(() -> looks.incrementAndGet() > 3);
        assertThatThrownBy(() -> searcher.count(query(typed))).isInstanceOf(ExitingReaderException.class);
        assertThat(looks.get()).isEqualTo(4);
    }

    @Test
    void onlyThoseOfThePatternAre() throws IOException {
        searcher.setTimeout(() -> false);
        assertThat(searcher.count(query("w99*"))).isEqualTo(11);
    }
}
