package dev.apatite.search;

import dev.apatite.index.PaperIndex;
import dev.apatite.paper.Paper;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers questions about the papers in an index. Safe to share between threads. */
public final class Searcher implements AutoCloseable {
    /** Searches an index, which stays the caller's to close. */
    public Searcher(PaperIndex index, Vocabulary vocabulary) {}

    /**
     * The papers that a request asks for.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    public SearchResponse search(SearchRequest request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Hands on every paper that a request asks for, in its order, whatever its page size; all of one commit.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    public void forEachPaper(SearchRequest request, Consumer<Paper> each) {
        throw new UnsupportedOperationException();
    }

    /**
     * The findings of these papers. Beside the filters of {@link #search}, {@code response} and {@code own} (true or
     * false) choose among the findings, as do {@code treatment} and {@code finding}. Sorts: relevance,
     * {@code P_PDATE_D}, {@code TITLE}, {@code TREATMENT asc}.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    public EvidenceResponse evidence(SearchRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Hands on every finding that {@link #evidence} would page through. */
    public void forEachFinding(SearchRequest request, Consumer<EvidenceRow> each) {
        throw new UnsupportedOperationException();
    }

    /**
     * The patients of these papers; {@code age}, {@code sex}, {@code given} and an antibody's status choose among the
     * patients. Sorts: relevance, {@code P_PDATE_D}, {@code TITLE}, {@code AGE asc|desc}.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    public PatientsResponse patients(SearchRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Hands on every patient that {@link #patients} would page through. */
    public void forEachPatient(SearchRequest request, Consumer<PatientRow> each) {
        throw new UnsupportedOperationException();
    }

    /**
     * The works that these papers cite, most cited first.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    public WorksResponse works(SearchRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The whole paper with this id. */
    public Optional<Paper> paper(String id) {
        throw new UnsupportedOperationException();
    }

    /** The reference list of a paper, empty where there is no such paper. */
    public List<CitedReference> references(String id) {
        throw new UnsupportedOperationException();
    }

    /** The papers of the corpus that cite this one, newest first. */
    public List<PaperCard> citedBy(String id) {
        throw new UnsupportedOperationException();
    }

    /** The papers most like this one in what they are about, most alike first. */
    public List<PaperCard> related(String id) {
        throw new UnsupportedOperationException();
    }

    /** Concepts, titles and authors that begin so. */
    public List<Suggestion> suggest(String beginning) {
        throw new UnsupportedOperationException();
    }

    /** The fields of the query language. */
    public List<FieldDescription> fields() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
