package dev.apatite.cli;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.SecondReader;
import dev.apatite.annotation.field.FieldFit;
import dev.apatite.index.IndexException;
import dev.apatite.index.IndexState;
import dev.apatite.index.PaperIndex;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the index is and which words are known; every command that reads an index has them by {@code @Mixin}. */
final class IndexOption {
    /** So much is verified in a moment; a larger index is verified by {@code check} and {@code serve}. */
    private static final long VERIFIED_BYTES = 256L << 20;

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "The folder of the index (default: ${DEFAULT-VALUE}).",
            defaultValue = "index")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--vocabulary",
            paramLabel = "DIR",
            description = "A folder of further vocabularies: OBO, MeSH descriptor XML, CSV.")
    private @Nullable Path vocabulary;

    Path folder() {
        return folder;
    }

    /** The built-in vocabulary and what the user's folder adds to it. */
    Vocabulary vocabulary() {
        return vocabulary == null ? Vocabulary.builtIn() : Vocabulary.load(vocabulary);
    }

    /** Annotates with the judge that was fitted to readers' marks beside the index, or as it is shipped. */
    Annotator annotator(Vocabulary words) {
        return annotator(words, null);
    }

    /** The same beside another reader. */
    Annotator annotator(Vocabulary words, @Nullable SecondReader second) {
        return new Annotator(words, FieldFit.beside(folder).orElse(null), second);
    }

    /** Opens the index, its papers as readers left them, for those who only read; one that cannot be read is a sentence that says what to do. */
    PaperIndex openToRead(Vocabulary words) {
        PaperIndex index = PaperIndex.open(folder, words, new ReaderRevisions(Reviews.open(folder)));
        IndexState state = index.state();
        if (state == IndexState.CURRENT && index.size() <= VERIFIED_BYTES) {
            index.verify(false);
            state = index.state();
        }
        if (state == IndexState.CURRENT) {
            return index;
        }
        index.close();
        String made = "apatite index --index " + folder + " CORPUS";
        throw new IndexException(
                switch (state) {
                    case EMPTY -> "there is no index in " + folder + "; make one with: " + made;
                    case DAMAGED ->
                        "the index in " + folder + " is damaged: files are cut short, changed or missing; build it"
                                + " anew with: " + made;
                    default ->
                        "the index in " + folder + " was made by another version; bring it up to date with: " + made;
                });
    }
}
