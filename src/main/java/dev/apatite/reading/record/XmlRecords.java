package dev.apatite.reading.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** EndNote's XML and Zotero's RDF as tagged records with RIS's tags. */
final class XmlRecords {
    private static final String PROLOGUE = "^(?:<[?!][^>]*>\\s*)*";
    private static final Pattern ENDNOTE =
            Pattern.compile(PROLOGUE + "(?:<xml>\\s*)?<records>\\s*(?:<record>|</records>)");
    private static final Pattern ZOTERO =
            Pattern.compile("(?s)" + PROLOGUE + "<rdf:RDF\\s[^>]*www\\.zotero\\.org/namespaces/export.*");
    private static final Pattern BREAK = Pattern.compile("[\\r\\n]+");

    private XmlRecords() {}

    /** Whether a text begins as one of the two does. */
    static boolean begins(String head) {
        String text = head.strip();
        return ENDNOTE.matcher(text).find() || ZOTERO.matcher(text).find();
    }

    static List<TaggedRecord> records(String text) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        List<TaggedRecord> records = new ArrayList<>();
        document.select("records > record").forEach(each -> records.add(endNote(each)));
        Map<String, Element> named = new HashMap<>();
        document.getElementsByAttribute("rdf:about").forEach(each -> named.put(each.attr("rdf:about"), each));
        for (Element type : document.select("z|itemType")) {
            Element item = type.parent();
            if (item != null && !type.text().strip().matches("attachment|note|annotation")) {
                records.add(zotero(item, named));
            }
        }
        return records;
    }

    private static TaggedRecord endNote(Element item) {
        TaggedRecord record = new TaggedRecord(TaggedFormat.RIS);
        put(record, "TI", item.selectFirst("titles > title"));
        put(record, "T2", item.selectFirst("periodical > full-title"));
        put(record, "T2", item.selectFirst("titles > secondary-title"));
        put(record, "VL", item.selectFirst("> volume"));
        put(record, "IS", item.selectFirst("> number"));
        put(record, "SP", item.selectFirst("> pages"));
        put(record, "AB", item.selectFirst("> abstract"));
        put(record, "DO", item.selectFirst("> electronic-resource-num"));
        put(record, "AN", item.selectFirst("> accession-num"));
        put(record, "C2", item.selectFirst("> custom2"));
        put(record, "SN", item.selectFirst("> isbn"));
        put(record, "LA", item.selectFirst("> language"));
        put(record, "M3", item.selectFirst("> work-type"));
        String date = item.select("dates > pub-dates > date").text().strip();
        record.add(
                "PY",
                (item.select("dates > year").text() + (date.matches("[A-Z][a-z]{2}.*") ? " " + date : "")).strip());
        item.select("authors > author").forEach(each -> put(record, "AU", each));
        for (Element keyword : item.select("keywords > keyword")) {
            for (String each : BREAK.split(keyword.wholeText(), -1)) {
                record.add("KW", each.strip());
            }
        }
        item.select("related-urls > url, web-urls > url").forEach(each -> put(record, "UR", each));
        item.select("pdf-urls > url").forEach(each -> record.attach(AttachedFiles.path(each.text())));
        return record;
    }

    private static TaggedRecord zotero(Element item, Map<String, Element> named) {
        TaggedRecord record = new TaggedRecord(TaggedFormat.RIS);
        Element part = item.selectFirst("> dcterms|isPartOf");
        Element whole = part == null
                ? null
                : part.hasAttr("rdf:resource") ? named.get(part.attr("rdf:resource")) : part.firstElementChild();
        put(record, "TI", item.selectFirst("> dc|title"));
        put(record, "PY", item.selectFirst("> dc|date"));
        put(record, "SP", item.selectFirst("> bib|pages"));
        put(record, "AB", item.selectFirst("> dcterms|abstract"));
        put(record, "LA", item.selectFirst("> z|language"));
        for (Element holder : whole == null ? List.of(item) : List.of(item, whole)) {
            put(record, "VL", holder.selectFirst("> prism|volume"));
            put(record, "IS", holder.selectFirst("> prism|number"));
            for (Element identifier : holder.select("> dc|identifier")) {
                String text = identifier.text().strip();
                if (text.regionMatches(true, 0, "DOI", 0, 3)) {
                    record.add("DO", text.substring(3).strip());
                } else if (text.regionMatches(true, 0, "ISSN", 0, 4)) {
                    record.add("SN", text.substring(4).strip());
                } else if (identifier.selectFirst("rdf|value") != null) {
                    record.add("UR", text);
                }
            }
        }
        if (whole != null) {
            put(record, "T2", whole.selectFirst("> dc|title"));
        }
        item.select("> dc|description").forEach(each -> JsonRecords.extra(record, each.wholeText()));
        for (Element person : item.select("> bib|authors foaf|Person")) {
            String family = person.select("foaf|surname").text().strip();
            String given =
                    person.select("foaf|givenName, foaf|givenname").text().strip();
            record.add("AU", given.isEmpty() ? family : family + ", " + given);
        }
        item.select("> dc|subject").forEach(each -> put(record, "KW", each));
        for (Element link : item.select("> link|link")) {
            Element attached = named.get(link.attr("rdf:resource"));
            Element resource = attached == null ? null : attached.selectFirst("> rdf|resource");
            if (resource != null) {
                record.attach(AttachedFiles.path(resource.attr("rdf:resource")));
            }
        }
        return record;
    }

    private static void put(TaggedRecord record, String tag, @Nullable Element element) {
        if (element != null && !element.text().isBlank()) {
            record.add(tag, element.text().strip());
        }
    }
}
