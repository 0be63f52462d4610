package dev.apatite.index;

import dev.apatite.paper.Author;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds small papers for tests, step by step. */
public final class Papers {
    private final String id;
    private String title = "";
    private @Nullable Integer year;
    private @Nullable String journal;
    private @Nullable String doi;
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

    public Papers doi(String value) {
        doi = value;
        return this;
    }

    public Papers author(String family, String given) {
        authors.add(Author.of(family, given));
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

    public Papers patient(Patient patient) {
        patients.add(patient);
        return this;
    }

    public Papers finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    public Paper build() {
        return new Paper(
                id,
                id + ".txt",
                List.of(),
                "hash-" + id,
                title,
                authors,
                journal,
                year,
                null,
                null,
                null,
                null,
                doi,
                null,
                null,
                keywords,
                "en",
                List.of(),
                sections,
                List.of(),
                references,
                List.of(),
                mentions,
                patients,
                findings,
                List.of());
    }

    /** Where a paper of a test comes from. */
    public static Provenance provenance(Paper paper) {
        return new Provenance(
                List.of(new SourceFile(paper.sourceFile(), paper.contentHash(), 100, 1_700_000_000_000L)), "r1", "a1");
    }
}
