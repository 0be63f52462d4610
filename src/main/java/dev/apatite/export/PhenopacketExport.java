package dev.apatite.export;

import com.google.protobuf.util.JsonFormat;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.search.Concepts;
import java.io.IOException;
import java.util.List;
import org.phenopackets.schema.v2.Phenopacket;

/** GA4GH Phenopackets, version 2 (Jacobsen et al. 2022): one for each patient of a paper, one a line, in protobuf's JSON. */
final class PhenopacketExport implements Export<Paper> {
    private final Appendable out;
    private final Concepts concepts;

    PhenopacketExport(Appendable out, Concepts concepts) {
        this.out = out;
        this.concepts = concepts;
    }

    @Override
    public void add(Paper paper) throws IOException {
        Phenopackets.Source source = Phenopackets.Source.of(paper);
        for (Patient patient : paper.patients()) {
            List<Finding> findings = paper.findings().stream()
                    .filter(each -> patient.id().equals(each.patient()))
                    .toList();
            write(out, new Phenopackets(concepts, source).of(patient, findings));
        }
    }

    static void write(Appendable out, Phenopacket packet) throws IOException {
        out.append(JsonFormat.printer().omittingInsignificantWhitespace().print(packet))
                .append('\n');
    }

    @Override
    public void close() {}
}
