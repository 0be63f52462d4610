package dev.apatite.cli;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.field.FieldExample;
import dev.apatite.annotation.field.FieldFit;
import dev.apatite.annotation.field.FieldLearning;
import dev.apatite.annotation.field.FieldLevels;
import dev.apatite.evaluation.MarkedCandidates;
import dev.apatite.index.PaperIndex;
import dev.apatite.review.Reviews;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** Fits the judge of evidence to the marks beside an index, and says what that is worth. */
final class MarksFit {
    /** With fewer, nothing can be said of what a fit is worth. */
    private static final int FEWEST = 10;

    private final IndexOption index;
    private final PrintWriter out;

    MarksFit(IndexOption index, PrintWriter out) {
        this.index = index;
        this.out = out;
    }

    /** 0 where a fit was written, or the shipped judge stays for a reason that is said. */
    int run() throws IOException {
        Vocabulary vocabulary = index.vocabulary();
        Annotator shipped = new Annotator(vocabulary);
        List<FieldExample> examples;
        try (PaperIndex papers = index.openToRead(vocabulary)) {
            examples = new MarkedCandidates(shipped, Reviews.open(index.folder())).in(papers);
        }
        long right = examples.stream().filter(FieldExample::right).count();
        long of = examples.stream().map(FieldExample::paper).distinct().count();
        out.printf(
                Locale.ROOT,
                "%d candidates of %d papers are marked: %d right, %d wrong%n",
                examples.size(),
                of,
                right,
                examples.size() - right);
        if (examples.size() < FEWEST || of < 2) {
            return stays("fewer than " + FEWEST + " marked candidates, or all of one paper");
        }
        FieldLearning.Worth worth = FieldLearning.worth(examples);
        say("mean log loss", worth.shippedLoss(), worth.fittedLoss());
        say("a right one before a wrong one", worth.shippedOrder(), worth.fittedOrder());
        if (!worth.isGain()) {
            return stays("on papers that a fit was not learned from it is no better");
        }
        FieldLevels levels = shipped.shippedLevels();
        FieldFit fit = FieldFit.learn(examples, levels);
        fit.write(index.folder());
        say("likely from", levels.likely(), fit.levels().likely());
        say("possible from", levels.possible(), fit.levels().possible());
        out.println(
                "written to " + index.folder().resolve(FieldFit.FILE)
                        + "; the next \"apatite index\" annotates the papers by it, and an \"apatite serve\" that runs at once");
        return 0;
    }

    /** A fit of before would speak of marks that no longer bear it out. */
    private int stays(String why) throws IOException {
        boolean was = Files.deleteIfExists(index.folder().resolve(FieldFit.FILE));
        out.println("the shipped judge stays: " + why + (was ? "; the fit of before is deleted" : ""));
        return 0;
    }

    private void say(String what, double shipped, double fitted) {
        out.printf(Locale.ROOT, "%-32s shipped %.3f, fitted %.3f%n", what, shipped, fitted);
    }
}
