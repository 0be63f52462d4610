package dev.apatite.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files that come with Apatite. */
final class BuiltInFiles {
    private static final List<String> FILES = List.of(
            "treatments.tsv",
            "procedures.tsv",
            "conditions.tsv",
            "antibodies.tsv",
            "sites.tsv",
            "tests.tsv",
            "organisms.tsv",
            "imaging.tsv");

    private BuiltInFiles() {}

    static VocabularyBuilder load() {
        VocabularyBuilder builder = new VocabularyBuilder().strict(true);
        for (String file : FILES) {
            try (InputStream in = BuiltInFiles.class.getResourceAsStream(file)) {
                if (in != null) {
                    new TabFile(file).read(in, builder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return builder;
    }
}
