package dev.apatite.cli;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.review.Reviews;
import dev.apatite.search.EveryFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Papers with the findings that are as sure as asked for, those that no index keeps among them. */
final class SureFindings {
    private final double least;
    private final EveryFinding every;
    private final Reviews reviews;

    /** From a confidence on, 0 to 1. */
    SureFindings(double least, EveryFinding every, Reviews reviews) {
        this.least = least;
        this.every = every;
        this.reviews = reviews;
    }

    /** The paper with what it states at least so surely; what readers said stands as they left it. */
    Paper of(Paper paper) {
        List<Finding> all = new ArrayList<>(paper.findings());
        if (least < every.kept()) {
            Set<String> known = new HashSet<>();
            paper.findings().forEach(each -> known.add(each.id()));
            known.addAll(reviews.byPaper().getOrDefault(paper.id(), Map.of()).keySet());
            all.addAll(every.beside(paper, known));
        }
        all.removeIf(each -> each.confidence() != null && each.confidence() < least);
        all.sort(Comparator.comparingInt(Finding::section)
                .thenComparingInt(Finding::start)
                .thenComparing(Finding::treatment)
                .thenComparing(Finding::response));
        return paper.annotated(paper.mentions(), paper.patients(), all);
    }
}
