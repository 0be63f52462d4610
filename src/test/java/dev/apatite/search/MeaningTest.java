package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Papers;
import dev.apatite.index.Vectors;
import dev.apatite.meaning.Embedder;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching by meaning beside words, with the model that the program carries. */
class MeaningTest {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final SearchRequest HEART = SearchRequest.of("heart attack emergency treatment");

    @TempDir
    private static Path folder;

    private static PaperIndex index;
    private static Semantics semantics;
    private static Searcher searcher;

    @BeforeAll
    static void open() {
        index = PaperIndex.open(folder, VOCABULARY);
        put(index, papers());
        semantics = Semantics.beside(folder);
        semantics.complete(index, () -> {});
        searcher = new EmbeddedSearcher(index, VOCABULARY, semantics);
    }

    @AfterAll
    static void close() {
        searcher.close();
        semantics.close();
        index.close();
    }

    private static void put(PaperIndex index, List<Paper> papers) {
        try (IndexUpdate update = index.update()) {
            papers.forEach(each -> update.put(each, Papers.provenance(each)));
            update.commit();
        }
    }

    private static Paper written(String id, String title, String text) {
        return paper(id).title(title).section(SectionKind.ABSTRACT, null, text).build();
    }

    /** One with all the words, one with most, some with one, and many with none, of which a few mean the same. */
    private static List<Paper> papers() {
        List<Paper> papers = new ArrayList<>();
        papers.add(written("all", "Heart attack", "Emergency treatment of heart attack in a small hospital."));
        papers.add(written("most", "Attack of the heart", "What the treatment was like."));
        papers.add(written("garden", "Treatment of lawns", "Treatment of moss in gardens."));
        papers.add(
                written("infarction", "Acute myocardial infarction", "Early thrombolysis saves ischaemic myocardium."));
        for (int i = 0; i < 120; i++) {
            papers.add(written("other" + i, "On stars " + i, "The stars of galaxy " + i + " were counted by night."));
        }
        return papers;
    }

    private static List<String> ids(SearchResponse answer) {
        return answer.hits().stream().map(each -> each.paper().id()).toList();
    }

    @Test
    void papersThatAreAlikeInMeaningAloneComeLastAndSaySo() {
        SearchResponse answer = searcher.search(HEART.withPageSize(1000));
        assertThat(ids(answer)).startsWith("all", "most").contains("infarction");
        assertThat(answer.exactHitCount()).isEqualTo(1);
        assertThat(answer.hitCount()).isEqualTo(answer.hits().size()).isEqualTo(3 + answer.meaningHitCount());
        int first = ids(answer).indexOf("infarction");
        assertThat(answer.hits().get(first).byMeaning()).isTrue();
        assertThat(answer.dividesMeaning(first)).isTrue();
        assertThat(answer.hits().subList(0, first)).noneMatch(Hit::byMeaning);
        assertThat(answer.hits().subList(first, answer.hits().size())).allMatch(Hit::byMeaning);
        assertThat(answer.counted()).contains("1 paper has all your words", "more may be about the same");
    }

    @Test
    void atMostAHundredAreFoundByMeaningAlone() {
        assertThat(searcher.search(HEART).meaningHitCount()).isEqualTo(100);
    }

    @Test
    void thereIsNoneWhereAllWordsAreDemandedOrMeaningIsNotWanted() {
        for (Wording wording : List.of(Wording.USUAL.withMost(false), Wording.USUAL.withSemantic(false))) {
            SearchResponse answer = searcher.search(HEART.withWording(wording));
            assertThat(answer.meaningHitCount()).isZero();
            assertThat(ids(answer)).doesNotContain("infarction");
        }
        assertThat(ids(searcher.search(HEART.withWording(Wording.USUAL.withMost(false)))))
                .containsExactly("all");
    }

    @Test
    void syntaxAndFiltersHoldForThemToo() {
        assertThat(ids(searcher.search(SearchRequest.of("heart attack emergency NOT myocardial"))))
                .doesNotContain("infarction");
        assertThat(ids(searcher.search(HEART.filter("year", "1999")))).isEmpty();
    }

