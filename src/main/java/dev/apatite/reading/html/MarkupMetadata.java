package dev.apatite.reading.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.byline.NameWords;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.shared.ConversionMarks;
import dev.apatite.reading.shared.Keywords;
import dev.apatite.text.Identifiers;
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

    private static final Pattern DAY =
            Pattern.compile("^\\s*(\\d{4})[-/.](0[1-9]|1[0-2])(?:[-/.](0[1-9]|[12]\\d|3[01]))?(?![\\d])");

    private final ObjectMapper json = new ObjectMapper();
    private final PaperDraft draft;

    MarkupMetadata(PaperDraft draft) {
        this.draft = draft;
    }

    void read(Document page) {
        language(page.select("html").attr("lang"));
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
                new MarkupLinkedData(this, draft).read(json.readTree(script.data()));
            } catch (JsonProcessingException e) {
                draft.warnings.add("The page's JSON-LD is broken and was not read.");
            }
        }
    }

    private void take(String named, String value, boolean cited) {
        // Bepress' tags are Highwire's under its own name.
        String name = named.startsWith("bepress_citation_") ? named.substring("bepress_".length()) : named;
        switch (name) {
            case "citation_title" -> draft.title = value;
            case "citation_journal_title", "prism.publicationname" -> draft.journal = first(draft.journal, value);
            case "citation_author" -> author(value, null, List.of());
            case "citation_authors" -> List.of(value.split(";", -1)).forEach(each -> author(each, null, List.of()));
            case "citation_author_institution" -> affiliation(value);
            case "citation_author_orcid" -> orcid(value);
            case "citation_doi", "prism.doi", "dc.identifier.doi" ->
                draft.doi = first(draft.doi, Identifiers.doi(value));
            case "citation_pmid" -> draft.pmid = value.matches("\\d{1,9}") ? value : draft.pmid;
            case "citation_pmcid", "citation_pmc" -> draft.pmcid = first(draft.pmcid, Identifiers.pmcid(value));
            case "citation_volume", "prism.volume", "dc.source.volume" -> draft.volume = first(draft.volume, value);
            case "citation_issue", "prism.number", "dc.source.issue" -> draft.issue = first(draft.issue, value);
            case "citation_firstpage", "prism.startingpage" -> draft.firstPage = first(draft.firstPage, value);
            case "citation_lastpage", "prism.endingpage" -> draft.lastPage = first(draft.lastPage, value);
            case "citation_publication_date", "citation_date", "citation_year", "prism.publicationdate" -> year(value);
            case "citation_online_date" -> year(value);
            case "citation_keywords", "citation_keyword", "dc.subject", "dcterms.subject" -> keywords(value);
            case "citation_language", "dc.language" -> language(value);
            case "dc.title", "dcterms.title" -> draft.title = first(draft.title, value);
            case "dc.creator", "dcterms.creator", "dc.creator.personalname" -> {
                if (!cited) {
                    author(value, null, List.of());
                }
            }
            case "dc.identifier", "dcterms.identifier" -> draft.doi = first(draft.doi, Identifiers.doi(value));
            case "dc.date", "dcterms.issued", "dc.date.issued", "dcterms.date" -> year(value);
            case "dc.source", "dcterms.ispartof" ->
                draft.journal = value.length() < 120 ? first(draft.journal, value) : draft.journal;
            default -> {}
        }
    }

    private void language(String value) {
        if (value.matches("[a-zA-Z]{2}(?:[-_].*)?")) {
            draft.language = value.substring(0, 2).toLowerCase(Locale.ROOT);
        }
    }

    static @Nullable String first(@Nullable String known, @Nullable String value) {
        return known == null ? value : known;
    }

    void year(String value) {
        Matcher year = YEAR.matcher(value);
        if (draft.year == null && year.find()) {
            draft.year = Integer.valueOf(year.group(1));
            Matcher day = DAY.matcher(value);
            if (day.find() && draft.publicationDate == null) {
                draft.publicationDate = day.group(3) == null
                        ? day.group(1) + "-" + day.group(2)
                        : day.group(1) + "-" + day.group(2) + "-" + day.group(3);
            }
        }
    }

    void keywords(String value) {
        Keywords.split(value).stream()
                .filter(keyword -> !draft.keywords.contains(keyword))
                .forEach(draft.keywords::add);
    }

    /** "Family, Given" or "Given Family". */
    void author(String value, @Nullable String orcid, List<String> addresses) {
        String name = value.strip();
        int comma = name.indexOf(',');
        Author author = null;
        if (comma > 0 && comma < name.length() - 1) {
            author = Author.of(
                    name.substring(0, comma).strip(), name.substring(comma + 1).strip());
        } else if (!name.isEmpty()) {
            List<Author> parsed = AuthorLine.parse(name);
            author = parsed.isEmpty() ? Author.of(name, null) : parsed.getFirst();
        }
        if (author != null) {
            Author found = new Author(author.family(), author.given(), orcid, addresses);
            String words = NameWords.words(found);
            if (draft.authors.stream().noneMatch(known -> NameWords.words(known).equals(words))) {
                draft.authors.add(found);
            }
        }
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

    static String folded(String text) {
        return ConversionMarks.spaced(text).replaceAll("\\s+", " ").strip();
    }
}
