package dev.apatite.reading.xml;

import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.ReadingException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parses XML into elements, bounded in depth; there is no document type left that could name anything outside. */
final class XmlTree {
    private static final int MOST_ATTRIBUTES = 60;

    private final XMLInputFactory factory;

    XmlTree() {
        factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    /** The root element. */
    XmlElement parse(String source) throws ReadingException {
        int start = source.indexOf('<');
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(source.substring(Math.max(0, start))));
            try {
                return parse(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new ReadingException("the XML is broken" + place(e), e);
        }
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
    }

    private static XmlElement parse(XMLStreamReader xml) throws XMLStreamException, ReadingException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        StringBuilder characters = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    flush(characters, open);
                    XmlElement element = new XmlElement(xml.getLocalName(), attributes(xml));
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                    if (open.size() > Bounds.XML_DEPTH) {
                        throw new ReadingException("the XML is nested deeper than " + Bounds.XML_DEPTH + " elements");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    flush(characters, open);
                    open.pop();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    characters.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                default -> {}
            }
        }
        if (root == null) {
            throw new ReadingException("there is no XML element in the file");
        }
        return root;
    }

    private static void flush(StringBuilder characters, Deque<XmlElement> open) {
        if (characters.length() > 0) {
            if (!open.isEmpty()) {
                open.peek().add(characters.toString());
            }
            characters.setLength(0);
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        int count = Math.min(xml.getAttributeCount(), MOST_ATTRIBUTES);
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }
}
