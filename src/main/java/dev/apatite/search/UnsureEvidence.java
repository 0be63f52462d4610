package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.IndexView;
import dev.apatite.index.PapersInMemory;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Revision;
import dev.apatite.query.CompiledQuery;
import dev.apatite.query.EvidenceQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for findings less sure than those that the index keeps. The papers that are asked for are read anew
 * and stand in memory with all that they may state, where they are asked as the index is. Safe to share between threads.
 */
final class UnsureEvidence {
    /** Papers that one answer reads anew: some two seconds of one core. */
    static final int MOST = 25;

    /** Filters that choose among findings, which are not all there when papers are chosen. */
    private static final List<String> OF_FINDINGS = List.of("finding", "response", "own", "mark", "minConfidence");

    private final EveryFinding every;
    private final QuestionReader questions;
    private final EvidenceSearch evidence;
    private final PapersInMemory memory;

    /** Papers in memory that were asked for lately, by their documents in one view. */
    private static final class Lately {
        private static final int MOST_KEPT = 2 * MOST;

        private final Cache<Integer, IndexReader> papers = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .executor(Runnable::run)
                .build();
    }

    /** The papers that a request asks for: the question that chose them, and their documents in the index's order. */
    private record Chosen(Question question, List<Integer> documents) {}

    UnsureEvidence(EveryFinding every, QuestionReader questions, EvidenceSearch evidence, PapersInMemory memory) {
        this.every = every;
        this.questions = questions;
        this.evidence = evidence;
        this.memory = memory;
    }

    /** Whether a request asks for findings that are not all kept. */
    boolean isAsked(SearchRequest request) {
        List<String> least = request.filters().getOrDefault("minConfidence", List.of());
        return !least.isEmpty() && FilterReader.least(least) < every.kept();
    }

    AllEvidence findings(IndexView view, SearchRequest request, int meanings) throws IOException {
        Chosen chosen = chosen(view, request, meanings);
        int papers = chosen.documents().size();
        if (papers > MOST) {
            Question question = questions.read(new Searched(view, meanings), request, Rows.FINDINGS);
            return new AllEvidence(evidence.findings(view, question), new AllEvidence.Unsure(papers, MOST, false));
        }
        IndexView anew = anew(view, chosen.documents());
        EvidenceResponse response = evidence.findings(anew, question(anew, chosen.question(), request, meanings));
        if (response.nextCursor() != null) {
            view.goOn();
        }
        return new AllEvidence(response, new AllEvidence.Unsure(papers, MOST, true));
    }

    /**
     * Hands on every finding, paper by paper.
     *
     * @param most papers that may be read anew
     * @throws BadRequest where there are more
     */
    void forEach(IndexView view, SearchRequest request, int meanings, int most, Consumer<EvidenceRow> each)
            throws IOException {
        Chosen chosen = chosen(view, request, meanings);
        List<Integer> documents = chosen.documents();
        refuseMore(documents.size(), most);
        for (int from = 0; from < documents.size(); from += MOST) {
            IndexView anew = anew(view, documents.subList(from, Math.min(documents.size(), from + MOST)));
            evidence.forEachFinding(anew, question(anew, chosen.question(), request, meanings), each);
        }
    }

    /** Refuses to read more papers anew than may be. */
    void refuseMore(long papers, int most) {
        if (papers > most) {
            throw new BadRequest(
                    "minConfidence",
                    "findings less sure than " + every.kept() + " are worked out when they are asked for, of " + most
                            + " papers at most, and the search finds " + papers + ": narrow it, or ask from "
                            + every.kept() + " on");
        }
    }

    /** What papers in memory state of what a request asks for, which {@code chose} them. */
    EvidenceResponse asked(IndexView anew, Question chose, SearchRequest request) throws IOException {
        return evidence.findings(anew, question(anew, chose, request, 0));
    }

    /** The same, finding by finding. */
    void forEach(IndexView anew, Question chose, SearchRequest request, Consumer<EvidenceRow> each) throws IOException {
        evidence.forEachFinding(anew, question(anew, chose, request, 0), each);
    }

