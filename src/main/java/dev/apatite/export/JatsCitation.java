package dev.apatite.export;

import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A printed reference in which what was read stands in elements of its own, where it stands in print. */
record JatsCitation(Reference reference, XmlText xml) {
    private record Tagged(String element, int start, int end) {}

    void write() throws XMLStreamException {
        xml.begin("mixed-citation");
        xml.attribute("publication-type", reference.journal() == null ? "other" : "journal");
        String raw = reference.raw();
        int at = 0;
        for (Tagged each : tagged(raw)) {
            xml.text(raw.substring(at, each.start()));
            xml.begin(each.element());
            xml.text(raw.substring(each.start(), each.end()));
            xml.end();
            at = each.end();
        }
        xml.text(raw.substring(at));
        id("doi", reference.doi());
        id("pmid", reference.pmid());
        xml.end();
    }

    /** What is found in the printed text, from left to right; of two that overlap the one that was looked for first. */
    private List<Tagged> tagged(String raw) {
        List<Tagged> found = new ArrayList<>();
        int title = find(raw, "article-title", reference.title(), 0, found);
        int source = find(raw, "source", reference.journal(), title, found);
        find(raw, "year", reference.year() == null ? null : reference.year().toString(), 0, found);
        // Numbers are those of a volume and of pages only behind the journal's name.
        if (source > 0) {
            int volume = find(raw, "volume", reference.volume(), source, found);
            int issue = find(raw, "issue", reference.issue(), volume, found);
            int first = find(raw, "fpage", reference.firstPage(), issue, found);
            find(raw, "lpage", reference.lastPage(), first, found);
        }
        found.sort(Comparator.comparingInt(Tagged::start));
        return found;
    }

    /** Where what was looked for ends; {@code from} where it is not there as a word of its own. */
    private static int find(String raw, String element, @Nullable String text, int from, List<Tagged> found) {
        if (text == null || text.isBlank()) {
            return from;
        }
        for (int at = raw.indexOf(text, from); at >= 0; at = raw.indexOf(text, at + 1)) {
            int start = at;
            int end = at + text.length();
            boolean word = (start == 0 || !Character.isLetterOrDigit(raw.charAt(start - 1)))
                    && (end == raw.length() || !Character.isLetterOrDigit(raw.charAt(end)));
            if (word && found.stream().noneMatch(each -> start < each.end() && each.start() < end)) {
                found.add(new Tagged(element, start, end));
                return end;
            }
        }
        return from;
    }

    private void id(String type, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.text(" ");
            xml.begin("pub-id");
            xml.attribute("pub-id-type", type);
            xml.text(value);
            xml.end();
        }
    }
}
