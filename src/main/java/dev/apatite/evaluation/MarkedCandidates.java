package dev.apatite.evaluation;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.field.FieldExample;
import dev.apatite.index.PaperIndex;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.review.Mark;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What readers' marks say of the candidates that the shipped judge has in the papers of an index. */
public final class MarkedCandidates {
    private final Annotator shipped;
    private final Reviews reviews;

    public MarkedCandidates(Annotator shipped, Reviews reviews) {
        this.shipped = shipped;
        this.reviews = reviews;
    }

    /** Every candidate that somebody called right or wrong, by the marks that count. */
    public List<FieldExample> in(PaperIndex index) {
        List<FieldExample> examples = new ArrayList<>();
        for (Map.Entry<String, Map<String, List<Mark>>> each : reviews.byPaper().entrySet()) {
            Optional<Paper> paper = index.paper(each.getKey());
            if (paper.isPresent()) {
                List<Mark> marks = each.getValue().keySet().stream()
                        .flatMap(id -> reviews.of(id).stream())
                        .toList();
                add(shipped.withCandidates(paper.get()), marks, examples);
            }
        }
        return examples;
    }

    private static void add(Paper paper, List<Mark> marks, List<FieldExample> examples) {
        for (Finding each : paper.findings()) {
            if (each.confidence() == null || each.response() == Response.NOT_REPORTED) {
                continue;
            }
            Boolean right = null;
            for (Mark mark : marks) {
                if (says(mark, each)) {
                    right = true;
                } else if (right == null && ReaderRevisions.isOf(mark, each)) {
                    right = false;
                }
            }
            if (right != null) {
                examples.add(new FieldExample(paper.id(), each, paper.kindOf(each.section()), right));
            }
        }
    }

    /** Whether a candidate is what a mark says is right: the row itself, or what it was corrected to. */
    private static boolean says(Mark mark, Finding candidate) {
        if (mark.verdict() == Verdict.WRONG) {
            return false;
        }
        String treatment = Objects.requireNonNullElse(mark.correctTreatment(), mark.treatment());
        Response response = Objects.requireNonNullElse(mark.correctResponse(), mark.response());
        boolean whose = mark.correctOwn() == null || mark.correctOwn() == candidate.own();
        return whose
                && response == candidate.response()
                && treatment.equalsIgnoreCase(candidate.treatment())
                && ReaderRevisions.said(mark.sentence(), candidate.sentence());
    }
}
