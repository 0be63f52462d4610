package dev.apatite.search;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Answers questions about the papers in an index, whichever engine keeps it. Safe to share between threads.
 */
public interface Searcher extends AutoCloseable {
    /**
     * The papers that a request asks for.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    SearchResponse search(SearchRequest request);

    /**
     * Ids of the papers nearest in meaning to a request's query, nearest first, whatever words they have: the share of
     * {@link #search} that meaning has, to be judged by itself. Filters and syntax hold as they do there. At most some
     * hundreds; none where no meanings are known.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    List<String> nearest(SearchRequest request);

    /**
     * Hands on every paper that a request asks for, in its order, whatever its page size; all of one commit.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    void forEachPaper(SearchRequest request, Consumer<Paper> each);

    /**
     * The findings of these papers. Beside the filters of {@link #search}, {@code response} and {@code own} (true or
     * false) choose among the findings, as do {@code treatment} and {@code finding}, and {@code mark} by what readers said.
     * Findings that a reader called wrong are there only where {@code mark} asks for them. Sorts: relevance,
     * {@code P_PDATE_D}, {@code TITLE}, {@code TREATMENT asc}.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    EvidenceResponse evidence(SearchRequest request);

    /**
     * The same; where {@code minConfidence} is below what the index keeps, with findings less sure than that, worked out
     * anew of not too many papers.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    default AllEvidence allEvidence(SearchRequest request) {
        return new AllEvidence(evidence(request), null);
    }

    /** For how many papers at most {@link #allEvidence} works findings out anew. */
    int MOST_READ_ANEW = UnsureEvidence.MOST;

    /**
     * From which confidence on two of three findings are right, on papers that the judge never saw; empty where nothing
     * was judged.
     */
    OptionalDouble likely();

    /** What is known of concepts. */
    Concepts concepts();

    /** Hands on every finding that {@link #evidence} would page through. */
    void forEachFinding(SearchRequest request, Consumer<EvidenceRow> each);

    /**
     * Hands on every finding of {@link #allEvidence}.
     *
     * @param most of how many papers findings may be worked out anew
     * @throws BadRequest where there are more
     */
    default void forEachOfAllFindings(SearchRequest request, int most, Consumer<EvidenceRow> each) {
        forEachFinding(request, each);
    }

    /**
     * The patients of these papers; {@code age}, {@code sex}, {@code given} and an antibody's status choose among the
     * patients. Sorts: relevance, {@code P_PDATE_D}, {@code TITLE}, {@code AGE asc|desc}.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    PatientsResponse patients(SearchRequest request);

    /** The reported patients most like a case that is described in words; at most {@code most}. */
    LikePatients patientsLike(String text, int most);

    /** The reported patients most like a patient, without the patient; at most {@code most}. */
    LikePatients patientsLike(Patient patient, int most);

    /** Hands on every patient that {@link #patients} would page through. */
    void forEachPatient(SearchRequest request, Consumer<PatientRow> each);

    /**
     * The sentences of these papers that have the words of the query, from all sections or those that the filter
     * {@code section} names; none where the query has no words. The best papers are looked through.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    SentencesResponse sentences(SearchRequest request);

    /**
     * Cited works, most cited first. The query's words are those of the works' own titles, authors, years and journals;
     * the filter {@code citing} is a query for the papers that cite them, which all other filters choose too;
     * {@code inCorpus} (true or false) chooses works that are themselves papers here, or not.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    WorksResponse works(SearchRequest request);

    /** One cited work by its id, with the sentences that cite it; empty where no paper cites it. */
    Optional<WorkDetail> work(String id);

    /**
     * The values of a facet of the papers, findings or patients that a request asks for, as if none of it were chosen.
     *
     * @throws BadRequest where the request cannot be honoured or there is no such facet
     */
    List<FacetValue> facet(Rows rows, SearchRequest request, FacetRequest wanted);

    /** The whole paper with this id, PMID, PMCID or DOI. */
    Optional<Paper> paper(String address);

    /** The papers with these ids as a catalogue lists them, in this order, without those that are there no more. */
    List<PaperEntry> entries(List<String> ids);

    /**
     * Where what a request's query asks for stands in the title and the sections of one paper; its filters do not count.
     *
     * @throws BadRequest where the query cannot be honoured
     */
    List<Span> hits(String id, SearchRequest request);

    /** The reference list of a paper, empty where there is no such paper. */
    List<CitedReference> references(String id);

    /** The papers of the corpus that cite this one, newest first. */
    List<PaperCard> citedBy(String id);

    /**
     * All versions of the work that this paper is one of, a preprint and what was published of it, the leading one first;
     * empty where there is no other.
     */
    List<PaperCard> versions(String id);

    /** The papers most like this one in what they are about, most alike first, each with the reason. */
    List<RelatedPaper> related(String id);

    /** Concepts, titles and authors that begin so. */
    List<Suggestion> suggest(String beginning);

    /** How far the papers are searched by meaning too. */
    VectorProgress vectors();

    /**
     * Structured searches that the plain words of a request may have meant, each with how much it finds; none where the
     * request is not for its first page.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    List<Structured> structured(SearchRequest request);

    /**
     * Cited works that the words of a request may have meant, a pasted citation or a title, most cited first; none where
     * the request is not for its first page, or is more than words.
     *
     * @throws BadRequest where the request cannot be honoured
     */
    List<WorkRow> citedWorks(SearchRequest request);

    /** Structured searches that what is being typed may become. */
    List<Structured> structuredCompletions(String beginning);

    /** The fields of the query language. */
    List<FieldDescription> fields();

    /** Nothing is held open between two answers. */
    @Override
    void close();
}
