package dev.apatite.index;

import dev.apatite.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of texts by the hash of the text, in a folder beside the index: they outlive any rebuild of it, and no text is
 * ever worked out twice. Near ones are found by a graph over quantised vectors (HNSW: Malkov and Yashunin 2018). Safe to
 * share between threads.
 */
public final class Vectors implements AutoCloseable {
    private static final String FOLDER = "vectors";
    private static final String VECTOR = "vector";
    private static final String HASH = "hash";

    private final Path folder;
    private @Nullable Directory directory;
    private @Nullable IndexWriter writer;
    private volatile @Nullable Snapshot snapshot;
    private @Nullable Snapshot retired;

    private Vectors(Path folder) {
        this.folder = folder;
    }

    /** The vectors beside an index; the folder need not be there yet. */
    public static Vectors beside(Path index) {
        return new Vectors(index.resolve(FOLDER));
    }

    /** The key under which a text's vector is kept. */
    public static String hash(String text) {
        return Sha256.hex(text, 16);
    }

    /** What is there now; nothing where no vector was ever committed. */
    public synchronized Optional<Snapshot> snapshot() {
        try {
            if (snapshot == null && Files.isDirectory(folder)) {
                Directory opened = directory();
                if (DirectoryReader.indexExists(opened)) {
                    snapshot = new Snapshot(DirectoryReader.open(opened));
                }
            }
            return Optional.ofNullable(snapshot);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Directory directory() throws IOException {
        if (directory == null) {
            Files.createDirectories(folder);
            directory = FSDirectory.open(folder);
        }
        return directory;
    }

    /**
     * Keeps a text's vector, which is to be found after the next {@link #commit}.
     *
     * @throws IndexException where another process is writing, or nothing can be written
     */
    public synchronized void put(String hash, float[] vector) {
        try {
            Document document = new Document();
            document.add(new SortedDocValuesField(HASH, new BytesRef(hash)));
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
            writer().addDocument(document);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IndexWriter writer() throws IOException {
        if (writer == null) {
            KnnVectorsFormat quantised = new Lucene104HnswScalarQuantizedVectorsFormat();
            writer = new IndexWriter(directory(), new IndexWriterConfig().setCodec(new Lucene104Codec() {
                        @Override
                        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                            return quantised;
                        }
                    }));
        }
        return writer;
    }

    /** Makes what was put lasting, and visible. */
    public synchronized void commit() {
        if (writer == null) {
            return;
        }
        try {
            writer.commit();
            Snapshot before = snapshot;
            if (before == null) {
                snapshot = new Snapshot(DirectoryReader.open(directory()));
            } else {
                DirectoryReader newer = DirectoryReader.openIfChanged(before.reader);
                if (newer != null) {
                    // Whoever reads the one before goes on; it is closed when the one after it is.
                    snapshot = new Snapshot(newer);
                    if (retired != null) {
                        retired.reader.close();
                    }
                    retired = before;
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (retired != null) {
                retired.reader.close();
            }
            if (snapshot != null) {
                snapshot.reader.close();
            }
            if (writer != null) {
                writer.close();
            }
            if (directory != null) {
                directory.close();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IndexException failed(IOException cause) {
        return new IndexException(
                "the vectors in " + folder + " cannot be used: " + cause.getMessage()
                        + "; delete the folder to have them worked out anew",
                cause);
    }

    /** A text that is near, by its hash. */
    public record Near(String hash, float similarity) {}

    /** The vectors of one commit. */
    public static final class Snapshot {
        private final DirectoryReader reader;
        private final Map<String, Integer> places = new HashMap<>();

        Snapshot(DirectoryReader reader) throws IOException {
            this.reader = reader;
            for (LeafReaderContext leaf : reader.leaves()) {
                SortedDocValues hashes = leaf.reader().getSortedDocValues(HASH);
                for (int i = 0; hashes != null && i < leaf.reader().maxDoc(); i++) {
                    if (hashes.advanceExact(i)) {
                        places.put(hashes.lookupOrd(hashes.ordValue()).utf8ToString(), leaf.docBase + i);
                    }
                }
            }
        }

        /** Whether the vector of a text is there. */
        public boolean has(String hash) {
            return places.containsKey(hash);
        }

        /** How many there are. */
        public int size() {
            return places.size();
        }

        /** Where the vector of a text stands; nowhere where it is not known. */
        public OptionalInt place(String hash) {
            Integer place = places.get(hash);
            return place == null ? OptionalInt.empty() : OptionalInt.of(place);
        }

        /** The nearest texts, nearest first. */
        public List<Near> nearest(float[] vector, int most) throws IOException {
            List<Near> nearest = new ArrayList<>();
            IndexSearcher searcher = new IndexSearcher(reader);
            for (ScoreDoc each : searcher.search(new KnnFloatVectorQuery(VECTOR, vector, most), most).scoreDocs) {
                nearest.add(new Near(hash(each.doc), similarity(vector, each.doc)));
            }
            // They were found by quantised vectors, which are nearly in order.
            nearest.sort(Comparator.comparing(Near::similarity).reversed());
            return nearest;
        }

        private String hash(int document) throws IOException {
            LeafReaderContext leaf = leaf(document);
            SortedDocValues hashes = Objects.requireNonNull(leaf.reader().getSortedDocValues(HASH));
            hashes.advanceExact(document - leaf.docBase);
            return hashes.lookupOrd(hashes.ordValue()).utf8ToString();
        }

        /** The vector at a place. */
        float[] vector(int place) throws IOException {
            LeafReaderContext leaf = leaf(place);
            FloatVectorValues values = Objects.requireNonNull(leaf.reader().getFloatVectorValues(VECTOR));
            return values.vectorValue(place - leaf.docBase).clone();
        }

        /** How near the vector at a place is to another: the cosine of their angle. */
        public float similarity(float[] vector, int place) throws IOException {
            LeafReaderContext leaf = leaf(place);
            FloatVectorValues values = Objects.requireNonNull(leaf.reader().getFloatVectorValues(VECTOR));
            return VectorUtil.dotProduct(vector, values.vectorValue(place - leaf.docBase));
        }

        private LeafReaderContext leaf(int document) {
            return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        }
    }
}
