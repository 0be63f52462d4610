package dev.apatite.reading.draft;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Author;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Content;
import dev.apatite.paper.Funding;
import dev.apatite.paper.PageStart;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper while it is being read: every format fills one and hands it on. */
public final class PaperDraft {
    /** Says, in the last section, that no heading of the file belongs to what follows. */
    private static final String UNPLACED = "[Text of the file that could not be placed]";

    @Nullable
    public String title;

    @Nullable
    public String journal;

    @Nullable
    public Integer year;

    @Nullable
    public String volume;

    @Nullable
    public String issue;

    @Nullable
    public String firstPage;

    @Nullable
    public String lastPage;

    @Nullable
    public String doi;

    @Nullable
    public String pmid;

    @Nullable
    public String pmcid;

    @Nullable
    public String language;

    @Nullable
    public ArticleType articleType;

    @Nullable
    public String publicationDate;

    @Nullable
    public String issn;

    @Nullable
    public String license;

    public final List<Author> authors = new ArrayList<>();
    public final List<String> keywords = new ArrayList<>();
    public final List<String> relatedWorks = new ArrayList<>();
    public final List<String> publicationTypes = new ArrayList<>();
    public final List<Funding> funding = new ArrayList<>();
    public final List<String> relatedVersions = new ArrayList<>();
    public final List<Section> sections = new ArrayList<>();
    public final List<Table> tables = new ArrayList<>();
    public final List<Reference> references = new ArrayList<>();
    public final List<Citation> citations = new ArrayList<>();

    /** Where the pages of the file begin, by the place of a section among {@link #sections}. */
    public final List<PageStart> pages = new ArrayList<>();

    public final List<String> warnings = new ArrayList<>();

    /** What was seen in the file and left out on purpose. */
    public final Furniture furniture = new Furniture();

    /** Small print about the paper that has no place among its sections: a section of kind OTHER behind them. */
    public final List<String> notes = new ArrayList<>();

    /** What could not be placed, piece by piece in the order of the file: it becomes a last section of kind OTHER. */
    public final List<String> unplaced = new ArrayList<>();

    /** Files that hold this paper as the file says, wherever they are now: paths with forward slashes. */
    public final List<String> attachments = new ArrayList<>();

    /** Tells the paper's readers what is suspicious, once. */
    public void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    /** The finished paper, not yet annotated. */
    public Paper toPaper(String sourceFile, String contentHash) {
        List<Section> placed = new ArrayList<>(sections);
        if (!notes.isEmpty()) {
            placed.add(new Section(SectionKind.OTHER, null, 1, notes));
        }
        if (!unplaced.isEmpty()) {
            List<String> paragraphs = new ArrayList<>(unplaced);
            paragraphs.addFirst(UNPLACED);
            placed.add(new Section(SectionKind.OTHER, null, 1, paragraphs));
        }
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
        Content content = new Content(placed, tables, references, citations, pages);
        return Paper.read(PaperId.of(doi, pmcid, pmid, contentHash), sourceFile, contentHash, bibliography, content)
                .withOtherFiles(attachments)
                .withWarnings(warnings);
    }
}
