package dev.apatite.web.page;

import java.util.List;
import java.util.Map;

/** A way to look at what a search found; all share one search. */
public enum View {
    PAPERS(
            "/",
            "Papers",
            "/api/v1/search",
            List.of(
                    new Choice("", "Relevance"),
                    new Choice("P_PDATE_D desc", "Newest first"),
                    new Choice("P_PDATE_D asc", "Oldest first"),
                    new Choice("CITED desc", "Most cited here"),
                    new Choice("TITLE asc", "Title")),
            List.of(
                    new Choice("ris", "RIS (EndNote, Zotero)"),
                    new Choice("bibtex", "BibTeX"),
                    new Choice("csl-json", "CSL-JSON"),
                    new Choice("csv", "CSV (spreadsheet)"),
                    new Choice("jsonl", "JSON Lines, full papers"),
                    new Choice("bioc", "BioC-JSON"))),
    EVIDENCE(
            "/evidence",
            "Evidence",
            "/api/v1/evidence",
            List.of(
                    new Choice("", "Relevance"),
                    new Choice("TREATMENT asc", "Treatment"),
                    new Choice("P_PDATE_D desc", "Newest first"),
                    new Choice("P_PDATE_D asc", "Oldest first"),
                    new Choice("TITLE asc", "Title of paper")),
            List.of(new Choice("csv", "CSV (spreadsheet)"), new Choice("jsonl", "JSON Lines"))),
    PATIENTS(
            "/patients",
            "Patients",
            "/api/v1/patients",
            List.of(
                    new Choice("", "Relevance"),
                    new Choice("AGE asc", "Youngest first"),
                    new Choice("AGE desc", "Oldest first"),
                    new Choice("P_PDATE_D desc", "Newest paper first"),
                    new Choice("TITLE asc", "Title of paper")),
            List.of(new Choice("csv", "CSV (spreadsheet)"), new Choice("jsonl", "JSON Lines"))),
    SENTENCES("/sentences", "Sentences", "/api/v1/sentences", List.of(new Choice("", "Relevance")), List.of()),
    WORKS("/works", "Works", "/api/v1/works", List.of(new Choice("", "Most cited")), List.of());

    /** Filters that choose among findings, and that only the evidence knows. */
    private static final List<String> OF_FINDINGS = List.of("own", "mark", "minConfidence");

    /** Filters that only cited works know. */
    private static final List<String> OF_WORKS = List.of("citing", "inCorpus");

    private final String path;
    private final String label;
    private final String apiPath;
    private final List<Choice> sorts;
    private final List<Choice> exports;

    /** A value of a parameter and its name in words. */
    public record Choice(String value, String label) {}

    View(String path, String label, String apiPath, List<Choice> sorts, List<Choice> exports) {
        this.path = path;
        this.label = label;
        this.apiPath = apiPath;
        this.sorts = sorts;
        this.exports = exports;
    }

    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    public String apiPath() {
        return apiPath;
    }

    /** The orders that it can be shown in, the usual one first. */
    public List<Choice> sorts() {
        return sorts;
    }

    /** The formats that all its rows can be had in. */
    public List<Choice> exports() {
        return exports;
    }

    /** Whether it can be narrowed by this filter. */
    boolean knows(String filter) {
        return (this == EVIDENCE || !OF_FINDINGS.contains(filter)) && (this == WORKS || !OF_WORKS.contains(filter));
    }

    /** The facets that it shows, and their headings. */
    Map<String, String> facets() {
        return switch (this) {
            case PAPERS ->
                Ordered.of(
                        "treatment", "Treatment",
                        "condition", "Condition",
                        "antibody", "Antibody",
                        "site", "Site",
                        "year", "Year",
                        "journal", "Journal",
                        "response", "Response",
                        "age", "Age of a patient",
                        "sex", "Sex of a patient",
                        "section", "Section");
            case EVIDENCE -> Ordered.of("response", "Response", "own", "Whose patients", "treatment", "Treatment");
            case PATIENTS -> Ordered.of("sex", "Sex", "age", "Age", "antibody", "Antibody", "given", "Treatment given");
            case SENTENCES, WORKS -> Map.of();
        };
    }
}
