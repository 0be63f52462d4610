package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it was read, and what was recognised in it. Its three parts are one flat object in JSON.
 *
 * @param id a slug of its DOI, else PMCID, PMID, else content hash; {@code [a-z0-9._-]+}, stable, safe in a path
 * @param sourceFile relative to the corpus folder, with forward slashes; {@code name.xml#2} is the second paper of a file
 * @param otherFiles further files that hold the same paper
 * @param contentHash SHA-256 of the file's bytes, in lower-case hexadecimal; {@link ContentHash#ofPart} of further papers
 * @param warnings sentences about what could not be read
 */
public record Paper(
        String id,
        String sourceFile,
        List<String> otherFiles,
        String contentHash,
        @JsonUnwrapped Bibliography bibliography,
        @JsonUnwrapped Content content,
        @JsonUnwrapped Annotations annotations,
        List<String> warnings) {
    public Paper {
        otherFiles = otherFiles == null ? List.of() : List.copyOf(otherFiles);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Paper of(FlatPaper keys) {
        return keys.paper();
    }

    /** A paper of one file, not yet annotated, read without warnings. */
    public static Paper read(
            String id, String sourceFile, String contentHash, Bibliography bibliography, Content content) {
        return new Paper(id, sourceFile, List.of(), contentHash, bibliography, content, Annotations.NONE, List.of());
    }

    /** A bare English text as a paper: what it takes to annotate or index it, and nothing that it does not say. */
    public static Paper ofText(String id, String sourceFile, @Nullable String title, Section... text) {
        return read(id, sourceFile, id, Bibliography.ofTitle(title), Content.ofSections(List.of(text)));
    }

    /** The text that a span's {@code section} counts in; {@link Span#TITLE} is the title. */
    public String textOf(int section) {
        if (section == Span.TITLE) {
            String title = title();
            return title == null ? "" : title;
        }
        return sections().get(section).text();
    }

    /** What kind of section that is; null for the title, or where there is no such section. */
    public @Nullable SectionKind kindOf(int section) {
        return section < 0 || section >= sections().size()
                ? null
                : sections().get(section).kind();
    }

    /** The same paper with what was recognised in it. */
    public Paper annotated(List<Mention> mentions, List<Patient> patients, List<Finding> findings) {
        return with(content, new Annotations(mentions, patients, findings));
    }

    /** The same paper, known to be of this type. */
    public Paper ofType(@Nullable ArticleType type) {
        return new Paper(
                id, sourceFile, otherFiles, contentHash, bibliography.ofType(type), content, annotations, warnings);
    }

    /** The same paper, known to a catalogue as this. */
    public Paper withBibliography(Bibliography known) {
        return new Paper(id, sourceFile, otherFiles, contentHash, known, content, annotations, warnings);
    }

    /** The same paper with its references changed. */
    public Paper withReferences(List<Reference> references) {
        return with(content.withReferences(references), annotations);
    }

    /** The same paper with other text, or other things recognised in it. */
    public Paper with(Content newContent, Annotations newAnnotations) {
        return new Paper(id, sourceFile, otherFiles, contentHash, bibliography, newContent, newAnnotations, warnings);
    }

    /** The same paper, known to stand in {@code files} too. */
    public Paper withOtherFiles(List<String> files) {
        return new Paper(id, sourceFile, files, contentHash, bibliography, content, annotations, warnings);
    }

    /** The same paper with other warnings. */
    public Paper withWarnings(List<String> newWarnings) {
        return new Paper(id, sourceFile, otherFiles, contentHash, bibliography, content, annotations, newWarnings);
    }

    /** The same paper under another source file (a file that was moved). */
    public Paper withSourceFile(String file) {
        return new Paper(id, file, otherFiles, contentHash, bibliography, content, annotations, warnings);
    }

    /** The same paper under another id. */
    public Paper withId(String newId) {
        return new Paper(newId, sourceFile, otherFiles, contentHash, bibliography, content, annotations, warnings);
    }

    /** {@link Bibliography#title}. */
    public @Nullable String title() {
        return bibliography.title();
    }

    /** {@link Bibliography#authors}. */
    public List<Author> authors() {
        return bibliography.authors();
    }

    /** {@link Bibliography#journal}. */
    public @Nullable String journal() {
        return bibliography.journal();
    }

    /** {@link Bibliography#year}. */
    public @Nullable Integer year() {
        return bibliography.year();
    }

    /** {@link Bibliography#volume}. */
    public @Nullable String volume() {
        return bibliography.volume();
    }

    /** {@link Bibliography#issue}. */
    public @Nullable String issue() {
        return bibliography.issue();
    }

    /** {@link Bibliography#firstPage}. */
    public @Nullable String firstPage() {
        return bibliography.firstPage();
    }

    /** {@link Bibliography#lastPage}. */
    public @Nullable String lastPage() {
        return bibliography.lastPage();
    }

    /** {@link Bibliography#doi}. */
    public @Nullable String doi() {
        return bibliography.doi();
    }

    /** {@link Bibliography#pmid}. */
    public @Nullable String pmid() {
        return bibliography.pmid();
    }

    /** {@link Bibliography#pmcid}. */
    public @Nullable String pmcid() {
        return bibliography.pmcid();
    }

    /** {@link Bibliography#keywords}. */
    public List<String> keywords() {
        return bibliography.keywords();
    }

    /** {@link Bibliography#language}. */
    public @Nullable String language() {
        return bibliography.language();
    }

    /** {@link Bibliography#relatedWorks}. */
    public List<String> relatedWorks() {
        return bibliography.relatedWorks();
    }

    /** {@link Bibliography#articleType}. */
    public @Nullable ArticleType articleType() {
        return bibliography.articleType();
    }

    /** {@link Content#sections}. */
    public List<Section> sections() {
        return content.sections();
    }

    /** {@link Content#tables}. */
    public List<Table> tables() {
        return content.tables();
    }

    /** {@link Content#references}. */
    public List<Reference> references() {
        return content.references();
    }

    /** {@link Content#citations}. */
    public List<Citation> citations() {
        return content.citations();
    }

    /** {@link Annotations#mentions}. */
    public List<Mention> mentions() {
        return annotations.mentions();
    }

    /** {@link Annotations#patients}. */
    public List<Patient> patients() {
        return annotations.patients();
    }

    /** {@link Annotations#findings}. */
    public List<Finding> findings() {
        return annotations.findings();
    }
}
