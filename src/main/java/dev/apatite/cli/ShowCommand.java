package dev.apatite.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.paper.Paper;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one paper. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one paper.")
final class ShowCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The paper's id, as search shows it.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Override
    public Integer call() throws IOException {
        Vocabulary vocabulary = index.vocabulary();
        try (OpenPapers opened = engine.openToRead(index, vocabulary)) {
            Optional<Paper> paper = opened.store().paper(id);
            if (paper.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("apatite: there is no paper with the id " + id + " in " + index.folder());
                return 1;
            }
            PrintWriter out = spec.commandLine().getOut();
            if (format == Format.json) {
                out.println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(paper.get()));
            } else {
                new PaperText(Terminal.of(out)).print(paper.get());
            }
            out.flush();
            return 0;
        }
    }
}
