package dev.apatite.export;

import dev.apatite.review.Reviews;
import dev.apatite.search.Concepts;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.PatientRow;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that findings and patients are exported in. */
public enum RowFormat {
    CSV("text/csv"),
    JSONL("application/jsonl"),
    /** Patients as GA4GH Phenopackets, one a line. */
    PHENOPACKETS("application/jsonl");

    private final String mediaType;

    RowFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format with this outside name, in any case. */
    public static Optional<RowFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The usual ending of a file's name, without the full stop. */
    public String extension() {
        return this == PHENOPACKETS ? "phenopackets.jsonl" : code();
    }

    /** The outside name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type, without a character set: it is always UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    /** Begins an export of findings, each with what a reader said of it. */
    public Export<EvidenceRow> evidence(Appendable out, Reviews reviews) throws IOException {
        return switch (this) {
            case CSV -> new EvidenceCsvExport(out, reviews);
            case JSONL -> new RowLinesExport<>(out, row -> RowJson.evidence(row, reviews));
            case PHENOPACKETS -> throw new IllegalArgumentException("findings are no phenopackets");
        };
    }

    /** Begins an export of patients; {@code concepts} say how standards name what is exported. */
    public Export<PatientRow> patients(Appendable out, Concepts concepts) throws IOException {
        return switch (this) {
            case CSV -> new PatientCsvExport(out);
            case JSONL -> new RowLinesExport<>(out, RowJson::patient);
            case PHENOPACKETS -> new PatientPacketExport(out, concepts);
        };
    }
}
