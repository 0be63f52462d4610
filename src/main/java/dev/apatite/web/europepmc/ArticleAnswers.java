package dev.apatite.web.europepmc;

import dev.apatite.export.PageRange;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import dev.apatite.paper.Reference;
import dev.apatite.search.CitedReference;
import dev.apatite.search.PaperCard;
import dev.apatite.search.PaperEntry;
import dev.apatite.search.Searcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers about one paper. */
final class ArticleAnswers {
    private final Searcher searcher;

    ArticleAnswers(Searcher searcher) {
        this.searcher = searcher;
    }

    Map<String, Object> article(Asked asked, Paper paper, String source, String id, String server) {
        Detail detail = asked.detail(Detail.CORE);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        request.put("source", source);
        request.put("resultType", detail.code());
        Map<String, Object> answer = begin(1, request);
        answer.put(
                "result",
                new Records(server).record(PaperEntry.of(paper), citing(paper).size(), detail));
        return answer;
    }

    Map<String, Object> references(Asked asked, Paper paper, String source, String id) {
        List<Map<String, Object>> references = searcher.references(paper.id()).stream()
                .map(ArticleAnswers::reference)
                .toList();
        return page(asked, source, id, references, "referenceList", "reference");
    }

    private static Map<String, Object> reference(CitedReference cited) {
        Reference printed = cited.reference();
        PaperCard known = cited.paper();
        Map<String, Object> reference = new LinkedHashMap<>();
        String pmid = printed.pmid() == null && known != null ? known.pmid() : printed.pmid();
        if (pmid != null) {
            reference.put("id", pmid);
            reference.put("source", "MED");
        } else if (known != null) {
            reference.put("id", Records.id(known.id(), null, known.pmcid()));
            reference.put("source", Records.source(null, known.pmcid()));
        }
        reference.put("citationType", "JOURNAL ARTICLE");
        Records.put(reference, "title", printed.title());
        String authors = printed.authors().stream()
                .map(each -> PersonalName.of(each).brief())
                .collect(Collectors.joining(", "));
        Records.put(reference, "authorString", authors.isEmpty() ? null : authors + ".");
        Records.put(reference, "journalAbbreviation", printed.journal());
        Records.put(reference, "issue", printed.issue());
        Records.put(reference, "pubYear", printed.year());
        Records.put(reference, "volume", printed.volume());
        Records.put(reference, "pageInfo", PageRange.range(printed.firstPage(), printed.lastPage(), "-"));
        Records.put(reference, "doi", printed.doi() == null && known != null ? known.doi() : printed.doi());
        Records.put(reference, "externalLink", printed.url());
        Records.put(reference, "unstructuredInformation", printed.title() == null ? printed.raw() : null);
        reference.put("citedOrder", cited.index() + 1);
        reference.put("match", reference.containsKey("id") ? "Y" : "N");
        return reference;
    }

    Map<String, Object> citations(Asked asked, Paper paper, String source, String id) {
        List<Map<String, Object>> citations =
                citing(paper).stream().map(this::citation).toList();
        return page(asked, source, id, citations, "citationList", "citation");
    }

    private List<PaperCard> citing(Paper paper) {
        return searcher.citedBy(paper.id());
    }

    private Map<String, Object> citation(PaperCard citing) {
        Map<String, Object> citation = new LinkedHashMap<>();
        citation.put("id", Records.id(citing.id(), citing.pmid(), citing.pmcid()));
        citation.put("source", Records.source(citing.pmid(), citing.pmcid()));
        citation.put("citationType", "journal article");
        Records.put(citation, "title", citing.title());
        String authors = citing.authors().stream()
                .map(each -> PersonalName.of(each).brief())
                .collect(Collectors.joining(", "));
        Records.put(citation, "authorString", authors.isEmpty() ? null : authors + ".");
        Records.put(citation, "journalAbbreviation", citing.journal());
        Records.put(citation, "pubYear", citing.year());
        Records.put(citation, "volume", citing.volume());
        Records.put(citation, "issue", citing.issue());
        Records.put(citation, "pageInfo", PageRange.range(citing.firstPage(), citing.lastPage(), "-"));
        citation.put("citedByCount", searcher.citedBy(citing.id()).size());
        return citation;
    }

    /** The concepts that are mentioned, by kind, the most mentioned first. */
    Map<String, Object> textMinedTerms(Asked asked, Paper paper, String source, String id) {
        record Counted(String name, Set<String> printed, String concept, int[] times) {}
        Map<String, Map<String, Counted>> types = new TreeMap<>();
        for (Mention mention : paper.mentions()) {
            Counted counted = types.computeIfAbsent(SemanticTypes.of(mention.type()), any -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            mention.concept(),
                            any -> new Counted(
                                    mention.name(), new LinkedHashSet<>(), mention.concept(), new int[] {0}));
            counted.printed().add(mention.text());
            counted.times()[0]++;
        }
        List<Map<String, Object>> list = new ArrayList<>();
        int hits = 0;
        for (Map.Entry<String, Map<String, Counted>> type : types.entrySet()) {
            List<Map<String, Object>> terms = type.getValue().values().stream()
                    .sorted((a, b) -> Integer.compare(b.times()[0], a.times()[0]))
                    .map(each -> {
                        Map<String, Object> term = new LinkedHashMap<>();
                        term.put("term", each.name());
                        term.put("count", each.times()[0]);
                        List<String> others = each.printed().stream()
                                .filter(one -> !one.equalsIgnoreCase(each.name()))
                                .toList();
                        if (!others.isEmpty()) {
                            term.put("altNameList", Map.of("altName", others));
                        }
                        term.put("dbName", "Apatite");
                        term.put("dbIdList", Map.of("dbId", List.of(each.concept())));
                        return term;
                    })
                    .toList();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", type.getKey());
            one.put("total", terms.size());
            one.put("tmSummary", terms);
            list.add(one);
            hits += terms.size();
        }
        Map<String, Object> answer = begin(hits, request(asked, source, id));
        answer.put("semanticTypeList", Map.of("semanticType", list));
        return answer;
    }

    /** What Europe PMC has of other places and we have not: nothing, in the shape in which it would be. */
    Map<String, Object> none(Asked asked, String source, String id, String list, String entry) {
        Map<String, Object> answer = begin(0, request(asked, source, id));
        answer.put(list, Map.of(entry, List.of()));
        return answer;
    }

    private static Map<String, Object> page(
            Asked asked, String source, String id, List<Map<String, Object>> all, String list, String entry) {
        long from = (long) (asked.page() - 1) * asked.pageSize();
        List<Map<String, Object>> rows =
                all.stream().skip(from).limit(asked.pageSize()).toList();
        Map<String, Object> answer = begin(all.size(), request(asked, source, id));
        answer.put(list, Map.of(entry, rows));
        return answer;
    }

    private static Map<String, Object> request(Asked asked, String source, String id) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        request.put("source", source);
        request.put("offSet", (long) (asked.page() - 1) * asked.pageSize());
        request.put("page", asked.page());
        request.put("pageSize", asked.pageSize());
        return request;
    }

    private static Map<String, Object> begin(int hits, @Nullable Map<String, Object> request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", EuropePmcApi.VERSION);
        answer.put("hitCount", hits);
        Records.put(answer, "request", request);
        return answer;
    }
}
