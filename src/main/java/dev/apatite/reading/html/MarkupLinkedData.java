package dev.apatite.reading.html;

import static dev.apatite.reading.html.MarkupMetadata.first;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.paper.Author;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a page's JSON-LD says of its article, in the terms of schema.org; what the draft knows already stays. */
final class MarkupLinkedData {
    private static final int DEEPEST = 8;

    private final MarkupMetadata metadata;
    private final PaperDraft draft;
    private final Map<String, JsonNode> byId = new HashMap<>();
    /** Ids make a graph of the tree, so that each of its things is read once only. */
    private final Set<JsonNode> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    MarkupLinkedData(MarkupMetadata metadata, PaperDraft draft) {
        this.metadata = metadata;
        this.draft = draft;
    }

    void read(JsonNode root) {
        for (JsonNode node : root.path("@graph")) {
            String id = node.path("@id").asText();
            if (!id.isEmpty()) {
                byId.put(id, node);
            }
        }
        find(root, 0);
    }

    private void find(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(each -> find(each, depth + 1));
            return;
        }
        if (node.path("@type").toString().contains("Article")) {
            article(node);
            return;
        }
        find(node.path("@graph"), depth + 1);
        find(node.path("mainEntity"), depth + 1);
        find(node.path("mainEntityOfPage"), depth + 1);
    }

    private void article(JsonNode article) {
        draft.title = first(draft.title, first(text(article.path("headline")), text(article.path("name"))));
        if (draft.authors.isEmpty()) {
            each(article.path("author")).forEach(this::author);
        }
        String date = text(article.path("datePublished"));
        if (date != null) {
            metadata.year(date);
        }
        identifiers(article);
        part(article.path("isPartOf"), 0);
        draft.volume = first(draft.volume, text(article.path("volumeNumber")));
        if (draft.firstPage == null) {
            draft.firstPage = text(article.path("pageStart"));
            draft.lastPage = first(draft.lastPage, text(article.path("pageEnd")));
        }
        if (draft.keywords.isEmpty()) {
            for (JsonNode keyword : each(article.path("keywords"))) {
                String words = first(text(keyword), text(keyword.path("name")));
                if (words != null) {
                    metadata.keywords(words);
                }
            }
        }
    }

    private void identifiers(JsonNode article) {
        for (String key : List.of("identifier", "@id", "sameAs", "doi", "url")) {
            draft.doi = first(draft.doi, Identifiers.doi(article.path(key).toString()));
        }
        for (JsonNode identifier : each(article.path("identifier"))) {
            String kind = identifier.path("propertyID").asText();
            String value = text(identifier.path("value"));
            if (value != null && kind.matches("(?i).*(?:pmid|pubmed)") && value.matches("\\d{1,9}")) {
                draft.pmid = first(draft.pmid, value);
            } else if (value != null && kind.matches("(?i).*pmc(?:id)?")) {
                draft.pmcid = first(draft.pmcid, Identifiers.pmcid(value));
            }
        }
    }

    /** A name, a person or an organization, or several under one name; those of a graph may be named by their id. */
    private void author(JsonNode named) {
        JsonNode author = resolved(named);
        if (!visited.add(author)) {
            return;
        }
        if (author.isTextual() || author.path("name").isArray()) {
            for (JsonNode name : author.isTextual() ? List.of(author) : each(author.path("name"))) {
                for (String each : MarkupReferences.names(MarkupMetadata.folded(name.asText()))) {
                    metadata.author(each, null, List.of());
                }
            }
            return;
        }
        String orcid = Identifiers.orcid(author.path("@id") + " " + author.path("sameAs") + " "
                + author.path("identifier") + " " + author.path("url"));
        List<String> addresses = new ArrayList<>();
        for (JsonNode affiliation : each(author.path("affiliation"))) {
            String address = first(text(affiliation), text(affiliation.path("name")));
            if (address != null) {
                addresses.add(address);
            }
        }
        String family = text(author.path("familyName"));
        String name = text(author.path("name"));
        if (family != null) {
            draft.authors.add(new Author(family, text(author.path("givenName")), orcid, addresses));
        } else if (name != null && author.path("@type").asText().equals("Organization")) {
            draft.authors.add(new Author(name, null, null, addresses));
        } else if (name != null) {
            metadata.author(name, orcid, addresses);
        }
    }

    /** An issue is part of a volume, a volume of a journal. */
    private void part(JsonNode named, int depth) {
        JsonNode part = resolved(named);
        if (depth > DEEPEST || !visited.add(part)) {
            return;
        }
        if (part.isArray()) {
            part.forEach(each -> part(each, depth + 1));
            return;
        }
        draft.volume = first(draft.volume, text(part.path("volumeNumber")));
        draft.issue = first(draft.issue, text(part.path("issueNumber")));
        String type = part.path("@type").toString();
        if (type.contains("Periodical") || part.path("name").isTextual() && !type.contains("WebSite")) {
            draft.journal = first(draft.journal, text(part.path("name")));
        }
        if (part.has("isPartOf")) {
            part(part.path("isPartOf"), depth + 1);
        }
    }

    /** The thing that is named by its id, or the node itself. */
    private JsonNode resolved(JsonNode named) {
        String id = named.path("@id").asText();
        return id.isEmpty() ? named : byId.getOrDefault(id, named);
    }

    private static Iterable<JsonNode> each(JsonNode node) {
        return node.isArray() ? node : node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.isValueNode() ? MarkupMetadata.folded(node.asText()) : "";
        return text.isEmpty() || text.equals("null") ? null : text;
    }
}
