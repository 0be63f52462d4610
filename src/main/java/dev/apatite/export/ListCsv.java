package dev.apatite.export;

import dev.apatite.export.CsvRows.BadRow;
import dev.apatite.export.CsvRows.Row;
import dev.apatite.paper.Paper;
import dev.apatite.review.Decision;
import dev.apatite.review.ListEntry;
import dev.apatite.review.PaperList;
import dev.apatite.review.PaperLists;
import dev.apatite.review.ReviewException;
import dev.apatite.search.PaperCard;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of papers as a table, a row for each reader of each paper, out and in again. */
public final class ListCsv {
    private static final int LONGEST = 2000;
    private static final String[] COLUMNS = {
        "paper",
        "title",
        "authors",
        "journal",
        "year",
        "doi",
        "pmid",
        "decided",
        "reader",
        "decision",
        "reason",
        "note",
        "tags",
        "time"
    };

    private final Function<String, Optional<Paper>> papers;

    /** {@code papers} finds a paper by its id, PMID, PMCID or DOI. */
    public ListCsv(Function<String, Optional<Paper>> papers) {
        this.papers = papers;
    }

    /** Writes a list; what is not in the index any more is written with what was kept of it. */
    public void write(PaperList list, Appendable out) throws IOException {
        Cells cells = new Cells(out, COLUMNS);
        for (String id : list.papers().keySet()) {
            @Nullable Paper paper = papers.apply(id).orElse(null);
            Decision decided = list.decision(id);
            for (ListEntry each :
                    list.papers().getOrDefault(id, java.util.Map.of()).values()) {
                cells.row(
                        id,
                        paper == null ? each.title() : paper.title(),
                        paper == null ? null : PaperCard.of(paper).authorString(),
                        paper == null ? null : paper.journal(),
                        paper == null ? null : paper.year(),
                        paper == null ? null : paper.doi(),
                        paper == null ? null : paper.pmid(),
                        decided == null ? "conflict" : decided.code(),
                        each.reader(),
                        each.decision().code(),
                        each.reason(),
                        each.note(),
                        Cells.list(each.tags()),
                        each.time());
            }
        }
    }

    /**
     * Takes decisions and notes into a list.
     *
     * @param only the reader whose rows are taken, where someone signed in; null for anyone's
     * @param now the time of the decisions
     */
    public MarksCsvImport.Outcome read(Reader in, String list, PaperLists lists, @Nullable String only, String now)
            throws IOException {
        int[] kept = {0, 0};
        List<MarksCsvImport.Problem> problems = new ArrayList<>();
        CsvRows.read(in, COLUMNS, new String[] {"paper"}, row -> kept[take(row, list, lists, only, now) ? 0 : 1]++)
                .forEach(each -> problems.add(new MarksCsvImport.Problem(each.row(), each.column(), each.message())));
        return new MarksCsvImport.Outcome(kept[0], kept[1], problems);
    }

    private boolean take(Row row, String list, PaperLists lists, @Nullable String only, String now) {
        String reader = bounded(row, "reader");
        String by = reader == null ? only == null ? "" : only : reader;
        if (only != null && !only.equals(by)) {
            throw new BadRow("reader", "this is a decision of " + by + ", and " + only + " signed in");
        }
        Paper paper = papers.apply(row.required("paper"))
                .orElseThrow(() -> new BadRow("paper", "there is no paper " + row.get("paper") + " here"));
        String said = row.get("decision");
        Decision decision = said == null
                ? Decision.OPEN
                : Decision.of(said)
                        .orElseThrow(() ->
                                new BadRow("decision", "decision is include, exclude or open, not \"" + said + "\""));
        ListEntry entry = ListEntry.of(list, paper.id(), paper.title(), by, now)
                .noted(bounded(row, "note"), tags(bounded(row, "tags")), now)
                .decided(decision, bounded(row, "reason"), now);
        try {
            return lists.keep(entry);
        } catch (ReviewException e) {
            throw new BadRow(null, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String bounded(Row row, String column) {
        String text = row.get(column);
        if (text != null && text.length() > LONGEST) {
            throw new BadRow(column, column + " is longer than " + LONGEST + " characters");
        }
        return text;
    }

    /** Tags as they are typed, parted by semicolons or commas. */
    public static List<String> tags(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[;,]", 50))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }
}
