package dev.apatite.benchmark;

import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.vocabulary.Vocabulary;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints how fast Apatite indexes, changes, starts and answers beside a {@link BareLucene} that does the same work with
 * the same JVM options in the same run. It asserts nothing. Rounds of both servers alternate and medians count, so that
 * the ratios say something on a machine that does other things as well; absolute figures do not. To run it:
 *
 * <pre>
 * mvn -Pbenchmark test-compile exec:exec -Dbenchmark.args="--papers 2000,10000"
 * </pre>
 */
@Command(name = "speed", mixinStandardHelpOptions = true)
final class SpeedBenchmark implements Callable<Integer> {
    private static final List<String> JVM = List.of(
            "-Xmx2g", "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true");

    @Option(names = "--sentences", description = "A folder of papers whose sentences are recombined.")
    private Path sentences = Path.of("corpus");

    @Option(names = "--papers", split = ",", description = "How many papers, one run each.")
    private List<Integer> papers = List.of(2000, 10_000);

    @Option(names = "--connections", split = ",", description = "How many connections, one run each.")
    private List<Integer> connections = List.of(1, 2, 16);

    @Option(names = "--rounds", description = "Rounds of both servers.")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Seconds of each kind of query in a round.")
    private double seconds = 2;

    @Option(names = "--work", description = "Where papers and indexes are put; what is there is used again.")
    private Path work = Path.of("target/benchmark");

    @Option(names = "--apatite", description = "The launcher of another build; without it, this build.")
    private @Nullable Path apatite;

    @Option(names = "--name", description = "The name of that build, which has indexes of its own.")
    private String name = "this";

    @Option(
            names = "--serve-options",
            split = " ",
            description = "Options of \"apatite serve\"; without any it has no meanings.")
    private List<String> serveOptions = List.of("--vectors", "off");

    @Option(names = "--no-changes", description = "Leaves out what changes the index.")
    private boolean noChanges;

