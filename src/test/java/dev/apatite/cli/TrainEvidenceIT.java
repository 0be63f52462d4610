package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Weights are learned from a folder of texts, to the byte; what is shipped can be held against what is learned. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainEvidenceIT {
    private static final String[] STORIES = {
        "A %d-year-old man had gout. He was given allopurinol. The gout improved with allopurinol.|allopurinol|partial_response|The gout improved with allopurinol.",
        "A %d-year-old woman had uveitis. Methotrexate was started. Methotrexate was ineffective.|methotrexate|no_response|Methotrexate was ineffective.",
        "A %d-year-old woman had calcinosis. Diltiazem was given. The nodules resolved after diltiazem.|diltiazem|complete_response|The nodules resolved after diltiazem.",
        "A %d-year-old man took lithium. He was admitted. He developed tremor due to lithium.|lithium|adverse_event|He developed tremor due to lithium."
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private record Run(int status, String said) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        return new Run(line.execute(arguments), out.toString());
    }

    /** A folder of short texts, each with the one row that a reader found. */
    private static void readByHand(int texts) throws IOException {
        StringBuilder documents = new StringBuilder();
        for (int i = 0; i < texts; i++) {
            String[] story = STORIES[i % STORIES.length].split("\\|");
            Files.writeString(
                    folder.resolve("text" + i + ".txt"),
                    "A case\n\nCase report\n\n" + story[0].formatted(30 + i) + "\n");
            documents.append(i == 0 ? "" : ",").append("""
                    {"file": "text%d.txt", "findings": [{"treatment": "%s", "asPrinted": "%s", "response": "%s",
                     "own": true, "sure": true, "sentence": "%s"}]}
                    """.formatted(i, story[1], story[1], story[2], story[3]));
        }
        Files.writeString(folder.resolve("findings.json"), "{\"documents\": [" + documents + "]}");
    }

    @Test
    void what_is_learned_again_is_the_same_to_the_byte_and_what_was_changed_is_told() throws IOException {
        readByHand(40);
        Path weights = folder.resolve("weights.bin.gz");
        Run learned =
                run("train", "evidence", "--gold", folder.toString(), "--apart", "0", "--weights", weights.toString());
        assertThat(learned.said()).contains("wrote " + weights);

        String[] again = {
            "train", "evidence", "--gold", folder.toString(), "--apart", "0", "--same-as", weights.toString()
        };
        Run same = run(again);
        assertThat(same.said()).contains("the same bytes as " + weights);
        assertThat(same.status()).isZero();

        byte[] bytes = Files.readAllBytes(weights);
        bytes[200] ^= 1;
        Files.write(weights, bytes);
        Run other = run(again);
        assertThat(other.said()).contains("not the same as " + weights + ": they differ from byte 200 on");
        assertThat(other.status()).isEqualTo(1);
    }
}
