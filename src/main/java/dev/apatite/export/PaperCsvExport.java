package dev.apatite.export;

import dev.apatite.paper.Paper;
import java.io.IOException;
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
                "source_file");
    }

    @Override
    public void add(Paper paper) throws IOException {
        cells.row(
                paper.id(),
                paper.title(),
                paper.authors().stream()
                        .map(author -> Stream.of(author.family(), author.given())
                                .filter(part -> part != null)
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("; ")),
                paper.journal(),
                paper.year(),
                paper.volume(),
                paper.issue(),
                paper.lastPage() == null ? paper.firstPage() : paper.firstPage() + "-" + paper.lastPage(),
                paper.doi(),
                paper.pmid(),
                paper.pmcid(),
                Cells.list(paper.keywords()),
                paper.references().size(),
                paper.patients().size(),
                paper.findings().size(),
                paper.sourceFile());
    }

    @Override
    public void close() {}
}
