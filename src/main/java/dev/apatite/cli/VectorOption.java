package dev.apatite.cli;

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

    /** Whether it was said that papers are to be searched by meaning. */
    boolean isAskedFor() {
        return vectors.equals("on");
    }

    /** The vectors beside an index, or none. */
    Semantics beside(Path index, boolean usual) {
        boolean on = switch (vectors) {
            case "" -> usual;
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new CommandLine.ParameterException(
                        command.commandLine(), "--vectors must be on or off, not \"" + vectors + "\"");
        };
        return on ? Semantics.beside(index) : Semantics.none();
    }
}
