package dev.apatite.text;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A short name for the content of the classes and resources that a result depends on: it changes by itself whenever one
 * of them does, so that nobody has to remember a version. A jar's table of contents holds the checksums already, so that
 * nothing is read but that table.
 */
public final class Fingerprint {
    private static final int LETTERS = 12;

    private Fingerprint() {}

    /**
     * The fingerprint of folders of the jar, or the folder of classes, that a class comes from.
     *
     * @param anchor any class of the jar
     * @param folders with slashes, as {@code "dev/apatite/reading"}; what lies below them counts too
     */
    public static String of(Class<?> anchor, List<String> folders) {
        SortedMap<String, Long> checksums = new TreeMap<>();
        Path origin = origin(anchor);
        try {
            for (String folder : folders) {
                int before = checksums.size();
                if (Files.isDirectory(origin)) {
                    ofFolder(origin, folder, checksums);
                } else {
                    ofJar(origin, folder, checksums);
                }
                if (checksums.size() == before) {
                    throw new IllegalArgumentException("nothing lies in " + folder + " of " + origin);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest(checksums.toString());
    }

    /** The file name of the library that a class comes from, which holds its version. */
    public static String library(Class<?> anchor) {
        return String.valueOf(origin(anchor).getFileName());
    }

    private static Path origin(Class<?> anchor) {
        try {
            return new File(anchor.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ofJar(Path file, String folder, SortedMap<String, Long> checksums) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder + "/"))
                    .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
        }
    }

    private static void ofFolder(Path root, String folder, SortedMap<String, Long> checksums) throws IOException {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CRC32 checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                checksums.put(root.relativize(file).toString().replace(File.separatorChar, '/'), checksum.getValue());
            }
        }
    }

    private static String digest(String text) {
        return Sha256.hex(text).substring(0, LETTERS);
    }
}
