package dev.apatite.ingest;

import dev.apatite.index.OneReading;
import dev.apatite.index.PaperOutline;
import dev.apatite.index.Provenance;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.reading.record.RecordReader;
import dev.apatite.works.CitedList;
import dev.apatite.works.CorpusCitations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * As much of a paper as is needed to compare it with all others.
 *
 * @param bare the paper without its text, its references and what was recognised in it; as all its files together say
 * @param cited its references in brief
 * @param textLength of the paper's sections, in UTF-16 units
 * @param files the paper's files, the one that it was read from first
 * @param readings what each of the files says by itself, in the order of the files
 * @param sketch of its text, by which nearly equal texts are found; empty where it has none
 * @param stored what the index holds of it, null where it is new
 * @param spooled where the whole paper lies, null where it lies in the index
 * @param givenId the id that the paper has been given before, null where it is new
 */
record Outline(
        Paper bare,
        CitedList cited,
        int textLength,
        List<SourceFile> files,
        List<OneReading> readings,
        String sketch,
        @Nullable Standing stored,
        @Nullable String spooled,
        @Nullable String givenId) {
    /**
     * What the index holds.
     *
     * @param bibliography of the paper as it stands there
     * @param readings as they stand there
     * @param group the id of the paper that leads its versions; null where it has no others
     */
    record Standing(
            Provenance provenance,
            Bibliography bibliography,
            List<OneReading> readings,
            @Nullable String group) {}

    /** A paper that was read just now, and is kept in whole by this name. */
    static Outline read(Paper paper, SourceFile file, String spooled, CorpusCitations citations) {
        return read(paper, PaperOutline.textLength(paper), TextSketch.of(paper), file, spooled, citations);
    }

    /** The same of a paper of which the text is not at hand. */
    static Outline read(
            Paper paper, int textLength, String sketch, SourceFile file, String spooled, CorpusCitations citations) {
        boolean record = paper.warnings().stream().anyMatch(each -> each.startsWith(RecordReader.WARNING));
        OneReading reading = new OneReading(file.path(), record, paper.bibliography(), paper.otherFiles());
        return new Outline(
                PaperOutline.bare(paper).withReferences(List.of()).withOtherFiles(List.of()),
                new CitedList(paper.references(), Map.of(), citations),
                textLength,
                List.of(file),
                List.of(reading),
                sketch,
                null,
                spooled,
                null);
    }

    /** A paper that stands in the index; {@code files} are those of its files that are still there. */
    static Outline stored(PaperOutline paper, List<SourceFile> files, CorpusCitations citations) {
        Paper bare = paper.bare().withReferences(List.of());
        List<OneReading> readings = paper.readings().isEmpty()
                ? List.of(new OneReading(bare.sourceFile(), false, bare.bibliography(), List.of()))
                : paper.readings();
        Set<String> there = files.stream().map(SourceFile::path).collect(Collectors.toSet());
        List<OneReading> left = readings.stream()
                .filter(each -> there.contains(each.path()) || each == readings.getFirst())
                .toList();
        return new Outline(
                bare.withBibliography(Readings.together(left)),
                new CitedList(paper.bare().references(), paper.tried(), citations),
                paper.textLength(),
                List.copyOf(files),
                left,
                paper.kinship().sketch(),
                new Standing(
                        paper.stored().provenance(),
                        bare.bibliography(),
                        paper.readings(),
                        paper.kinship().group()),
                null,
                paper.bare().id());
    }

    /** The same paper, found in all these files, its own first, of which each says something. */
    Outline in(List<SourceFile> all, List<OneReading> said) {
        return new Outline(
                bare.withBibliography(Readings.together(said)),
                cited,
                textLength,
                List.copyOf(all),
                List.copyOf(said),
                sketch,
                stored,
                spooled,
                givenId);
    }

    /** What has to be remembered of its files' words: nothing where there is one file that says all. */
    List<OneReading> remembered() {
        OneReading first = readings.getFirst();
        boolean alone =
                readings.size() == 1 && !first.record() && first.attachments().isEmpty();
        return alone ? List.of() : readings;
    }

    /** Whether it is known from a catalogue alone. */
    boolean isRecord() {
        return readings.getFirst().record();
    }

    /**
     * The same paper, read anew from a file that held {@code before}: where that is the same paper too, its id stays. Only
     * like titles tell that: an untitled file may hold another patient's story now.
     */
    Outline after(@Nullable Paper before) {
        return before == null || !Duplicates.haveLikeTitles(before, bare)
                ? this
                : new Outline(bare, cited, textLength, files, readings, sketch, stored, spooled, before.id());
    }

    /** Whether the index has to hold something else of it than it does, apart from what it cites. */
    boolean differs(String id, @Nullable String group, String annotatorVersion) {
        return stored == null
                || !stored.provenance().annotatorVersion().equals(annotatorVersion)
                || !stored.provenance().files().equals(files)
                || !stored.bibliography().equals(bare.bibliography())
                || !stored.readings().equals(remembered())
                || !Objects.equals(stored.group(), group)
                || !bare.id().equals(id)
                || !bare.otherFiles().equals(otherFiles());
    }

    /** The other files that hold the paper. */
    List<String> otherFiles() {
        return files.stream().skip(1).map(SourceFile::path).toList();
    }

    /** The same paper as it is seen once it stands in the index under its id. */
    Outline standingAs(String id) {
        return new Outline(bare.withId(id), cited, textLength, files, readings, sketch, stored, spooled, id);
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

    /** How much structure the file's kind carries. */
    int structure() {
        return isRecord() ? 0 : Readings.structure(path());
    }
}
