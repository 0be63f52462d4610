package dev.apatite.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;

/** Prints pages with the templates of {@code src/main/jte}, which are compiled with the program. */
final class Templates {
    private static final String PACKAGE = "dev.apatite.web.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /** Sends a page made of a template and the record that it takes. */
    void send(Context context, String template, Object page) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(template + ".jte", page, out);
        TaggedAnswers.send(context, "text/html; charset=utf-8", out.toByteArray());
    }
}
