package dev.apatite.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it was read, and what was recognised in it.
 *
 * @param id a slug of its DOI, else PMCID, PMID, else content hash; {@code [a-z0-9._-]+}, stable, safe in a path
 * @param sourceFile relative to the corpus folder, with forward slashes
 * @param otherFiles further files that hold the same paper
 * @param contentHash SHA-256 of the file's bytes, in lower-case hexadecimal
 * @param language ISO 639-1
 * @param relatedWorks DOIs of the works that this one digests, translates or comments on
 * @param citations the places in the text that cite references
 * @param warnings sentences about what could not be read
 */
public record Paper(
        String id,
        String sourceFile,
        List<String> otherFiles,
        String contentHash,
        @Nullable String title,
        List<Author> authors,
        @Nullable String journal,
        @Nullable Integer year,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String firstPage,
        @Nullable String lastPage,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String pmcid,
        List<String> keywords,
        @Nullable String language,
        List<String> relatedWorks,
        List<Section> sections,
        List<Table> tables,
        List<Reference> references,
        List<Citation> citations,
        List<Mention> mentions,
        List<Patient> patients,
        List<Finding> findings,
        List<String> warnings) {
    public Paper {
        otherFiles = otherFiles == null ? List.of() : List.copyOf(otherFiles);
        authors = authors == null ? List.of() : List.copyOf(authors);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        relatedWorks = relatedWorks == null ? List.of() : List.copyOf(relatedWorks);
        sections = sections == null ? List.of() : List.copyOf(sections);
        tables = tables == null ? List.of() : List.copyOf(tables);
        references = references == null ? List.of() : List.copyOf(references);
        citations = citations == null ? List.of() : List.copyOf(citations);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        patients = patients == null ? List.of() : List.copyOf(patients);
        findings = findings == null ? List.of() : List.copyOf(findings);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** A bare English text as a paper: what it takes to annotate or index it, and nothing that it does not say. */
    public static Paper ofText(String id, String sourceFile, @Nullable String title, Section... text) {
        return new Paper(
                id,
                sourceFile,
                List.of(),
                id,
                title,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "en",
                List.of(),
                List.of(text),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The text that a span's {@code section} counts in; {@link Span#TITLE} is the title. */
    public String textOf(int section) {
        if (section == Span.TITLE) {
            return title == null ? "" : title;
        }
        return sections.get(section).text();
    }

    /** The same paper with what was recognised in it. */
    public Paper annotated(List<Mention> newMentions, List<Patient> newPatients, List<Finding> newFindings) {
        return copy(otherFiles, references, newMentions, newPatients, newFindings, warnings);
    }

    /** The same paper with its references changed. */
    public Paper withReferences(List<Reference> newReferences) {
        return copy(otherFiles, newReferences, mentions, patients, findings, warnings);
    }

    /** The same paper, known to stand in {@code files} too. */
    public Paper withOtherFiles(List<String> files) {
        return copy(files, references, mentions, patients, findings, warnings);
    }

    /** The same paper with other warnings. */
    public Paper withWarnings(List<String> newWarnings) {
        return copy(otherFiles, references, mentions, patients, findings, newWarnings);
    }

    /** The same paper under another source file (a file that was moved). */
    public Paper withSourceFile(String file) {
        return new Paper(
                id,
                file,
                otherFiles,
                contentHash,
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
                language,
                relatedWorks,
                sections,
                tables,
                references,
                citations,
                mentions,
                patients,
                findings,
                warnings);
    }

    /** The same paper under another id. */
    public Paper withId(String newId) {
        return new Paper(
                newId,
                sourceFile,
                otherFiles,
                contentHash,
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
                language,
                relatedWorks,
                sections,
                tables,
                references,
                citations,
                mentions,
                patients,
                findings,
                warnings);
    }

    private Paper copy(
            List<String> files,
            List<Reference> newReferences,
            List<Mention> newMentions,
            List<Patient> newPatients,
            List<Finding> newFindings,
            List<String> newWarnings) {
        return new Paper(
                id,
                sourceFile,
                files,
                contentHash,
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
                language,
                relatedWorks,
                sections,
                tables,
                newReferences,
                citations,
                newMentions,
                newPatients,
                newFindings,
                newWarnings);
    }
}
