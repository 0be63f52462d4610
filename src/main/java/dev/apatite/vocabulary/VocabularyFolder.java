package dev.apatite.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with vocabularies in standard formats. */
final class VocabularyFolder {
    private final Path folder;

    VocabularyFolder(Path folder) {
        this.folder = folder;
    }

    void addTo(VocabularyBuilder builder) {
        builder.strict(false);
        for (Path file : files()) {
            try (InputStream in = Files.newInputStream(file)) {
                String name = file.getFileName().toString();
                if (name.endsWith(".tsv")) {
                    new TabFile(name).read(in, builder);
                }
            } catch (IOException e) {
                throw new VocabularyException(file + ": cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new VocabularyException("the vocabulary folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
