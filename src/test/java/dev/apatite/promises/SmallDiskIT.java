package dev.apatite.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and one that is taken away; needs the right to mount one in memory, and is skipped without. */
class SmallDiskIT {
    @TempDir
    private Path folder;

    private Path mounted = Path.of("/");

    @AfterEach
    void unmount() throws Exception {
        if (!mounted.equals(Path.of("/"))) {
            run("umount", "-l", mounted.toString());
        }
    }

    @Test
    void aFullDiskLeavesTheIndexOfBeforeAndTheNextRunCatchesUp() throws Exception {
        Program program = new Program(folder);
        mount(program.index, "1500k");
        program.write(0, "gout");
        assertThat(program.index()).startsWith("indexed 1");
        Optional<Answers> before = Answers.of(program.index);
        Path filler = program.index.resolve("filler");
        fill(filler);
        for (int i = 1; i < 6; i++) {
            program.write(i, "lupus");
        }
        assertThat(program.index()).doesNotStartWith("indexed").contains("cannot be written");
        assertThat(Answers.of(program.index)).isEqualTo(before);
        Files.delete(filler);
        assertThat(program.index()).isEqualTo("indexed 5, unchanged 1, removed 0, failed 0");
    }

    @Test
    void aCorpusThatIsUnmountedKeepsItsPapers() throws Exception {
        Program program = new Program(folder);
        mount(program.corpus, "2m");
        for (int i = 0; i < 3; i++) {
            program.write(i, "gout");
        }
        program.index();
        Optional<Answers> before = Answers.of(program.index);
        run("umount", program.corpus.toString());
        mounted = Path.of("/");
        assertThat(program.index()).isEqualTo("indexed 0, unchanged 0, removed 0, failed 0");
        assertThat(Answers.of(program.index)).isEqualTo(before);
        assertThat(program.index("--allow-removals")).isEqualTo("indexed 0, unchanged 0, removed 3, failed 0");
    }

    private void mount(Path place, String size) throws Exception {
        Files.createDirectories(place);
        int code = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString());
        assumeThat(code).as("may not mount a small disk: skipped").isZero();
        mounted = place;
    }

    private static void fill(Path file) throws Exception {
        // It stops by itself where the disk is full.
        run("dd", "if=/dev/zero", "of=" + file, "bs=1k");
        assertThat(file).exists();
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (java.io.IOException missing) {
            return 1;
        }
    }
}
