package dev.apatite.export;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A paper's structure as JATS (NISO Z39.96, Journal Archiving and Interchange 1.3): front matter, text by sections, back
 * matter, reference list; figures' and tables' captions stand in {@code floats-group}.
 */
public final class JatsArticle {
    private static final String DOCTYPE =
            "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3"
                    + " 20210610//EN\" \"JATS-archivearticle1-3.dtd\">\n";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Set<SectionKind> BACK = EnumSet.of(
            SectionKind.ACK_FUND,
            SectionKind.AUTH_CON,
            SectionKind.COMP_INT,
            SectionKind.ABBR,
            SectionKind.SUPPL,
            SectionKind.APPENDIX);
    private static final Set<SectionKind> FLOATS = EnumSet.of(SectionKind.FIG, SectionKind.TABLE);

    private final Paper paper;
    private final XmlText xml;

    private JatsArticle(Paper paper, XmlText xml) {
        this.paper = paper;
        this.xml = xml;
    }

    /** The whole document. */
    public static String of(Paper paper) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeCharacters("\n");
            writer.writeDTD(DOCTYPE);
            new JatsArticle(paper, new XmlText(writer)).article();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private void article() throws XMLStreamException {
        xml.begin("article");
        xml.out().writeNamespace("xlink", XLINK);
        xml.attribute("article-type", type());
        xml.attribute("dtd-version", "1.3");
        if (paper.language() != null) {
            xml.out().writeAttribute("xml:lang", paper.language());
        }
        xml.begin("front");
        new JatsFrontWriter(paper, xml).write();
        xml.end();
        List<Numbered> body =
                sections(kind -> !BACK.contains(kind) && !FLOATS.contains(kind) && kind != SectionKind.ABSTRACT);
        if (!body.isEmpty()) {
            xml.begin("body");
            nested(body);
            xml.end();
        }
        back();
        floats();
        xml.end();
    }

    /** A section and its number in the paper, by which it is cited and named; two sections may be alike in all else. */
    private record Numbered(int number, Section section) {
        SectionKind kind() {
            return section.kind();
        }
    }

    private List<Numbered> sections(Predicate<SectionKind> choice) {
        return IntStream.range(0, paper.sections().size())
                .mapToObj(each -> new Numbered(each, paper.sections().get(each)))
                .filter(each -> choice.test(each.kind()))
                .toList();
    }

    private String type() {
        ArticleType type = paper.articleType();
        return type == null
                ? "research-article"
                : switch (type) {
                    case CASE_REPORT -> "case-report";
                    case REVIEW -> "review-article";
                    case EDITORIAL -> "editorial";
                    case PROTOCOL -> "protocol";
                    case TRIAL, STUDY, ANIMAL -> "research-article";
                    case OTHER -> "other";
                };
    }

    /** Sections within those of a lower level before them. */
    private void nested(List<Numbered> sections) throws XMLStreamException {
        List<Integer> open = new ArrayList<>();
        for (Numbered each : sections) {
            int level = each.section().level();
            while (!open.isEmpty() && open.getLast() >= level) {
                xml.end();
                open.removeLast();
            }
            xml.begin("sec");
            xml.attribute("id", "s" + each.number());
            xml.attribute("sec-type", secType(each.kind()));
            content(each);
            open.add(level);
        }
        for (int i = 0; i < open.size(); i++) {
            xml.end();
        }
    }

    private void content(Numbered section) throws XMLStreamException {
        xml.element("title", section.section().heading());
        paragraphs(section);
    }

    private void paragraphs(Numbered section) throws XMLStreamException {
        JatsParagraph text = new JatsParagraph(paper, xml);
        int start = 0;
        for (String paragraph : section.section().paragraphs()) {
            xml.begin("p");
            text.paragraph(section.number(), start, paragraph);
            xml.end();
            start += paragraph.length() + 1;
        }
    }

    private static @Nullable String secType(SectionKind kind) {
        return switch (kind) {
            case INTRO -> "intro";
            case METHODS -> "methods";
            case RESULTS -> "results";
            case DISCUSS -> "discussion";
            case CONCL -> "conclusions";
            case CASE -> "cases";
            case SUPPL -> "supplementary-material";
            default -> null;
        };
    }

    private void back() throws XMLStreamException {
        List<Numbered> sections = sections(BACK::contains);
        if (sections.isEmpty() && paper.references().isEmpty()) {
            return;
        }
        xml.begin("back");
        for (Numbered section : sections) {
            if (section.kind() == SectionKind.ACK_FUND) {
                xml.begin("ack");
                content(section);
                xml.end();
            }
        }
        List<Numbered> others = sections.stream()
                .filter(each -> each.kind() != SectionKind.ACK_FUND)
                .toList();
        List<Numbered> appendices = others.stream()
                .filter(each -> each.kind() == SectionKind.APPENDIX)
                .toList();
        for (Numbered section : others) {
            if (section.kind() != SectionKind.APPENDIX) {
                xml.begin("sec");
                xml.attribute("sec-type", backType(section.kind()));
                content(section);
                xml.end();
            }
        }
        if (!appendices.isEmpty()) {
            xml.begin("app-group");
            for (Numbered section : appendices) {
                xml.begin("app");
                String heading = section.section().heading();
                xml.element("title", heading == null || heading.isBlank() ? "Appendix" : heading);
                paragraphs(section);
                xml.end();
            }
            xml.end();
        }
        references();
        xml.end();
    }

    private static @Nullable String backType(SectionKind kind) {
        return switch (kind) {
            case AUTH_CON -> "author-contributions";
            case COMP_INT -> "COI-statement";
            case ABBR -> "abbreviations";
            case SUPPL -> "supplementary-material";
            default -> null;
        };
    }

    private void references() throws XMLStreamException {
        if (paper.references().isEmpty()) {
            return;
        }
        xml.begin("ref-list");
        for (int i = 0; i < paper.references().size(); i++) {
            Reference reference = paper.references().get(i);
            xml.begin("ref");
            xml.attribute("id", "r" + (i + 1));
            xml.element("label", reference.label());
            new JatsCitation(reference, xml).write();
            xml.end();
        }
        xml.end();
    }

    private void floats() throws XMLStreamException {
        List<Numbered> floats = sections(FLOATS::contains);
        if (floats.isEmpty()) {
            return;
        }
        xml.begin("floats-group");
        for (Numbered section : floats) {
            xml.begin(section.kind() == SectionKind.FIG ? "fig" : "table-wrap");
            xml.attribute("id", "f" + section.number());
            xml.element("label", section.section().heading());
            if (!section.section().paragraphs().isEmpty()) {
                xml.begin("caption");
                paragraphs(section);
                xml.end();
            }
            if (section.kind() == SectionKind.TABLE) {
                table(section.number());
            }
            xml.end();
        }
        xml.end();
    }

    private void table(int section) throws XMLStreamException {
        for (dev.apatite.paper.Table table : paper.tables()) {
            if (table.section() != section || table.rows().isEmpty()) {
                continue;
            }
            xml.begin("table");
            xml.begin("tbody");
            for (List<String> row : table.rows()) {
                xml.begin("tr");
                for (String cell : row) {
                    xml.begin("td");
                    xml.text(cell);
                    xml.end();
                }
                if (row.isEmpty()) {
                    xml.begin("td");
                    xml.end();
                }
                xml.end();
            }
            xml.end();
            xml.end();
        }
    }
}
