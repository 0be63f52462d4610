package dev.apatite.export;

import dev.apatite.search.PaperCard;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** The papers that a saved search found, as an Atom feed (RFC 4287). */
public final class SearchFeed {
    /** The media type, without a character set: it is always UTF-8. */
    public static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private SearchFeed() {}

    /** A paper, and when it was found first, in ISO 8601 with UTC. */
    public record Entry(PaperCard paper, String time) {}

    /**
     * Where a feed stands.
     *
     * @param self the feed's own address
     * @param server the address before {@code /papers/}
     * @param updated when the last paper was found
     */
    public record Head(String title, String self, String server, String updated) {}

    /** The feed, with its entries in their order. */
    public static String of(Head head, List<Entry> entries) {
        StringWriter text = new StringWriter();
        try {
            XmlText xml = new XmlText(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
            xml.out().writeStartDocument("UTF-8", "1.0");
            xml.out().setDefaultNamespace(NAMESPACE);
            xml.begin("feed");
            xml.out().writeDefaultNamespace(NAMESPACE);
            xml.element("title", head.title());
            xml.element("id", head.self());
            xml.element("updated", head.updated());
            link(xml, "self", head.self());
            // Stands for entries whose own authors are not known; each must have one (RFC 4287, 4.1.2).
            author(xml, "Apatite");
            for (Entry each : entries) {
                PaperCard paper = each.paper();
                String address = head.server() + "/papers/" + paper.id();
                xml.begin("entry");
                xml.element("title", paper.title() == null ? paper.sourceFile() : paper.title());
                xml.element("id", address);
                xml.element("updated", each.time());
                link(xml, "alternate", address);
                if (!paper.authorString().isBlank()) {
                    author(xml, paper.authorString());
                }
                xml.element(
                        "summary",
                        (paper.journal() == null ? "" : paper.journal() + " ")
                                + (paper.year() == null ? "" : paper.year()));
                xml.end();
            }
            xml.end();
            xml.out().writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void author(XmlText xml, String name) throws XMLStreamException {
        xml.begin("author");
        xml.element("name", name);
        xml.end();
    }

    private static void link(XmlText xml, String relation, String address) throws XMLStreamException {
        xml.begin("link");
        xml.attribute("rel", relation);
        xml.attribute("href", address);
        xml.end();
    }
}
