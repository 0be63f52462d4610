package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.field.FieldFit;
import dev.apatite.annotation.field.FieldLevels;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A server's annotator, while fits come and go beside its index. */
class CurrentAnnotatorTest {
    @CommandLine.Command(name = "any")
    private static final class Any {
        @CommandLine.Mixin
        @SuppressWarnings("NullAway.Init")
        private IndexOption index;
    }

    @Test
    void aFitCountsAsSoonAsItIsWrittenAndABrokenOneChangesNothing(@TempDir Path folder) throws IOException {
        Any any = new Any();
        new CommandLine(any).parseArgs("--index", folder.toString());
        CurrentAnnotator current = new CurrentAnnotator(any.index, Vocabulary.builtIn(), null);
        Annotator shipped = current.get();
        assertThat(current.get()).isSameAs(shipped);
        new FieldFit(12, new FieldLevels(0.6, 0.3), Map.of()).write(folder);
        Annotator fitted = current.get();
        assertThat(fitted.version()).isNotEqualTo(shipped.version());
        Files.writeString(folder.resolve(FieldFit.FILE), "no fit at all");
        assertThat(current.get()).isSameAs(fitted);
        Files.delete(folder.resolve(FieldFit.FILE));
        assertThat(current.get().version()).isEqualTo(shipped.version());
    }
}
