package dev.apatite.reading.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An article in BioMed Central's own XML ({@code art}: front matter {@code fm}, body {@code bdy}, back matter
 * {@code bm}), which it published until 2016, in the terms of JATS: the same tree under JATS' names.
 */
final class BmcArticle {
    private static final String ABSTRACT = "abstract";

    private BmcArticle() {}

    /** The article as JATS names its parts. */
    static XmlElement asJats(XmlElement art) {
        XmlElement front = art.child("fm");
        XmlElement body = art.child("bdy");
        XmlElement back = art.child("bm");
        String type = front == null ? null : front.childText("dochead");
        XmlElement article = new XmlElement("article", Map.of("article-type", type == null ? "" : type));
        if (front != null) {
            article.add(front(front));
        }
        if (body != null) {
            article.add(BmcText.copy(body, "body"));
        }
        if (back != null) {
            article.add(back(back));
        }
        return article;
    }

    private static XmlElement front(XmlElement front) {
        XmlElement journal = XmlElement.of("journal-meta");
        XmlElement meta = XmlElement.of("article-meta");
        XmlElement entry = front.child("bibl");
        if (entry != null) {
            BmcText.renamed(entry, "source", "journal-title").forEach(journal::add);
            entry(entry, meta);
        }
        XmlElement published = front.child("history") == null ? null : front.first("pub");
        if (published != null) {
            published.all("date").forEach(date -> meta.add(BmcText.copy(date, "pub-date")));
        }
        front.elements("abs").forEach(each -> abstracts(each, meta));
        for (XmlElement group : front.elements("kwdg")) {
            meta.add(BmcText.copy(group, "kwd-group"));
        }
        return XmlElement.of("front", journal, meta);
    }

    private static void entry(XmlElement entry, XmlElement meta) {
        for (XmlElement id : entry.all("pubid")) {
            meta.add(BmcCitation.identifier(id, "article-id"));
        }
        XmlElement titles = XmlElement.of("title-group");
        BmcText.renamed(entry, "title", "article-title").forEach(titles::add);
        meta.add(titles);
        XmlElement people = XmlElement.of("contrib-group");
        for (XmlElement group : entry.elements("aug")) {
            group.elements("au").forEach(author -> people.add(contributor(author)));
        }
        meta.add(people);
        for (XmlElement group : entry.elements("insg")) {
            for (XmlElement institution : group.elements("ins")) {
                XmlElement address = new XmlElement("aff", Map.of("id", institution.attribute("id")));
                BmcText.content(institution).forEach(address::add);
                meta.add(address);
            }
        }
        BmcText.renamed(entry, "pubdate", "year").forEach(year -> meta.add(XmlElement.of("pub-date", year)));
        for (String name : List.of("volume", "issue", "fpage", "lpage")) {
            BmcText.renamed(entry, name, name).forEach(meta::add);
        }
    }

    private static XmlElement contributor(XmlElement author) {
        XmlElement contributor = new XmlElement("contrib", Map.of("contrib-type", "author"));
        contributor.add(BmcCitation.name(author));
        for (XmlElement link : author.elements("insr")) {
            contributor.add(new XmlElement("xref", Map.of("ref-type", "aff", "rid", link.attribute("iid"))));
        }
        return contributor;
    }

    /** The abstract is a section within {@code abs}; one behind it is a translation or a summary for others. */
    private static void abstracts(XmlElement abs, XmlElement meta) {
        List<XmlElement> sections = abs.elements("sec");
        boolean parts = sections.isEmpty()
                || sections.size() != abs.elements().size()
                || sections.size() > 1 && sections.stream().noneMatch(section -> section.child("sec") != null);
        if (parts) {
            meta.add(BmcText.copy(abs, ABSTRACT));
            return;
        }
        for (XmlElement section : sections) {
            String type = section == sections.getFirst() ? "" : "summary";
            XmlElement copy = new XmlElement(ABSTRACT, Map.of("abstract-type", type));
            BmcText.content(section).forEach(copy::add);
            meta.add(copy);
        }
    }

    private static XmlElement back(XmlElement back) {
        XmlElement copy = XmlElement.of("back");
        for (XmlElement block : back.elements()) {
            switch (block.name) {
                case "ack" -> thanks(block, copy);
                case "refgrp" -> copy.add(references(block));
                default -> BmcText.content(XmlElement.of("bm", block)).forEach(copy::add);
            }
        }
        return copy;
    }

    /** Thanks are a section within {@code ack}, which may hold further ones. */
    private static void thanks(XmlElement thanks, XmlElement back) {
        List<Object> rest = new ArrayList<>();
        for (Object child : BmcText.content(thanks)) {
            if (child instanceof XmlElement section && section.is("sec")) {
                XmlElement copy = XmlElement.of("ack");
                section.children().forEach(copy::add);
                back.add(copy);
            } else {
                rest.add(child);
            }
        }
        back.add(XmlElement.of("ack", rest.toArray()));
    }

    private static XmlElement references(XmlElement group) {
        XmlElement list = XmlElement.of("ref-list");
        int number = 0;
        for (XmlElement entry : group.all("bibl")) {
            XmlElement reference = new XmlElement("ref", Map.of("id", entry.attribute("id")));
            reference.add(XmlElement.of("label", Integer.toString(++number)));
            reference.add(BmcCitation.asJats(entry));
            list.add(reference);
        }
        return list;
    }
}
