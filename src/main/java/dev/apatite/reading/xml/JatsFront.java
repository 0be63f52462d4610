package dev.apatite.reading.xml;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.shared.Keywords;
import dev.apatite.reading.shared.TextEnds;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata of a JATS paper: title, contributors, ids, journal, date, keywords, related works. */
final class JatsFront {
    private final XmlElement article;
    private final PaperDraft draft;

    JatsFront(XmlElement article, PaperDraft draft) {
        this.article = article;
        this.draft = draft;
    }

    void read() {
        String language = article.attribute("lang");
        draft.language = language.length() >= 2 ? language.substring(0, 2).toLowerCase(Locale.ROOT) : null;
        XmlElement front = article.child("front", "front-stub");
        if (front == null) {
            return;
        }
        XmlElement journal = front.child("journal-meta");
        JatsCatalogue catalogue = new JatsCatalogue(article, draft);
        if (journal != null) {
            catalogue.journal(journal);
            draft.journal = journal.firstText("journal-title");
            if (draft.journal == null) {
                draft.journal = journal.firstText("abbrev-journal-title");
            }
            for (XmlElement id : journal.elements("journal-id")) {
                if (draft.journal == null && id.attribute("journal-id-type").equals("nlm-ta")) {
                    draft.journal = id.text();
                }
            }
        }
        XmlElement meta = front.child("article-meta");
        meta = meta == null ? front : meta;
        title(meta);
        identifiers(meta);
        issue(meta);
        contributors(meta);
        catalogue.article(meta);
    }

