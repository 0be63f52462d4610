package dev.apatite.web;

import dev.apatite.export.MarksCsvImport;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.review.Mark;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.web.page.DeskRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What lies on the reader's desk of a paper: every finding that it may state, with what readers said of it. */
final class Desk {
    private final Candidates candidates;
    private final Reviews reviews;

    Desk(Candidates candidates, Reviews reviews) {
        this.candidates = candidates;
        this.reviews = reviews;
    }

    /** The surest first; what a reader added stands among the sure ones. */
    List<DeskRow> rows(Paper paper) {
        Map<String, Finding> all = new LinkedHashMap<>();
        // As the program has them: what a reader corrected is shown beside what was there.
        candidates.of(paper).forEach(each -> all.put(each.id(), each));
        paper.findings().forEach(each -> all.putIfAbsent(each.id(), each));
        for (List<Mark> marks :
                reviews.byPaper().getOrDefault(paper.id(), Map.of()).values()) {
            Mark first = marks.getFirst();
            if (!all.containsKey(first.finding())) {
                marks.stream()
                        .map(Mark::row)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .or(() -> ReaderRevisions.standing(paper, first))
                        .ifPresent(row -> all.put(first.finding(), row));
            } else if (first.row() != null && all.get(first.finding()).confidence() == null) {
                all.put(first.finding(), first.row());
            }
        }
        List<DeskRow> rows = new ArrayList<>();
        all.values()
                .forEach(each ->
                        rows.add(new DeskRow(each, reviews.of(each.id()).orElse(null), reviews.allOf(each.id()))));
        rows.sort(Comparator.comparingDouble((DeskRow each) -> each.finding().confidence() == null
                        ? -1
                        : -each.finding().confidence())
                .thenComparing(each -> each.finding().section())
                .thenComparing(each -> each.finding().start())
                .thenComparing(each -> each.finding().id()));
        return rows;
    }

    /** One of them. */
    Optional<Finding> row(Paper paper, String finding) {
        return rows(paper).stream()
                .map(DeskRow::finding)
                .filter(each -> each.id().equals(finding))
                .findFirst();
    }

    /** What a table of marks is read against. */
    MarksCsvImport.Papers papers(Marking marking) {
        return new MarksCsvImport.Papers() {
            @Override
            public Optional<Paper> paper(String id) {
                return marking.known(id);
            }

            @Override
            public List<Finding> rows(Paper paper) {
                return Desk.this.rows(paper).stream().map(DeskRow::finding).toList();
            }
        };
    }
}