    /** A request without what chooses among findings. */
    static SearchRequest ofPapers(SearchRequest request) {
        Map<String, List<String>> ofPapers = new LinkedHashMap<>(request.filters());
        ofPapers.keySet().removeAll(OF_FINDINGS);
        return request.withFilters(ofPapers);
    }

    private Chosen chosen(IndexView view, SearchRequest request, int meanings) throws IOException {
        Question question = questions.read(new Searched(view, meanings), ofPapers(request), Rows.PAPERS);
        Query papers = new ConstantScoreQuery(question.papersBut(List.of()));
        Query once = Versions.without(
                papers, view.attachment(Versions.class, "", Versions::new).second(view.searcher(), papers));
        List<Integer> documents = new ArrayList<>();
        int all = Math.max(1, view.searcher().getIndexReader().maxDoc());
        for (ScoreDoc each : view.searcher().search(once, all, Sort.INDEXORDER).scoreDocs) {
            documents.add(each.doc);
        }
        return new Chosen(question, documents);
    }

    /** What is asked of the papers in memory: what the index was asked, mended words and all. */
    private Question question(IndexView anew, Question chosen, SearchRequest request, int meanings) {
        String mended = chosen.mended();
        SearchRequest asked = mended == null ? request : request.withQuery(mended);
        Question typed = questions.asTyped(new Searched(anew, meanings), asked, Rows.FINDINGS);
        boolean most = chosen.loose().filter(each -> each.exact() == 0).isPresent();
        CompiledQuery compiled = typed.compiled();
        return new Question(
                typed.request(),
                typed.searched(),
                typed.tree(),
                most
                        ? new CompiledQuery(
                                new MatchAllDocsQuery(),
                                Optional.empty(),
                                compiled.marks(),
                                compiled.expansions(),
                                compiled.findings())
                        : compiled,
                typed.sentences(),
                typed.filters(),
                Optional.empty(),
                mended,
                chosen.suggestion());
    }

    /** Papers with everything that they may state. */
    private IndexView anew(IndexView view, List<Integer> documents) throws IOException {
        Cache<Integer, IndexReader> lately = view.attachment(Lately.class, "", any -> new Lately()).papers;
        List<IndexReader> readers = new ArrayList<>();
        for (int document : documents) {
            IndexReader known = lately.getIfPresent(document);
            if (known == null) {
                known = memory.of(anew(view, document));
                lately.put(document, known);
            }
            readers.add(known);
        }
        return PapersInMemory.together(view.state(), Map.of(), readers);
    }

    private Revision anew(IndexView view, int document) throws IOException {
        StoredRows rows = new StoredRows(view);
        Paper paper = rows.paper(document);
        List<StoredJson.Placed<Finding>> kept = new ArrayList<>();
        for (ScoreDoc each : view.searcher().search(kept(paper.id()), Integer.MAX_VALUE, Sort.INDEXORDER).scoreDocs) {
            kept.add(rows.placed(each.doc, Finding.class));
        }
        return view.forAll(() -> anew(paper, kept));
    }

    /** A paper with everything that it may state; {@code kept} is what the index has of it, as readers left it. */
    Revision anew(Paper paper, List<StoredJson.Placed<Finding>> kept) {
        Map<String, String> marks = new LinkedHashMap<>();
        List<Finding> struck = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (StoredJson.Placed<Finding> row : kept) {
            known.add(row.row().id());
            @Nullable String mark = row.place().mark();
            if (paper.findings().stream()
                    .noneMatch(one -> one.id().equals(row.row().id()))) {
                struck.add(row.row());
            } else if (mark != null) {
                marks.put(row.row().id(), mark);
            }
        }
        List<Finding> all = new ArrayList<>(paper.findings());
        all.addAll(every.beside(paper, known));
        return new Revision(paper.annotated(paper.mentions(), paper.patients(), all), marks, struck);
    }

    /** The rows that the index has of a paper's findings. */
    static Query kept(String paper) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Schema.PAPER, paper)), Occur.FILTER)
                .add(
                        new BooleanQuery.Builder()
                                .add(EvidenceQueries.kind(Schema.KIND_FINDING), Occur.SHOULD)
                                .add(EvidenceQueries.kind(Schema.KIND_STRUCK), Occur.SHOULD)
                                .build(),
                        Occur.FILTER)
                .build();
    }
}
