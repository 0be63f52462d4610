package dev.apatite.reading.xml;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Funding;
import dev.apatite.paper.PaperId;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.shared.ArticleTypes;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What scripts ask of a JATS paper beside its title and authors: sort, ISSN, licence, funding, keywords, other versions. */
final class JatsCatalogue {
    private final XmlElement article;
    private final PaperDraft draft;

    JatsCatalogue(XmlElement article, PaperDraft draft) {
        this.article = article;
        this.draft = draft;
    }

    void journal(XmlElement journal) {
        for (XmlElement issn : journal.elements("issn")) {
            String printed = Identifiers.issn(issn.text());
            boolean electronic = (issn.attribute("pub-type") + issn.attribute("publication-format"))
                    .toLowerCase(Locale.ROOT)
                    .startsWith("e");
            if (printed != null && (draft.issn == null || electronic)) {
                draft.issn = printed;
            }
        }
        XmlElement linking = journal.child("issn-l");
        if (draft.issn == null && linking != null) {
            draft.issn = Identifiers.issn(linking.text());
        }
    }

    void article(XmlElement meta) {
        types(meta);
        license(meta);
        funding(meta);
        keywords(meta);
        related(meta);
    }

    private void types(XmlElement meta) {
        for (XmlElement group : meta.all("subj-group")) {
            String type = group.attribute("subj-group-type").toLowerCase(Locale.ROOT);
            if (type.isEmpty() || type.matches("heading|article-?type|display-channel|toc-?heading|section|category")) {
                for (XmlElement subject : group.elements("subject")) {
                    String printed = subject.text();
                    if (!printed.isEmpty() && !draft.publicationTypes.contains(printed)) {
                        draft.publicationTypes.add(printed);
                    }
                }
            }
        }
        ArticleType tagged = ArticleTypes.ofTag(article.attribute("article-type"));
        draft.articleType = tagged == null ? ArticleTypes.ofPrinted(draft.publicationTypes, draft.title) : tagged;
    }

    private void license(XmlElement meta) {
        for (XmlElement license : meta.all("license")) {
            String address = license.attribute("href");
            for (XmlElement link : license.all("license_ref", "ext-link", "uri")) {
                String found = link.attribute("href").isEmpty() ? link.text() : link.attribute("href");
                if (address.isEmpty() && found.startsWith("http")) {
                    address = found;
                }
            }
            String words = license.text();
            if (draft.license == null && !(address + words).isEmpty()) {
                draft.license = address.isEmpty() ? words : address;
            }
        }
    }

    private void funding(XmlElement meta) {
        for (XmlElement award : meta.all("award-group")) {
            List<String> sources = new ArrayList<>();
            for (XmlElement source : award.elements("funding-source")) {
                XmlElement institution = source.first("institution");
                sources.add((institution == null ? source : institution).text());
            }
            sources.removeIf(String::isEmpty);
            String source = sources.isEmpty() ? null : String.join("; ", sources);
            List<XmlElement> ids = award.elements("award-id");
            if (ids.isEmpty()) {
                add(source, null);
            }
            ids.forEach(id -> add(source, id.text()));
        }
    }

    private void add(@Nullable String source, @Nullable String award) {
        String id = award == null || award.isEmpty() ? null : award;
        Funding funding = new Funding(source, id);
        if ((source != null || id != null) && !draft.funding.contains(funding)) {
            draft.funding.add(funding);
        }
    }

    /** Keywords group by group, those in the paper's own language first. */
    private void keywords(XmlElement meta) {
        List<XmlElement> groups = new ArrayList<>();
        for (XmlElement group : meta.elements("kwd-group")) {
            String type = group.attribute("kwd-group-type").toLowerCase(Locale.ROOT);
            if (!type.contains("abbr") && !type.contains("heading")) {
                groups.add(group);
            }
        }
        groups.stream().filter(this::isOwnLanguage).forEach(group -> JatsFront.keywords(group, draft));
        groups.stream().filter(group -> !isOwnLanguage(group)).forEach(group -> JatsFront.keywords(group, draft));
    }

    private boolean isOwnLanguage(XmlElement group) {
        String language = group.attribute("lang").toLowerCase(Locale.ROOT);
        return language.length() < 2 || draft.language == null || language.startsWith(draft.language);
    }

    private void related(XmlElement meta) {
        for (XmlElement related : meta.all("related-article", "related-object")) {
            String doi = Identifiers.taggedDoi(related.attribute("href"));
            doi = doi == null ? Identifiers.doi(related.text()) : doi;
            String type = (related.attribute("related-article-type")
                            + related.attribute("related-object-type")
                            + related.attribute("link-type"))
                    .toLowerCase(Locale.ROOT);
            if (doi != null) {
                add(isVersion(type), doi);
            }
        }
        for (XmlElement event : meta.all("event")) {
            if (isVersion(event.attribute("event-type").toLowerCase(Locale.ROOT))) {
                for (XmlElement address : event.all("self-uri", "article-id", "ext-link", "uri")) {
                    String doi = Identifiers.taggedDoi(
                            address.attribute("href").isEmpty() ? address.text() : address.attribute("href"));
                    if (doi != null) {
                        add(true, doi);
                    }
                }
            }
        }
    }

    private static boolean isVersion(String type) {
        return type.matches(".*(?:pre-?print|version|published-(?:article|in|as)|peer-reviewed-article|postprint).*");
    }

    private void add(boolean version, String doi) {
        String id = PaperId.slug(doi);
        if (version && !draft.relatedVersions.contains(id)) {
            draft.relatedVersions.add(id);
        } else if (!version && !draft.relatedWorks.contains(doi)) {
            draft.relatedWorks.add(doi);
        }
    }
}
