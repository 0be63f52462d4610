package dev.apatite.works;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints how well and how fast citations of one work are brought together. It asserts nothing.
 *
 * <p>First the references of a folder of real papers, with their DOIs and PMIDs hidden: do the texts lead to the same
 * groups as the identifiers do? Then made-up citations with known truth ({@link MadeCitations}) in growing numbers. Then
 * inputs that would be slow if anything were compared with everything. To run it, with a JDK of 21 or newer:
 *
 * <pre>
 * mvn -DskipTests package
 * java -Xmx2g -cp 'target/test-classes:target/apatite/lib/*' \
 *     dev.apatite.ingest.ReconciliationBenchmark FOLDER-OF-JATS [--errors] [SIZE]...
 * </pre>
 */
final class ReconciliationBenchmark {
    private static final int BATCH = 1_000;

    private ReconciliationBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<Paper> papers = read(Path.of(arguments[0]));
        boolean errors = List.of(arguments).contains("--errors");
        RealCitations real = new RealCitations(papers);
        real.printHidden(errors);
        real.printAsPrinted(errors);
        stability(papers);
        List<Reference> pieces = papers.stream()
                .flatMap(paper -> paper.references().stream())
                .filter(each -> each.title() != null
                        && each.journal() != null
                        && each.title().length() > 30
                        && !each.authors().isEmpty())
                .toList();
        Stream.of(arguments)
                .skip(1)
                .filter(each -> each.matches("\\d+"))
                .forEach(size -> made(pieces, Integer.parseInt(size), errors));
        if (List.of(arguments).contains("--hostile")) {
            hostile();
        }
    }

    static List<Paper> read(Path folder) throws IOException {
        PaperReader reader = new PaperReader();
        List<Paper> papers = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                try {
                    papers.add(reader.read(folder, String.valueOf(file.getFileName())));
                } catch (ReadingException e) {
                    System.out.println("skipped " + file + ": " + e.getMessage());
                }
            }
        }
        return papers;
    }

    private static void made(List<Reference> pieces, int size, boolean errors) {
        MadeCitations made = new MadeCitations(pieces, size, 7);
        Random random = new Random(11);
        int[] truth = new int[size];
        Map<Integer, Reference> printed = new HashMap<>();
        String[] ids = timed("made-up", size, i -> {
            MadeCitations.Citation citation = made.next(random);
            truth[i] = citation.work();
            if (errors) {
                printed.put(i, citation.reference());
            }
            return citation.reference();
        });
        PairScore score = new PairScore();
        for (int i = 0; i < size; i++) {
            score.add("" + truth[i], ids[i]);
        }
        System.out.println("    " + score);
        if (errors) {
            printErrors(truth, ids, printed);
        }
    }

    /** How many references get another work id when the last tenth of the papers is added to the others. */
    private static void stability(List<Paper> papers) {
        List<Paper> first = papers.subList(0, papers.size() * 9 / 10);
        List<Paper> before = new WorkReconciler().reconcile(first);
        List<Paper> after = new WorkReconciler().reconcile(papers);
        int references = 0;
        int changed = 0;
        for (int i = 0; i < before.size(); i++) {
            List<Reference> now = after.get(i).references();
            for (int k = 0; k < now.size(); k++) {
                references++;
                changed += Objects.equals(
                                before.get(i).references().get(k).workId(),
                                now.get(k).workId())
                        ? 0
                        : 1;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d papers added to %d: %d of %d work ids change%n",
                papers.size() - first.size(),
                first.size(),
                changed,
                references);
    }

    private static void printErrors(int[] truth, String[] ids, Map<Integer, Reference> printed) {
        Map<String, Integer> first = new TreeMap<>();
        Map<Integer, Integer> home = new TreeMap<>();
        int left = 60;
        for (int i = 0; i < ids.length && left > 0; i++) {
            Integer other = first.putIfAbsent(ids[i], i);
            if (other != null && truth[other] != truth[i]) {
                left--;
                System.out.println("  WRONG  " + brief(printed.get(other)) + "\n         " + brief(printed.get(i)));
            }
            other = home.putIfAbsent(truth[i], i);
            if (other != null && !ids[other].equals(ids[i])) {
                left--;
                System.out.println("  MISSED " + brief(printed.get(other)) + "\n         " + brief(printed.get(i)));
            }
        }
    }

    static String brief(@Nullable Reference each) {
        return each == null
                ? "-"
                : String.join(
                        " / ",
                        each.authors().isEmpty()
                                ? "-"
                                : String.valueOf(each.authors().getFirst().family()),
                        "" + each.title(),
                        "" + each.journal(),
                        "" + each.year(),
                        each.volume() + ":" + each.firstPage(),
                        "" + each.doi(),
                        "" + each.pmid());
    }

    private static void hostile() {
        int size = 100_000;
        Reference plain = RealCitations.reference("Reyes", "A study of hard skin in adults", "J Skin", 2011, "1", "1");
        timed("identical", size, i -> plain);
        timed(
                "one title, no other field",
                size,
                i -> RealCitations.reference(
                        null,
                        "Hard skin of the hands in adults with scleroderma " + i % 10_000,
                        null,
                        null,
                        null,
                        null));
        timed(
                "one title, each place its own",
                size,
                i -> RealCitations.reference(
                        "Reyes",
                        "A study of hard skin in adults with lupus",
                        "J Skin",
                        1950 + i % 70,
                        "" + i / 300,
                        "" + i));
        timed(
                "one title, each author its own",
                size,
                i -> RealCitations.reference(
                        "Reyes" + i, "A study of hard skin in adults with lupus", "J Skin", null, null, null));
        timed(
                "one long title, a letter changed",
                size,
                i -> RealCitations.reference(
                        null,
                        ("a study of the hard skin of " + Integer.toString(i, 26) + " and ").repeat(40),
                        null,
                        null,
                        null,
                        null));
        timed(
                "in press",
                size,
                i -> RealCitations.reference("Reyes" + i % 5_000, "In press", "J Skin", 2011, null, null));
        timed(
                "no title, one volume and page",
                size,
                i -> RealCitations.reference("Reyes" + i, null, "J" + i % 1_000, 2011, "1", "1"));
        timed(
                "no title, one author",
                size,
                i -> RealCitations.reference("Reyes", null, "J Skin", 2011, "" + i / 400, "" + i % 400));
        timed("nothing at all", size, i -> RealCitations.reference(null, null, null, null, null, null));
    }

    /**
     * The group of each of so many references, by number. Only the reconciling is timed, not the making of the references;
     * each is dropped soon after it is cited.
     */
    static String[] timed(String what, int size, IntFunction<Reference> references) {
        System.gc();
        PeakHeap.megabytes();
        CorpusCitations citations = new CorpusCitations();
        List<CitedList> lists = new ArrayList<>();
        long reading = 0;
        for (int from = 0; from < size; from += BATCH) {
            List<Reference> batch = new ArrayList<>(BATCH);
            for (int i = from; i < Math.min(size, from + BATCH); i++) {
                batch.add(references.apply(i));
            }
            long start = cpu();
            lists.add(new CitedList(batch, java.util.Map.of(), citations));
            reading += cpu() - start;
        }
        long start = cpu();
        CorpusCitations.Ids ids = citations.ids(List.of(), lists);
        double seconds = (cpu() - start + reading) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-35s %,9d references  %7.2f s (%.2f reading)  %,9.0f a second  peak heap %,d MB%n",
                what,
                size,
                seconds,
                reading / 1e9,
                size / seconds,
                PeakHeap.megabytes());
        String[] works = new String[size];
        for (int i = 0; i < size; i++) {
            WorkName name = ids.of(lists.get(i / BATCH).work(i % BATCH));
            works[i] = name == null ? "none-" + i : name.id();
        }
        return works;
    }

    /** The time that this thread computed: other work on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
