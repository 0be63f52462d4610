package dev.apatite.reading;

import dev.apatite.paper.Author;
import dev.apatite.paper.Citation;
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

    final List<Author> authors = new ArrayList<>();
    final List<String> keywords = new ArrayList<>();
    final List<String> relatedWorks = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    final List<Table> tables = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    final List<Citation> citations = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    /** The finished paper, not yet annotated. */
    Paper toPaper(String sourceFile, String contentHash) {
        return new Paper(
                PaperId.of(doi, pmcid, pmid, contentHash),
                sourceFile,
                List.of(),
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
                List.of(),
                List.of(),
                List.of(),
                warnings);
    }
}
