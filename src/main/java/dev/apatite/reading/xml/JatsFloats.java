package dev.apatite.reading.xml;

import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.xml.JatsSections.Part;
import java.util.List;

/** Figures, tables, structures and files of a JATS paper: their captions as sections, what else they hold behind. */
final class JatsFloats {
    private final JatsBody body;

    JatsFloats(JatsBody body) {
        this.body = body;
    }

    /** One of them; what has no caption section of its own becomes a paragraph of the part that it stands in. */
    void read(XmlElement floating, Part current) throws ReadingException {
        switch (floating.name) {
            case "table-wrap", "table-wrap-group" -> caption(floating, SectionKind.TABLE);
            case "supplementary-material" -> supplement(floating, current);
            case "graphic", "media" -> body.sections().add(current, labelled(floating));
            default -> caption(floating, SectionKind.FIG);
        }
    }

    private void caption(XmlElement floating, SectionKind kind) throws ReadingException {
        JatsSections sections = body.sections();
        String label = floating.childText("label");
        Part part = sections.caption(kind, label == null ? null : Headings.printed(label));
        JatsText text = sections.paragraph();
        for (XmlElement piece : floating.elements()) {
            if (piece.is("caption", "title", "p", "attrib")) {
                text.space();
                text.addContent(piece);
            }
        }
        sections.add(part, text);
        for (XmlElement piece : floating.elements()) {
            switch (piece.name) {
                case "caption", "title", "p", "attrib", "label", "permissions" -> {}
                case "table", "array" -> table(piece, part);
                case "alternatives" -> alternatives(piece, part);
                default -> body.content(JatsBody.wrapped(piece), part);
            }
        }
    }

    /** Of several forms of one table the first that is text counts. */
    private void alternatives(XmlElement alternatives, Part part) throws ReadingException {
        XmlElement table = alternatives.child("table", "array");
        if (table != null) {
            table(table, part);
            return;
        }
        for (XmlElement form : alternatives.elements()) {
            if (!form.is("graphic", "media") && !form.text().isEmpty()) {
                body.content(JatsBody.wrapped(form), part);
                return;
            }
        }
    }

    private static void table(XmlElement table, Part part) {
        List<List<String>> rows = JatsTables.rows(table);
        if (!rows.isEmpty()) {
            part.tables.add(rows);
        }
    }

    private void supplement(XmlElement supplement, Part current) throws ReadingException {
        JatsText text = labelled(supplement);
        for (XmlElement media : supplement.all(List.of("media", "graphic"), List.of("caption", "p"))) {
            text.space();
            text.add(labelled(media));
        }
        body.sections().add(current, text);
        for (XmlElement piece : supplement.elements()) {
            if (!piece.is("label", "caption", "p", "title", "media", "graphic", "alternatives", "permissions")) {
                body.content(JatsBody.wrapped(piece), current);
            }
        }
    }

    private JatsText labelled(XmlElement element) {
        JatsText text = body.sections().paragraph();
        for (XmlElement piece : element.elements("label", "caption", "p", "title")) {
            text.space();
            text.addContent(piece);
        }
        return text;
    }
}
