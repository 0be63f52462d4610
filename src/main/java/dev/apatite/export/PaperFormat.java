package dev.apatite.export;

import dev.apatite.paper.Paper;
import dev.apatite.search.Concepts;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that papers are exported in. */
public enum PaperFormat {
    RIS("application/x-research-info-systems", "ris"),
    BIBTEX("application/x-bibtex", "bib"),
    CSL_JSON("application/vnd.citationstyles.csl+json", "json"),
    CSV("text/csv", "csv"),
    JSONL("application/jsonl", "jsonl"),
    BIOC("application/json", "json"),
    PUBTATOR("text/plain", "pubtator"),
    PHENOPACKETS("application/jsonl", "jsonl");

    private final String mediaType;
    private final String extension;

    PaperFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The format with this outside name ({@code csl-json}), in any case. */
    public static Optional<PaperFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All outside names, as a sentence lists them. */
    public static String codes() {
        return Arrays.stream(values()).map(PaperFormat::code).collect(Collectors.joining(", "));
    }

    /** The outside name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The media type, without a character set: it is always UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual ending of a file's name, without the full stop. */
    public String extension() {
        return extension;
    }

    /** Begins an export to {@code out}; {@code concepts} say how standards name what is exported. */
    public Export<Paper> to(Appendable out, Concepts concepts) throws IOException {
        return switch (this) {
            case RIS -> new RisExport(out);
            case BIBTEX -> new BibtexExport(out);
            case CSL_JSON -> new CslExport(out);
            case CSV -> new PaperCsvExport(out);
            case JSONL -> new JsonLinesExport(out);
            case BIOC -> new BiocExport(out);
            case PUBTATOR -> new PubtatorExport(out);
            case PHENOPACKETS -> new PhenopacketExport(out, concepts);
        };
    }
}
