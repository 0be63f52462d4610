package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.engine.RemoteReference;
import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.engine.Unanswerable;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.query.CitedWorkQueries;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.QueryException;
import dev.apatite.query.QueryPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers requests for cited works, and for what cites what, from a cluster. */
final class RemoteWorks {
    /** Of so many references the works are counted here, and no more. */
    private static final long MOST_REFERENCES = 2_000_000;

    private static final long MOST_KEPT = 2_000_000;

    private final EvidenceQueries evidence;
    private final CitedWorkQueries queries;
    private final RemotePapers papers;
    private final Cache<Place, List<Counted>> lately = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .executor(Runnable::run)
            .weigher((Place place, List<Counted> works) -> works.size() + 1)
            .build();

    RemoteWorks(EvidenceQueries evidence, TextAnalysis analysis, RemotePapers papers) {
        this.evidence = evidence;
        this.papers = papers;
        queries = new CitedWorkQueries(analysis);
    }

    private record Place(String state, Query references) {}

    /** A work, and how many papers cite it. */
    private record Counted(String work, int papers) {
        static final Comparator<Counted> MOST_FIRST =
                Comparator.comparingInt(Counted::papers).reversed().thenComparing(each -> new BytesRef(each.work()));
    }

    /** Works, most cited first, and whether each has all the words that were typed. */
    private record Named(List<Counted> works, boolean allWords) {}