    @Test
    void aShortQueryOfExactWordsDoesNotDrift() {
        assertThat(ids(searcher.search(SearchRequest.of("infarction")))).containsExactly("infarction");
        assertThat(ids(searcher.search(SearchRequest.of("\"heart attack\"")))).doesNotContain("infarction");
        // Two words that stand in a paper of something else: it comes first all the same.
        assertThat(ids(searcher.search(SearchRequest.of("galaxy 17"))).getFirst())
                .isEqualTo("other17");
        assertThat(ids(searcher.search(SearchRequest.of("treatment lawns"))).getFirst())
                .isEqualTo("garden");
    }

    @Test
    void pagesFollowEachOtherThroughThem() {
        List<String> whole = ids(searcher.search(HEART.withPageSize(1000)));
        List<String> walked = new ArrayList<>();
        for (String cursor = SearchRequest.FIRST_PAGE; cursor != null; ) {
            SearchResponse page = searcher.search(HEART.withPageSize(7).withCursor(cursor));
            walked.addAll(ids(page));
            cursor = page.nextCursor();
        }
        assertThat(walked).isEqualTo(whole);
    }

    @Test
    void everyMeaningIsKnownAndCounted() {
        assertThat(searcher.vectors()).isEqualTo(new VectorProgress(124, 124));
    }

    @Test
    void withoutTheModelWordsAreSearchedAlone() {
        try (Semantics none = Semantics.beside(folder, Optional::empty);
                Searcher plain = new EmbeddedSearcher(index, VOCABULARY, none)) {
            none.complete(index, () -> {});
            SearchResponse answer = plain.search(HEART);
            assertThat(ids(answer)).containsExactly("all", "most", "garden");
            assertThat(answer.meaningHitCount()).isZero();
        }
    }

    @Test
    void withoutVectorsWordsAreSearchedAlone(@TempDir Path other) {
        try (PaperIndex bare = PaperIndex.open(other, VOCABULARY);
                Semantics none = Semantics.beside(other);
                Searcher plain = new EmbeddedSearcher(bare, VOCABULARY, none)) {
            put(bare, papers());
            assertThat(ids(plain.search(HEART))).containsExactly("all", "most", "garden");
            assertThat(plain.vectors()).isEqualTo(new VectorProgress(0, 124));
        }
    }

    /** As long as some meanings are not known, the papers with words are the same as without any, and in their places. */
    @Test
    void aHalfKnownIndexDoesNotBringForwardWhatIsKnown(@TempDir Path other) {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String words = i % 3 == 0 ? "heart attack" : i % 3 == 1 ? "emergency treatment" : "heart treatment attack";
            papers.add(written("p" + i, "Paper " + i, words + " " + "and more ".repeat(i % 5) + "number " + i));
        }
        try (PaperIndex half = PaperIndex.open(other, VOCABULARY)) {
            put(half, papers);
            Embedder model = Embedder.load().orElseThrow();
            try (Vectors vectors = Vectors.beside(other)) {
                half.withoutMeaning(vectors, 20).forEach((hash, text) -> vectors.put(hash, model.passage(text)));
                vectors.commit();
            }
            try (Semantics known = Semantics.beside(other, () -> Optional.of(model));
                    Searcher both = new EmbeddedSearcher(half, VOCABULARY, known)) {
                assertThat(both.vectors()).isEqualTo(new VectorProgress(20, 40));
                List<String> mixed = ids(both.search(HEART.withPageSize(100)));
                List<String> words =
                        ids(both.search(HEART.withPageSize(100).withWording(Wording.USUAL.withSemantic(false))));
                assertThat(mixed).containsExactlyInAnyOrderElementsOf(words);
                long first = mixed.subList(0, 20).stream()
                        .filter(each -> Integer.parseInt(each.substring(1)) < 20)
                        .count();
                assertThat(first).isBetween(6L, 14L);
            }
        }
    }
}
