package dev.apatite.cli;

import dev.apatite.annotation.evidence.EvidenceTrainer;
import dev.apatite.annotation.evidence.GoldDocument;
import dev.apatite.evaluation.EvidenceGold;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns the judge of evidence from texts read by hand. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Learns the judge of evidence from a folder of texts read by hand, or fits it to readers' marks.")
final class TrainEvidenceCommand implements Callable<Integer> {
    @Option(names = "--gold", paramLabel = "DIR", description = "Folder of texts read by hand.")
    private @Nullable Path gold;

    @Option(
            names = "--marks",
            description =
                    "Fit the judge's confidence to the marks of readers beside the index; the fit is kept there, and"
                            + " the next \"index\" or \"serve\" goes by it.")
    private boolean marks;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Option(
            names = "--apart",
            paramLabel = "SHARE",
            defaultValue = "0.25",
            description = "Share of the texts that figures are said for and nothing is learned from.")
    private double apart;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Learn from all texts too, those kept apart included, and write the weights to FILE.")
    private @Nullable Path weights;

    @Option(
            names = "--same-as",
            paramLabel = "FILE",
            description = "Learn from all texts, keep nothing, and say whether the weights are those of FILE, to the"
                    + " byte; the exit status is 1 where they are not.")
    private @Nullable Path sameAs;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (marks == (gold != null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "say either --gold DIR or --marks");
        }
        return gold == null ? new MarksFit(index, out).run() : train(gold, out);
    }

    private int train(Path from, PrintWriter out) throws IOException {
        EvidenceGold folder = new EvidenceGold(from);
        List<GoldDocument> all = folder.read();
        folder.unread().forEach(each -> out.println("unread " + each));
        List<GoldDocument> kept =
                all.stream().filter(each -> each.isApart(apart)).toList();
        List<GoldDocument> rest =
                all.stream().filter(each -> !each.isApart(apart)).toList();
        EvidenceTrainer trainer = new EvidenceTrainer(Vocabulary.builtIn(), out);
        if (!kept.isEmpty()) {
            trainer.train(rest, kept, null);
        }
        if (weights != null) {
            trainer.train(all, List.of(), weights);
        }
        return sameAs == null || isSame(trainer, all, sameAs, out) ? 0 : 1;
    }

    private static boolean isSame(EvidenceTrainer trainer, List<GoldDocument> all, Path shipped, PrintWriter out)
            throws IOException {
        Path learned = Files.createTempFile("weights", ".bin.gz");
        try {
            trainer.train(all, List.of(), learned);
            long differs = Files.mismatch(learned, shipped);
            out.println(
                    differs < 0
                            ? "the same bytes as " + shipped
                            : "not the same as " + shipped + ": they differ from byte " + differs + " on");
            return differs < 0;
        } finally {
            Files.delete(learned);
        }
    }
}
