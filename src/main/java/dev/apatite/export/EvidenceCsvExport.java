package dev.apatite.export;

import dev.apatite.paper.Finding;
import dev.apatite.review.Mark;
import dev.apatite.review.Reviews;
import dev.apatite.search.EvidenceRow;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Findings as rows. */
final class EvidenceCsvExport implements Export<EvidenceRow> {
    private final Cells cells;
    private final Reviews reviews;

    EvidenceCsvExport(Appendable out, Reviews reviews) throws IOException {
        this.reviews = reviews;
        cells = new Cells(
                out,
                "id",
                "treatment",
                "response",
                "own",
                "treated",
                "responding",
                "dose",
                "route",
                "frequency",
                "duration",
                "target",
                "time_to_response",
                "combined_with",
                "patient",
                "cited_references",
                "works",
                "sentence",
                "section",
                "heading",
                "page",
                "paper_id",
                "paper_title",
                "authors",
                "year",
                "doi",
                "mark",
                "correct_treatment",
                "correct_response",
                "note",
                "confidence",
                "harm",
                "of",
                "source",
                "reader");
    }

    @Override
    public void add(EvidenceRow row) throws IOException {
        Finding finding = row.finding();
        @Nullable Mark mark = reviews.of(finding.id()).orElse(null);
        cells.row(
                finding.id(),
                finding.treatment(),
                finding.response().code(),
                finding.own(),
                finding.treated(),
                finding.responding(),
                finding.dose(),
                finding.route(),
                finding.frequency(),
                finding.duration(),
                finding.target(),
                finding.timeToResponse(),
                Cells.list(finding.combinedWith()),
                finding.patient(),
                Cells.list(finding.citedReferences()),
                Cells.list(row.works()),
                finding.sentence(),
                row.sectionKind() == null ? "TITLE" : row.sectionKind().name(),
                row.heading(),
                row.page(),
                row.paper().id(),
                row.paper().title(),
                row.paper().authorString(),
                row.paper().year(),
                row.paper().doi(),
                row.mark(),
                mark == null ? null : mark.correctTreatment(),
                mark == null || mark.correctResponse() == null
                        ? null
                        : mark.correctResponse().code(),
                mark == null ? null : mark.note(),
                finding.confidence(),
                finding.harm(),
                finding.of(),
                finding.source().code(),
                Cells.list(reviews.allOf(finding.id()).stream()
                        .map(Mark::reader)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList()));
    }

    @Override
    public void close() {}
}
