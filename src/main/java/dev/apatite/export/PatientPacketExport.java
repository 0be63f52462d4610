package dev.apatite.export;

import dev.apatite.search.PatientRow;
import java.io.IOException;

/** Patients as phenopackets, one a line. */
final class PatientPacketExport implements Export<PatientRow> {
    private final Appendable out;

    PatientPacketExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(PatientRow row) throws IOException {
        PhenopacketExport.write(out, Phenopackets.Source.of(row.paper()), row.patient(), row.findings());
    }

    @Override
    public void close() {}
}
