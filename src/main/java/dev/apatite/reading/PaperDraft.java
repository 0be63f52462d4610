package dev.apatite.reading;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Author;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Content;
import dev.apatite.paper.Funding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper while it is being read: every format fills one and hands it on. */
final class PaperDraft {
    @Nullable
    String title;

    @Nullable
    String journal;

    @Nullable
    Integer year;

    @Nullable
    String volume;

    @Nullable
    String issue;

    @Nullable
    String firstPage;

    @Nullable
    String lastPage;

    @Nullable
    String doi;

    @Nullable
    String pmid;

    @Nullable
    String pmcid;

    @Nullable
    String language;

    @Nullable
    ArticleType articleType;

    @Nullable
    String publicationDate;

    @Nullable
    String issn;

    @Nullable
    String license;

    final List<Author> authors = new ArrayList<>();
    final List<String> keywords = new ArrayList<>();
    final List<String> relatedWorks = new ArrayList<>();
    final List<String> publicationTypes = new ArrayList<>();
    final List<Funding> funding = new ArrayList<>();
    final List<String> relatedVersions = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    final List<Table> tables = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    final List<Citation> citations = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    /** The finished paper, not yet annotated. */
    Paper toPaper(String sourceFile, String contentHash) {
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
        Content content = new Content(sections, tables, references, citations);
        return Paper.read(PaperId.of(doi, pmcid, pmid, contentHash), sourceFile, contentHash, bibliography, content)
                .withWarnings(warnings);
    }
}
