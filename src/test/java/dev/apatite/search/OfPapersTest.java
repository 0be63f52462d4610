package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.BoundedTerms;
import dev.apatite.index.Schema;
import dev.apatite.query.EvidenceQueries;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfPapersTest {
    private static final Query WORD = new TermQuery(new Term(Schema.ALL, "calcinosis"));
    private static final Query OTHER = new TermQuery(new Term(Schema.TITLE, "@c1"));
    private static final Query YEAR = IntPoint.newExactQuery(Schema.YEAR, 2001);

    private static Query all(Object... clauses) {
        BooleanQuery.Builder built = new BooleanQuery.Builder();
        for (int i = 0; i < clauses.length; i += 2) {
            built.add((Query) clauses[i], (Occur) clauses[i + 1]);
        }
        return built.build();
    }

    @Test
    void wordsStandInPapersOnly() {
        List<Query> papers = List.of(
                WORD,
                OTHER,
                new PhraseQuery(Schema.ALL, "digital", "ulcers"),
                BoundedTerms.prefix(new Term(Schema.WORDS, "calc")),
                new BoostQuery(new ConstantScoreQuery(WORD), 2),
                new DisjunctionMaxQuery(List.of(WORD, OTHER), 0),
                all(WORD, Occur.SHOULD, OTHER, Occur.SHOULD),
                all(WORD, Occur.SHOULD, OTHER, Occur.SHOULD, YEAR, Occur.MUST_NOT),
                all(WORD, Occur.MUST, YEAR, Occur.FILTER),
                all(WORD, Occur.FILTER, YEAR, Occur.SHOULD));
        assertThat(papers).allMatch(OfPapers::only);
    }

    @Test
    void whatOtherDocumentsHaveTooIsNotBoundToPapers() {
        List<Query> others = List.of(
                YEAR,
                new MatchAllDocsQuery(),
                new TermQuery(new Term(Schema.SENTENCE, "calcinosis")),
                new TermQuery(new Term(Schema.PAPER, "p1")),
                new DisjunctionMaxQuery(List.of(WORD, YEAR), 0),
                all(WORD, Occur.SHOULD, YEAR, Occur.SHOULD),
                all(YEAR, Occur.MUST, WORD, Occur.SHOULD),
                all(new MatchAllDocsQuery(), Occur.FILTER, WORD, Occur.MUST_NOT));
        assertThat(others).noneMatch(OfPapers::only);
    }

    @Test
    void noOtherDocumentOfAPaperHasOneOfTheFields(@TempDir Path folder) {
        try (SampleIndex sample = new SampleIndex(folder)) {
            Set<String> seen = sample.index.read(view -> {
                Set<String> fields = new TreeSet<>();
                IndexSearcher searcher = view.searcher();
                for (String field : OfPapers.FIELDS) {
                    Query having = BoundedTerms.prefix(new Term(field, ""));
                    int all = searcher.count(having);
                    Query papers = all(having, Occur.FILTER, EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER);
                    assertThat(searcher.count(papers)).as(field).isEqualTo(all);
                    if (all > 0) {
                        fields.add(field);
                    }
                }
                return fields;
            });
            assertThat(seen).contains(Schema.ALL, Schema.WORDS, Schema.TITLE, Schema.CASE, Schema.REFERENCES);
        }
    }
}
