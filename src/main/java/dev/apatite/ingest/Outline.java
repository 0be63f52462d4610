package dev.apatite.ingest;

import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.paper.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * As much of a paper as is needed to compare it with all others.
 *
 * @param bare the paper without its text and what was recognised in it
 * @param textLength of the paper's sections, in UTF-16 units
 * @param files the paper's files, the one that it was read from first
 * @param annotatedBy the version of the annotator that annotated the paper in the index, null where it is new
 * @param spooled where the whole paper lies, null where it lies in the index
 */
record Outline(
        Paper bare,
        int textLength,
        List<SourceFile> files,
        @Nullable String annotatedBy,
        @Nullable Path spooled) {

    /** A paper that was read just now. */
    static Outline read(Paper paper, SourceFile file, Path spooled) {
        return new Outline(bare(paper), length(paper), List.of(file), null, spooled);
    }

    /** A paper that stands in the index. */
    static Outline stored(Paper paper, List<SourceFile> files, String annotatedBy) {
        return new Outline(bare(paper), length(paper), List.copyOf(files), annotatedBy, null);
    }

    private static int length(Paper paper) {
        return paper.sections().stream()
                .mapToInt(section ->
                        section.paragraphs().stream().mapToInt(String::length).sum())
                .sum();
    }

    Outline withFiles(List<SourceFile> newFiles) {
        return new Outline(bare, textLength, List.copyOf(newFiles), annotatedBy, spooled);
    }

    String path() {
        return files.getFirst().path();
    }

    /** The id that the paper has when no other claims it. */
    String plainId() {
        return PaperId.of(bare.doi(), bare.pmcid(), bare.pmid(), bare.contentHash());
    }

    /** How much structure a file's kind carries. */
    int structure() {
        String name = path().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml") || name.endsWith(".nxml")) {
            return 4;
        }
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml") || name.endsWith(".epub")) {
            return 3;
        }
        return name.endsWith(".pdf") || name.endsWith(".docx") || name.endsWith(".odt") || name.endsWith(".rtf")
                ? 2
                : 1;
    }

    private static Paper bare(Paper paper) {
        List<Section> none = List.of();
        return new Paper(
                paper.id(),
                paper.sourceFile(),
                paper.otherFiles(),
                paper.contentHash(),
                paper.title(),
                paper.authors(),
                paper.journal(),
                paper.year(),
                paper.volume(),
                paper.issue(),
                paper.firstPage(),
                paper.lastPage(),
                paper.doi(),
                paper.pmid(),
                paper.pmcid(),
                List.of(),
                paper.language(),
                List.of(),
                none,
                List.of(),
                paper.references(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
