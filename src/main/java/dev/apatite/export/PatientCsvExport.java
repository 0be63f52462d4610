package dev.apatite.export;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Patient;
import dev.apatite.search.PatientRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Patients as rows. */
final class PatientCsvExport implements Export<PatientRow> {
    private final Cells cells;

    PatientCsvExport(Appendable out) throws IOException {
        cells = new Cells(
                out,
                "id",
                "label",
                "age",
                "age_unit",
                "sex",
                "diagnoses",
                "comorbidities",
                "antibodies",
                "tests",
                "sites",
                "treatments",
                "outcomes",
                "paper_id",
                "paper_title",
                "authors",
                "year",
                "doi");
    }

    @Override
    public void add(PatientRow row) throws IOException {
        Patient patient = row.patient();
        cells.row(
                patient.id(),
                patient.label(),
                number(patient.age()),
                patient.ageUnit() == null ? null : patient.ageUnit().code(),
                patient.sex() == null ? null : patient.sex().code(),
                Cells.list(patient.diagnoses().stream()
                        .map(each -> each.duration() == null ? each.name() : each.name() + " (" + each.duration() + ")")
                        .toList()),
                Cells.list(patient.comorbidities()),
                patient.antibodies().stream()
                        .map(each -> each.name() + " " + each.status().code())
                        .collect(Collectors.joining("; ")),
                patient.tests().stream()
                        .map(each -> Stream.of(each.name(), each.value(), each.unit())
                                .filter(part -> part != null)
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("; ")),
                Cells.list(patient.sites()),
                Cells.list(patient.treatments()),
                row.findings().stream().map(PatientCsvExport::outcome).collect(Collectors.joining("; ")),
                row.paper().id(),
                row.paper().title(),
                row.paper().authorString(),
                row.paper().year(),
                row.paper().doi());
    }

    private static @Nullable String number(@Nullable Double age) {
        return age == null ? null : BigDecimal.valueOf(age).stripTrailingZeros().toPlainString();
    }

    private static String outcome(Finding finding) {
        return finding.treatment() + ": " + finding.response().code();
    }

    @Override
    public void close() {}
}
