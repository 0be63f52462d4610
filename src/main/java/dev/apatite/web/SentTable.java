package dev.apatite.web;

import io.javalin.http.Context;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** A table that is sent: as the body, or in a form's field. */
final class SentTable {
    private static final String FIELD = "table";

    private SentTable() {}

    /** The text of the table. */
    static Reader text(Context context) {
        String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
        return new StringReader(
                type.startsWith("text/csv")
                        ? new String(context.bodyAsBytes(), StandardCharsets.UTF_8)
                        : Objects.requireNonNullElse(context.formParam(FIELD), ""));
    }
}
