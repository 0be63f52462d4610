package dev.apatite.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.paper.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about its article in its head: {@code citation_*} tags, Dublin Core, JSON-LD; the first wins. */
final class MarkupMetadata {
    private static final Pattern YEAR = Pattern.compile("\\b(1[6-9]\\d{2}|20\\d{2})\\b");
    private static final int DEEPEST = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final PaperDraft draft;

    MarkupMetadata(PaperDraft draft) {
        this.draft = draft;
    }

    void read(Document page) {
        String language = page.select("html").attr("lang");
        draft.language = language.matches("[a-zA-Z]{2}(?:[-_].*)?")
                ? language.substring(0, 2).toLowerCase(Locale.ROOT)
                : null;
        boolean cited = page.select("meta[name=citation_title], meta[name=citation_doi]")
                        .size()
                > 0;
        for (Element meta : page.select("meta[name], meta[property]")) {
            String name = (meta.hasAttr("name") ? meta.attr("name") : meta.attr("property")).toLowerCase(Locale.ROOT);
            String value = folded(meta.attr("content"));
            if (!value.isEmpty()) {
                take(name, value, cited);
            }
        }
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                linked(json.readTree(script.data()), 0);
            } catch (JsonProcessingException e) {
                draft.warnings.add("The page's JSON-LD is broken and was not read.");
            }
        }
    }

    private void take(String name, String value, boolean cited) {
        switch (name) {
            case "citation_title" -> draft.title = value;
            case "citation_journal_title", "prism.publicationname" -> draft.journal = first(draft.journal, value);
            case "citation_author" -> author(value, List.of());
            case "citation_authors" -> List.of(value.split(";", -1)).forEach(each -> author(each, List.of()));
            case "citation_author_institution" -> affiliation(value);
            case "citation_author_orcid" -> orcid(value);
            case "citation_doi", "prism.doi", "bepress_citation_doi" ->
                draft.doi = first(draft.doi, Identifiers.doi(value));
            case "citation_pmid" -> draft.pmid = value.matches("\\d{1,9}") ? value : draft.pmid;
            case "citation_pmcid", "citation_pmc" -> draft.pmcid = first(draft.pmcid, Identifiers.pmcid(value));
            case "citation_volume", "prism.volume" -> draft.volume = first(draft.volume, value);
            case "citation_issue", "prism.number" -> draft.issue = first(draft.issue, value);
            case "citation_firstpage", "prism.startingpage" -> draft.firstPage = first(draft.firstPage, value);
            case "citation_lastpage", "prism.endingpage" -> draft.lastPage = first(draft.lastPage, value);
            case "citation_publication_date", "citation_date", "citation_year", "prism.publicationdate" -> year(value);
            case "citation_online_date" -> year(value);
            case "citation_keywords", "dc.subject" -> keywords(value);
            case "citation_language" -> draft.language = value.matches("[a-z]{2}") ? value : draft.language;
            case "dc.title", "dcterms.title" -> draft.title = first(draft.title, value);
            case "dc.creator", "dcterms.creator" -> {
                if (!cited) {
                    author(value, List.of());
                }
            }
            case "dc.identifier" -> draft.doi = first(draft.doi, Identifiers.doi(value));
            case "dc.date", "dcterms.issued" -> year(value);
            case "dc.source", "dcterms.ispartof" ->
                draft.journal = value.length() < 120 ? first(draft.journal, value) : draft.journal;
            default -> {}
        }
    }

    private static @Nullable String first(@Nullable String known, @Nullable String value) {
        return known == null ? value : known;
    }

    private void year(String value) {
        Matcher year = YEAR.matcher(value);
        if (draft.year == null && year.find()) {
            draft.year = Integer.valueOf(year.group(1));
        }
    }

    private void keywords(String value) {
        Keywords.split(value).stream()
                .filter(keyword -> !draft.keywords.contains(keyword))
                .forEach(draft.keywords::add);
    }

    /** "Family, Given" or "Given Family". */
    private void author(String value, List<String> addresses) {
        String name = value.strip();
        int comma = name.indexOf(',');
        Author author = null;
        if (comma > 0 && comma < name.length() - 1) {
            author = new Author(
                    name.substring(0, comma).strip(), name.substring(comma + 1).strip(), null, addresses);
        } else if (!name.isEmpty()) {
            List<Author> parsed = AuthorLine.parse(name);
            author = parsed.isEmpty() ? Author.of(name, null) : parsed.getFirst();
        }
        Author found = author;
        if (found != null && draft.authors.stream().noneMatch(known -> same(known, found))) {
            draft.authors.add(found);
        }
    }

    private static boolean same(Author known, Author other) {
        return Headings.words(known.family() + " " + known.given())
                .equals(Headings.words(other.family() + " " + other.given()));
    }

    private void affiliation(String address) {
        if (!draft.authors.isEmpty()) {
            Author last = draft.authors.removeLast();
            List<String> all = new ArrayList<>(last.affiliations());
            all.add(address);
            draft.authors.add(new Author(last.family(), last.given(), last.orcid(), all));
        }
    }

    private void orcid(String value) {
        String orcid = Identifiers.orcid(value);
        if (!draft.authors.isEmpty() && orcid != null) {
            Author last = draft.authors.removeLast();
            draft.authors.add(new Author(last.family(), last.given(), orcid, last.affiliations()));
        }
    }

    private void linked(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(each -> linked(each, depth + 1));
            return;
        }
        if (node.path("@type").toString().contains("Article")) {
            article(node);
            return;
        }
        linked(node.path("@graph"), depth + 1);
        linked(node.path("mainEntity"), depth + 1);
        linked(node.path("mainEntityOfPage"), depth + 1);
    }

    private void article(JsonNode article) {
        draft.title = first(
                draft.title,
                text(article.path("headline").isMissingNode() ? article.path("name") : article.path("headline")));
        if (draft.authors.isEmpty()) {
            JsonNode authors = article.path("author");
            for (JsonNode author :
                    authors.isArray() ? authors : json.createArrayNode().add(authors)) {
                String family = text(author.path("familyName"));
                String name = text(author.isTextual() ? author : author.path("name"));
                if (family != null) {
                    draft.authors.add(new Author(
                            family, text(author.path("givenName")), Identifiers.orcid(author.toString()), List.of()));
                } else if (name != null) {
                    author(name, List.of());
                }
            }
        }
        String date = text(article.path("datePublished"));
        if (date != null) {
            year(date);
        }
        for (String key : List.of("identifier", "@id", "sameAs", "doi", "url")) {
            draft.doi = first(draft.doi, Identifiers.doi(article.path(key).toString()));
        }
        part(article.path("isPartOf"), 0);
        if (draft.keywords.isEmpty()) {
            JsonNode keywords = article.path("keywords");
            for (JsonNode keyword :
                    keywords.isArray() ? keywords : json.createArrayNode().add(keywords)) {
                if (keyword.isTextual()) {
                    keywords(keyword.asText());
                }
            }
        }
    }

    /** An issue is part of a volume, a volume of a journal. */
    private void part(JsonNode part, int depth) {
        if (!part.isObject() || depth > DEEPEST) {
            return;
        }
        draft.volume = first(draft.volume, text(part.path("volumeNumber")));
        draft.issue = first(draft.issue, text(part.path("issueNumber")));
        if (part.path("@type").toString().contains("Periodical")
                || part.path("name").isTextual()) {
            draft.journal = first(draft.journal, text(part.path("name")));
        }
        part(part.path("isPartOf"), depth + 1);
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.isValueNode() ? folded(node.asText()) : "";
        return text.isEmpty() || text.equals("null") ? null : text;
    }

    private static String folded(String text) {
        return ConversionMarks.spaced(text).replaceAll("\\s+", " ").strip();
    }
}
