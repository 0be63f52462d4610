package dev.apatite.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A made-up paper as the shortest program reads it. */
record BarePaper(
        String id,
        String title,
        String journal,
        String year,
        List<String> authors,
        List<String> keywords,
        String text) {
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static BarePaper read(Path file) throws IOException {
        String id = "";
        String title = "";
        String journal = "";
        String year = "";
        List<String> authors = new ArrayList<>();
        List<String> keywords = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            boolean front = true;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "body" -> front = false;
                    case "article-id" -> id = reader.getElementText();
                    case "journal-title" -> journal = reader.getElementText();
                    case "kwd" -> keywords.add(reader.getElementText());
                    case "article-title", "surname", "year", "p", "source", "volume", "fpage" -> {
                        String name = reader.getLocalName();
                        String content = reader.getElementText();
                        if (front && name.equals("article-title")) {
                            title = content;
                        } else if (front && name.equals("surname")) {
                            authors.add(content);
                        } else if (front && name.equals("year")) {
                            year = content;
                        } else {
                            text.append(content).append(name.equals("p") ? '\n' : ' ');
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return new BarePaper(id, title, journal, year, authors, keywords, text.toString());
    }

    /** Characters that can be searched. */
    long length() {
        return title.length() + text.length();
    }
}
