package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.index.PaperIndex;
import dev.apatite.index.PaperOutline;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Author;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Content;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.record.RecordReader;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.works.CitationKeys;
import dev.apatite.works.CorpusCitations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Made-up corpora in which much is nearly the same change at random; after each change the index has to hold what one
 * built from nothing holds.
 */
class TouchedPartTest {
    private static final Vocabulary WORDS = Vocabulary.builtIn();
    private static final Annotation ANNOTATION = new Annotation(paper -> paper, "1");
    private static final Stock.Versions VERSIONS = new Stock.Versions(PaperReader.version(), "bounds");
    private static final CitationKeys KEYS = new CitationKeys();
    private static final String[] FAMILIES = {"Roe", "Rowe", "Marlow", "Quinn"};
    private static final String[] SUBJECTS = {
        "Calcified nodules of the forearm", "Calcified nodules of the forearms", "Hard skin of the hands in sailors"
    };
    /** Twice as many papers with tags as papers without, and as records of them. */
    private static final String[] KINDS = {".xml", ".xml", ".pdf", ".bib"};

    private static final String[] ENDS = {
        "", ": part 1", ": part 2", " and their treatment", " and their treatments with heat", " in winter"
    };

    /** How many of its 180 words only one text has: from hardly any to so many that a few phrases are in common. */
    private static final int[] OWN_WORDS = {0, 6, 14, 20, 40, 150};

    @TempDir
    Path folder;

    private int change;

    /** What a file holds, and when it was written. */
    private record File(Paper paper, long modified) {
        SourceFile source() {
            return new SourceFile(paper.sourceFile(), paper.contentHash(), 1, modified);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aChangeLeadsToTheIndexThatIsBuiltFromNothing(int seed) {
        try (PaperIndex index = PaperIndex.open(folder.resolve("changed"), WORDS)) {
            changeAtRandom(index, seed, 12);
        }
    }

    /** Changes made-up files at random, brings an index up to date, and compares it with one that is built from nothing. */
    void changeAtRandom(PaperStore index, int seed, int steps) {
        Random random = new Random(seed);
        Map<String, File> files = new TreeMap<>();
        // The odd ones print so much alike that comparing is bounded.
        int size = seed % 2 == 0 ? 25 : 12;
        int references = seed % 2 == 0 ? 8 : 3;
        for (int step = 0; step < steps; step++) {
            int changes = step == 0 ? size : 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                change(random, files, references, size);
            }
            bring(index, files, step > 0);
            Path fresh = folder.resolve("fresh-" + step);
            try (PaperIndex anew = PaperIndex.open(fresh, WORDS)) {
                bring(anew, files, false);
                assertThat(papers(index)).as("seed %d, step %d", seed, step).isEqualTo(papers(anew));
                assertThat(tried(index)).as("seed %d, step %d", seed, step).isEqualTo(tried(anew));
                assertThat(groups(index)).as("seed %d, step %d", seed, step).isEqualTo(groups(anew));
            }
        }
    }

    @Test
    void aFirstRunThatBreaksOffKeepsWhatItCommittedAndTheNextWritesOnlyTheRest() {
        Random random = new Random(7);
        Map<String, File> files = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            change(random, files, 4, 30);
        }
        try (PaperIndex index = PaperIndex.open(folder.resolve("broken"), WORDS);
                PaperIndex anew = PaperIndex.open(folder.resolve("whole"), WORDS)) {
            assertThatThrownBy(() -> write(index, files, (update, done) -> {
                        if (done == 5) {
                            update.step(files.size());
                        } else if (done == 8) {
                            throw new IllegalStateException("the power fails");
                        }
                    }))
                    .hasMessage("the power fails");
            assertThat(index.papers()).hasSize(5);
            assertThat(index.isUnfinished()).isTrue();

            List<Integer> written = new ArrayList<>();
            write(index, files, (update, done) -> written.add(done));
            bring(anew, files, false);
            assertThat(index.isUnfinished()).isFalse();
            assertThat(papers(index)).isEqualTo(papers(anew));
            assertThat(written).hasSize(papers(anew).size() - 5 + 1);
        }
    }

    /** Adds a paper, writes one anew, or removes one. */
    private void change(Random random, Map<String, File> files, int references, int size) {
        List<String> paths = List.copyOf(files.keySet());
        int what = random.nextInt(3);
        if (what == 0 && files.size() > size / 2) {
            files.remove(paths.get(random.nextInt(paths.size())));
            return;
        }
        String path = what == 1 && !paths.isEmpty()
                ? paths.get(random.nextInt(paths.size()))
                : random.nextInt(3 * size) + KINDS[random.nextInt(KINDS.length)];
        change++;
        files.put(path, new File(paper(random, path, references), change));
    }

