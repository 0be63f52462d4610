package dev.apatite.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * The least that a search server on Lucene does, to measure against: one field of text with offsets, titles, stored
 * fields, four facets, sentences with marks, JSON over HTTP. No concepts, no evidence, no sections.
 *
 * <p>{@code BareLucene index CORPUS INDEX} or {@code BareLucene serve INDEX}.
 */
final class BareLucene {
    private static final List<String> FACETS = List.of("year", "journal", "keyword", "author");
    private static final int HITS = 25;
    private static final int VALUES = 20;
    private static final int SENTENCES = 2;

    private static final FieldType TEXT = new FieldType(TextField.TYPE_STORED);

    static {
        TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        TEXT.freeze();
    }

    private BareLucene() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "index" -> index(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> serve(Path.of(arguments[1]));
        }
    }

    private static FacetsConfig config() {
        FacetsConfig config = new FacetsConfig();
        FACETS.forEach(each -> config.setMultiValued(each, true));
        return config;
    }

    private static void index(Path corpus, Path index) throws IOException {
        FacetsConfig config = config();
        try (Stream<Path> files = Files.walk(corpus);
                FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(
                        directory, new IndexWriterConfig(new EnglishAnalyzer()).setRAMBufferSizeMB(64))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                BarePaper paper = BarePaper.read(file);
                Document document = new Document();
                document.add(new StringField("id", paper.id(), Field.Store.YES));
                document.add(new Field("title", paper.title(), TEXT));
                document.add(new Field("body", paper.text(), TEXT));
                document.add(new StoredField("journal", paper.journal()));
                document.add(new StoredField("year", paper.year()));
                document.add(new IntPoint("published", Integer.parseInt(paper.year())));
                document.add(new SortedSetDocValuesFacetField("journal", paper.journal()));
                document.add(new SortedSetDocValuesFacetField("year", paper.year()));
                for (String author : paper.authors()) {
                    document.add(new StoredField("author", author));
                    document.add(new SortedSetDocValuesFacetField("author", author));
                }
                for (String keyword : paper.keywords()) {
                    document.add(new SortedSetDocValuesFacetField("keyword", keyword));
                }
                writer.updateDocument(new Term("id", paper.id()), config.build(document));
            }
            writer.commit();
        }
    }

    private static void serve(Path index) throws IOException {
        FacetsConfig config = config();
        Analyzer analyzer = new EnglishAnalyzer();
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index));
        SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader, config);
        IndexSearcher searcher = new IndexSearcher(reader);
        ObjectMapper mapper = JsonMapper.builder().build();
        Javalin server = Javalin.create(settings -> {
            settings.startup.showJavalinBanner = false;
            settings.routes.get("/health", context -> context.result("ready"));
            settings.routes.get(
                    "/search",
                    context -> context.contentType("application/json")
                            .result(mapper.writeValueAsBytes(answer(searcher, state, analyzer, context))));
        });
        server.start("127.0.0.1", 0);
        System.out.println("Bare Lucene is listening on http://127.0.0.1:" + server.port());
    }

    private static Map<String, Object> answer(
            IndexSearcher searcher, SortedSetDocValuesReaderState state, Analyzer analyzer, Context context)
            throws IOException {
        Query query = query(analyzer, context);
        FacetsCollectorManager.FacetsResult result =
                FacetsCollectorManager.search(searcher, query, HITS, new FacetsCollectorManager());
        TopDocs top = result.topDocs();
        FacetsCollector collected = result.facetsCollector();
        Map<String, Object> facets = new LinkedHashMap<>();
        SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, collected);
        for (String each : FACETS) {
            FacetResult values = counts.getTopChildren(VALUES, each);
            Map<String, Number> labels = new LinkedHashMap<>();
            for (LabelAndValue value : values == null ? new LabelAndValue[0] : values.labelValues) {
                labels.put(value.label, value.value);
            }
            facets.put(each, labels);
        }
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                .withMaxLength(Integer.MAX_VALUE - 1)
                .build();
        Map<String, String[]> sentences =
                highlighter.highlightFields(new String[] {"title", "body"}, query, top, new int[] {1, SENTENCES});
        List<Map<String, Object>> hits = new ArrayList<>();
        for (int i = 0; i < top.scoreDocs.length; i++) {
            Document stored = searcher.storedFields()
                    .document(top.scoreDocs[i].doc, java.util.Set.of("id", "title", "journal", "year", "author"));
            Map<String, Object> hit = new LinkedHashMap<>();
            hit.put("id", stored.get("id"));
            hit.put("title", stored.get("title"));
            hit.put("authors", stored.getValues("author"));
            hit.put("journal", stored.get("journal"));
            hit.put("year", stored.get("year"));
            hit.put("score", top.scoreDocs[i].score);
            hit.put("highlights", List.of(text(sentences, "title", i), text(sentences, "body", i)));
            hits.add(hit);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("hitCount", top.totalHits.value());
        answer.put("result", hits);
        answer.put("facets", facets);
        return answer;
    }

    private static String text(Map<String, String[]> sentences, String field, int i) {
        String[] all = sentences.get(field);
        return all == null || all[i] == null ? "" : all[i];
    }

    private static Query query(Analyzer analyzer, Context context) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        String typed = context.queryParam("query");
        String kind = String.valueOf(context.queryParam("kind"));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (typed == null || typed.isEmpty()) {
            query.add(new org.apache.lucene.search.MatchAllDocsQuery(), Occur.MUST);
        } else {
            BooleanQuery.Builder either = new BooleanQuery.Builder();
            for (String field : List.of("title", "body")) {
                Query inField = inField(builder, field, typed, kind);
                if (inField != null) {
                    either.add(inField, Occur.SHOULD);
                }
            }
            query.add(either.build(), Occur.MUST);
        }
        String years = context.queryParam("year");
        if (years != null) {
            String[] range = years.split("\\.\\.");
            query.add(
                    IntPoint.newRangeQuery("published", Integer.parseInt(range[0]), Integer.parseInt(range[1])),
                    Occur.FILTER);
        }
        return query.build();
    }

    private static Query inField(QueryBuilder builder, String field, String typed, String kind) {
        return switch (kind) {
            case "phrase" -> builder.createPhraseQuery(field, typed.replace("\"", ""));
            case "prefix" ->
                new org.apache.lucene.search.PrefixQuery(
                        new Term(field, typed.replace("*", "").toLowerCase(Locale.ROOT)));
            case "and" -> builder.createBooleanQuery(field, typed.replace(" AND ", " "), Occur.MUST);
            default -> builder.createBooleanQuery(field, typed.replace(" OR ", " "), Occur.SHOULD);
        };
    }
}