    /** What was measured, and for how many papers: what must not grow faster than the work stands side by side. */
    private final Map<String, Map<Integer, Double>> growth = new LinkedHashMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SpeedBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        MadePapers made = MadePapers.from(sentences);
        MadeQueries queries = new MadeQueries(made.sentences());
        Map<String, List<MadeQueries.Typed>> kinds = queries.kinds();
        Files.createDirectories(work);
        for (int number : papers) {
            Path corpus = work.resolve("papers-" + number);
            made.write(corpus, number);
            System.out.printf(Locale.ROOT, "%n%d papers%n", number);
            indexing(corpus, number);
            if (!noChanges) {
                changes(made, corpus, number);
            }
            answers(corpus, number, kinds);
        }
        printGrowth();
        return 0;
    }

    private void printGrowth() {
        System.out.printf("%n  %-46s", "growth");
        papers.forEach(each -> System.out.printf(Locale.ROOT, "%10d", each));
        System.out.println();
        growth.forEach((what, measured) -> {
            System.out.printf("  %-46s", what);
            papers.forEach(each -> System.out.printf(
                    "%10s", measured.containsKey(each) ? String.format(Locale.ROOT, "%.2f", measured.get(each)) : "-"));
            System.out.println();
        });
    }

    private double grows(String what, int number, double measured) {
        growth.computeIfAbsent(what, any -> new LinkedHashMap<>()).put(number, measured);
        return measured;
    }

    private void indexing(Path corpus, int number) throws Exception {
        long text = 0;
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).limit(1000).toList()) {
                text += BarePaper.read(file).length();
            }
        }
        text = text * number / Math.min(1000, number);
        Path bare = work.resolve("bare-" + number);
        Path own = index(number);
        if (!Files.isDirectory(bare)) {
            double cpu = Cpu.untilEnd(start(bare("index", corpus.toString(), bare.toString())));
            System.out.printf(Locale.ROOT, "  indexing, bare: %.0f papers per CPU second%n", number / cpu);
        }
        if (!Files.isDirectory(own)) {
            double cpu = Cpu.untilEnd(start(apatite("index", "--index", own.toString(), corpus.toString())));
            grows("indexing, ms of CPU a paper", number, cpu * 1000 / number);
            System.out.printf(
                    Locale.ROOT,
                    "  indexing, Apatite: %.0f papers per CPU second (%.1f ms each, of which annotation %.1f)%n",
                    number / cpu,
                    cpu * 1000 / number,
                    annotation(corpus));
        }
        System.out.printf(
                Locale.ROOT,
                "  index: bare %.2f of the text, Apatite %.2f%n",
                (double) size(bare) / text,
                grows("index, times the text", number, (double) size(own) / text));
    }

    /** Milliseconds of computing time that it takes to annotate a paper. */
    private static double annotation(Path corpus) throws Exception {
        Annotator annotator = new Annotator(Vocabulary.builtIn());
        PaperReader reader = new PaperReader();
        List<Paper> read = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Path file = MadePapers.file(corpus, i);
            read.add(reader.read(corpus, corpus.relativize(file).toString()));
        }
        read.forEach(annotator::annotate);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        read.forEach(annotator::annotate);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / read.size();
    }

    private void changes(MadePapers made, Path corpus, int number) throws Exception {
        String[] run = {"index", "--index", index(number).toString(), corpus.toString()};
        System.out.printf(
                Locale.ROOT,
                "  unchanged run: %.2f s of CPU%n",
                grows("unchanged run, s of CPU", number, Cpu.untilEnd(start(apatite(run)))));
        Path added = corpus.resolve("added.xml");
        Files.writeString(added, made.paper(number + 1_000_000));
        System.out.printf(
                Locale.ROOT,
                "  one paper added: %.2f s%n",
                grows("one paper added, s of CPU", number, Cpu.untilEnd(start(apatite(run)))));
        Files.delete(added);
        System.out.printf(
                Locale.ROOT,
                "  one paper removed: %.2f s%n",
                grows("one paper removed, s of CPU", number, Cpu.untilEnd(start(apatite(run)))));
        System.out.printf(
                Locale.ROOT,
                "  search in a terminal: %.2f s%n",
                Cpu.untilEnd(start(
                        apatite("search", "patient", "--index", index(number).toString()))));
    }

    private void answers(Path corpus, int number, Map<String, List<MadeQueries.Typed>> kinds) throws Exception {
        List<String> serve = new ArrayList<>(
                List.of("serve", "--index", index(number).toString(), "--corpus", corpus.toString(), "--port", "0"));
        serve.addAll(serveOptions);
        try (Server own = new Server(apatite(serve.toArray(String[]::new)), "/health");
                Server bare =
                        new Server(bare("serve", work.resolve("bare-" + number).toString()), "/health")) {
            System.out.printf(
                    Locale.ROOT,
                    "  serve: listens after %.2f s of CPU, ready after %.2f%n",
                    grows("serve listens, s of CPU", number, own.cpuToListen()),
                    grows("serve is ready, s of CPU", number, own.cpuToBeReady()));
            Map<String, List<String>> ofOwn = new LinkedHashMap<>();
            Map<String, List<String>> ofBare = new LinkedHashMap<>();
            kinds.forEach((kind, typed) -> {
                ofOwn.put(
                        kind,
                        typed.stream()
                                .map(each -> "/api/v1/search?query=" + each.query() + each.filter())
                                .toList());
                ofBare.put(
                        kind,
                        typed.stream()
                                .map(each -> "/search?kind=" + kind + "&query=" + each.query() + each.filter())
                                .toList());
            });
            // Both compilers have seen every kind before anything is counted.
            for (int i = 0; i < 2; i++) {
                for (String kind : kinds.keySet()) {
                    Load.of(own, ofOwn.get(kind), 2, seconds);
                    Load.of(bare, ofBare.get(kind), 2, seconds);
                }
            }
            double before = own.cpu().seconds();
            Thread.sleep(10_000);
            System.out.printf(
                    Locale.ROOT, "  idle: %.2f%% of a core%n", (own.cpu().seconds() - before) * 10);
            for (int each : connections) {
                compare(own, bare, ofOwn, ofBare, each, number);
            }
            others(own, number, kinds);
            System.out.printf(Locale.ROOT, "  memory: bare %d MB, Apatite %d MB%n", bare.megabytes(), own.megabytes());
        }
    }

    private void compare(
            Server own,
            Server bare,
            Map<String, List<String>> ofOwn,
            Map<String, List<String>> ofBare,
            int connections,
            int number)
            throws Exception {
        System.out.printf(
                Locale.ROOT,
                "  %d connections: %-10s %8s %8s %6s | %6s %6s | %7s %7s | %7s %7s %8s%n",
                connections,
                "kind",
                "bare/s",
                "own/s",
                "ratio",
                "p50",
                "p99",
                "bare99",
                "p99/",
                "cpu ms",
                "bare",
                "KB");
        Map<String, List<Load.Outcome>> outcomes = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String kind : ofOwn.keySet()) {
                outcomes.computeIfAbsent("own " + kind, any -> new ArrayList<>())
                        .add(Load.of(own, ofOwn.get(kind), connections, seconds));
                outcomes.computeIfAbsent("bare " + kind, any -> new ArrayList<>())
                        .add(Load.of(bare, ofBare.get(kind), connections, seconds));
            }
        }
        for (String kind : ofOwn.keySet()) {
            Load.Outcome ours = Load.median(outcomes.get("own " + kind));
            Load.Outcome theirs = Load.median(outcomes.get("bare " + kind));
            grows("ms of CPU a page, " + connections + " connections: " + kind, number, ours.cpu());
            grows("  of bare Lucene: " + connections + " connections: " + kind, number, theirs.cpu());
            System.out.printf(
                    Locale.ROOT,
                    "                 %-10s %8.1f %8.1f %6.2f | %6.1f %6.1f | %7.1f %7.2f | %7.2f %7.2f %8.1f%n",
                    kind,
                    theirs.rate(),
                    ours.rate(),
                    ours.rate() / theirs.rate(),
                    ours.median(),
                    ours.slow(),
                    theirs.slow(),
                    ours.slow() / theirs.slow(),
                    ours.cpu(),
                    theirs.cpu(),
                    ours.bytes() / 1000);
        }
    }

    /** What only Apatite answers. */
    private void others(Server own, int number, Map<String, List<MadeQueries.Typed>> kinds) throws Exception {
        List<String> terms =
                kinds.get("term").stream().map(MadeQueries.Typed::query).toList();
        List<String> ids = Stream.iterate(1, i -> i + 97)
                .limit(Math.min(40, number / 97))
                .map(i -> "10.5555_made." + i)
                .toList();
        Map<String, List<String>> routes = new LinkedHashMap<>();
        routes.put("home page", List.of("/"));
        routes.put("html page", on("/?query=", terms, ""));
        routes.put("by citations", on("/api/v1/search?sort=CITED%20desc&query=", terms, ""));
        routes.put("evidence, all", List.of("/api/v1/evidence"));
        routes.put("evidence", on("/api/v1/evidence?query=", terms, ""));
        routes.put("evidence page", on("/evidence?query=", terms, ""));
        routes.put("patients", on("/api/v1/patients?query=", terms, ""));
        routes.put("works, all", List.of("/api/v1/works"));
        routes.put("works", on("/api/v1/works?query=", terms, ""));
        routes.put(
                "suggest",
                on(
                        "/api/v1/suggest?q=",
                        terms.stream().map(each -> each.substring(0, 4)).toList(),
                        ""));
        routes.put("sentences", on("/api/v1/sentences?query=", terms, ""));
        routes.put("related", on("/api/v1/papers/", ids, "/related"));
        routes.put("paper", on("/api/v1/papers/", ids, ""));
        routes.put("paper page", on("/papers/", ids, ""));
        System.out.printf(
                Locale.ROOT,
                "  2 connections: %-14s %8s %8s %8s %8s %8s%n",
                "route",
                "own/s",
                "p50",
                "p99",
                "cpu ms",
                "KB");
        for (Map.Entry<String, List<String>> route : routes.entrySet()) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                Load.page(client, own.address() + route.getValue().getFirst());
            } catch (IOException notThere) {
                System.out.println("                 " + route.getKey() + ": not answered");
                continue;
            }
            Load.of(own, route.getValue(), 2, seconds);
            Load.Outcome outcome = Load.of(own, route.getValue(), 2, seconds);
            grows("ms of CPU a page: " + route.getKey(), number, outcome.cpu());
            System.out.printf(
                    Locale.ROOT,
                    "                 %-14s %8.1f %8.1f %8.1f %8.2f %8.1f%n",
                    route.getKey(),
                    outcome.rate(),
                    outcome.median(),
                    outcome.slow(),
                    outcome.cpu(),
                    outcome.bytes() / 1000);
        }
    }

    private static List<String> on(String before, List<String> middle, String behind) {
        return middle.stream().map(each -> before + each + behind).toList();
    }

    private Path index(int number) {
        return work.resolve("apatite-" + name + "-" + number);
    }

    private List<String> apatite(String... arguments) {
        List<String> command = new ArrayList<>();
        if (apatite == null) {
            command.addAll(java());
            command.add("dev.apatite.cli.Main");
        } else {
            command.add(apatite.toString());
        }
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> bare(String... arguments) {
        List<String> command = new ArrayList<>(java());
        command.add(BareLucene.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("APATITE_OPTS", "-Xmx2g");
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.naturalOrder())
                    .map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }
}
