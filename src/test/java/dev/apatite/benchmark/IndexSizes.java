package dev.apatite.benchmark;

import dev.apatite.index.PaperIndex;
import dev.apatite.index.PaperTexts;
import dev.apatite.index.StoredPaper;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.perfield.PerFieldDocValuesFormat;
import org.apache.lucene.codecs.perfield.PerFieldPostingsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Says which field takes how many bytes of an index: its segments are merged into one in memory, whose codec gives each field
 * files of its own. Shares are of the papers' text with their reference lists, in characters. {@code IndexSizes INDEX}.
 */
final class IndexSizes {
    private static final Map<String, String> PARTS = Map.of(
            "tim",
            "terms",
            "tip",
            "terms",
            "tmd",
            "terms",
            "doc",
            "documents",
            "psm",
            "documents",
            "pos",
            "positions",
            "pay",
            "offsets",
            "dvd",
            "columns",
            "fdt",
            "stored");

    /** Bytes of text that are compressed together, as the index does. */
    private static final int BLOCK = 80 * 1024;

    /** A field that takes less than this share of the text has no row of its own. */
    private static final double LEAST = 0.002;

    private IndexSizes() {}

    public static void main(String[] arguments) throws Exception {
        Path index = Path.of(arguments[0]);
        Path generation = index;
        if (Files.exists(index.resolve("current"))) {
            generation =
                    index.resolve(Files.readString(index.resolve("current")).strip());
        }
        long whole;
        try (Stream<Path> files = Files.list(generation)) {
            whole = files.mapToLong(each -> each.toFile().length()).sum();
        }
        long text = text(index);
        Map<String, Map<String, Long>> sizes = new TreeMap<>();
        try (Directory on = FSDirectory.open(generation);
                DirectoryReader reader = DirectoryReader.open(on);
                Directory memory = new ByteBuffersDirectory()) {
            stored(reader, sizes);
            IndexWriterConfig config = new IndexWriterConfig().setCodec(new Apart());
            config.setUseCompoundFile(false);
            config.getMergePolicy().setNoCFSRatio(0);
            try (IndexWriter writer = new IndexWriter(memory, config)) {
                List<CodecReader> leaves = new ArrayList<>();
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaves.add((CodecReader) leaf.reader());
                }
                writer.addIndexes(leaves.toArray(CodecReader[]::new));
                writer.forceMerge(1);
                writer.commit();
            }
            files(memory, sizes);
        }
        print(sizes, whole, text);
    }

    private static long text(Path index) {
        long length = 0;
        try (PaperIndex papers = PaperIndex.open(index, Vocabulary.builtIn())) {
            for (StoredPaper each : papers.papers()) {
                PaperTexts texts = PaperTexts.of(papers.paper(each.id()).orElseThrow());
                length += texts.fields().values().stream()
                        .flatMap(List::stream)
                        .mapToLong(piece -> piece.text().length())
                        .sum();
            }
        }
        return length;
    }

    private static void files(Directory memory, Map<String, Map<String, Long>> sizes) throws IOException {
        for (SegmentCommitInfo segment : SegmentInfos.readLatestCommit(memory)) {
            Map<String, String> fields = new HashMap<>();
            for (FieldInfo field : segment.info
                    .getCodec()
                    .fieldInfosFormat()
                    .read(memory, segment.info, "", org.apache.lucene.store.IOContext.DEFAULT)) {
                name(fields, field, PerFieldPostingsFormat.class.getSimpleName());
                name(fields, field, PerFieldDocValuesFormat.class.getSimpleName());
            }
            for (String file : segment.files()) {
                String extension = file.substring(file.lastIndexOf('.') + 1);
                String part = PARTS.getOrDefault(extension, "other");
                String stem =
                        file.substring(file.indexOf('_', 1) < 0 ? 0 : file.indexOf('_', 1) + 1, file.lastIndexOf('.'));
                String field = fields.getOrDefault(stem, "(" + extension + ")");
                sizes.computeIfAbsent(field, any -> new TreeMap<>()).merge(part, memory.fileLength(file), Long::sum);
            }
        }
    }

    private static void name(Map<String, String> fields, FieldInfo field, String of) {
        String format = field.getAttribute(of + ".format");
        if (format != null) {
            fields.put(format + "_" + field.getAttribute(of + ".suffix"), field.name);
        }
    }

    /** What each stored field takes were it compressed by itself. */
    private static void stored(DirectoryReader reader, Map<String, Map<String, Long>> sizes) throws IOException {
        Map<String, Block> blocks = new TreeMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                leaf.reader().storedFields().document(i, new StoredFieldVisitor() {
                    @Override
                    public Status needsField(FieldInfo field) {
                        return Status.YES;
                    }

                    @Override
                    public void stringField(FieldInfo field, String value) {
                        byte[] bytes = new BytesRef(value).bytes;
                        blocks.computeIfAbsent(field.name, any -> new Block()).add(bytes, new BytesRef(value).length);
                    }

                    @Override
                    public void binaryField(FieldInfo field, byte[] value) {
                        blocks.computeIfAbsent(field.name, any -> new Block()).add(value, value.length);
                    }
                });
            }
        }
        blocks.forEach((field, block) -> {
            Map<String, Long> of = sizes.computeIfAbsent(field, any -> new TreeMap<>());
            of.put("raw", block.raw);
            of.put("deflated", block.deflated());
        });
    }

    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];
        private int length;
        private long raw;
        private long deflated;

        void add(byte[] value, int size) {
            raw += size;
            for (int from = 0; from < size; ) {
                int more = Math.min(size - from, BLOCK - length);
                System.arraycopy(value, from, bytes, length, more);
                length += more;
                from += more;
                if (length == BLOCK) {
                    deflated();
                }
            }
        }

        long deflated() {
            Deflater deflater = new Deflater();
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            byte[] out = new byte[2 * BLOCK];
            deflated += length == 0 ? 0 : deflater.deflate(out);
            deflater.end();
            length = 0;
            return deflated;
        }
    }

    private static void print(Map<String, Map<String, Long>> sizes, long whole, long text) {
        List<String> parts = sizes.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        System.out.printf(
                Locale.ROOT, "%d bytes, %.2f of the text%n%-20s", whole, (double) whole / text, "% of the text");
        parts.forEach(each -> System.out.printf("%10s", each));
        System.out.println();
        Map<String, Long> sums = new TreeMap<>();
        Function<Map.Entry<String, Map<String, Long>>, Long> sum = each -> each.getValue().entrySet().stream()
                .filter(part -> !part.getKey().equals("raw"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        sizes.entrySet().stream().sorted(Comparator.comparing(sum).reversed()).forEach(each -> {
            if (sum.apply(each) > text * LEAST) {
                row(each.getKey(), parts, each.getValue(), text);
            }
            each.getValue().forEach((part, size) -> sums.merge(part, size, Long::sum));
        });
        row("all", parts, sums, text);
    }

    private static void row(String name, List<String> parts, Map<String, Long> sizes, double text) {
        System.out.printf("%-20s", name);
        parts.forEach(each -> System.out.printf(
                Locale.ROOT,
                "%10s",
                sizes.containsKey(each) ? String.format(Locale.ROOT, "%.1f", 100 * sizes.get(each) / text) : ""));
        System.out.println();
    }

    /** The default codec with files of its own for each field. */
    public static final class Apart extends FilterCodec {
        private final Map<String, PostingsFormat> postings = new HashMap<>();
        private final Map<String, DocValuesFormat> columns = new HashMap<>();
        private final Codec usual = delegate;

        Apart() {
            super(Codec.getDefault().getName(), Codec.getDefault());
        }

        @Override
        public PostingsFormat postingsFormat() {
            return new PerFieldPostingsFormat() {
                @Override
                public PostingsFormat getPostingsFormatForField(String field) {
                    return postings.computeIfAbsent(
                            field,
                            any -> fresh(((PerFieldPostingsFormat) usual.postingsFormat())
                                    .getPostingsFormatForField(field)));
                }
            };
        }

        @Override
        public DocValuesFormat docValuesFormat() {
            return new PerFieldDocValuesFormat() {
                @Override
                public DocValuesFormat getDocValuesFormatForField(String field) {
                    return columns.computeIfAbsent(
                            field,
                            any -> fresh(((PerFieldDocValuesFormat) usual.docValuesFormat())
                                    .getDocValuesFormatForField(field)));
                }
            };
        }

        @SuppressWarnings("unchecked")
        private static <T> T fresh(T format) {
            try {
                return (T) format.getClass().getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
