package dev.apatite.export;

import dev.apatite.paper.Finding;
import dev.apatite.search.EvidenceRow;
import java.io.IOException;

/** Findings as rows. */
final class EvidenceCsvExport implements Export<EvidenceRow> {
    private final Cells cells;

    EvidenceCsvExport(Appendable out) throws IOException {
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
                "paper_id",
                "paper_title",
                "authors",
                "year",
                "doi");
    }

    @Override
    public void add(EvidenceRow row) throws IOException {
        Finding finding = row.finding();
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
                row.paper().id(),
                row.paper().title(),
                row.paper().authorString(),
                row.paper().year(),
                row.paper().doi());
    }

    @Override
    public void close() {}
}
