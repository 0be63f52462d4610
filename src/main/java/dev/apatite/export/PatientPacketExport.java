package dev.apatite.export;

import dev.apatite.search.Concepts;
import dev.apatite.search.PatientRow;
import java.io.IOException;

/** Patients as phenopackets, one a line. */
final class PatientPacketExport implements Export<PatientRow> {
    private final Appendable out;
    private final Concepts concepts;

    PatientPacketExport(Appendable out, Concepts concepts) {
        this.out = out;
        this.concepts = concepts;
    }

    @Override
    public void add(PatientRow row) throws IOException {
        PhenopacketExport.write(
                out, new Phenopackets(concepts, Phenopackets.Source.of(row.paper())).of(row.patient(), row.findings()));
    }

    @Override
    public void close() {}
}
