package dev.apatite.export;

import dev.apatite.paper.Finding;
import dev.apatite.review.Mark;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Readers' marks as rows, which {@link MarksCsvImport} reads again. */
public final class MarksCsvExport implements Export<Mark> {
    /** The columns, in their order. */
    static final String[] COLUMNS = {
        "finding",
        "paper",
        "verdict",
        "treatment",
        "response",
        "sentence",
        "own",
        "patient",
        "harm",
        "correct_treatment",
        "correct_response",
        "correct_own",
        "correct_harm",
        "note",
        "reader",
        "settles",
        "time"
    };

    private final Cells cells;

    public MarksCsvExport(Appendable out) throws IOException {
        cells = new Cells(out, COLUMNS);
    }

    @Override
    public void add(Mark mark) throws IOException {
        @Nullable Finding row = mark.row();
        cells.row(
                mark.finding(),
                mark.paper(),
                mark.verdict().code(),
                mark.treatment(),
                mark.response().code(),
                mark.sentence(),
                row == null ? null : row.own(),
                row == null ? null : row.patient(),
                row == null ? null : row.harm(),
                mark.correctTreatment(),
                mark.correctResponse() == null ? null : mark.correctResponse().code(),
                mark.correctOwn(),
                mark.correctHarm(),
                mark.note(),
                mark.reader(),
                mark.settles(),
                mark.time());
    }

    @Override
    public void close() {}
}
