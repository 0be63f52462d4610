package dev.apatite.web;

import dev.apatite.export.PaperFormat;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** The format that a request wants: what its parameter names, else the best that its {@code Accept} takes (RFC 9110, 12). */
final class Wanted {
    private static final String JSON = "json";
    private static final Set<String> ANY = Set.of("*/*", "application/*", "application/json");
    private static final Map<String, String> FORMATS = Map.of(
            PaperFormat.RIS.mediaType(),
            PaperFormat.RIS.code(),
            PaperFormat.BIBTEX.mediaType(),
            PaperFormat.BIBTEX.code(),
            PaperFormat.CSL_JSON.mediaType(),
            PaperFormat.CSL_JSON.code(),
            PaperFormat.CSV.mediaType(),
            PaperFormat.CSV.code(),
            PaperFormat.JSONL.mediaType(),
            PaperFormat.JSONL.code(),
            "application/x-ndjson",
            PaperFormat.JSONL.code(),
            "application/jats+xml",
            "jats");

    private Wanted() {}

    /** One of {@code offered}, or JSON; an {@code Accept} that takes none of them is answered with JSON. */
    static String format(Context context, Parameters parameters, List<String> offered) {
        if (parameters.has("format")) {
            return parameters.text("format", JSON).toLowerCase(Locale.ROOT);
        }
        context.res().addHeader("Vary", "Accept");
        String accept = context.header("Accept");
        if (accept == null) {
            return JSON;
        }
        QuotedQualityCSV taken = new QuotedQualityCSV();
        taken.addValue(accept.toLowerCase(Locale.ROOT));
        return taken.getValues().stream()
                .map(each -> ANY.contains(each) ? JSON : FORMATS.getOrDefault(each, ""))
                .filter(each -> each.equals(JSON) || offered.contains(each))
                .findFirst()
                .orElse(JSON);
    }
}
