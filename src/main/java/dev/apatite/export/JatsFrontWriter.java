package dev.apatite.export;

import dev.apatite.paper.Author;
import dev.apatite.paper.Funding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What stands before the text: journal, ids, title, authors, date, licence, abstract, keywords, funding. */
record JatsFrontWriter(Paper paper, XmlText xml) {
    void write() throws XMLStreamException {
        journal();
        xml.begin("article-meta");
        id("pmcid", paper.pmcid());
        id("pmid", paper.pmid());
        id("doi", paper.doi());
        xml.begin("title-group");
        xml.begin("article-title");
        xml.text(paper.title() == null ? "" : paper.title());
        xml.end();
        xml.end();
        authors();
        date();
        xml.element("volume", paper.volume());
        xml.element("issue", paper.issue());
        String first = paper.firstPage();
        if (first != null && !first.isBlank()) {
            xml.element("fpage", first);
            xml.element("lpage", paper.lastPage());
        }
        licence();
        abstractOf();
        List<String> keywords =
                paper.keywords().stream().filter(each -> !each.isBlank()).toList();
        if (!keywords.isEmpty()) {
            xml.begin("kwd-group");
            for (String keyword : keywords) {
                xml.element("kwd", keyword);
            }
            xml.end();
        }
        funding();
        xml.end();
    }

    private void journal() throws XMLStreamException {
        String issn = paper.bibliography().issn();
        if (paper.journal() == null && issn == null) {
            return;
        }
        xml.begin("journal-meta");
        if (paper.journal() != null) {
            xml.begin("journal-title-group");
            xml.element("journal-title", paper.journal());
            xml.end();
        }
        xml.element("issn", issn);
        xml.end();
    }

    private void id(String type, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.begin("article-id");
            xml.attribute("pub-id-type", type);
            xml.text(value);
            xml.end();
        }
    }

    private void authors() throws XMLStreamException {
        if (paper.authors().isEmpty()) {
            return;
        }
        List<String> addresses = paper.authors().stream()
                .flatMap(each -> each.affiliations().stream())
                .distinct()
                .toList();
        xml.begin("contrib-group");
        for (Author author : paper.authors()) {
            author(author, addresses);
        }
        xml.end();
        for (int i = 0; i < addresses.size(); i++) {
            xml.begin("aff");
            xml.attribute("id", "aff" + (i + 1));
            xml.text(addresses.get(i));
            xml.end();
        }
    }

    private void author(Author author, List<String> addresses) throws XMLStreamException {
        PersonalName name = PersonalName.of(author);
        xml.begin("contrib");
        xml.attribute("contrib-type", "author");
        if (author.orcid() != null) {
            xml.begin("contrib-id");
            xml.attribute("contrib-id-type", "orcid");
            xml.text("https://orcid.org/" + author.orcid());
            xml.end();
        }
        if (name.isLiteral()) {
            xml.element("collab", name.family());
        } else {
            xml.begin("name");
            xml.element("surname", name.family());
            xml.element("given-names", name.given());
            xml.element("suffix", name.suffix());
            xml.end();
        }
        for (String address : new ArrayList<>(author.affiliations())) {
            xml.begin("xref");
            xml.attribute("ref-type", "aff");
            xml.attribute("rid", "aff" + (addresses.indexOf(address) + 1));
            xml.end();
        }
        xml.end();
    }

    private void date() throws XMLStreamException {
        int[] parts = Dates.parts(paper);
        if (parts.length == 0) {
            return;
        }
        xml.begin("pub-date");
        xml.attribute("pub-type", "epub");
        xml.element("day", parts.length > 2 ? two(parts[2]) : null);
        xml.element("month", parts.length > 1 ? two(parts[1]) : null);
        xml.element("year", String.valueOf(parts[0]));
        xml.end();
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private void licence() throws XMLStreamException {
        String printed = paper.bibliography().license();
        if (printed == null) {
            return;
        }
        xml.begin("permissions");
        xml.begin("license");
        String address = Licence.address(paper);
        if (address != null) {
            xml.attribute("xlink:href", address);
        }
        xml.element("license-p", Objects.requireNonNullElse(address, printed));
        xml.end();
        xml.end();
    }

    private void abstractOf() throws XMLStreamException {
        List<Section> parts = paper.sections().stream()
                .filter(each -> each.kind() == SectionKind.ABSTRACT)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        xml.begin("abstract");
        boolean behindSection = false;
        for (Section part : parts) {
            boolean titled = part.level() > 1 && part.heading() != null;
            // Behind a section only sections may stand.
            behindSection |= titled;
            if (behindSection) {
                xml.begin("sec");
                xml.element("title", titled ? part.heading() : null);
            }
            for (String paragraph : part.paragraphs()) {
                xml.element("p", paragraph);
            }
            if (behindSection) {
                xml.end();
            }
        }
        xml.end();
    }

    private void funding() throws XMLStreamException {
        if (paper.bibliography().funding().isEmpty()) {
            return;
        }
        xml.begin("funding-group");
        for (Funding funding : paper.bibliography().funding()) {
            xml.begin("award-group");
            xml.element("funding-source", funding.source());
            xml.element("award-id", funding.awardId());
            xml.end();
        }
        xml.end();
    }
}
