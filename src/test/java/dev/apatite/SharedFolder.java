package dev.apatite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The folder of real papers and gold files that lies beside a developer's checkout, and nowhere else. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file or folder in it; a test that asks for one that is missing is skipped and says so. */
    public static Path require(String path) {
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv("APATITE_SHARED"), "../shared"));
        Path wanted = folder.resolve(path);
        Assumptions.assumeTrue(
                Files.exists(wanted), () -> "skipped: needs " + wanted + ", which is on the developers' machines only");
        return wanted;
    }
}
