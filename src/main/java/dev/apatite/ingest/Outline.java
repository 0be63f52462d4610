package dev.apatite.ingest;

import dev.apatite.index.PaperOutline;
import dev.apatite.index.Provenance;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.paper.SourcePath;
import dev.apatite.works.CitedList;
import dev.apatite.works.CorpusCitations;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As much of a paper as is needed to compare it with all others.
 *
 * @param bare the paper without its text, its references and what was recognised in it
 * @param cited its references in brief
 * @param textLength of the paper's sections, in UTF-16 units
 * @param files the paper's files, the one that it was read from first
 * @param stored what the index says of where the paper comes from, null where it is new
 * @param spooled where the whole paper lies, null where it lies in the index
 * @param givenId the id that the paper has been given before, null where it is new
 */
record Outline(
        Paper bare,
        CitedList cited,
        int textLength,
        List<SourceFile> files,
        @Nullable Provenance stored,
        @Nullable Path spooled,
        @Nullable String givenId) {
    private static final Pattern RECORDS = Pattern.compile("(?i)\\.(?:nbib|ris|enw|bib|json)$");

    /** A paper that was read just now. */
    static Outline read(Paper paper, SourceFile file, Path spooled, CorpusCitations citations) {
        return new Outline(
                PaperOutline.bare(paper).withReferences(List.of()),
                new CitedList(paper.references(), Map.of(), citations),
                PaperOutline.textLength(paper),
                List.of(file),
                null,
                spooled,
                null);
    }

    /** A paper that stands in the index; {@code files} are those of its files that are still there. */
    static Outline stored(PaperOutline paper, List<SourceFile> files, CorpusCitations citations) {
        return new Outline(
                paper.bare().withReferences(List.of()),
                new CitedList(paper.bare().references(), paper.tried(), citations),
                paper.textLength(),
                List.copyOf(files),
                paper.stored().provenance(),
                null,
                paper.bare().id());
    }

    Outline withFiles(List<SourceFile> newFiles) {
        return new Outline(bare, cited, textLength, List.copyOf(newFiles), stored, spooled, givenId);
    }

    /** The same paper, with what another reading of it says where this one says nothing. */
    Outline completedBy(Outline other) {
        Paper completed = bare.withBibliography(
                bare.bibliography().completedBy(other.bare().bibliography()));
        return new Outline(completed, cited, textLength, files, stored, spooled, givenId);
    }

    /** Whether the file is a list of records by its name: a catalogue's word counts for more than a guess at a page. */
    boolean isRecord() {
        return RECORDS.matcher(SourcePath.withoutPart(path())).find();
    }

    /**
     * The same paper, read anew from a file that held {@code before}: where that is the same paper too, its id stays. Only
     * like titles tell that: an untitled file may hold another patient's story now.
     */
    Outline after(@Nullable Paper before) {
        return before == null || !Duplicates.haveLikeTitles(before, bare)
                ? this
                : new Outline(bare, cited, textLength, files, stored, spooled, before.id());
    }

    /** Whether the index has to hold something else of it than it does, apart from what it cites. */
    boolean differs(String id, String annotatorVersion) {
        return stored == null
                || !stored.annotatorVersion().equals(annotatorVersion)
                || !stored.files().equals(files)
                || !bare.id().equals(id)
                || !bare.otherFiles().equals(otherFiles());
    }

    /** The other files that hold the paper. */
    List<String> otherFiles() {
        return files.stream().skip(1).map(SourceFile::path).toList();
    }

    /** The same paper as it is seen once it stands in the index under its id. */
    Outline standingAs(String id) {
        return new Outline(bare.withId(id), cited, textLength, files, stored, spooled, id);
    }

    String path() {
        return files.getFirst().path();
    }

    /**
     * The id that the paper has when no other claims it. One that is made of the content stays when the file changes, so
     * that bookmarks and marks on findings stay too.
     */
    String plainId() {
        boolean identified = bare.doi() != null || bare.pmcid() != null || bare.pmid() != null;
        if (!identified && givenId != null && PaperId.isOfContent(givenId)) {
            return givenId;
        }
        return PaperId.of(bare.doi(), bare.pmcid(), bare.pmid(), bare.contentHash());
    }

    /** How much structure a file's kind carries. */
    int structure() {
        if (isRecord()) {
            return 0;
        }
        String name = SourcePath.withoutPart(path()).toLowerCase(Locale.ROOT);
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
}
