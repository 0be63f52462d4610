package dev.apatite.query;

import dev.apatite.index.Schema;
import dev.apatite.paper.MentionType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of the query language, each with what it searches and an example. */
public enum QueryField {
    TITLE("the title", "TITLE:calcinosis"),
    ABSTRACT("the abstract", "ABSTRACT:\"digital ulcers\""),
    AUTH("the authors", "AUTH:\"Smith J\""),
    AFF("the authors' addresses", "AFF:Toronto"),
    AUTHORID("an author's ORCID", "AUTHORID:0000-0002-1825-0097"),
    JOURNAL("the journal's name", "JOURNAL:dermatology"),
    PUB_YEAR("the year of publication", "PUB_YEAR:[2010 TO 2020]"),
    DOI("the DOI", "DOI:10.1000/182"),
    PMID("the PubMed id", "PMID:12345678"),
    PMCID("the PubMed Central id", "PMCID:PMC1234567"),
    KW("the keywords", "KW:scleroderma"),
    INTRO("introductions", "INTRO:prevalence"),
    METHODS("methods", "METHODS:retrospective"),
    RESULTS("results", "RESULTS:improved"),
    DISCUSS("discussions", "DISCUSS:mechanism"),
    CONCL("conclusions", "CONCL:effective"),
    CASE("case reports", "CASE:\"year-old woman\""),
    FIG("captions of figures", "FIG:radiograph"),
    TABLE("tables and their captions", "TABLE:dose"),
    REF("the reference list", "REF:\"N Engl J Med\""),
    TREATMENT("a treatment that the text affirms, or a class of treatments", "TREATMENT:bisphosphonates"),
    CONDITION("a condition that the text affirms", "CONDITION:dermatomyositis"),
    ANTIBODY("an antibody that the text affirms, or its status in a patient", "ANTIBODY:\"anti-Scl-70:positive\""),
    SITE("an anatomical site that the text affirms", "SITE:elbow"),
    GIVEN("a treatment that a reported patient got", "GIVEN:diltiazem"),
    FINDING("a treatment and its response, both in one finding", "FINDING:(diltiazem no_response)");

    private final String description;
    private final String example;

    QueryField(String description, String example) {
        this.description = description;
        this.example = example;
    }

    /** What it searches. */
    public String description() {
        return description;
    }

    /** A query with it. */
    public String example() {
        return example;
    }

    /** The field of this name. */
    static Optional<QueryField> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** The field whose name is most like this one. */
    static QueryField nearest(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .min(Comparator.comparingInt(each -> Distance.between(each.name(), upper)))
                .orElseThrow();
    }

    /** The text field of the index that it searches; null where it searches no text. */
    @Nullable
    String textField() {
        return Schema.TEXTS.contains(name()) || this == AFF ? name() : null;
    }

    /** The type of concept that it searches; null where it searches none. */
    @Nullable
    MentionType conceptType() {
        return switch (this) {
            case TREATMENT, GIVEN, FINDING -> MentionType.TREATMENT;
            case CONDITION -> MentionType.CONDITION;
            case ANTIBODY -> MentionType.ANTIBODY;
            case SITE -> MentionType.SITE;
            default -> null;
        };
    }

    /** The indexed id that it searches as a whole; null where it searches none. */
    @Nullable
    String idField() {
        return switch (this) {
            case DOI -> Schema.DOI;
            case PMID -> Schema.PMID;
            case PMCID -> Schema.PMCID;
            case AUTHORID -> Schema.ORCID;
            default -> null;
        };
    }
}
