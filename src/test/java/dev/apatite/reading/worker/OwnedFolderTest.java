package dev.apatite.reading.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void aFolderOfALivingProcessStaysAndThatOfAKilledOneIsSwept() throws Exception {
        Process process = start();
        Path folder = folderOf(process);
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        OwnedFolder.sweep(temporary, Instant.now());
        assertThat(folder.resolve("paper.json")).exists();
        process.destroyForcibly().waitFor();
        assertThat(folder.resolve("paper.json")).exists();
        OwnedFolder.sweep(temporary, Instant.now());
        assertThat(folder).doesNotExist();
    }

    @Test
    void aProcessThatIsAskedToEndCleansUpItself() throws Exception {
        Process process = start();
        Path folder = folderOf(process);
        process.toHandle().destroy();
        process.waitFor();
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatHasNoLockIsSweptWhenItIsOldAndWhatHasAnotherNameNever() throws IOException {
        Path old = Files.createDirectory(temporary.resolve("apatite-spool-1"));
        Path fresh = Files.createDirectory(temporary.resolve("apatite-spool-2"));
        Path other = Files.createDirectory(temporary.resolve("other-1"));
        Path link = Files.createSymbolicLink(temporary.resolve("apatite-link"), other);
        Instant now = Instant.now();
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(2))));
        Files.setLastModifiedTime(other, FileTime.from(now.minus(Duration.ofDays(2))));
        OwnedFolder.sweep(temporary, now);
        assertThat(List.of(fresh, other, link)).allMatch(Files::exists);
        assertThat(old).doesNotExist();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnedFolderTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Path folderOf(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        assertThat(out.readLine()).isEqualTo("made");
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(each -> each.getFileName().toString().startsWith("apatite-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Makes a folder with a file in it and waits to be ended. */
    public static void main(String[] arguments) throws Exception {
        OwnedFolder folder = OwnedFolder.make("test");
        Files.writeString(folder.path().resolve("paper.json"), "{}");
        System.out.println("made");
        System.out.flush();
        Thread.currentThread().join();
    }
}
