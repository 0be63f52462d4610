package dev.apatite.cli;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.SecondReader;
import dev.apatite.annotation.field.FieldFit;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The annotator of a server that runs: a fit to readers' marks that is written beside the index meanwhile, or taken away, counts
 * from the next question on. One that cannot be read is told of once, and the judge before stays.
 */
final class CurrentAnnotator implements Supplier<Annotator> {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentAnnotator.class);
    private static final String ABSENT = "";

    private final IndexOption index;
    private final Vocabulary vocabulary;
    private final @Nullable SecondReader second;
    private final Path file;
    private String seen;
    private Annotator annotator;

    /** Throws what {@link FieldFit#beside} throws, for a start with a file that is broken is told at once. */
    CurrentAnnotator(IndexOption index, Vocabulary vocabulary, @Nullable SecondReader second) {
        this.index = index;
        this.vocabulary = vocabulary;
        this.second = second;
        file = index.folder().resolve(FieldFit.FILE);
        seen = state();
        annotator = index.annotator(vocabulary, second);
    }

    @Override
    public synchronized Annotator get() {
        String now = state();
        if (!now.equals(seen)) {
            seen = now;
            try {
                annotator = index.annotator(vocabulary, second);
                LOG.info("event=judge-taken file={} fitted={}", file, !now.equals(ABSENT));
            } catch (UncheckedIOException e) {
                LOG.warn(
                        "event=judge-unreadable reason=\"{}\"",
                        String.valueOf(e.getMessage()).replace('"', '\''));
            }
        }
        return annotator;
    }

    /** What tells one fit from the next without reading it: it is always written as a new file. */
    private String state() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
