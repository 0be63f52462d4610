package dev.apatite.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper's JSON as it is read: the flat keys of {@link Paper} and its parts. Jackson could collect the parts from the
 * flat object by itself, but it would buffer the whole text three times to do so.
 */
record FlatPaper(
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
        @Nullable ArticleType articleType,
        List<String> publicationTypes,
        @Nullable String publicationDate,
        @Nullable String issn,
        @Nullable String license,
        List<Funding> funding,
        List<String> relatedVersions,
        List<Section> sections,
        List<Table> tables,
        List<Reference> references,
        List<Citation> citations,
        List<PageStart> pages,
        List<Mention> mentions,
        List<Patient> patients,
        List<Finding> findings,
        List<String> warnings) {

    Paper paper() {
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
                language,
                relatedWorks,
                articleType,
                publicationTypes,
                publicationDate,
                issn,
                license,
                funding,
                relatedVersions);
        Content content = new Content(sections, tables, references, citations, pages);
        Annotations annotations = new Annotations(mentions, patients, findings);
        return new Paper(id, sourceFile, otherFiles, contentHash, bibliography, content, annotations, warnings);
    }
}
