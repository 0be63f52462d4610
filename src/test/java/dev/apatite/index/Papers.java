package dev.apatite.index;

import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Author;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Content;
import dev.apatite.paper.Finding;
import dev.apatite.paper.FindingSource;
import dev.apatite.paper.Funding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Response;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import dev.apatite.paper.Span;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds small papers for tests, step by step. */
public final class Papers {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    private final String id;
    private String title = "";
    private @Nullable Integer year;
    private @Nullable String journal;
    private @Nullable String doi;
    private @Nullable String pmid;
    private @Nullable String pmcid;
    private @Nullable String publicationDate;
    private @Nullable String volume;
    private @Nullable String issue;
    private @Nullable String firstPage;
    private @Nullable String lastPage;
    private @Nullable String license;
    private @Nullable String issn;
    private @Nullable ArticleType articleType;
    private final List<Funding> funding = new ArrayList<>();
    private final List<Author> authors = new ArrayList<>();
    private final List<String> keywords = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Patient> patients = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Papers(String id) {
        this.id = id;
    }

    public static Papers paper(String id) {
        return new Papers(id);
    }

    public Papers title(String text) {
        title = text;
        return this;
    }

    public Papers year(int value) {
        year = value;
        return this;
    }

    public Papers journal(String name) {
        journal = name;
        return this;
    }

    /** What PubMed and PubMed Central call it; either may be null. */
    public Papers ids(@Nullable String ofPubMed, @Nullable String ofPmc) {
        pmid = ofPubMed;
        pmcid = ofPmc;
        return this;
    }

    /** Where and when it was printed, and what one may do with it; null what is not known. */
    public Papers printed(
            @Nullable String date,
            @Nullable String number,
            @Nullable String part,
            @Nullable String first,
            @Nullable String last,
            @Nullable String terms) {
        publicationDate = date;
        volume = number;
        issue = part;
        firstPage = first;
        lastPage = last;
        license = terms;
        return this;
    }

    public Papers issn(String value) {
        issn = value;
        return this;
    }

    public Papers type(ArticleType value) {
        articleType = value;
        return this;
    }

    public Papers funded(String source, String award) {
        funding.add(new Funding(source, award));
        return this;
    }

    public Papers doi(String value) {
        doi = value;
        return this;
    }

    public Papers author(String family, @Nullable String given) {
        authors.add(Author.of(family, given));
        return this;
    }

    /** An author with an ORCID and an address. */
    public Papers author(String family, String given, String orcid, String address) {
        authors.add(new Author(family, given, orcid, List.of(address)));
        return this;
    }

    public Papers keyword(String word) {
        keywords.add(word);
        return this;
    }

    public Papers section(SectionKind kind, @Nullable String heading, String... paragraphs) {
        sections.add(new Section(kind, heading, 1, List.of(paragraphs)));
        return this;
    }

    public Papers cites(String label, String raw, @Nullable String workId) {
        references.add(new Reference(
                label, raw, List.of(), raw, null, null, null, null, null, null, null, null, null, workId));
        return this;
    }

    public Papers mention(Mention mention) {
        mentions.add(mention);
        return this;
    }

    /** A mention of a concept wherever it is printed so. */
    public Papers mentions(MentionType type, String name, String printed, Assertion assertion) {
        Concept concept = VOCABULARY.find(type, name).orElseThrow();
        for (int section = Span.TITLE; section < sections.size(); section++) {
            String text = section == Span.TITLE ? title : sections.get(section).text();
            for (int start = text.indexOf(printed); start >= 0; start = text.indexOf(printed, start + 1)) {
                mention(new Mention(
                        concept.id(),
                        concept.name(),
                        type,
                        printed,
                        section,
                        start,
                        start + printed.length(),
                        assertion));
            }
        }
        return this;
    }

    /** An affirmed mention of a treatment. */
    public Papers treats(String name, String printed) {
        return mentions(MentionType.TREATMENT, name, printed, Assertion.AFFIRMED);
    }

    /** A finding in the first section that holds its sentence. */
    public Papers finding(
            String treatment,
            Response response,
            boolean own,
            @Nullable Integer treated,
            String sentence,
            String... cited) {
        int section = 0;
        while (!sections.get(section).text().contains(sentence)) {
            section++;
        }
        int start = sections.get(section).text().indexOf(sentence);
        Concept concept = VOCABULARY.find(MentionType.TREATMENT, treatment).orElseThrow();
        return finding(new Finding(
                id + "-" + findings.size(),
                concept.name(),
                concept.id(),
                treatment,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                treated,
                null,
                response,
                own,
                own ? id + "-1" : null,
                List.of(cited),
                section,
                start,
                start + sentence.length(),
                sentence,
                null,
                null,
                null,
                FindingSource.PROGRAM,
                List.of()));
    }

    /** A patient with one antibody result. */
    public Papers patient(int age, Sex sex, String antibody, AntibodyStatus status, String... treatments) {
        return patient(new Patient(
                id + "-" + (patients.size() + 1),
                null,
                (double) age,
                AgeUnit.YEARS,
                sex,
                List.of(),
                List.of(),
                List.of(new AntibodyResult(null, antibody, status)),
                List.of(),
                List.of(),
                List.of(treatments)));
    }

    public Papers patient(Patient patient) {
        patients.add(patient);
        return this;
    }

    public Papers finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    public Paper build() {
        Bibliography bibliography = new Bibliography(
                title,
                authors,
                journal,
                year,
                volume,
                issue,
                firstPage,
                lastPage,
                doi,
                pmid,
                pmcid,
                keywords,
                "en",
                List.of(),
                articleType,
                List.of(),
                publicationDate,
                issn,
                license,
                funding,
                List.of());
        Content content = new Content(sections, List.of(), references, List.of());
        return Paper.read(id, id + ".txt", "hash-" + id, bibliography, content).annotated(mentions, patients, findings);
    }

    /** Where a paper of a test comes from. */
    public static Provenance provenance(Paper paper) {
        return new Provenance(
                List.of(new SourceFile(paper.sourceFile(), paper.contentHash(), 100, 1_700_000_000_000L)), "r1", "a1");
    }
}
