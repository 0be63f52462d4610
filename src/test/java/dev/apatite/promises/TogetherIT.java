package dev.apatite.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.opensearch.ClusterSettings;
import dev.apatite.opensearch.NeedsOpenSearch;
import dev.apatite.opensearch.OpenSearchNodes;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that read one folder into one cluster together, of which any may be killed at any moment. */
@NeedsOpenSearch
class TogetherIT {
    /** Enough for files to be taken and put some at a time. */
    private static final int PAPERS = 60;

    private static final Pattern SUMMARY =
            Pattern.compile("indexed (\\d+), unchanged (\\d+), removed (\\d+), failed (\\d+)");

    @TempDir
    private Path folder;

    private final Random random = new Random(Program.seed());

    @Test
    void whatAKilledProcessHeldIsDoneByAnotherAndNothingIsLostOrDoubled() throws IOException, InterruptedException {
        Program program = new Program(folder);
        for (int i = 0; i < PAPERS; i++) {
            program.write(i, "calcinosis");
        }
        assertThat(program.index()).isEqualTo("indexed " + PAPERS + ", unchanged 0, removed 0, failed 0");
        List<String> alone = exported(program);
        int rounds = Math.max(2, Program.rounds() / 3);
        for (int round = 0; round < rounds; round++) {
            String name = "together-" + System.nanoTime();
            String[] cluster = cluster(name);
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                processes.add(program.startIndex(with(cluster, "--together", "--lease", "2")));
            }
            boolean writing = round % 2 == 0;
            boolean reached = reached(name, writing ? "@writing" : "paper-0.txt", processes);
            Process victim = processes.remove(random.nextInt(2));
            boolean ended = victim.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
            Program.kill(victim);
            Process other = processes.getLast();
            List<String> said = lines(other);
            assertThat(other.waitFor()).as(said.toString()).isZero();
            Matcher summary = SUMMARY.matcher(said.getLast());
            assertThat(summary.matches()).as(said.toString()).isTrue();
            assertThat(Integer.parseInt(summary.group(1)) + Integer.parseInt(summary.group(2)))
                    .as("every file is accounted for")
                    .isEqualTo(PAPERS);
            assertThat(exported(program, cluster)).isEqualTo(alone);
            Program.tell("a process that shared the " + (writing ? "writing" : "reading") + " with another was "
                    + (ended || !reached ? "done" : "killed"));
        }
    }

    /** Waits until something stands in the table that the processes share; false where they ended before. */
    private boolean reached(String index, String what, List<Process> processes)
            throws IOException, InterruptedException {
        ClusterSettings settings = new ClusterSettings(OpenSearchNodes.one(), index, null, null, 1, 0);
        try (ClusterIndex shared = ClusterIndex.open(settings, folder, Vocabulary.builtIn())) {
            while (processes.stream().allMatch(Process::isAlive)) {
                if (!shared.leases().look(List.of(what)).isEmpty()) {
                    return true;
                }
                processes.getFirst().waitFor(50, TimeUnit.MILLISECONDS);
            }
            return false;
        }
    }

    private static String[] cluster(String name) throws IOException, InterruptedException {
        return new String[] {
            "--engine",
            "opensearch",
            "--nodes",
            OpenSearchNodes.one().getFirst().toString(),
            "--cluster-index",
            name,
            "--replicas",
            "0"
        };
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static List<String> lines(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static List<String> exported(Program program, String... engine) throws IOException, InterruptedException {
        List<String> call =
                new ArrayList<>(List.of("export", "--format", "jsonl", "--index", program.index.toString()));
        call.addAll(List.of(engine));
        Process process = program.start(call.toArray(String[]::new));
        List<String> papers = lines(process).stream().sorted().toList();
        assertThat(process.waitFor()).isZero();
        return papers;
    }
}
