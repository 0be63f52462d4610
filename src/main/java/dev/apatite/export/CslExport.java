package dev.apatite.export;

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
        if (paper.year() != null) {
            item.issued(paper.year());
        }
        with(paper.volume(), item::volume);
        with(paper.issue(), item::issue);
        if (paper.firstPage() != null) {
            item.page(paper.lastPage() == null ? paper.firstPage() : paper.firstPage() + "-" + paper.lastPage());
        }
        with(paper.doi(), item::DOI);
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
        CSLNameBuilder name = new CSLNameBuilder();
        return author.given() == null
                ? name.literal(author.family()).build()
                : name.family(author.family()).given(author.given()).build();
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
