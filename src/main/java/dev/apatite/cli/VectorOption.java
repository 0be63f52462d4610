package dev.apatite.cli;

import dev.apatite.engine.RemoteIndex;
import dev.apatite.search.RemoteSemantics;
import dev.apatite.search.Semantics;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether papers are searched by meaning too. */
final class VectorOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--vectors",
            paramLabel = "on|off",
            description = "Whether papers are searched by meaning too; the vectors are worked out once for each text.")
    private String vectors = "";

    /** The vectors beside an index, or none. */
    Semantics beside(Path index, boolean usual) {
        return on(usual) ? Semantics.beside(index) : Semantics.none();
    }

    /** The vectors that a cluster keeps, or none. */
    RemoteSemantics in(RemoteIndex index, boolean usual) {
        return on(usual) ? RemoteSemantics.of(index) : RemoteSemantics.none();
    }

    private boolean on(boolean usual) {
        return switch (vectors) {
            case "" -> usual;
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new CommandLine.ParameterException(
                        command.commandLine(), "--vectors must be on or off, not \"" + vectors + "\"");
        };
    }
}
