package dev.apatite.vocabulary;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder with vocabularies in standard formats; its files are read in the order of their names. */
final class VocabularyFolder {
    private final Path folder;

    VocabularyFolder(Path folder) {
        this.folder = folder;
    }

    void addTo(VocabularyBuilder builder) {
        builder.strict(false);
        ConceptTypes types = new ConceptTypes(folder);
        for (Path file : files()) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                count(file, builder);
                read(file, in, types, builder);
            } catch (IOException e) {
                throw new VocabularyException(file + ": cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private static void read(Path file, InputStream in, ConceptTypes types, VocabularyBuilder builder)
            throws IOException {
        String name = file.getFileName().toString();
        switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "tsv" -> new TabFile(name).read(in, builder);
            case "csv" -> new CsvFile(name, types).read(in, builder);
            case "obo" -> new OboFile(name, types).read(in, builder);
            case "json" -> new OboGraphFile(name, types).read(in, builder);
            case "xml" -> new MeshFile(name, types).read(in, builder);
            default -> {} // notes, licences and types.txt, which has been read
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new VocabularyException("the vocabulary folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Every byte counts into the vocabulary's version. */
    private static void count(Path file, VocabularyBuilder builder) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                builder.seen(buffer, 0, count);
            }
        }
    }
}
