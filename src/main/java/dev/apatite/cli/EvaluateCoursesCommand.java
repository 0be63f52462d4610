package dev.apatite.cli;

import dev.apatite.evaluation.CourseEvaluation;
import dev.apatite.evaluation.CourseEvaluation.Half;
import dev.apatite.evaluation.Report;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores which treatment a dose belongs to, and the order of treatments. */
@Command(
        name = "courses",
        mixinStandardHelpOptions = true,
        description =
                "Scores which treatment a dose, route, frequency or duration belongs to, and the order of a patient's treatments, against texts with brat relations (MACCROBAT's MODIFY and BEFORE).")
final class EvaluateCoursesCommand extends ScoringCommand {
    @Parameters(paramLabel = "DIR", description = "A folder with X.txt and X.ann.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--half",
            paramLabel = "HALF",
            defaultValue = "BOTH",
            description = "LOOKED_AT while rules were written, APART, or BOTH (the default).")
    @SuppressWarnings("NullAway.Init")
    private Half half;

    @Override
    List<Report> score() throws IOException {
        return List.of(new CourseEvaluation(Vocabulary.builtIn()).evaluate(folder, half));
    }
}
