package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.IndexView;
import dev.apatite.index.PapersInMemory;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** {@link UnsureEvidence} of papers that stand in a cluster. Safe to share between threads. */
final class RemoteUnsure {
    private static final Sort BY_ID = new Sort(new SortField(Schema.PAPER, SortField.Type.STRING));
    private static final Sort BY_ROW = new Sort(new SortField(Schema.ROW, SortField.Type.STRING));
    private static final int MOST_ROWS = 10_000;

    private final UnsureEvidence unsure;
    private final RemotePapers papers;
    private final RemoteEvidence evidence;
    private final PapersInMemory memory;

    private final Cache<Place, IndexReader> lately = Caffeine.newBuilder()
            .maximumSize(2L * UnsureEvidence.MOST)
            .executor(Runnable::run)
            .build();

    private record Place(String state, String paper) {}

    RemoteUnsure(UnsureEvidence unsure, RemotePapers papers, RemoteEvidence evidence, PapersInMemory memory) {
        this.unsure = unsure;
        this.papers = papers;
        this.evidence = evidence;
        this.memory = memory;
    }

    /** Whether a request asks for findings that are not all kept. */
    boolean isAsked(SearchRequest request) {
        return unsure.isAsked(request);
    }

    /** A question for papers, as it is asked of a state. */
    interface Asking {
        Question of(SearchRequest request, Rows rows) throws IOException;
    }

    AllEvidence findings(RemoteSnapshot snapshot, SearchRequest request, Asking asking) throws IOException {
        Question question = papers.loosened(snapshot, asking.of(UnsureEvidence.ofPapers(request), Rows.PAPERS));
        Query once = once(snapshot, question);
        int found = Math.toIntExact(snapshot.counts(List.of(once)).getFirst());
        if (found > UnsureEvidence.MOST) {
            return new AllEvidence(
                    evidence.findings(snapshot, asking.of(request, Rows.FINDINGS)),
                    new AllEvidence.Unsure(found, UnsureEvidence.MOST, false));
        }
        IndexView anew = anew(snapshot, page(snapshot, once, null));
        return new AllEvidence(
                unsure.asked(anew, question, request), new AllEvidence.Unsure(found, UnsureEvidence.MOST, true));
    }

    /** Hands on every finding, paper by paper; {@code most} papers may be read anew. */
    void forEach(RemoteSnapshot snapshot, SearchRequest request, Asking asking, int most, Consumer<EvidenceRow> each)
            throws IOException {
        Question question = papers.loosened(snapshot, asking.of(UnsureEvidence.ofPapers(request), Rows.PAPERS));
        Query once = once(snapshot, question);
        unsure.refuseMore(snapshot.counts(List.of(once)).getFirst(), most);
        @Nullable List<Object> after = null;
        for (List<RemoteRow> some = page(snapshot, once, after); !some.isEmpty(); some = page(snapshot, once, after)) {
            unsure.forEach(anew(snapshot, some), question, request, each);
            after = some.getLast().values();
        }
    }

    private static List<RemoteRow> page(RemoteSnapshot snapshot, Query once, @Nullable List<Object> after) {
        return snapshot.page(once, BY_ID, after, UnsureEvidence.MOST).rows();
    }

    /** The papers of a question, one of those that are versions of one work. */
    private Query once(RemoteSnapshot snapshot, Question question) {
        Query all = new ConstantScoreQuery(question.papersBut(List.of()));
        RemoteVersions versions = papers.versions(snapshot);
        List<String> second = List.copyOf(versions.second(snapshot.scores(all, versions.papers())));
        return second.isEmpty() ? all : Versions.without(all, RemoteLoose.of(second));
    }

    private IndexView anew(RemoteSnapshot snapshot, List<RemoteRow> rows) throws IOException {
        Map<String, Paper> whole =
                snapshot.papers(rows.stream().map(RemoteRow::id).toList());
        List<IndexReader> readers = new ArrayList<>();
        for (Map.Entry<String, Paper> each : whole.entrySet()) {
            Place place = new Place(snapshot.state(), each.getKey());
            IndexReader known = lately.getIfPresent(place);
            if (known == null) {
                known = memory.of(unsure.anew(each.getValue(), kept(snapshot, each.getKey())));
                lately.put(place, known);
            }
            readers.add(known);
        }
        return PapersInMemory.together(snapshot.state(), Map.of(), readers);
    }

    private List<StoredJson.Placed<Finding>> kept(RemoteSnapshot snapshot, String paper) {
        return evidence.placed(
                snapshot,
                snapshot.page(UnsureEvidence.kept(paper), BY_ROW, null, MOST_ROWS)
                        .rows());
    }
}
