package dev.apatite.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever it is killed, nothing is lost: the index is that of before or after, marks that were confirmed are there. */
class KilledIT {
    private static final List<String> DISEASES = List.of("gout", "morphea", "lupus", "vasculitis", "calcinosis");
    private static final int PAPERS = 6;

    @TempDir
    private Path folder;

    private final Random random = new Random(Program.seed());
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void indexingThatIsKilledLeavesAnIndexThatAnswersAndTheNextRunEndsWhereACleanOneDoes() throws Exception {
        Program program = new Program(folder);
        for (int i = 0; i < PAPERS; i++) {
            program.write(i, DISEASES.get(i % DISEASES.size()));
        }
        long started = System.nanoTime();
        assertThat(program.index()).isEqualTo("indexed " + PAPERS + ", unchanged 0, removed 0, failed 0");
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        int kills = 0;
        int round = 0;
        for (; kills < Program.rounds(); round++) {
            program.write(random.nextInt(PAPERS), DISEASES.get(random.nextInt(DISEASES.size())) + " of round " + round);
            started = System.nanoTime();
            Process process = program.startIndex();
            boolean ended = process.waitFor(1 + random.nextLong(whole), TimeUnit.MILLISECONDS);
            if (ended) {
                // A run that changes one paper takes less time than the first; the kills are spread over that.
                whole = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
            } else {
                kills++;
            }
            Program.kill(process);
            assertThat(Answers.of(program.index))
                    .as("round %s, ended %s", round, ended)
                    .hasValueSatisfying(answers -> assertThat(answers.papers()).hasSize(PAPERS));
        }
        program.index();
        assertThat(program.index()).isEqualTo("indexed 0, unchanged " + PAPERS + ", removed 0, failed 0");
        assertThat(program.left()).isEmpty();
        assertThat(Answers.of(program.index).map(Answers::withoutScores)).isEqualTo(clean(program));
        Program.tell(kills + " kills of index in " + round + " rounds");
    }

    @Test
    void aServerThatIsKilledLosesNoMarkThatItConfirmed() throws Exception {
        Program program = new Program(folder);
        for (int i = 0; i < PAPERS; i++) {
            program.write(i, DISEASES.get(i % DISEASES.size()));
        }
        program.index();
        Set<String> confirmed = new HashSet<>();
        String[] serve = {
            "serve", "--corpus", program.corpus.toString(), "--index", program.index.toString(), "--port", "0"
        };
        for (int round = 0; round < Program.rounds(); round++) {
            Process process = program.start(serve);
            String address = program.awaitAddress(process);
            List<String> findings = findings(address);
            assertThat(findings).isNotEmpty();
            Thread killer = Thread.ofPlatform().unstarted(killing(process, random.nextInt(300)));
            mark(address, findings, "round " + round, confirmed, killer);
            killer.join();
        }
        Process process = program.start(serve);
        String body = get(program.awaitAddress(process) + "/api/v1/reviews");
        Program.kill(process);
        assertThat(confirmed)
                .isNotEmpty()
                .allSatisfy(note -> assertThat(history(program)).contains(note));
        assertThat(body).contains("\"hitCount\":");
        program.index();
        assertThat(program.left()).isEmpty();
        assertThat(Answers.of(program.index).map(Answers::withoutScores)).isEqualTo(clean(program));
        Program.tell(Program.rounds() + " kills of serve, " + confirmed.size() + " marks confirmed");
    }

    private static String history(Program program) throws IOException {
        return java.nio.file.Files.readString(program.index.resolve("reviews.jsonl"));
    }

    private static Runnable killing(Process process, int milliseconds) {
        return () -> {
            try {
                process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
                Program.kill(process);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Marks findings until the server is gone, which the first confirmed one begins; keeps the notes of all of those. */
    private void mark(String address, List<String> findings, String round, Set<String> confirmed, Thread killer)
            throws Exception {
        for (int i = 0; i < 10_000; i++) {
            String note = round + " note " + i;
            String body = "{\"finding\":\"" + findings.get(i % findings.size()) + "\",\"verdict\":\"right\",\"note\":\""
                    + note + "\"}";
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/reviews"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                confirmed.add("\"" + note + "\"");
                if (i == 0) {
                    killer.start();
                }
            } catch (IOException killed) {
                return;
            }
        }
    }

    private List<String> findings(String address) throws Exception {
        return java.util.regex.Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(get(address + "/api/v1/evidence?pageSize=100"))
                .results()
                .map(each -> each.group(1))
                .distinct()
                .toList();
    }

    private String get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private java.util.Optional<Answers> clean(Program program) throws Exception {
        Process process = program.start(
                "index",
                program.corpus.toString(),
                "--index",
                folder.resolve("clean").toString(),
                "--workers",
                "1");
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return Answers.of(folder.resolve("clean")).map(Answers::withoutScores);
    }
}
