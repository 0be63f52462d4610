package dev.apatite.query;

import dev.apatite.index.Schema;
import dev.apatite.paper.MentionType;
import dev.apatite.text.EditDistance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    FINDING("a treatment and its response, both in one finding", "FINDING:(diltiazem no_response)"),

    // Europe PMC's further fields.
    TITLE_ABS("the title and the abstract", "TITLE_ABS:calcinosis"),
    BODY("the text without title, abstract and reference list", "BODY:diltiazem"),
    KEYWORD("the keywords", "KEYWORD:scleroderma"),
    ACK_FUND("acknowledgements, contributions and interests", "ACK_FUND:Wellcome"),
    SUPPL("supplements, appendices and abbreviations", "SUPPL:questionnaire"),
    DISEASE("a condition that the text affirms", "DISEASE:dermatomyositis"),
    CHEM("a treatment that the text affirms", "CHEM:diltiazem"),
    ORGANISM("an organism that the text affirms", "ORGANISM:\"Staphylococcus aureus\""),
    MESH("a concept that the text affirms, or a keyword", "MESH:calcinosis"),
    EXT_ID("a PMID, PMCID, DOI or an id of this index", "EXT_ID:12345678"),
    SRC("where the record is from: MED, PMC or APATITE", "SRC:MED"),
    AUTH_FIRST("the first author", "AUTH_FIRST:\"Smith J\""),
    AUTH_LAST("the last author", "AUTH_LAST:\"Smith J\""),
    ISSN("the journal's ISSN", "ISSN:1234-5679"),
    ESSN("the journal's electronic ISSN", "ESSN:1234-5679"),
    VOLUME("the volume", "VOLUME:12"),
    ISSUE("the issue", "ISSUE:3"),
    PAGE_INFO("the first page, or first and last", "PAGE_INFO:97-103"),
    LANG("the language, by code or English name", "LANG:eng"),
    LICENSE("words of the licence or its address", "LICENSE:by-nc"),
    PUB_TYPE("the kind of article", "PUB_TYPE:\"case report\""),
    FIRST_PDATE("the day of publication", "FIRST_PDATE:[2016-01-01 TO 2016-12-31]"),
    E_PDATE("the day of publication", "E_PDATE:2016-03"),
    P_PDATE("the day of publication", "P_PDATE:2016"),
    GRANT_AGENCY("who paid for the work", "GRANT_AGENCY:Wellcome"),
    GRANT_ID("the number of a grant", "GRANT_ID:\"SF-12\""),
    CITES("papers of this corpus that cite one", "CITES:12345678_MED"),
    REFFED_BY("papers of this corpus that one cites", "REFFED_BY:12345678_MED"),
    OPEN_ACCESS("whether the licence lets anybody share it", "OPEN_ACCESS:y"),
    HAS_ABSTRACT("whether there is an abstract", "HAS_ABSTRACT:y"),
    HAS_REFLIST("whether there is a reference list", "HAS_REFLIST:y"),
    HAS_FT("whether there is a full text", "HAS_FT:y"),
    HAS_TEXT("whether there is a full text", "HAS_TEXT:y"),
    HAS_FREE_FULLTEXT("whether there is a full text", "HAS_FREE_FULLTEXT:y"),
    HAS_PDF("whether the file is a PDF", "HAS_PDF:y"),
    HAS_TM("whether concepts were recognised", "HAS_TM:y"),
    HAS_DOI("whether there is a DOI", "HAS_DOI:y"),
    IN_PMC("whether it has a PMCID", "IN_PMC:y"),
    IN_EPMC("true: all papers of this index", "IN_EPMC:y"),
    HAS_BOOK(QueryField.NEVER, "HAS_BOOK:n"),
    HAS_SUPPL(QueryField.NEVER, "HAS_SUPPL:n"),
    HAS_DATA(QueryField.NEVER, "HAS_DATA:n"),
    HAS_XREFS(QueryField.NEVER, "HAS_XREFS:n"),
    HAS_LABSLINKS(QueryField.NEVER, "HAS_LABSLINKS:n"),
    HAS_TMACCESSIONS(QueryField.NEVER, "HAS_TMACCESSIONS:n"),
    HAS_ARXPR(QueryField.NEVER, "HAS_ARXPR:n"),
    HAS_CHEBI(QueryField.NEVER, "HAS_CHEBI:n"),
    HAS_CHEMBL(QueryField.NEVER, "HAS_CHEMBL:n"),
    HAS_EMBL(QueryField.NEVER, "HAS_EMBL:n"),
    HAS_INTACT(QueryField.NEVER, "HAS_INTACT:n"),
    HAS_INTERPRO(QueryField.NEVER, "HAS_INTERPRO:n"),
    HAS_OMIM(QueryField.NEVER, "HAS_OMIM:n"),
    HAS_PDB(QueryField.NEVER, "HAS_PDB:n"),
    HAS_PRIDE(QueryField.NEVER, "HAS_PRIDE:n"),
    HAS_UNIPROT(QueryField.NEVER, "HAS_UNIPROT:n"),
    AUTH_MAN(QueryField.NEVER, "AUTH_MAN:n"),
    EPMC_AUTH_MAN(QueryField.NEVER, "EPMC_AUTH_MAN:n"),
    NIH_AUTH_MAN(QueryField.NEVER, "NIH_AUTH_MAN:n");

    private static final String NEVER = "false: only Europe PMC keeps it";

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

    /** The field of this name, in any case. */
    static Optional<QueryField> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether what stands behind it is a date. */
    boolean isDate() {
        return this == FIRST_PDATE || this == E_PDATE || this == P_PDATE;
    }

    /** Whether it is one of {@link CatalogueQueries}: all from EXT_ID on. */
    boolean isOfCatalogue() {
        return compareTo(EXT_ID) >= 0;
    }

    /** The field whose name is most like this one; none where not even a third of the letters differ less. */
    static Optional<QueryField> near(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .min(Comparator.comparingInt(each -> EditDistance.between(each.name(), upper)))
                .filter(each -> 3 * EditDistance.between(each.name(), upper) <= Math.max(upper.length(), 3) + 2);
    }

    /** The text fields of the index that it searches, as if they were one; none where it searches no text. */
    List<String> textFields() {
        return switch (this) {
            case TITLE_ABS -> List.of(Schema.TITLE, Schema.ABSTRACT);
            case BODY ->
                Schema.SECTIONS.stream()
                        .filter(each -> !each.equals(Schema.TITLE) && !each.equals(Schema.ABSTRACT))
                        .toList();
            case KEYWORD -> List.of(Schema.KEYWORDS);
            case ACK_FUND -> List.of(Schema.BACK);
            case SUPPL -> List.of(Schema.OTHER);
            default -> Schema.TEXTS.contains(name()) || this == AFF ? List.of(name()) : List.of();
        };
    }

    /** The type of concept that it searches; null where it searches none. */
    @Nullable
    MentionType conceptType() {
        return switch (this) {
            case TREATMENT, GIVEN, FINDING, CHEM -> MentionType.TREATMENT;
            case CONDITION, DISEASE -> MentionType.CONDITION;
            case ORGANISM -> MentionType.ORGANISM;
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
