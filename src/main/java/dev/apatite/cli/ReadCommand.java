package dev.apatite.cli;

import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.paper.SourcePath;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.text.Printable;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.works.WorkReconciler;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what Apatite makes of files without an index: one paper a line, as {@code export --format jsonl} writes it. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Reads files and prints what is in them as JSON Lines, without an index.")
final class ReadCommand implements Callable<Integer> {
    @Parameters(description = "A folder, or a file in it.")
    @SuppressWarnings("NullAway.Init")
    private Path target;

    @Option(names = "--ext", description = "Only files with this ending.", defaultValue = "")
    @SuppressWarnings("NullAway.Init")
    private String ending;

    @Override
    public Integer call() throws IOException {
        boolean single = Files.isRegularFile(target);
        Path folder = single ? target.toAbsolutePath().resolveSibling("").normalize() : target;
        PaperReader reader = new PaperReader();
        Annotator annotator = new Annotator(Vocabulary.builtIn());
        List<Paper> papers = new ArrayList<>();
        boolean failed = false;
        for (Path file : single ? List.of(target.toAbsolutePath()) : files(folder)) {
            String name = SourcePath.of(folder, file);
            try {
                for (Paper paper : reader.readAll(folder, name)) {
                    papers.add(annotator.annotate(paper));
                }
            } catch (ReadingException e) {
                System.err.println(
                        "failed " + Printable.of(name) + ": " + Printable.of(String.valueOf(e.getMessage())));
                failed = true;
            }
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PaperJson json = new PaperJson();
        new WorkReconciler().reconcile(papers).forEach(paper -> out.println(json.write(paper)));
        return failed ? 1 : 0;
    }

    private List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