    WorksResponse works(RemoteSnapshot snapshot, SearchRequest request, Question question) {
        WorkSearch.refuse(request);
        boolean all = question.request().query().isBlank()
                && question.request().filters().isEmpty();
        Query references = all
                ? EvidenceQueries.kind(Schema.KIND_REFERENCE)
                : both(
                        evidence.rowsOf(papers.loosened(snapshot, question).papersBut(List.of())),
                        EvidenceQueries.kind(Schema.KIND_REFERENCE));
        Named named = named(snapshot, references, request.query());
        List<Counted> works = held(snapshot, request, named.works());
        Cursor cursor = Cursor.of(request, "works", "", question.searched());
        Object @Nullable [] after = cursor.read(request.cursor(), List.of(Integer.class, BytesRef.class));
        int from = after == null ? 0 : behind(works, (Integer) after[0], ((BytesRef) after[1]).utf8ToString());
        int to = Math.min(works.size(), from + request.pageSize());
        List<WorkRow> rows = rows(snapshot, references, works.subList(from, to));
        String next = to < works.size() && to > from
                ? cursor.after(
                        works.get(to - 1).papers(),
                        new BytesRef(works.get(to - 1).work()))
                : null;
        return new WorksResponse(
                works.size(), named.allWords(), rows, next, question.expansions(), QueryPrinter.print(question.tree()));
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static int behind(List<Counted> works, int papers, String work) {
        Counted last = new Counted(work, papers);
        int from = 0;
        while (from < works.size() && Counted.MOST_FIRST.compare(works.get(from), last) <= 0) {
            from++;
        }
        return from;
    }

    private List<Counted> count(RemoteSnapshot snapshot, Query references) {
        Place place = new Place(snapshot.state(), references);
        List<Counted> known = lately.getIfPresent(place);
        if (known == null) {
            long all = snapshot.counts(List.of(references)).getFirst();
            if (all > MOST_REFERENCES) {
                throw new Unanswerable("an index in a cluster does not rank the works of " + all
                        + " references; ask for those that fewer papers cite, by a query or a filter");
            }
            known = snapshot.values(references, RemoteSnapshot.COUNTED).entrySet().stream()
                    .map(each -> new Counted(each.getKey(), Math.toIntExact(each.getValue())))
                    .sorted(Counted.MOST_FIRST)
                    .toList();
            lately.put(place, known);
        }
        return known;
    }

    /** Works of which one of the references has the words, counted by all. */
    private List<Counted> count(RemoteSnapshot snapshot, Query references, Query named) {
        Query some = both(references, named);
        if (snapshot.counts(List.of(some)).getFirst() == 0) {
            return List.of();
        }
        Set<String> works = snapshot.values(some, Schema.WORK).keySet();
        return count(snapshot, references).stream()
                .filter(each -> works.contains(each.work()))
                .toList();
    }

    private Named named(RemoteSnapshot snapshot, Query references, String typed) {
        if (typed.isBlank()) {
            return new Named(count(snapshot, references), true);
        }
        try {
            CitedWorkQueries.Asked asked = queries.read(typed);
            int all = asked.parts().size();
            int most = all;
            List<Counted> found = count(snapshot, references, asked.having(all));
            while (found.isEmpty() && most > asked.fewest()) {
                most--;
                found = count(snapshot, references, asked.having(most));
            }
            return new Named(found, most == all);
        } catch (QueryException e) {
            throw new BadRequest("query", String.valueOf(e.getMessage()), e.position());
        }
    }

    /** The works that a citation or a title means, as {@link WorkSearch#meant}. */
    List<WorkRow> meant(RemoteSnapshot snapshot, String typed) {
        CitedWorkQueries.Asked asked = queries.read(WorkSearch.citation(typed));
        int all = asked.parts().size();
        Query references = EvidenceQueries.kind(Schema.KIND_REFERENCE);
        for (int having = all; WorkSearch.isCitation(having, all); having--) {
            Query some = both(references, asked.having(having));
            if (snapshot.counts(List.of(some)).getFirst() > MOST_REFERENCES) {
                return List.of();
            }
            Set<String> works = snapshot.values(some, Schema.WORK).keySet();
            if (works.size() > WorkSearch.MOST_MEANT) {
                return List.of();
            }
            if (!works.isEmpty()) {
                Map<String, Long> counts = snapshot.values(both(references, ofWorks(works)), RemoteSnapshot.COUNTED);
                return rows(
                        snapshot,
                        references,
                        works.stream()
                                .map(each -> new Counted(
                                        each, counts.getOrDefault(each, 0L).intValue()))
                                .sorted(Counted.MOST_FIRST)
                                .toList());
            }
        }
        return List.of();
    }

    private static Query ofWorks(Set<String> works) {
        return new TermInSetQuery(Schema.WORK, works.stream().map(BytesRef::new).toList());
    }

    private static List<Counted> held(RemoteSnapshot snapshot, SearchRequest request, List<Counted> works) {
        Optional<Set<Boolean>> held = WorkSearch.heldOnly(request);
        if (held.isEmpty()) {
            return works;
        }
        Set<String> here = snapshot.values(EvidenceQueries.kind(Schema.KIND_PAPER), Schema.PAPER)
                .keySet();
        return works.stream()
                .filter(each -> held.get().contains(here.contains(each.work())))
                .toList();
    }

    private static Query citing(Query references, String work) {
        return both(references, new TermQuery(new Term(Schema.WORK, work)));
    }

    private static List<WorkRow> rows(RemoteSnapshot snapshot, Query references, List<Counted> works) {
        Map<String, List<RemoteReference>> cited = new HashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Counted each : works) {
            List<RemoteReference> some = snapshot.references(
                    citing(references, each.work()), WorkSearch.NEWEST_FIRST, WorkSearch.MOST_CITING);
            cited.put(each.work(), some);
            some.forEach(one -> ids.add(one.paper()));
        }
        Map<String, StoredJson.Card> cards = snapshot.cards(ids);
        Map<String, Reference> best = new HashMap<>();
        cited.forEach((work, some) -> some.stream()
                .map(RemoteReference::reference)
                .reduce((one, other) -> WorkSearch.moreComplete(one, other))
                .ifPresent(each -> best.put(work, each)));
        Known known = Known.of(snapshot, best.values().stream().toList());
        List<WorkRow> rows = new ArrayList<>();
        for (Counted each : works) {
            Reference reference = Objects.requireNonNull(best.get(each.work()));
            List<PaperCard> citing = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (RemoteReference one : cited.getOrDefault(each.work(), List.of())) {
                StoredJson.Card card = cards.get(one.paper());
                if (card != null && seen.add(one.paper())) {
                    citing.add(StoredRows.outside(card));
                }
            }
            rows.add(new WorkRow(each.work(), reference, known.paper(reference).orElse(null), each.papers(), citing));
        }
        return rows;
    }

