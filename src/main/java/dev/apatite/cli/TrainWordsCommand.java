package dev.apatite.cli;

import dev.apatite.annotation.evidence.WordVectorTrainer;
import dev.apatite.meaning.Embedder;
import dev.apatite.paper.Section;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the vectors of words that the judge of evidence reads with. */
@Command(
        name = "words",
        mixinStandardHelpOptions = true,
        description =
                "Makes vectors of the words of papers (.xml, .txt); \"train evidence\" learns with those shipped.")
final class TrainWordsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders of papers, not those within them.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> folders;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "Where to write them.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Embedder encoder = Embedder.load()
                .orElseThrow(() -> new IOException("this build or this machine cannot run the encoder of words"));
        WordVectorTrainer trainer = new WordVectorTrainer();
        PaperReader reader = new PaperReader();
        for (Path folder : folders) {
            for (Path file : texts(folder)) {
                try {
                    for (Section section : reader.read(folder, String.valueOf(file.getFileName()))
                            .sections()) {
                        section.paragraphs().forEach(trainer::add);
                    }
                } catch (ReadingException e) {
                    out.println("unread " + file + ": " + e.getMessage());
                }
            }
        }
        out.printf("wrote %s, %d words%n", to, trainer.write(encoder::passage, to));
        return 0;
    }

    private static List<Path> texts(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file ->
                            file.toString().endsWith(".xml") || file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
