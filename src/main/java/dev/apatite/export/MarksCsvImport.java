package dev.apatite.export;

import dev.apatite.export.CsvRows.BadRow;
import dev.apatite.export.CsvRows.Row;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.Statement;
import dev.apatite.review.Mark;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.ReviewException;
import dev.apatite.review.Reviews;
import dev.apatite.review.SentencePlace;
import dev.apatite.review.Verdict;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes marks from a table such as {@link MarksCsvExport} writes, here or elsewhere: rows that make sense are kept. */
public final class MarksCsvImport {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 8000;
    private static final String[] NEEDED = {"paper", "verdict", "treatment", "response", "sentence"};

    /** The papers that marks may be on. */
    public interface Papers {
        /** The paper with this id. */
        Optional<Paper> paper(String id);

        /** Every finding that it may state. */
        List<Finding> rows(Paper paper);
    }

    /**
     * Why a row was not taken.
     *
     * @param row its number under the head line; 0 for the table as a whole
     * @param column the one that is wrong; null where it is the row as a whole
     */
    public record Problem(long row, @Nullable String column, String message) {}

    /**
     * What became of a table.
     *
     * @param kept marks that are new or other than before
     * @param unchanged rows that say what was known
     */
    public record Outcome(int kept, int unchanged, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    private final Papers papers;
    private final Reviews reviews;
    private final @Nullable String only;
    private final String now;
    private final Map<String, List<Finding>> rows = new HashMap<>();
    private int kept;
    private int unchanged;

    /**
     * @param only the reader whose marks are taken, where someone signed in; null for anyone's
     * @param now the time of rows that name none
     */
    public MarksCsvImport(Papers papers, Reviews reviews, @Nullable String only, String now) {
        this.papers = papers;
        this.reviews = reviews;
        this.only = only;
        this.now = now;
    }

    /** Keeps every mark that makes sense. */
    public Outcome read(Reader in) throws IOException {
        List<Problem> problems = new ArrayList<>();
        CsvRows.read(in, MarksCsvExport.COLUMNS, NEEDED, this::take)
                .forEach(each -> problems.add(new Problem(each.row(), each.column(), each.message())));
        return new Outcome(kept, unchanged, problems);
    }

    private void take(Row row) {
        String reader = only != null && row.get("reader") == null ? only : text(row, "reader", LONGEST_NAME);
        if (only != null && !only.equals(reader)) {
            throw new BadRow("reader", "this is a mark of " + reader + ", and " + only + " signed in");
        }
        Paper paper = papers.paper(row.required("paper"))
                .orElseThrow(() -> new BadRow("paper", "there is no paper " + row.get("paper") + " here"));
        Verdict verdict = Verdict.of(row.required("verdict").toLowerCase(Locale.ROOT))
                .filter(each -> each != Verdict.UNDONE)
                .orElseThrow(() -> new BadRow(
                        "verdict",
                        "verdict is right, wrong, corrected, added or none, not \"" + row.get("verdict") + "\""));
        Finding finding = finding(paper, row);
        Mark.Correction correction = verdict == Verdict.CORRECTED
                ? new Mark.Correction(
                        textOrNull(row, "correct_treatment", LONGEST_NAME),
                        row.get("correct_response") == null ? null : response(row, "correct_response"),
                        row.flag("correct_own"),
                        textOrNull(row, "correct_harm", LONGEST_NAME))
                : Mark.Correction.NONE;
        String note = textOrNull(row, "note", LONGEST_TEXT);
        if (verdict == Verdict.CORRECTED && correction.isNone() && note == null) {
            throw new BadRow("correct_treatment", "a correction says what is right, and this row does not");
        }
        Mark.By by = new Mark.By(reader, note, time(row), Boolean.TRUE.equals(row.flag("settles")));
        keep(Mark.of(paper, finding, verdict, correction, by));
    }

    private void keep(Mark mark) {
        boolean known = reviews.allOf(mark.finding()).stream()
                .anyMatch(each -> each.reader().equals(mark.reader())
                        && each.settles() == mark.settles()
                        && each.verdict() == mark.verdict()
                        && each.correction().equals(mark.correction())
                        && java.util.Objects.equals(each.note(), mark.note()));
        boolean nothing = mark.verdict() == Verdict.NONE
                && reviews.allOf(mark.finding()).stream()
                        .noneMatch(each -> each.reader().equals(mark.reader()));
        if (known || nothing) {
            unchanged++;
            return;
        }
        try {
            reviews.add(mark);
        } catch (ReviewException e) {
            throw new BadRow(null, String.valueOf(e.getMessage()));
        }
        kept++;
    }

    /** The finding by its id or by what it says; else a row of the reader's, whose sentence must stand in the paper. */
    private Finding finding(Paper paper, Row row) {
        String treatment = text(row, "treatment", LONGEST_NAME);
        Response response = response(row, "response");
        String sentence = text(row, "sentence", LONGEST_TEXT);
        List<Finding> known = rows.computeIfAbsent(paper.id(), any -> papers.rows(paper));
        String id = row.get("finding");
        Optional<Finding> found = known.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .or(() -> known.stream()
                        .filter(each -> each.treatment().equalsIgnoreCase(treatment)
                                && each.response() == response
                                && ReaderRevisions.said(each.sentence(), sentence))
                        .findFirst());
        return found.orElseGet(() -> {
            Statement place = SentencePlace.of(paper, sentence)
                    .orElseThrow(() -> new BadRow(
                            "sentence", "the sentence does not stand in the text of the paper " + paper.id()));
            Boolean own = row.flag("own");
            String patient = row.get("patient");
            boolean there = patient != null
                    && paper.patients().stream().anyMatch(each -> each.id().equals(patient));
            boolean of = own == null ? !paper.patients().isEmpty() : own;
            return ReaderRevisions.row(
                            Finding.idOf(paper.id(), treatment, response, place.sentence()),
                            treatment,
                            response,
                            of,
                            there && of ? patient : null,
                            place)
                    .corrected(null, null, null, textOrNull(row, "harm", LONGEST_NAME));
        });
    }

    private String time(Row row) {
        String text = row.get("time");
        if (text == null) {
            return now;
        }
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeException e) {
            throw new BadRow("time", "time is in ISO 8601 with UTC (2026-01-02T03:04:05Z), not \"" + text + "\"");
        }
    }

    private static Response response(Row row, String column) {
        return Response.of(row.required(column).toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new BadRow(column, "there is no response \"" + row.get(column) + "\""));
    }

    private static String text(Row row, String column, int longest) {
        String text = textOrNull(row, column, longest);
        if (text == null && !column.equals("reader")) {
            throw new BadRow(column, "the column " + column + " is empty");
        }
        return text == null ? "" : text;
    }

    private static @Nullable String textOrNull(Row row, String column, int longest) {
        String text = row.get(column);
        if (text != null && text.length() > longest) {
            throw new BadRow(column, column + " is longer than " + longest + " characters");
        }
        if (text != null && column.equals("reader") && text.chars().anyMatch(Character::isISOControl)) {
            throw new BadRow(column, "a reader's name has no control characters");
        }
        return text;
    }
}