    /** Cited papers that stand in the corpus themselves, by their ids and by their DOIs. */
    private record Known(Map<String, StoredJson.Card> byId, Map<String, StoredJson.Card> byDoi) {
        static Known of(RemoteSnapshot snapshot, List<Reference> references) {
            Set<String> ids = new LinkedHashSet<>();
            Set<String> dois = new LinkedHashSet<>();
            for (Reference each : references) {
                if (each.workId() != null) {
                    ids.add(each.workId());
                }
                if (each.doi() != null) {
                    dois.add(each.doi().toLowerCase(Locale.ROOT));
                }
            }
            Map<String, StoredJson.Card> byDoi = new HashMap<>();
            if (!dois.isEmpty()) {
                Query having = both(
                        new TermInSetQuery(
                                Schema.DOI, dois.stream().map(BytesRef::new).toList()),
                        EvidenceQueries.kind(Schema.KIND_PAPER));
                List<String> found =
                        snapshot.page(having, WorkSearch.NEWEST_FIRST, null, SearchRequest.LARGEST_PAGE).rows().stream()
                                .map(RemoteRow::id)
                                .toList();
                snapshot.cards(found).values().forEach(each -> {
                    if (each.doi() != null) {
                        byDoi.putIfAbsent(each.doi().toLowerCase(Locale.ROOT), each);
                    }
                });
            }
            return new Known(snapshot.cards(ids), byDoi);
        }

        Optional<PaperCard> paper(Reference reference) {
            StoredJson.Card card = reference.workId() == null ? null : byId.get(reference.workId());
            if (card == null && reference.doi() != null) {
                card = byDoi.get(reference.doi().toLowerCase(Locale.ROOT));
            }
            return Optional.ofNullable(card).map(StoredRows::outside);
        }
    }

    Optional<WorkDetail> work(RemoteSnapshot snapshot, String id) {
        Query references = EvidenceQueries.kind(Schema.KIND_REFERENCE);
        List<RemoteReference> cited =
                snapshot.references(citing(references, id), WorkSearch.NEWEST_FIRST, SearchRequest.LARGEST_PAGE);
        if (cited.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        cited.forEach(each -> ids.add(each.paper()));
        List<WorkDetail.Citing> citing = new ArrayList<>();
        List<String> told = ids.stream().limit(WorkSearch.MOST_TOLD).toList();
        Map<String, Paper> whole = snapshot.papers(told);
        for (String each : told) {
            Paper paper = whole.get(each);
            if (paper != null) {
                citing.add(new WorkDetail.Citing(PaperCard.of(paper), CitingSentences.of(paper, id)));
            }
        }
        return Optional.of(new WorkDetail(
                rows(snapshot, references, List.of(new Counted(id, ids.size()))).getFirst(), citing));
    }

    List<CitedReference> references(RemoteSnapshot snapshot, Paper paper) {
        Known known = Known.of(snapshot, paper.references());
        List<String> works = paper.references().stream()
                .map(Reference::workId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Long> counts = snapshot.counts(works.stream()
                .<Query>map(each -> new TermQuery(new Term(Schema.CITES, each)))
                .toList());
        List<CitedReference> cited = new ArrayList<>();
        for (int i = 0; i < paper.references().size(); i++) {
            Reference reference = paper.references().get(i);
            int place = works.indexOf(reference.workId());
            int citing = place < 0 ? 1 : counts.get(place).intValue();
            cited.add(new CitedReference(
                    i,
                    reference,
                    known.paper(reference)
                            .filter(each -> !each.id().equals(paper.id()))
                            .orElse(null),
                    Math.max(1, citing)));
        }
        return cited;
    }
}
