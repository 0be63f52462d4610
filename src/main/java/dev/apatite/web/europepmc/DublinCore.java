package dev.apatite.web.europepmc;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The records of an answer as RDF in Dublin Core's terms (DCMI 2020), within the answer's own XML. */
final class DublinCore {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String TERMS = "http://purl.org/dc/terms/";

    private final XMLStreamWriter xml;

    private DublinCore(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(String root, Map<String, Object> answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            new DublinCore(xml).write(root, answer);
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String root, Map<String, Object> answer) throws XMLStreamException {
        xml.writeStartElement(root);
        xml.writeNamespace("rdf", RDF);
        xml.writeNamespace("dc", DC);
        xml.writeNamespace("dcterms", TERMS);
        for (Map.Entry<String, Object> each : answer.entrySet()) {
            if (each.getKey().equals("resultList")) {
                xml.writeStartElement("rdf", "RDF", RDF);
                for (Object record : list(inside(each.getValue(), "result"))) {
                    record((Map<?, ?>) record);
                }
                xml.writeEndElement();
            } else if (each.getKey().equals("result")) {
                xml.writeStartElement("rdf", "RDF", RDF);
                record((Map<?, ?>) each.getValue());
                xml.writeEndElement();
            } else {
                XmlAnswer.write(xml, each.getKey(), each.getValue());
            }
        }
        xml.writeEndElement();
    }

    private void record(Map<?, ?> record) throws XMLStreamException {
        xml.writeStartElement("rdf", "Description", RDF);
        Object doi = record.get("doi");
        xml.writeAttribute(
                "rdf",
                RDF,
                "about",
                XmlAnswer.characters(
                        doi == null
                                ? "urn:" + record.get("source") + ":" + record.get("id")
                                : "https://doi.org/" + doi));
        dc("identifier", record.get("source") + ":" + record.get("id"));
        dc("identifier", doi == null ? null : "doi:" + doi);
        dc("identifier", record.get("pmid") == null ? null : "pmid:" + record.get("pmid"));
        dc("identifier", record.get("pmcid"));
        dc("title", record.get("title"));
        for (Object author : list(inside(record.get("authorList"), "author"))) {
            Map<?, ?> fields = (Map<?, ?>) author;
            dc("creator", fields.get("fullName") == null ? fields.get("collectiveName") : fields.get("fullName"));
        }
        if (record.get("authorList") == null) {
            dc("creator", record.get("authorString"));
        }
        dc(
                "date",
                record.get("firstPublicationDate") == null
                        ? record.get("pubYear")
                        : record.get("firstPublicationDate"));
        dc("language", record.get("language"));
        for (Object word : list(inside(record.get("keywordList"), "keyword"))) {
            dc("subject", word);
        }
        dc("rights", record.get("license"));
        dc("type", "Text");
        term("isPartOf", journal(record));
        term("abstract", record.get("abstractText"));
        xml.writeEndElement();
    }

    private static @Nullable Object journal(Map<?, ?> record) {
        Object title = inside(inside(record.get("journalInfo"), "journal"), "title");
        return title == null ? record.get("journalTitle") : title;
    }

    private void dc(String name, @Nullable Object value) throws XMLStreamException {
        element("dc", DC, name, value);
    }

    private void term(String name, @Nullable Object value) throws XMLStreamException {
        element("dcterms", TERMS, name, value);
    }

    private void element(String prefix, String space, String name, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(prefix, name, space);
            xml.writeCharacters(XmlAnswer.characters(value.toString()));
            xml.writeEndElement();
        }
    }

    private static @Nullable Object inside(@Nullable Object map, String key) {
        return map instanceof Map<?, ?> fields ? fields.get(key) : null;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
