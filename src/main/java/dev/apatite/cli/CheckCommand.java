package dev.apatite.cli;

import dev.apatite.index.IndexCheck;
import dev.apatite.vocabulary.Vocabulary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verifies an index. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Verifies the index; exits with 1, and says why, where it is damaged.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Override
    public Integer call() {
        Vocabulary vocabulary = index.vocabulary();
        try (OpenPapers opened = engine.openToRead(index, vocabulary)) {
            IndexCheck check = opened.store().check();
            Terminal out = Terminal.of(spec.commandLine().getOut());
            check.words().forEach(out::line);
            return check.sound() ? 0 : 1;
        }
    }
}
