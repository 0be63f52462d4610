package dev.apatite.index;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Revision;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Single papers as indexes in memory, to look into those that another engine found by the same means as into those on
 * disk: where words stand, which are missing. How often a word is in the corpus is not known to them. Safe to share
 * between threads.
 */
public final class PapersInMemory {
    private static final Provenance UNKNOWN = new Provenance(List.of(), "", "");

    private final TextAnalysis analysis = new TextAnalysis();
    private final PaperDocuments documents;

    public PapersInMemory(Vocabulary vocabulary) {
        documents = new PaperDocuments(analysis, vocabulary);
    }

    /** An index of one paper, which is its last document. */
    public IndexReader of(Paper paper) throws IOException {
        return of(Revision.none(paper));
    }

    /** The same of a paper as its readers left it. */
    public IndexReader of(Revision paper) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig(analysis)
                        .setSimilarity(Schema.SIMILARITY)
                        .setMergeScheduler(new SerialMergeScheduler()))) {
            writer.addDocuments(documents.block(paper, UNKNOWN, PaperKeys.NONE));
        }
        return DirectoryReader.open(directory);
    }

    /**
     * A view of papers that stand for a state of another engine.
     *
     * @param said what was said of that state
     */
    public static IndexView together(String state, Map<String, String> said, List<IndexReader> papers)
            throws IOException {
        return IndexView.standingFor(state, said, new MultiReader(papers.toArray(IndexReader[]::new), false));
    }
}
