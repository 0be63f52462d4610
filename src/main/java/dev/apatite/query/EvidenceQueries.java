package dev.apatite.query;

import dev.apatite.index.BoundedTerms;
import dev.apatite.index.Schema;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;

/** Queries for concepts, findings and patients, and between a paper and its rows. */
public final class EvidenceQueries {
    private final ConceptNames names;
    private final BitSetProducer papers = new QueryBitSetProducer(kind(Schema.KIND_PAPER));

    public EvidenceQueries(ConceptNames names) {
        this.names = names;
    }

    /** The documents of one kind. */
    public static Query kind(String kind) {
        return new TermQuery(new Term(Schema.KIND, kind));
    }

    /** The preferred names of what is narrower than a concept, at any depth; none of a name that no vocabulary lists. */
    public Set<String> narrower(MentionType type, String name) {
        return names.narrower(type, name);
    }

    /** The term of a concept by its name or id; of a name that no vocabulary lists, a term of its own. */
    public String term(MentionType type, String name) {
        String id = names.find(type, name).map(Concept::id).orElseGet(() -> Schema.unlisted(type, name));
        return Schema.conceptTerm(id);
    }

    /** The preferred name of a concept that is given by its id or another name; of an unlisted one the name as it is. */
    public String preferred(MentionType type, String name) {
        return names.find(type, name).map(Concept::name).orElse(name);
    }

    /** Documents in whose {@code field} a concept or one narrower stands. */
    public Query concept(String field, MentionType type, String name) {
        return new ConstantScoreQuery(new TermQuery(new Term(field, term(type, name))));
    }

    /** Documents in whose {@code field} a concept stands whose name begins so. */
    Query beginning(String field, MentionType type, String beginning) {
        Set<String> ids = names.beginning(type, beginning);
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(
                new TermInSetQuery(
                        field,
                        ids.stream()
                                .map(each -> new BytesRef(Schema.conceptTerm(each)))
                                .toList()),
                Occur.SHOULD);
        String unlisted = Schema.conceptTerm(Schema.unlisted(type, beginning));
        either.add(BoundedTerms.prefix(new Term(field, unlisted)), Occur.SHOULD);
        return new ConstantScoreQuery(either.build());
    }

    /** Patients in whom an antibody, or one of a class, was found or not. */
    public Query antibody(String name, AntibodyStatus status) {
        return new ConstantScoreQuery(
                new TermQuery(new Term(Schema.ANTIBODY, term(MentionType.ANTIBODY, name) + ":" + status.code())));
    }

    /** Patients of an age in years, both ends included; a patient of 40 years is 40 until 41. */
    public Query age(double from, double to) {
        return DoublePoint.newRangeQuery(Schema.AGE, from, Math.nextDown(Math.floor(to) + 1));
    }

    /** Papers with at least one such finding. */
    public Query papersWithFinding(Query findings) {
        return papersWith(Schema.KIND_FINDING, findings);
    }

    /** Papers with at least one such patient. */
    public Query papersWithPatient(Query patients) {
        return papersWith(Schema.KIND_PATIENT, patients);
    }

    private Query papersWith(String kind, Query rows) {
        Query ofKind = new BooleanQuery.Builder()
                .add(rows, Occur.MUST)
                .add(kind(kind), Occur.FILTER)
                .build();
        return new ConstantScoreQuery(new ToParentBlockJoinQuery(ofKind, papers, ScoreMode.None));
    }

    /** The rows of such papers, each with its paper's score; the papers' query must match papers only. */
    public Query rowsOf(Query papersQuery) {
        return new ToChildBlockJoinQuery(papersQuery, papers);
    }
}
