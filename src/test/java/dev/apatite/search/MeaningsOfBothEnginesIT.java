package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static dev.apatite.search.BothEngines.assertSameOrder;
import static dev.apatite.search.BothEngines.ids;
import static dev.apatite.search.BothEngines.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.engine.RemoteMeanings;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Papers;
import dev.apatite.index.Vectors;
import dev.apatite.meaning.Embedder;
import dev.apatite.opensearch.NeedsOpenSearch;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both engines find the same papers by meaning, with the model that the program carries, and in the same order. */
@NeedsOpenSearch(withVectors = true)
class MeaningsOfBothEnginesIT {
    private static final SearchRequest HEART = request("heart attack emergency treatment", null, null);

    private static BothEngines both;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        both = BothEngines.withMeanings(papers());
        both.completeMeanings();
    }

    @AfterAll
    static void close() {
        if (both != null) {
            both.close();
        }
    }

    private static Paper written(String id, String title, String text) {
        return paper(id)
                .title(title)
                .year(1990 + Math.abs(id.hashCode()) % 30)
                .journal("Journal " + Math.abs(id.hashCode()) % 3)
                .section(SectionKind.ABSTRACT, null, text)
                .section(SectionKind.CASE, "Case", "Of a patient " + text.length() + ". " + title + ".")
                .build();
    }

    /** One with all the words, some with most or one, versions of one work, and many with none, of which a few mean the same. */
    private static List<Paper> papers() {
        List<String> organs = List.of("kidney", "liver", "skin", "lung", "bone", "eye", "heart");
        List<String> signs = List.of("stones", "inflammation", "cancer", "infarction", "infection", "bleeding");
        Stream<Paper> named = Stream.of(
                written("all", "Heart attack", "Emergency treatment of heart attack in a small hospital."),
                written("most", "Attack of the heart", "What the treatment was like."),
                written("garden", "Treatment of lawns", "Treatment of moss in gardens."),
                written("infarction", "Acute myocardial infarction", "Early thrombolysis saves ischaemic myocardium."),
                written("made30", "Coronary thrombosis", "Angioplasty within two hours of occlusion."),
                written("made31", "Coronary thrombosis", "Angioplasty within two hours of occlusion."),
                written("made32", "Coronary thrombosis in print", "Angioplasty within two hours of an occlusion."));
        return Stream.of(
                        named,
                        IntStream.range(0, 110)
                                .mapToObj(i -> written(
                                        "other" + i, "On stars " + i, "The stars of galaxy " + i + " were counted.")),
                        IntStream.range(0, organs.size() * signs.size()).mapToObj(i -> {
                            String organ = organs.get(i % organs.size());
                            String sign = signs.get(i / organs.size());
                            return written(
                                    "organ" + i, organ + " " + sign, "Treatment of " + sign + " of the " + organ + ".");
                        }))
                .flatMap(each -> each)
                .toList();
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "heart attack emergency treatment         | -                   | -",
                "what helps against a stone in the kidney | -                   | -",
                "galaxy 17                                | -                   | -",
                "infarction                               | -                   | -",
                "renal calculi                            | -                   | -",
                "dermatitis of an inflamed patient        | year=2000..2010     | -",
                "pulmonary tumour                         | journal=Journal 1   | -",
                "heart attack emergency NOT myocardial    | -                   | -",
                "heart attack emergency treatment         | year=1850           | -",
                "\"heart attack\"                         | -                   | -",
                "heart attack treatment                   | -                   | P_PDATE_D desc",
                "TITLE:heart                              | -                   | -",
                "''                                       | -                   | -",
            })
    void theSamePapersInTheSameOrder(String query, @Nullable String filters, @Nullable String sort) {
        SearchRequest request = request(query, filters, sort);
        both.assertSame(request);
        both.assertSame(request.withPageSize(300));
        both.assertSame(request.withWording(Wording.USUAL.withMend(false).withSemantic(false)));
        both.assertSame(request.withWording(Wording.USUAL.withMend(false).withMost(false)));
        assertThat(both.there().nearest(request)).isEqualTo(both.here().nearest(request));
    }

    @Test
    void thoseFoundByMeaningAloneComeLastAndSaySo() {
        SearchResponse answer = both.there().search(HEART.withPageSize(300));
        assertThat(ids(answer.hits())).startsWith("all", "most").contains("infarction");
        assertThat(answer.meaningHitCount()).isBetween(50L, 100L);
        int first = ids(answer.hits()).indexOf("infarction");
        assertThat(answer.hits().get(first).byMeaning()).isTrue();
        assertThat(both.there().nearest(HEART)).contains("infarction", "all", "most");
    }

    @Test
    void aWalkByCursorsPassesTheSamePapersInTheSameOrder() {
        List<Hit> here = walked(both.here());
        assertThat(ids(here)).doesNotHaveDuplicates().contains("infarction");
        List<Hit> there = walked(both.there());
        assertSameOrder(here, there);
        assertThat(ids(there))
                .isEqualTo(ids(both.there().search(HEART.withPageSize(300)).hits()));
    }

    private static List<Hit> walked(Searcher searcher) {
        List<Hit> hits = new ArrayList<>();
        for (@Nullable String cursor = SearchRequest.FIRST_PAGE; cursor != null; ) {
            SearchResponse page = searcher.search(HEART.withPageSize(7).withCursor(cursor));
            hits.addAll(page.hits());
            cursor = page.nextCursor();
        }
        return hits;
    }

    @ParameterizedTest
    @ValueSource(strings = {"heart attack emergency treatment", "renal calculi"})
    void theSameIsExportedCountedAndReadSentenceBySentence(String query) {
        SearchRequest request = request(query, null, null);
        assertThat(exported(both.there(), request)).isEqualTo(exported(both.here(), request));
        SentencesResponse here = both.here().sentences(request);
        SentencesResponse there = both.there().sentences(request);
        assertThat(there.rows()).isEqualTo(here.rows());
        assertThat(there.papers()).isEqualTo(here.papers());
        assertThat(there.papersRead()).isEqualTo(here.papersRead());
        assertThat(both.there().facet(Rows.PAPERS, request, new FacetRequest("journal", "", "")))
                .isEqualTo(both.here().facet(Rows.PAPERS, request, new FacetRequest("journal", "", "")));
    }

    private static List<String> exported(Searcher searcher, SearchRequest request) {
        List<String> ids = new ArrayList<>();
        searcher.forEachPaper(request.rowsOnly(), each -> ids.add(each.id()));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"infarction", "made30", "organ3"})
    void relatedPapersAreTheSame(String paper) {
        assertThat(both.there().related(paper)).isEqualTo(both.here().related(paper));
    }

    @Test
    void everyMeaningIsKnownAndCounted() {
        assertThat(both.there().vectors()).isEqualTo(both.here().vectors());
        assertThat(both.there().vectors().done()).isEqualTo(papers().size());
    }

    private static void change(BothEngines engines, List<Paper> put, List<String> removed) {
        try (PaperUpdate update = engines.cluster().update()) {
            put.forEach(each -> update.put(each, Papers.provenance(each), PaperKeys.NONE));
            removed.forEach(update::remove);
            update.commit(10);
        }
    }

    @Test
    void theMeaningsOfRemovedAndChangedPapersGoAndThoseOfTheOthersOutliveARebuild()
            throws IOException, InterruptedException {
        List<Paper> papers = papers().subList(0, 5);
        try (BothEngines own = BothEngines.withMeanings(papers)) {
            own.completeMeanings();
            RemoteMeanings meanings = own.cluster().meanings();
            Paper changed = written("garden", "Myocardial ischaemia", "Stents open blocked coronary arteries.");
            change(own, List.of(changed), List.of("infarction"));
            assertThat(own.there().vectors()).isNotEqualTo(new VectorProgress(4, 4));
            assertThat(own.there().nearest(HEART)).doesNotContain("infarction", "garden");

            own.completeMeanings();
            assertThat(own.there().vectors()).isEqualTo(new VectorProgress(4, 4));
            assertThat(meanings.size()).isEqualTo(4);
            assertThat(own.there().nearest(HEART)).contains("garden", "most").doesNotContain("infarction");

            try (PaperUpdate rebuild = own.cluster().rebuild()) {
                for (Paper each : List.of(papers.getFirst(), changed)) {
                    rebuild.put(each, Papers.provenance(each), PaperKeys.NONE);
                }
                rebuild.commit(2);
            }
            // Without a model nothing can be worked out anew.
            try (RemoteSemantics known = RemoteSemantics.of(own.cluster(), Optional::empty)) {
                known.complete(() -> {});
            }
            assertThat(own.there().vectors()).isEqualTo(new VectorProgress(2, 2));
            assertThat(own.there().nearest(HEART)).containsExactlyInAnyOrder("all", "garden");
        }
    }

    /** As long as some meanings are not known, both engines rank the same papers alike. */
    @Test
    void halfKnownPapersAreRankedAlike() throws IOException, InterruptedException {
        List<Paper> papers = IntStream.range(0, 40)
                .mapToObj(i -> written(
                        "p" + (10 + i),
                        "Paper " + i,
                        (i % 3 == 0 ? "heart attack" : i % 3 == 1 ? "emergency treatment" : "heart treatment attack")
                                + " and more".repeat(i % 5) + " number " + i))
                .toList();
        Embedder model = Embedder.load().orElseThrow();
        try (BothEngines half = BothEngines.withMeanings(papers)) {
            try (Vectors vectors = Vectors.beside(half.index().folder())) {
                half.index().withoutMeaning(vectors, 20).forEach((hash, text) -> {
                    float[] vector = model.passage(text);
                    vectors.put(hash, vector);
                    half.cluster().meanings().put(Map.of(hash, vector));
                });
                vectors.commit();
            }
            half.assertSame(HEART.withPageSize(100));
            assertThat(half.there().vectors().done()).isBetween(1, 39);
        }
    }

    /** Two that work out the meanings of one corpus at the same time get through, and both know it. */
    @Test
    void twoShareTheWork() throws IOException, InterruptedException {
        List<Paper> papers = papers().subList(0, 100);
        try (BothEngines own = BothEngines.withMeanings(papers);
                RemoteSemantics one = RemoteSemantics.of(own.cluster());
                RemoteSemantics other = RemoteSemantics.of(own.cluster())) {
            Thread beside = new Thread(() -> other.complete(() -> {}), "other");
            beside.start();
            one.complete(() -> {});
            beside.join();
            assertThat(own.there().vectors().total()).isEqualTo(100);
            assertThat(own.there().vectors().done()).isEqualTo(100);
        }
    }
}
