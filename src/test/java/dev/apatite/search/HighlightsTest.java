package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.IndexView;
import dev.apatite.index.PaperTexts;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.SectionKind;
import dev.apatite.query.ConceptNames;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.QueryCompiler;
import dev.apatite.query.QueryParser;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences are found, scored and marked as Lucene's own highlighter does it, only sooner. */
class HighlightsTest {
    private static final int SENTENCES = 2;
    private static final TextAnalysis ANALYSIS = new TextAnalysis();
    private static final String[] FIELDS = Schema.SECTIONS.toArray(String[]::new);

    /** More words with one beginning than are looked up one by one. */
    private static final String MANY_WORDS = IntStream.range(0, 300)
            .mapToObj(i -> "Wo" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "x was a word of the hand.")
            .collect(Collectors.joining(" "));

    @TempDir
    private static Path folder;

    private static SampleIndex sample;
    private static QueryCompiler compiler;

    @BeforeAll
    static void open() {
        sample = new SampleIndex(folder);
        // In a segment of its own.
        sample.put(List.of(paper("long")
                .title("A hand, a hand and the other hand of a patient patient")
                .section(SectionKind.CASE, "Case one", "A hand was cold. The cold hand was a cold, cold hand; it was.")
                .section(
                        SectionKind.CASE,
                        "Case two: a hand",
                        "The patient was treated.\nThe patient was treated with diltiazem, and was well.",
                        "X-ray and x-rays of the hand. A co-trimoxazole rash. The x-ray was treated patiently.")
                .section(SectionKind.DISCUSS, null, "Hands. Handed. Handling was treated as handy by the patients.")
                .section(SectionKind.METHODS, null, MANY_WORDS)
                .build()));
        ConceptNames names = new ConceptNames(Vocabulary.builtIn(), ANALYSIS);
        compiler = new QueryCompiler(ANALYSIS, names, new EvidenceQueries(names));
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hand",
                "hands OR cold",
                "patient was treated",
                "\"the patient was treated\"",
                "\"patient was\" OR \"was treated\"",
                "\"patient was\" OR treated",
                "\"patient patient\"",
                "\"cold cold\"",
                "\"hand cold\"~3",
                "\"patient treated\"~2 OR hand",
                "hand*",
                "pati* AND treat*",
                "ha*",
                "wo* OR hand",
                "x-ray",
                "\"x-ray\"",
                "co-trimoxazole",
                "diltiazem",
                "STS",
                "bisphosphonates",
                "TITLE:hand",
                "CASE:(\"was treated\" OR cold)",
                "cold NOT hand",
                "nothing-of-the-kind",
            })
    void areThoseOfLucene(String typed) {
        Query marks = compiler.compile(
                        new QueryParser(ANALYSIS).parse(typed), new QueryCompiler.Widening(true, Set.of()), List.of())
                .marks();
        sample.index.read(view -> {
            int[] papers = papers(view);
            List<List<PaperHighlighter.Sentence>> found = new PaperHighlighter(
                            view.searcher(), ANALYSIS, new StoredRows(view))
                    .sentences(marks, papers, FIELDS, SENTENCES);
            List<List<String>> expected = new Reference(view).sentences(marks, papers);
            for (int i = 0; i < papers.length; i++) {
                assertThat(found.get(i).stream().map(HighlightsTest::printed)).isEqualTo(expected.get(i));
            }
            return true;
        });
    }

    /** In no order of the index. */
    private static int[] papers(IndexView view) throws IOException {
        ScoreDoc[] all = view.searcher().search(EvidenceQueries.kind(Schema.KIND_PAPER), 100).scoreDocs;
        return IntStream.range(0, all.length)
                .map(i -> all[all.length - 1 - i].doc)
                .toArray();
    }

    private static String printed(PaperHighlighter.Sentence sentence) {
        return "%s %d-%d %s %s %s"
                .formatted(
                        sentence.field(),
                        sentence.start(),
                        sentence.end(),
                        sentence.score(),
                        sentence.hits(),
                        sentence.terms());
    }

    /** Lucene's highlighter over the same texts, set up as ours was before it had a way of its own. */
    private static final class Reference extends UnifiedHighlighter {
        private final StoredRows rows;

        Reference(IndexView view) {
            this(view.searcher(), new StoredRows(view));
        }

        private Reference(IndexSearcher searcher, StoredRows rows) {
            super(UnifiedHighlighter.builder(searcher, ANALYSIS)
                    .withMaxLength(Integer.MAX_VALUE - 1)
                    .withWeightMatches(false)
                    .withBreakIterator(PaperHighlighter::lines));
            this.rows = rows;
        }

        List<List<String>> sentences(Query marks, int[] papers) throws IOException {
            int[] passages = new int[FIELDS.length];
            Arrays.fill(passages, SENTENCES);
            var found = highlightFieldsAsObjects(FIELDS, marks, papers, passages);
            List<List<String>> all = new ArrayList<>();
            for (int i = 0; i < papers.length; i++) {
                List<String> ofPaper = new ArrayList<>();
                for (String field : FIELDS) {
                    Object[] ofField = found.get(field);
                    if (ofField != null && ofField[i] instanceof List<?> sentences) {
                        sentences.forEach(each -> ofPaper.add(field + " " + each));
                    }
                }
                all.add(ofPaper);
            }
            return all;
        }

        @Override
        protected PassageFormatter getFormatter(String field) {
            return new PassageFormatter() {
                @Override
                public Object format(Passage[] passages, String content) {
                    List<String> printed = new ArrayList<>();
                    for (Passage each : passages) {
                        List<TextRange> hits = new ArrayList<>();
                        Set<BytesRef> terms = new TreeSet<>();
                        for (int i = 0; i < each.getNumMatches(); i++) {
                            TextRange hit = new TextRange(each.getMatchStarts()[i], each.getMatchEnds()[i]);
                            terms.add(each.getMatchTerms()[i]);
                            if (!PaperHighlighter.isUnmarked(content.substring(hit.start(), hit.end()))) {
                                hits.add(hit);
                            }
                        }
                        if (!hits.isEmpty()) {
                            printed.add("%d-%d %s %s %s"
                                    .formatted(
                                            each.getStartOffset(), each.getEndOffset(), each.getScore(), hits, terms));
                        }
                    }
                    return printed;
                }
            };
        }

        @Override
        protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator documents, int threshold)
                throws IOException {
            List<CharSequence[]> values = new ArrayList<>();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                PaperTexts paper = rows.texts(doc);
                values.add(Arrays.stream(fields)
                        .map(field -> paper.pieces(field).stream()
                                .map(PaperTexts.Piece::text)
                                .collect(Collectors.joining(String.valueOf(MULTIVAL_SEP_CHAR))))
                        .toArray(CharSequence[]::new));
            }
            return values;
        }
    }
}
