package dev.apatite.export;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Papers as rows: what it takes to cite them, and how much is in them. */
final class PaperCsvExport implements Export<Paper> {
    private final Cells cells;

    PaperCsvExport(Appendable out) throws IOException {
        cells = new Cells(
                out,
                "id",
                "title",
                "authors",
                "journal",
                "year",
                "volume",
                "issue",
                "pages",
                "doi",
                "pmid",
                "pmcid",
                "keywords",
                "references",
                "patients",
                "findings",
                "source_file",
                "date",
                "issn",
                "url",
                "orcids",
                "license",
                "language",
                "article_type");
    }

    @Override
    public void add(Paper paper) throws IOException {
        cells.row(
                paper.id(),
                paper.title(),
                Cells.list(paper.authors().stream()
                        .map(PersonalName::of)
                        .map(name -> Stream.of(name.family(), name.given(), name.suffix())
                                .filter(part -> part != null)
                                .collect(Collectors.joining(" ")))
                        .toList()),
                paper.journal(),
                paper.year(),
                paper.volume(),
                paper.issue(),
                PageRange.range(paper.firstPage(), paper.lastPage(), "-"),
                paper.doi(),
                paper.pmid(),
                paper.pmcid(),
                Cells.list(paper.keywords()),
                paper.references().size(),
                paper.patients().size(),
                paper.findings().size(),
                paper.sourceFile(),
                Dates.printed(paper),
                paper.bibliography().issn(),
                WebAddresses.of(paper),
                Cells.list(paper.authors().stream()
                        .map(Author::orcid)
                        .filter(Objects::nonNull)
                        .toList()),
                paper.bibliography().license(),
                paper.language(),
                paper.articleType() == null ? null : paper.articleType().code());
    }

    @Override
    public void close() {}
}
