package dev.apatite.export;

import dev.apatite.paper.Citation;
import dev.apatite.paper.Paper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** A paragraph of a paper's text, in which the marks that cite point into the reference list. */
record JatsParagraph(Paper paper, XmlText xml) {
    /** {@code offset} is where the paragraph begins in its section's text. */
    void paragraph(int section, int offset, String text) throws XMLStreamException {
        int at = 0;
        List<Citation> marks = paper.citations().stream()
                .filter(each -> each.section() == section && !each.references().isEmpty())
                .filter(each -> each.start() >= offset && each.end() <= offset + text.length())
                .sorted(Comparator.comparingInt(Citation::start))
                .toList();
        for (Citation mark : marks) {
            int start = mark.start() - offset;
            int end = mark.end() - offset;
            String targets = mark.references().stream()
                    .filter(each -> each >= 0 && each < paper.references().size())
                    .distinct()
                    .map(each -> "r" + (each + 1))
                    .collect(Collectors.joining(" "));
            if (start < at || end <= start || targets.isEmpty()) {
                continue;
            }
            xml.text(text.substring(at, start));
            xml.begin("xref");
            xml.attribute("ref-type", "bibr");
            xml.attribute("rid", targets);
            xml.text(text.substring(start, end));
            xml.end();
            at = end;
        }
        xml.text(text.substring(at));
    }
}
