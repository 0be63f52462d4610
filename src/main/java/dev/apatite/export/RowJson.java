package dev.apatite.export;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.review.Reviews;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.PaperCard;
import dev.apatite.search.PatientRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** A finding or a patient as JSON: the fields of the paper's own export, and before them which paper it is. */
public final class RowJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private RowJson() {}

    /** {@code paperId, paperTitle, authorString, journalTitle, pubYear, doi, sectionKind, heading, page, works}, the finding, {@code marked} (by whose word it stands) and {@code mark}. */
    public static Map<String, Object> evidence(EvidenceRow row, Reviews reviews) {
        Map<String, Object> json = paper(row.paper());
        json.put("sectionKind", row.sectionKind());
        json.put("heading", row.heading());
        json.put("page", row.page());
        json.put("works", row.works());
        json.putAll(MAPPER.convertValue(row.finding(), FIELDS));
        json.put("marked", row.mark());
        json.put("mark", reviews.of(row.finding().id()).orElse(null));
        return json;
    }

    /** {@code paperId, paperTitle, authorString, journalTitle, pubYear, doi}, the patient, and its {@code findings}. */
    public static Map<String, Object> patient(PatientRow row) {
        Map<String, Object> json = paper(row.paper());
        json.putAll(MAPPER.convertValue(row.patient(), FIELDS));
        json.put("findings", row.findings());
        return json;
    }

    private static Map<String, Object> paper(PaperCard paper) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("paperId", paper.id());
        json.put("paperTitle", paper.title());
        json.put("authorString", paper.authorString());
        json.put("journalTitle", paper.journal());
        json.put("pubYear", paper.year());
        json.put("doi", paper.doi());
        return json;
    }
}
