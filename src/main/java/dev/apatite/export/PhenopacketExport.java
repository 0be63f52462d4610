package dev.apatite.export;

import com.google.protobuf.util.JsonFormat;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import java.io.IOException;
import java.util.List;

/** GA4GH Phenopackets, version 2 (Jacobsen et al. 2022): one for each patient of a paper, one a line, in protobuf's JSON. */
final class PhenopacketExport implements Export<Paper> {
    private final Appendable out;

    PhenopacketExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(Paper paper) throws IOException {
        Phenopackets.Source source = Phenopackets.Source.of(paper);
        for (Patient patient : paper.patients()) {
            List<Finding> findings = paper.findings().stream()
                    .filter(each -> patient.id().equals(each.patient()))
                    .toList();
            write(out, source, patient, findings);
        }
    }

    static void write(Appendable out, Phenopackets.Source source, Patient patient, List<Finding> findings)
            throws IOException {
        out.append(JsonFormat.printer()
                        .omittingInsignificantWhitespace()
                        .print(Phenopackets.of(source, patient, findings)))
                .append('\n');
    }

    @Override
    public void close() {}
}
