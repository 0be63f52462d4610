package dev.apatite.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks of processes that are killed, that have no room left, and that write at the same time. */
class MarksSurviveIT {
    private static final long SEED = 20_26;

    @TempDir
    private Path index;

    @Test
    void aDiskThatIsFullRefusesMarksAndLosesNoneThatItConfirmed() throws Exception {
        // A bound on the size of a file cuts a write short in the middle, as a full disk does.
        List<String> said = lines(start("ulimit -f 8 && ", "full-", 60));
        assertThat(said).anyMatch(each -> each.startsWith("refused"));
        Set<String> kept = kept(said);
        assertThat(kept).isNotEmpty();
        kept.addAll(kept(lines(start("", "later-", 3))));
        Reviews reviews = Reviews.open(index);
        assertThat(findings(reviews)).isEqualTo(kept);
        assertThat(reviews.notices()).isEmpty();
    }

    @Test
    void processesThatAreKilledLoseNoMarkThatTheyConfirmed() throws Exception {
        Random random = new Random(SEED);
        Set<String> kept = new HashSet<>();
        for (int run = 0; run < Integer.getInteger("apatite.rounds", 4); run++) {
            Process process = start("", "run" + run + "-", 1_000_000);
            int stop = 1 + random.nextInt(50);
            try (BufferedReader out = process.inputReader()) {
                for (int i = 0; i < stop; i++) {
                    kept.addAll(kept(List.of(String.valueOf(out.readLine()))));
                }
                process.toHandle().destroyForcibly();
                kept.addAll(kept(out.lines()
                        .filter(each -> each.matches("kept run\\d+-\\d+"))
                        .toList()));
            }
        }
        Reviews.open(index).add(Marker.mark("after"));
        Reviews reviews = Reviews.open(index);
        assertThat(findings(reviews)).containsAll(kept).contains("after");
        assertThat(Files.readAllLines(index.resolve(Reviews.FILE))).hasSameSizeAs(reviews.all());
    }

    @Test
    void processesThatWriteAtTheSameTimeLoseNothing() throws Exception {
        List<Process> processes = List.of(start("", "a-", 100), start("", "b-", 100));
        Set<String> kept = new HashSet<>();
        for (Process each : processes) {
            kept.addAll(kept(lines(each)));
        }
        assertThat(findings(Reviews.open(index))).hasSize(200).isEqualTo(kept);
    }

    private Process start(String before, String prefix, int marks) throws IOException {
        String command = before + "exec \"$0\" \"$@\"";
        List<String> call = new ArrayList<>(List.of("sh", "-c", command));
        call.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Marker.class.getName(),
                index.toString(),
                prefix,
                String.valueOf(marks)));
        return new ProcessBuilder(call)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> lines(Process process) throws Exception {
        try (BufferedReader out = process.inputReader()) {
            List<String> lines = out.lines().toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        }
    }

    private static Set<String> kept(List<String> said) {
        return said.stream()
                .filter(each -> each.startsWith("kept "))
                .map(each -> each.substring("kept ".length()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> findings(Reviews reviews) {
        return reviews.all().stream().map(Mark::finding).collect(Collectors.toSet());
    }
}
