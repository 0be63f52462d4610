package dev.apatite.web.mcp;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import dev.apatite.paper.Section;
import dev.apatite.search.EvidenceResponse;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.Highlight;
import dev.apatite.search.Hit;
import dev.apatite.search.PaperCard;
import dev.apatite.search.PatientRow;
import dev.apatite.search.PatientsResponse;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Searcher;
import dev.apatite.search.SentenceRow;
import dev.apatite.search.SentencesResponse;
import dev.apatite.search.WorkRow;
import dev.apatite.search.WorksResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the tools answer: small objects, each with its sentence and the address at which that stands. */
final class McpAnswers {
    private static final int LONGEST_TEXT = 20_000;

    private final Searcher searcher;
    private final Supplier<String> address;

    /** {@code address} is that of the pages, without a slash at its end. */
    McpAnswers(Searcher searcher, Supplier<String> address) {
        this.searcher = searcher;
        this.address = address;
    }

    Map<String, Object> search(Arguments arguments) {
        SearchResponse response = searcher.search(request(arguments.required("query"), arguments));
        List<Map<String, Object>> papers = new ArrayList<>();
        for (Hit hit : response.hits()) {
            Map<String, Object> paper = card(hit.paper());
            paper.put("citedByCount", hit.citedBy());
            paper.put(
                    "sentences",
                    hit.highlights().stream()
                            .map(each -> sentence(hit.paper(), each))
                            .toList());
            papers.add(paper);
        }
        return answer(response.hitCount(), "papers", papers, response.suggestion());
    }

    Map<String, Object> sentences(Arguments arguments) {
        SentencesResponse response = searcher.sentences(request(arguments.required("query"), arguments));
        List<Map<String, Object>> sentences = new ArrayList<>();
        for (SentenceRow row : response.rows()) {
            Map<String, Object> sentence = sentence(row.paper(), row.sentence());
            sentence.put("paper", card(row.paper()));
            sentences.add(sentence);
        }
        return answer(response.hitCount(), "sentences", sentences, null);
    }

    Map<String, Object> evidence(Arguments arguments) {
        SearchRequest request = request(arguments.text("query"), arguments);
        for (String filter : List.of("treatment", "response", "own")) {
            request = arguments.has(filter) ? request.filter(filter, arguments.text(filter)) : request;
        }
        EvidenceResponse response = searcher.evidence(request);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (EvidenceRow row : response.rows()) {
            Map<String, Object> one = finding(row.paper(), row.finding());
            one.put("paper", card(row.paper()));
            rows.add(one);
        }
        return answer(response.hitCount(), "findings", rows, response.suggestion());
    }

    Map<String, Object> patients(Arguments arguments) {
        SearchRequest request = request(arguments.text("query"), arguments);
        for (String filter : List.of("age", "sex", "antibody", "given")) {
            request = arguments.has(filter) ? request.filter(filter, arguments.text(filter)) : request;
        }
        PatientsResponse response = searcher.patients(request);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PatientRow row : response.rows()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", row.patient().id());
            put(one, "age", row.patient().age());
            put(
                    one,
                    "ageUnit",
                    row.patient().ageUnit() == null
                            ? null
                            : row.patient().ageUnit().code());
            put(
                    one,
                    "sex",
                    row.patient().sex() == null ? null : row.patient().sex().code());
            one.put(
                    "diagnoses",
                    row.patient().diagnoses().stream().map(each -> each.name()).toList());
            one.put(
                    "antibodies",
                    row.patient().antibodies().stream()
                            .map(each -> each.name() + " " + each.status().code())
                            .toList());
            one.put("treatments", row.patient().treatments());
            one.put(
                    "outcomes",
                    row.findings().stream()
                            .map(each -> finding(row.paper(), each))
                            .toList());
            one.put("paper", card(row.paper()));
            rows.add(one);
        }
        return answer(response.hitCount(), "patients", rows, response.suggestion());
    }

    Map<String, Object> works(Arguments arguments) {
        WorksResponse response = searcher.works(request(arguments.required("query"), arguments));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (WorkRow row : response.rows()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("work", row.reference().raw());
            put(one, "title", row.reference().title());
            put(one, "year", row.reference().year());
            put(one, "doi", row.reference().doi());
            put(one, "paperId", row.paper() == null ? null : row.paper().id());
            one.put("citedByCount", row.citedBy().size());
            one.put("citedBy", row.citedBy().stream().map(this::card).toList());
            rows.add(one);
        }
        return answer(response.hitCount(), "works", rows, null);
    }

    /** As many whole sections as fit; {@code next} says where to go on. */
    Map<String, Object> paper(Arguments arguments) {
        String id = arguments.required("id");
        Paper paper = searcher.paper(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no paper " + id + " in this corpus; search_papers finds ids"));
        Map<String, Object> answer = card(PaperCard.of(paper));
        answer.put(
                "findings",
                paper.findings().stream()
                        .map(each -> finding(PaperCard.of(paper), each))
                        .toList());
        boolean one = arguments.has("section");
        int from = one ? arguments.number("section", 0) : arguments.number("from", 0);
        List<Map<String, Object>> sections = new ArrayList<>();
        int length = 0;
        int at = from;
        for (; at < paper.sections().size() && length < LONGEST_TEXT && (!one || at == from); at++) {
            Section section = paper.sections().get(at);
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("index", at);
            each.put("kind", section.kind().name());
            put(each, "heading", section.heading());
            String text = section.text();
            each.put("text", text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + " \u2026" : text);
            each.put("address", address.get() + "/papers/" + paper.id() + "#section-" + at);
            sections.add(each);
            length += text.length();
        }
        answer.put("sections", sections);
        answer.put("sectionCount", paper.sections().size());
        put(answer, "next", at < paper.sections().size() && !one ? at : null);
        return answer;
    }

    private static SearchRequest request(String query, Arguments arguments) {
        return SearchRequest.of(query).withPageSize(arguments.limit());
    }

    private Map<String, Object> sentence(PaperCard paper, Highlight highlight) {
        Map<String, Object> sentence = new LinkedHashMap<>();
        sentence.put("sentence", highlight.text());
        sentence.put("section", highlight.heading() == null ? highlight.section() : highlight.heading());
        sentence.put("address", place(paper, highlight.index()));
        return sentence;
    }

    private Map<String, Object> finding(PaperCard paper, Finding finding) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("treatment", finding.treatment());
        one.put("response", finding.response().code());
        one.put("own", finding.own());
        put(one, "dose", finding.dose());
        put(one, "treated", finding.treated());
        put(one, "responding", finding.responding());
        put(one, "harm", finding.harm());
        put(one, "confidence", finding.confidence());
        one.put("sentence", finding.sentence());
        one.put("address", place(paper, finding.section()));
        return one;
    }

    private String place(PaperCard paper, int section) {
        return address.get() + "/papers/" + paper.id() + (section < 0 ? "" : "#section-" + section);
    }

    private Map<String, Object> card(PaperCard paper) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("id", paper.id());
        put(card, "title", paper.title());
        card.put(
                "authors",
                paper.authors().stream()
                        .map(each -> PersonalName.of(each).brief())
                        .toList());
        put(card, "journal", paper.journal());
        put(card, "year", paper.year());
        put(card, "doi", paper.doi());
        put(card, "pmid", paper.pmid());
        card.put("address", address.get() + "/papers/" + paper.id());
        return card;
    }

    private static Map<String, Object> answer(
            long hitCount, String name, List<Map<String, Object>> rows, @Nullable String suggestion) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("hitCount", hitCount);
        answer.put(name, rows);
        put(answer, "didYouMean", suggestion);
        return answer;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
