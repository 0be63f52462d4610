package dev.apatite.web.europepmc;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An answer as XML: a key becomes an element, a list the element again and again, as in Europe PMC's own. */
final class XmlAnswer {
    private XmlAnswer() {}

    static byte[] of(String root, Map<String, Object> answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, root, answer);
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        switch (value) {
            case null -> {
                // What is not known is left out.
            }
            case Iterable<?> list -> {
                for (Object each : list) {
                    write(xml, name, each);
                }
            }
            case Map<?, ?> fields -> {
                xml.writeStartElement(name);
                for (Map.Entry<?, ?> each : fields.entrySet()) {
                    write(xml, String.valueOf(each.getKey()), each.getValue());
                }
                xml.writeEndElement();
            }
            default -> {
                xml.writeStartElement(name);
                xml.writeCharacters(characters(value.toString()));
                xml.writeEndElement();
            }
        }
    }

    /** Without what XML 1.0 cannot hold. */
    static String characters(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(each -> each == '\t'
                        || each == '\n'
                        || (each >= 0x20 && each <= 0xD7FF)
                        || (each >= 0xE000 && each <= 0xFFFD)
                        || each >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