    private void title(XmlElement meta) {
        XmlElement titles = titles(meta);
        StringBuilder title = new StringBuilder(orEmpty(withoutNotes(titles.child("article-title"))));
        for (XmlElement below : titles.elements("subtitle")) {
            String subtitle = orEmpty(withoutNotes(below));
            boolean parted = title.isEmpty() || ":?!.;-–—".indexOf(title.charAt(title.length() - 1)) >= 0;
            title.append(subtitle.isEmpty() || title.isEmpty() ? "" : parted ? " " : ": ")
                    .append(subtitle);
        }
        draft.title = title.isEmpty() ? null : title.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The title in other languages: text of the paper, but not the title that others cite. */
    static List<String> subtitles(XmlElement meta) {
        List<String> subtitles = new ArrayList<>();
        XmlElement titles = titles(meta);
        for (XmlElement below : titles.all("trans-title", "trans-subtitle")) {
            String printed = withoutNotes(below);
            if (printed != null) {
                subtitles.add(printed);
            }
        }
        return subtitles;
    }

    private static XmlElement titles(XmlElement meta) {
        XmlElement group = meta.child("title-group");
        return group == null ? meta : group;
    }

    private static @Nullable String withoutNotes(@Nullable XmlElement title) {
        if (title == null) {
            return null;
        }
        JatsText text = new JatsText();
        for (Object child : title.children()) {
            if (child instanceof XmlElement element) {
                if (!element.is("fn")
                        && !(element.is("xref") && element.attribute("ref-type").matches("fn|author-notes"))) {
                    text.add(element);
                }
            } else {
                text.add((String) child);
            }
        }
        return text.isEmpty() ? null : text.text();
    }

    private void identifiers(XmlElement meta) {
        for (XmlElement id : meta.elements("article-id")) {
            String value = id.text();
            switch (id.attribute("pub-id-type")) {
                case "doi" -> draft.doi = draft.doi == null ? orElse(Identifiers.taggedDoi(value), value) : draft.doi;
                case "pmid" -> draft.pmid = value.matches("\\d{1,9}") ? value : draft.pmid;
                case "pmc", "pmcid" ->
                    draft.pmcid =
                            value.matches("\\d{3,9}") ? "PMC" + value : orElse(Identifiers.pmcid(value), draft.pmcid);
                default -> {}
            }
        }
    }

    private static @Nullable String orElse(@Nullable String value, @Nullable String other) {
        return value == null ? other : value;
    }

    private void issue(XmlElement meta) {
        draft.volume = meta.childText("volume");
        draft.issue = meta.childText("issue");
        draft.firstPage = orElse(meta.childText("fpage"), meta.childText("elocation-id"));
        draft.lastPage = meta.childText("fpage") == null ? null : meta.childText("lpage");
        JatsDates.read(meta, draft);
    }

    private void contributors(XmlElement meta) {
        Map<String, String> affiliations = new HashMap<>();
        List<String> elsewhere = List.of("body", "back", "sub-article", "response", "aff-alternatives");
        for (XmlElement affiliation : article.all(List.of("aff"), elsewhere)) {
            affiliations.put(affiliation.attribute("id"), address(affiliation));
        }
        for (XmlElement alternatives : meta.all("aff-alternatives")) {
            alternatives.elements("aff").stream()
                    .findFirst()
                    .ifPresent(first -> affiliations.put(alternatives.attribute("id"), address(first)));
        }
        affiliations.remove("");
        for (XmlElement group : meta.elements("contrib-group")) {
            List<String> shared = new ArrayList<>();
            group.elements("aff").forEach(affiliation -> shared.add(address(affiliation)));
            if (shared.isEmpty() && meta.elements("contrib-group").size() == 1) {
                meta.elements("aff").forEach(affiliation -> shared.add(address(affiliation)));
            }
            boolean linked =
                    group.all("xref").stream().anyMatch(xref -> affiliations.containsKey(xref.attribute("rid")));
            // The members of a group stand within it; only whom the publisher calls an author is one of the byline.
            List<XmlElement> byline =
                    group.all(List.of("contrib"), List.of("collab", "collab-alternatives", "on-behalf-of"));
            for (XmlElement contributor : group.all("contrib")) {
                if (!byline.contains(contributor)
                        && !contributor.attribute("contrib-type").equals("author")) {
                    continue;
                }
                contributor(contributor, affiliations, shared.size() == 1 && !linked ? shared : List.of());
            }
        }
    }

    private void contributor(XmlElement contributor, Map<String, String> affiliations, List<String> shared) {
        String type = contributor.attribute("contrib-type");
        if (!type.isEmpty() && !type.toLowerCase(Locale.ROOT).matches("authors?|collab|group|corresp")) {
            return;
        }
        List<String> addresses = new ArrayList<>();
        contributor.elements("aff").forEach(affiliation -> addresses.add(address(affiliation)));
        StringBuilder links = new StringBuilder(contributor.attribute("rid"));
        for (XmlElement link : contributor.all(List.of("xref"), List.of("contrib-group", "collab"))) {
            links.append(' ').append(link.attribute("rid"));
        }
        for (String id : links.toString().split("\\s+", -1)) {
            String address = affiliations.get(id);
            if (address != null && !addresses.contains(address)) {
                addresses.add(address);
            }
        }
        addresses.removeIf(String::isBlank);
        List<String> all = addresses.isEmpty() ? shared : addresses;
        Author author = named(contributor, all);
        if (author != null && !draft.authors.contains(author)) {
            draft.authors.add(author);
        }
    }

    private static @Nullable Author named(XmlElement contributor, List<String> addresses) {
        XmlElement alternatives = contributor.child("name-alternatives");
        XmlElement name =
                alternatives == null ? contributor.child("name", "string-name") : JatsNames.preferred(alternatives);
        if (name != null) {
            String family = name.childText("surname");
            String given = name.childText("given-names");
            String suffix = name.childText("suffix");
            if (family == null && given == null) {
                List<Author> parsed = AuthorLine.parse(name.text());
                return parsed.isEmpty()
                        ? null
                        : new Author(
                                parsed.getFirst().family(), parsed.getFirst().given(), orcid(contributor), addresses);
            }
            String first = given == null || suffix == null ? given : given + ", " + suffix;
            return new Author(family, first, orcid(contributor), addresses);
        }
        XmlElement group = contributor.child("collab", "collab-alternatives", "institution");
        group = group != null && group.is("collab-alternatives") ? JatsNames.preferred(group) : group;
        if (group == null) {
            return null;
        }
        JatsText text = new JatsText();
        for (Object child : group.children()) {
            if (child instanceof XmlElement element) {
                if (!element.is("contrib-group", "xref", "contrib", "fn", "aff", "address")) {
                    text.add(element);
                }
            } else {
                text.add((String) child);
            }
        }
        String whole = TextEnds.withoutEnd(text.text(), ",;:");
        return whole.isEmpty() ? null : new Author(whole, null, null, addresses);
    }

    private static @Nullable String orcid(XmlElement contributor) {
        for (XmlElement id : contributor.elements("contrib-id", "uri", "ext-link")) {
            String orcid = Identifiers.orcid(id.text() + ' ' + id.attribute("href"));
            if (orcid != null) {
                return orcid;
            }
        }
        return null;
    }

    /** An affiliation's address without its label. */
    private static String address(XmlElement affiliation) {
        JatsText text = new JatsText();
        boolean afterElement = false;
        for (Object child : affiliation.children()) {
            if (child instanceof XmlElement element) {
                if (!element.is("label", "sup", "institution-id", "xref")) {
                    if (afterElement) {
                        text.add(", ");
                    }
                    if (element.is("institution-wrap")) {
                        element.elements("institution").forEach(text::addContent);
                    } else {
                        text.add(element);
                    }
                    afterElement = true;
                }
            } else {
                text.add((String) child);
                afterElement &= ((String) child).isBlank();
            }
        }
        return AddressText.cleaned(text.text());
    }

    /** Adds the keywords of one group. */
    static void keywords(XmlElement group, PaperDraft draft) {
        for (XmlElement keyword : group.all("kwd", "compound-kwd")) {
            JatsText text = new JatsText();
            text.addContent(keyword);
            keyword(text.text().replaceAll("[.;,]$", ""), draft);
        }
        for (XmlElement list : group.elements("unstructured-kwd-group")) {
            Keywords.split(list.text()).forEach(each -> keyword(each, draft));
        }
    }

    private static void keyword(String printed, PaperDraft draft) {
        if (!printed.isEmpty() && !draft.keywords.contains(printed)) {
            draft.keywords.add(printed);
        }
    }
}
