package dev.apatite.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.export.Dates;
import dev.apatite.export.Licence;
import dev.apatite.export.PageRange;
import dev.apatite.export.WebAddresses;
import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.search.PaperCard;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its paper to programs that cite: the tags that Google Scholar and Zotero read, schema.org's linked
 * data, and OpenURL's ContextObject in a SPAN (COinS).
 *
 * @param paper whose page it is
 */
public record Citing(Paper paper) {
    private static final ObjectMapper JSON_LD = JsonMapper.builder().build();

    /** A {@code meta} element. */
    public record Tag(String name, String content) {}

    /** Another form of the same paper. */
    public record Alternate(String mediaType, String title, String href) {}

    /** The {@code citation_*} tags but those of files, an author's institution and ORCID behind the author. */
    public List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        tag(tags, "title", paper.title());
        for (Author author : paper.authors()) {
            PersonalName name = PersonalName.of(author);
            String suffix = name.suffix() == null ? "" : " " + name.suffix();
            tag(tags, "author", name.isLiteral() ? name.family() : name.family() + ", " + name.given() + suffix);
            author.affiliations().forEach(each -> tag(tags, "author_institution", each));
            tag(tags, "author_orcid", author.orcid() == null ? null : "https://orcid.org/" + author.orcid());
        }
        tag(tags, "journal_title", paper.journal());
        String date = Dates.printed(paper);
        tag(tags, "publication_date", date == null ? null : date.replace('-', '/'));
        tag(tags, "volume", paper.volume());
        tag(tags, "issue", paper.issue());
        tag(tags, "firstpage", paper.firstPage());
        tag(tags, "lastpage", paper.lastPage());
        tag(tags, "issn", paper.bibliography().issn());
        tag(tags, "doi", paper.doi());
        tag(tags, "pmid", paper.pmid());
        tag(tags, "language", paper.language());
        tag(tags, "keywords", paper.keywords().isEmpty() ? null : String.join("; ", paper.keywords()));
        tag(tags, "abstract", abstractOf());
        return tags;
    }

    private static void tag(List<Tag> tags, String name, @Nullable String content) {
        if (content != null && !content.isBlank()) {
            tags.add(new Tag("citation_" + name, content));
        }
    }

    private @Nullable String abstractOf() {
        String text = paper.sections().stream()
                .filter(each -> each.kind() == SectionKind.ABSTRACT)
                .map(Section::text)
                .collect(Collectors.joining(" "))
                .replace('\n', ' ')
                .strip();
        return text.isEmpty() ? null : text;
    }

    /** The forms in which reference managers and programs take it. */
    public List<Alternate> alternates() {
        String address = "/api/v1/papers/" + paper.id();
        return List.of(
                new Alternate("application/json", "JSON", address),
                new Alternate("application/x-bibtex", "BibTeX", address + "?format=bibtex"),
                new Alternate("application/x-research-info-systems", "RIS", address + "?format=ris"),
                new Alternate("application/vnd.citationstyles.csl+json", "CSL-JSON", address + "?format=csl-json"),
                new Alternate("application/jats+xml", "JATS", address + "?format=jats"));
    }

    /** A ScholarlyArticle as JSON-LD that may stand within a script element. */
    public String linkedData() {
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("@context", "https://schema.org");
        article.put("@type", "ScholarlyArticle");
        put(article, "@id", WebAddresses.of(paper));
        put(article, "headline", paper.title());
        put(article, "name", paper.title());
        article.put("author", paper.authors().stream().map(Citing::person).toList());
        put(article, "datePublished", Dates.printed(paper));
        put(article, "inLanguage", paper.language());
        put(article, "abstract", abstractOf());
        put(article, "keywords", paper.keywords().isEmpty() ? null : paper.keywords());
        put(article, "license", Licence.address(paper));
        put(article, "isAccessibleForFree", Licence.isOpen(paper) ? true : null);
        put(article, "pageStart", paper.firstPage());
        put(article, "pageEnd", paper.lastPage());
        put(article, "sameAs", WebAddresses.of(paper));
        put(article, "isPartOf", issue());
        try {
            return JSON_LD.writeValueAsString(article).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> person(Author author) {
        PersonalName name = PersonalName.of(author);
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("@type", name.isLiteral() ? "Organization" : "Person");
        if (name.isLiteral()) {
            person.put("name", name.family());
        } else {
            person.put("givenName", String.valueOf(name.given()));
            person.put("familyName", name.family());
            put(person, "honorificSuffix", name.suffix());
        }
        put(person, "identifier", author.orcid() == null ? null : "https://orcid.org/" + author.orcid());
        put(
                person,
                "affiliation",
                author.affiliations().isEmpty()
                        ? null
                        : author.affiliations().stream()
                                .map(each -> Map.of("@type", "Organization", "name", each))
                                .toList());
        return person;
    }

    private @Nullable Map<String, Object> issue() {
        if (paper.journal() == null) {
            return null;
        }
        Map<String, Object> journal = new LinkedHashMap<>();
        journal.put("@type", "Periodical");
        journal.put("name", String.valueOf(paper.journal()));
        put(journal, "issn", paper.bibliography().issn());
        Map<String, Object> volume = new LinkedHashMap<>();
        volume.put("@type", "PublicationVolume");
        put(volume, "volumeNumber", paper.volume());
        volume.put("isPartOf", journal);
        if (paper.issue() == null) {
            return volume;
        }
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("@type", "PublicationIssue");
        issue.put("issueNumber", String.valueOf(paper.issue()));
        issue.put("isPartOf", volume);
        return issue;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** The same in a span's title, as lists of papers carry it. */
    public static String coins(PaperCard paper) {
        StringBuilder coins = new StringBuilder("ctx_ver=Z39.88-2004&rft_val_fmt=")
                .append(encoded("info:ofi/fmt:kev:mtx:journal"))
                .append("&rft.genre=article");
        part(coins, "rft_id", paper.doi() == null ? null : "info:doi/" + paper.doi());
        part(coins, "rft_id", paper.pmid() == null ? null : "info:pmid/" + paper.pmid());
        part(coins, "rft.atitle", paper.title());
        part(coins, "rft.jtitle", paper.journal());
        part(coins, "rft.date", paper.year());
        part(coins, "rft.volume", paper.volume());
        part(coins, "rft.issue", paper.issue());
        part(coins, "rft.pages", PageRange.range(paper.firstPage(), paper.lastPage(), "-"));
        for (Author author : paper.authors()) {
            PersonalName name = PersonalName.of(author);
            part(coins, "rft.au", name.isLiteral() ? name.family() : name.family() + ", " + name.given());
        }
        return coins.toString();
    }

    private static void part(StringBuilder coins, String name, @Nullable Object value) {
        if (value != null) {
            coins.append('&').append(name).append('=').append(encoded(value.toString()));
        }
    }

    private static String encoded(String text) {
        // These mean nothing in a query, and are many in a list of papers.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2F", "/")
                .replace("%2C", ",");
    }
}
