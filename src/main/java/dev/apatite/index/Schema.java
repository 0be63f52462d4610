package dev.apatite.index;

import dev.apatite.paper.MentionType;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * What the index is made of.
 *
 * <p>A paper is a block of documents: its references, findings and patients, then the paper itself. Every document of the
 * block has {@link #PAPER} (the paper's id) and {@link #KIND}. A file that failed is a document of its own.
 *
 * <p>Text fields are named as in the query language. Their terms are words and, in those of {@link #SECTIONS}, the
 * concepts that are mentioned at that place ({@link #conceptTerm}), each with the broader ones ({@link #narrowerTerm}). Their offsets count in
 * {@link PaperTexts}, so that the text is stored once.
 */
public final class Schema {
    /** Changes whenever an index made before cannot be read as one made now. */
    public static final String VERSION = "11." + Packing.load().version();

    /** What a document is: one of the six below. */
    public static final String KIND = "kind";

    public static final String KIND_PAPER = "paper";
    public static final String KIND_REFERENCE = "reference";
    public static final String KIND_FINDING = "finding";
    public static final String KIND_PATIENT = "patient";
    public static final String KIND_FAILURE = "failure";
    /** A finding that a reader called wrong. */
    public static final String KIND_STRUCK = "struck";

    /** The paper's id; with its year in every document of the block. */
    public static final String PAPER = "paper";

    /**
     * The id of the paper that leads the versions of one work, with every document of their blocks; papers of one version
     * have none.
     */
    public static final String GROUP = "group";

    // Text of a paper.
    public static final String TITLE = "TITLE";
    public static final String ABSTRACT = "ABSTRACT";
    public static final String INTRO = "INTRO";
    public static final String METHODS = "METHODS";
    public static final String RESULTS = "RESULTS";
    public static final String DISCUSS = "DISCUSS";
    public static final String CONCL = "CONCL";
    public static final String CASE = "CASE";
    public static final String FIG = "FIG";
    public static final String TABLE = "TABLE";
    /** Supplements, appendices, abbreviations and sections whose kind is not known. */
    public static final String OTHER = "OTHER";
    /** Acknowledgements, contributions, interests. */
    public static final String BACK = "BACK";

    public static final String KEYWORDS = "KW";
    public static final String AUTHORS = "AUTH";
    /** The authors' addresses. A bare word is not searched here: half of all papers come from a department of its name. */
    public static final String AFFILIATIONS = "AFF";

    public static final String JOURNAL = "JOURNAL";
    /** Year, volume, pages and public ids, as words. */
    public static final String IDS = "IDS";
    /** The reference list as printed. */
    public static final String REFERENCES = "REF";

    /** The fields that hold sections, and so mentions. */
    public static final List<String> SECTIONS =
            List.of(TITLE, ABSTRACT, CASE, RESULTS, CONCL, DISCUSS, INTRO, METHODS, FIG, TABLE, OTHER, BACK);

    /** All text fields in which a bare word is searched. */
    public static final List<String> TEXTS = List.of(
            TITLE,
            ABSTRACT,
            CASE,
            RESULTS,
            CONCL,
            DISCUSS,
            INTRO,
            METHODS,
            FIG,
            TABLE,
            OTHER,
            BACK,
            KEYWORDS,
            AUTHORS,
            JOURNAL,
            IDS,
            REFERENCES);

    /**
     * All texts as one, in which bare words are searched: the words stemmed further than in the fields of their own
     * ({@link TextAnalysis#stem}), and the concepts. Title and abstract count in once more.
     */
    public static final String ALL = "all";

    /** Words of the title and abstract, stemmed as in {@link #ALL}, with their numbers: what a paper is about. */
    public static final String GIST = "gist";

    /** The hash of the text whose vector says what a paper means ({@link Vectors}). */
    public static final String MEANING = "meaning";

    // What a paper can be filtered and sorted by.
    /** Concepts that the text affirms, with all broader ones: {@link #conceptTerm} and {@link #nameTerm}. */
    public static final String CONCEPT = "concept";
    /** Treatments that a reported patient got, likewise. */
    public static final String GIVEN = "given";
    /** Every word of the paper once, for mending misspelt ones. */
    public static final String WORDS = "words";

    public static final String YEAR = "year";
    public static final String JOURNAL_NAME = "journal";
    public static final String SECTION = "section";
    public static final String TITLE_ORDER = "titleOrder";
    public static final String DOI = "doi";
    public static final String PMID = "pmid";
    public static final String PMCID = "pmcid";
    /** The authors' ORCIDs. */
    public static final String ORCID = "orcid";
    /** What catalogues ask for: {@link CatalogueFields}. */
    public static final String CATALOGUE = "catalogue";
    /** The day of publication as eight digits. */
    public static final String DATE = "date";

    public static final String FIRST_AUTHOR_ORDER = "firstAuthorOrder";
    /** Works that the paper cites: their work ids, and {@code doi:} with each cited DOI. */
    public static final String CITES = "cites";

    /** How many papers of the corpus cite a paper, in a column. */
    public static final String CITED_BY = "citedBy";

    /** The place of a finding or patient in the corpus: its paper's id and its number there. */
    public static final String ROW = "row";

    // Findings.
    public static final String TREATMENT = "treatment";
    public static final String RESPONSE = "response";
    public static final String OWN = "own";
    /** A finding's own id, by which readers' marks name it. */
    public static final String FINDING = "finding";

    /** What a reader said of a finding; only in the documents that hold papers as readers left them. */
    public static final String MARK = "mark";

    /** How sure a finding is, 0 to 1; 1 where nobody has judged it. */
    public static final String CONFIDENCE = "confidence";

    public static final String TREATED = "treated";
    public static final String PATIENT = "patient";
    public static final String WORKS = "works";
    public static final String SENTENCE = "sentence";
    public static final String TREATMENT_ORDER = "treatmentOrder";

    // Patients.
    /** In years. */
    public static final String AGE = "age";

    public static final String SEX = "sex";
    /** A concept's term, a colon and the status. */
    public static final String ANTIBODY = "antibody";

    // References.
    public static final String WORK = "work";
    /** What is printed of the work: authors, title, journal, year, volume, page, DOI. */
    public static final String CITED = "cited";

    // What a change of the corpus asks for.
    /** Where a paper comes from, in a column, so that it is read without the paper ({@link ProvenanceColumns}). */
    public static final String PROVENANCE = "provenance";

    public static final String READER = "reader";
    public static final String ANNOTATOR = "annotator";
    /** By what papers and references are found again that may be the same ({@link PaperKeys}). */
    public static final String KEY = "key";
    /** The version of a paper's keys, and of those of its references. */
    public static final String KEYED = "keyed";
    /** A number for what identifies a reference's work, or a paper. */
    public static final String CITATION = "citation";
    /** Ids that a reference's work would have if they were free. */
    public static final String TRIED = "tried";

    // Stored.
    /** The paper without text and references ({@link StoredPapers}); its references are {@link #ENTRIES}. */
    public static final String CARD = "card";
    /** What each of its files says of it, and what it has in common with other papers ({@code StoredPapers.Kin}). */
    public static final String KIN = "kin";

    /** The title, sections and tables of a paper. */
    public static final String TEXT = "text";
    /** What points into a paper's text: mentions and citations. */
    public static final String SPANS = "spans";
    /** A paper's references. */
    public static final String ENTRIES = "entries";
    /** The whole finding, with its place in its paper's block, or the whole patient or failure. */
    public static final String JSON = "json";

    /** Text that is searched and highlighted on most pages; other fields are analysed anew where they are. */
    static final FieldType SEARCHED_TEXT = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);

    /** Text that is searched. */
    static final FieldType PLAIN_TEXT = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /** Terms without places. */
    static final FieldType DOCUMENTS_ONLY = documentsOnly();

    /** How words are weighed: by BM25 with the usual constants (Robertson and Zaragoza 2009). */
    static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.75f);

    private Schema() {}

    /** The field in which the text of a section stands. */
    public static String field(SectionKind kind) {
        return switch (kind) {
            case ABSTRACT, INTRO, METHODS, RESULTS, DISCUSS, CONCL, CASE, FIG, TABLE -> kind.name();
            case SUPPL, APPENDIX, ABBR, OTHER -> OTHER;
            case ACK_FUND, AUTH_CON, COMP_INT -> BACK;
        };
    }

    /** The term under which a concept is found, in text and in {@link #CONCEPT}; no word has such a term. */
    public static String conceptTerm(String concept) {
        return "@" + concept;
    }

    /** The term that stands in text where a concept narrower than this one is mentioned. */
    public static String narrowerTerm(String concept) {
        return "@@" + concept;
    }

    /** The id of a name that no vocabulary lists. */
    public static String unlisted(MentionType type, String name) {
        return "new:" + type.code() + ":" + Vocabulary.fold(name);
    }

    private static FieldType documentsOnly() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    private static FieldType textType(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