    private Paper paper(Random random, String path, int references) {
        int number = random.nextInt(40);
        boolean record = path.endsWith(".bib");
        List<String> related = random.nextInt(4) == 0 ? List.of("10.1000_" + random.nextInt(40)) : List.of();
        // A DOI has one title, so that no two papers claim it: who has it then depends on who came first.
        Random of = new Random(number);
        Bibliography bibliography = new Bibliography(
                title(of) + " of paper number " + number,
                List.of(Author.of(FAMILIES[of.nextInt(FAMILIES.length)], "A")),
                record ? "Skin and Hair" : "Skin",
                2000 + of.nextInt(3),
                "" + (1 + of.nextInt(3)),
                null,
                "" + (1 + of.nextInt(4)),
                null,
                "10.1000/" + number,
                null,
                null,
                record ? List.of("word " + random.nextInt(3)) : List.of(),
                "en",
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                related);
        String content = "%08d-content".formatted(change);
        if (record) {
            List<String> attached = random.nextBoolean() ? List.of(random.nextInt(30) + ".pdf") : List.of();
            return Paper.read("read", path, content, bibliography, Content.ofReferences(List.of()))
                    .withOtherFiles(attached)
                    .withWarnings(List.of(RecordReader.WARNING));
        }
        List<Reference> cited = new ArrayList<>();
        for (int i = random.nextInt(2 * references); i > 0; i--) {
            cited.add(reference(random));
        }
        return Paper.read(
                "read",
                path,
                content,
                bibliography,
                Content.ofSections(sections(random)).withReferences(cited));
    }

    /** Every other paper has a text, which may be nearly that of others, or begin like theirs and go on otherwise. */
    private static List<Section> sections(Random random) {
        if (random.nextBoolean()) {
            return List.of();
        }
        int story = random.nextInt(3);
        int own = OWN_WORDS[random.nextInt(OWN_WORDS.length)];
        int ending = random.nextInt(20);
        String text = IntStream.range(0, 180)
                .mapToObj(i -> i < 180 - own ? "s" + story + "w" + i : "e" + ending + "w" + i)
                .collect(Collectors.joining(" "));
        return List.of(new Section(SectionKind.OTHER, null, 1, List.of(text)));
    }

    private static String title(Random random) {
        return SUBJECTS[random.nextInt(SUBJECTS.length)] + ENDS[random.nextInt(ENDS.length)];
    }

    private static Reference reference(Random random) {
        int paper = random.nextInt(60);
        boolean place = random.nextBoolean();
        return new Reference(
                null,
                "raw",
                random.nextInt(8) == 0
                        ? List.of()
                        : List.of(new PersonName(FAMILIES[random.nextInt(FAMILIES.length)], "A")),
                random.nextInt(12) == 0
                        ? null
                        : title(random) + (random.nextInt(4) == 0 ? " of paper number " + paper : ""),
                random.nextInt(4) == 0 ? null : "Skin",
                random.nextInt(6) == 0 ? null : 2000 + random.nextInt(3),
                place ? "" + (1 + random.nextInt(3)) : null,
                null,
                place ? "" + (1 + random.nextInt(4)) : null,
                null,
                random.nextInt(5) == 0 ? "10.1000/" + paper : null,
                random.nextInt(8) == 0 ? "" + (5 + random.nextInt(20)) : null,
                null,
                null);
    }

    /** As an ingest does, but that nothing has to be read. */
    static void bring(PaperStore index, Map<String, File> files, boolean touchedOnly) {
        bring(
                index,
                files,
                (planner, citations) -> touchedOnly ? planner.touched() : planner.whole(citations),
                (update, done) -> {});
    }

    private static void write(PaperStore index, Map<String, File> files, BiConsumer<PaperUpdate, Integer> progress) {
        bring(index, files, (planner, citations) -> planner.whole(citations), progress);
    }

    private static void bring(
            PaperStore index,
            Map<String, File> files,
            BiFunction<Planner, CorpusCitations, Change.Plan> planning,
            BiConsumer<PaperUpdate, Integer> progress) {
        Map<String, CorpusFolder.Entry> entries = new TreeMap<>();
        files.forEach((path, file) -> entries.put(path, new CorpusFolder.Entry(path, 1, file.modified())));
        CorpusFolder.Listing listing = new CorpusFolder.Listing(entries, Map.of(), Set.of());
        Stock stock = Stock.take(Path.of("nowhere"), listing, Set.of(), index, VERSIONS);
        try (Spool spool = new Spool();
                PaperUpdate update = index.update()) {
            CorpusCitations citations = new CorpusCitations();
            List<Outline> read = stock.read().keySet().stream()
                    .map(files::get)
                    .map(file -> Outline.read(
                            file.paper(), file.source(), spool.put(new PaperJson().write(file.paper())), citations))
                    .toList();
            Change.Plan plan = planning.apply(new Planner(index, spool, "1", KEYS, stock, read), citations);
            new Writing(index, ANNOTATION, spool, update, KEYS, 1)
                    .write(plan, (done, total) -> progress.accept(update, done));
            update.commit(files.size());
        }
    }

    private static Map<String, String> papers(PaperStore index) {
        Map<String, String> papers = new TreeMap<>();
        index.papers()
                .forEach(stored -> papers.put(
                        stored.id() + stored.provenance().files(),
                        new PaperJson().write(index.paper(stored.id()).orElseThrow())));
        return papers;
    }

    private static Map<String, Map<Integer, List<String>>> tried(PaperStore index) {
        Map<String, Map<Integer, List<String>>> tried = new HashMap<>();
        Collection<PaperOutline> outlines = new ArrayList<>();
        index.outlines(outlines::add);
        outlines.forEach(each -> tried.put(each.stored().id(), each.tried()));
        return tried;
    }

    private static Map<String, String> groups(PaperStore index) {
        Map<String, String> groups = new TreeMap<>();
        index.outlines(
                each -> groups.put(each.stored().id(), "" + each.kinship().group()));
        return groups;
    }
}
