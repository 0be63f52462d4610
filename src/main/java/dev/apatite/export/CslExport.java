package dev.apatite.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CSL-JSON 1.0 (csl-data.json of the Citation Style Language), the array that citation processors and Zotero read. */
final class CslExport implements Export<Paper> {
    private final Appendable out;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private boolean first = true;

    CslExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(Paper paper) throws IOException {
        out.append(first ? "[\n" : ",\n");
        first = false;
        out.append(mapper.writeValueAsString(item(paper)));
    }

    private ObjectNode item(Paper paper) {
        ObjectNode item = mapper.createObjectNode();
        item.put("id", paper.id());
        item.put("type", paper.journal() == null ? "document" : "article-journal");
        put(item, "language", paper.language());
        if (!paper.authors().isEmpty()) {
            ArrayNode authors = item.putArray("author");
            paper.authors().forEach(each -> name(each, authors.addObject()));
        }
        int[] date = Dates.parts(paper);
        if (date.length > 0) {
            ArrayNode parts = item.putObject("issued").putArray("date-parts").addArray();
            for (int part : date) {
                parts.add(part);
            }
        }
        put(item, "abstract", RisExport.abstractOf(paper));
        put(item, "container-title", paper.journal());
        put(item, "DOI", paper.doi());
        put(item, "ISSN", paper.bibliography().issn());
        put(item, "issue", paper.issue());
        put(item, "keyword", paper.keywords().isEmpty() ? null : String.join(", ", paper.keywords()));
        put(item, "note", note(paper));
        put(item, "page", PageRange.range(paper.firstPage(), paper.lastPage(), "-"));
        put(item, "PMCID", paper.pmcid());
        put(item, "PMID", paper.pmid());
        put(item, "title", paper.title());
        put(item, "URL", WebAddresses.of(paper));
        put(item, "volume", paper.volume());
        return item;
    }

    private static void name(Author author, ObjectNode name) {
        PersonalName parts = PersonalName.of(author);
        if (parts.isLiteral()) {
            name.put("literal", parts.family());
            return;
        }
        put(name, "family", parts.family());
        put(name, "given", parts.given());
        put(name, "suffix", parts.suffix());
    }

    /** What CSL has no place for, as Zotero keeps it. */
    private static @Nullable String note(Paper paper) {
        Stream<String> licence =
                Stream.ofNullable(paper.bibliography().license()).map(each -> "License: " + each);
        Stream<String> orcids = paper.authors().stream()
                .filter(each -> each.orcid() != null)
                .map(each -> "ORCID: " + each.family() + " " + each.orcid());
        String note = Stream.concat(licence, orcids).collect(Collectors.joining("\n"));
        return note.isEmpty() ? null : note;
    }

    private static void put(ObjectNode item, String variable, @Nullable String value) {
        if (value != null) {
            item.put(variable, value);
        }
    }

    @Override
    public void close() throws IOException {
        out.append(first ? "[]\n" : "\n]\n");
    }
}
