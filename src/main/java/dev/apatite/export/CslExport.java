package dev.apatite.export;

import de.undercouch.citeproc.csl.CSLDateBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.helper.json.StringJsonBuilderFactory;
import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CSL-JSON, the array that citation processors and Zotero read. */
final class CslExport implements Export<Paper> {
    private final Appendable out;
    private boolean first = true;

    CslExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(Paper paper) throws IOException {
        out.append(first ? "[\n" : ",\n");
        first = false;
        out.append(String.valueOf(item(paper).toJson(new StringJsonBuilderFactory().createJsonBuilder())));
    }

    private static CSLItemData item(Paper paper) {
        CSLItemDataBuilder item = new CSLItemDataBuilder()
                .id(paper.id())
                .type(paper.journal() == null ? CSLType.DOCUMENT : CSLType.ARTICLE_JOURNAL)
                .author(paper.authors().stream().map(CslExport::name).toArray(CSLName[]::new));
        with(paper.title(), item::title);
        with(paper.journal(), item::containerTitle);
        int[] date = Dates.parts(paper);
        if (date.length > 0) {
            item.issued(new CSLDateBuilder().dateParts(date).build());
        }
        with(paper.volume(), item::volume);
        with(paper.issue(), item::issue);
        with(Pages.range(paper.firstPage(), paper.lastPage(), "-"), item::page);
        with(paper.bibliography().issn(), item::ISSN);
        with(paper.doi(), item::DOI);
        with(Addresses.of(paper), item::URL);
        with(note(paper), item::note);
        with(paper.pmid(), item::PMID);
        with(paper.pmcid(), item::PMCID);
        with(paper.language(), item::language);
        with(RisExport.abstractOf(paper), item::abstrct);
        if (!paper.keywords().isEmpty()) {
            item.keyword(String.join(", ", paper.keywords()));
        }
        return item.build();
    }

    private static CSLName name(Author author) {
        PersonalName parts = PersonalName.of(author);
        CSLNameBuilder name = new CSLNameBuilder();
        if (parts.isLiteral()) {
            return name.literal(parts.family()).build();
        }
        name.family(parts.family()).given(parts.given());
        with(parts.suffix(), name::suffix);
        return name.build();
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

    private static void with(@Nullable String value, Consumer<String> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    @Override
    public void close() throws IOException {
        out.append(first ? "[]\n" : "\n]\n");
    }
}
