package dev.apatite.web;

import dev.apatite.export.Export;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Sends an export as it is made, however long it is. */
final class Streams {
    /** Begins an export to a writer. */
    interface Begin<T> {
        Export<T> to(Appendable out) throws IOException;
    }

    private static final String MARK = "apatite.byteOrderMark";

    private Streams() {}

    /** Asks for a byte order mark, by which some spreadsheets know UTF-8; only of comma-separated values. */
    static void withMark(Context context, boolean asked, String mediaType) {
        context.attribute(MARK, asked && mediaType.equals("text/csv"));
    }

    /** {@code rows} hands every row to its consumer. What is wrong with a request must be said before this is called. */
    static <T> void send(
            Context context, String mediaType, String fileName, Begin<T> begin, Consumer<Consumer<T>> rows) {
        Admission.beginExport(context);
        context.contentType(mediaType + "; charset=utf-8");
        context.header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        try (Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
            if (Boolean.TRUE.equals(context.<Boolean>attribute(MARK))) {
                out.write('\uFEFF');
            }
            write(out, begin, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void write(Writer out, Begin<T> begin, Consumer<Consumer<T>> rows) throws IOException {
        try (Export<T> export = begin.to(out)) {
            rows.accept(row -> {
                try {
                    export.add(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
