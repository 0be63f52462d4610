package dev.apatite.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a paper starts no program of the machine but the one that recognises scans. */
class NoProgramsIT {
    @TempDir
    private Path folder;

    @Test
    void noWordProcessorsFileMakesApatiteLookForOtherPrograms() throws Exception {
        Path log = folder.resolve("called");
        for (String program : List.of("ffmpeg", "exiftool", "sox", "convert", "gdalinfo", "strings")) {
            Path file = Files.writeString(folder.resolve(program), "#!/bin/sh\necho $0 >> " + log + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NoProgramsIT.class.getName());
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out).startsWith("read ");
        assertThat(log).doesNotExist();
    }

    /** Reads the sample corpus's word processor's file. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("read "
                + new PaperReader()
                        .read(Path.of("corpus"), "thakur-five-patients.docx")
                        .title());
    }
}
