package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    private static final String CLASS = FingerprintTest.class.getName().replace('.', '/') + ".class";

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void twoRooms() throws IOException {
        classes = folder.resolve("classes");
        put(
                CLASS,
                Files.readAllBytes(Path.of(FingerprintTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .resolve(CLASS)));
        put("rooms/a/rules.tsv", "one".getBytes(StandardCharsets.UTF_8));
        put("rooms/a/deep/model.bin", "two".getBytes(StandardCharsets.UTF_8));
        put("rooms/b/other.tsv", "three".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aJarHasTheFingerprintOfTheClassesThatItWasMadeOf() throws Exception {
        assertThat(of(jar(), "rooms/a")).isEqualTo(of(classes, "rooms/a")).matches("[0-9a-f]{12}");
    }

    @Test
    void itChangesWithEveryFileOfItsFoldersAndWithNoOther() throws Exception {
        String before = of(classes, "rooms/a");

        put("rooms/b/other.tsv", "four".getBytes(StandardCharsets.UTF_8));
        assertThat(of(classes, "rooms/a")).isEqualTo(before);

        put("rooms/a/deep/model.bin", "five".getBytes(StandardCharsets.UTF_8));
        assertThat(of(classes, "rooms/a")).isNotEqualTo(before);

        put("rooms/a/deep/model.bin", "two".getBytes(StandardCharsets.UTF_8));
        assertThat(of(classes, "rooms/a")).isEqualTo(before);

        put("rooms/a/new.tsv", new byte[0]);
        assertThat(of(classes, "rooms/a")).isNotEqualTo(before);
    }

    @Test
    void aFolderThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> of(classes, "rooms/gone")).hasMessageContaining("rooms/gone");
        assertThatThrownBy(() -> of(jar(), "rooms/gone")).hasMessageContaining("rooms/gone");
    }

    @Test
    void aLibraryIsNamedWithItsVersion() {
        assertThat(Fingerprint.library(Test.class)).matches("junit-jupiter-api-[0-9.]+\\.jar");
    }

    private void put(String name, byte[] content) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("made.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static String of(Path origin, String room) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {origin.toUri().toURL()}, null) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        return name.startsWith("dev.apatite")
                                ? super.findClass(name)
                                : FingerprintTest.class.getClassLoader().loadClass(name);
                    }
                }) {
            return Fingerprint.of(loader.loadClass(FingerprintTest.class.getName()), List.of(room));
        }
    }
}
