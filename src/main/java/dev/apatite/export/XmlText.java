package dev.apatite.export;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML of which every text is escaped and holds only what XML 1.0 can hold. */
record XmlText(XMLStreamWriter out) {
    void begin(String name) throws XMLStreamException {
        out.writeStartElement(name);
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void attribute(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            out.writeAttribute(name, legal(value));
        }
    }

    void text(String text) throws XMLStreamException {
        out.writeCharacters(legal(text));
    }

    /** An element with text; nothing where there is none. */
    void element(String name, @Nullable String text) throws XMLStreamException {
        if (text != null && !text.isBlank()) {
            begin(name);
            text(text);
            end();
        }
    }

    private static String legal(String text) {
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
