package dev.apatite.web;

import dev.apatite.export.MarksCsvExport;
import dev.apatite.export.MarksCsvImport;
import dev.apatite.export.SearchJson;
import dev.apatite.paper.Paper;
import dev.apatite.review.Mark;
import dev.apatite.review.Reviews;
import dev.apatite.web.page.DeskRow;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.TakenPage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Readers' marks on findings, and rows that they add: made on the pages by a form, or by scripts. */
final class ReviewEndpoint {
    private static final String CSV = "text/csv";
    private static final String A_MARK = "a mark";

    private final Marking marking;
    private final Desk desk;
    private final Reviews reviews;
    private final Json json;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    ReviewEndpoint(
            Marking marking, Desk desk, Reviews reviews, Json json, Templates templates, Frame.AssetAddresses assets) {
        this.templates = templates;
        this.assets = assets;
        this.marking = marking;
        this.desk = desk;
        this.reviews = reviews;
        this.json = json;
    }

    private Fields fields(Context context) {
        return new Fields(context, json, A_MARK, Marking.FIELDS);
    }

    private static String reader(Context context, Fields fields) {
        return Marking.reader(context, fields.get("reader"));
    }

    /** All marks, or those of one paper, finding or reader. */
    void list(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("paper", "finding", "reader", "format", "bom"));
        List<Mark> marks = reviews.all().stream()
                .filter(each -> !parameters.has("paper") || each.paper().equals(parameters.text("paper", "")))
                .filter(each -> !parameters.has("finding") || each.finding().equals(parameters.text("finding", "")))
                .filter(each -> !parameters.has("reader") || each.reader().equals(parameters.text("reader", "")))
                .toList();
        String format = Wanted.format(context, parameters, List.of("csv"));
        if (format.equals("csv")) {
            Streams.withMark(context, parameters.flag("bom", false), CSV);
            Streams.<Mark>send(context, CSV, "marks.csv", MarksCsvExport::new, marks::forEach);
            return;
        }
        if (!format.equals("json")) {
            throw new ParameterException("format", "format must be json or csv, not \"" + format + "\"");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("hitCount", marks.size());
        answer.put("resultList", Map.of("result", marks));
        json.answer(context, answer);
    }

    /** Takes a table of marks, as the body or as a file of a form; the answer says of each row that was not taken why. */
    void take(Context context) {
        json.answer(context, taken(context));
    }

    /** The same from a page. */
    void takeFile(Context context) {
        MarksCsvImport.Outcome outcome = taken(context);
        templates.send(context, "taken", new TakenPage(CompareEndpoint.frame("Marks taken", assets), outcome));
    }

    private MarksCsvImport.Outcome taken(Context context) {
        try (Reader table = SentTable.text(context)) {
            return new MarksCsvImport(desk.papers(marking), reviews, Guard.reader(context), marking.now()).read(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a mark that a script makes, as a form or as JSON, and answers with it. */
    void add(Context context) {
        Fields fields = fields(context);
        json.answer(context, marking.mark(fields, reader(context, fields)));
    }

    /** Keeps a mark that a reader makes, and goes back to where it was made. */
    void mark(Context context) {
        Fields fields = fields(context);
        // The form names who made the mark that is changed; who signed in changes it as herself.
        String signedIn = Guard.reader(context);
        Mark mark = marking.mark(fields, signedIn == null ? reader(context, fields) : signedIn);
        context.redirect(local(fields.get("back", "/evidence")) + "#row-" + mark.finding(), HttpStatus.SEE_OTHER);
    }

    /** Every finding that a paper may state, the surest first, each with what readers said of it. */
    void candidates(Context context) {
        Parameters.of(context, Set.of());
        Paper paper = marking.paper(context.pathParam("id"));
        List<DeskRow> rows = desk.rows(paper);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("paperId", paper.id());
        answer.put("hitCount", rows.size());
        answer.put("resultList", Map.of("result", rows.stream().map(this::row).toList()));
        json.answer(context, answer);
    }

    private Map<String, Object> row(DeskRow row) {
        Map<String, Object> all = new LinkedHashMap<>();
        json.mapper()
                .convertValue(row.finding(), Map.class)
                .forEach((name, value) -> all.put(String.valueOf(name), value));
        all.put("marked", row.state().isEmpty() ? null : row.state());
        all.put("marks", row.marks());
        return all;
    }

    /** A script adds a row of a reader's, marks one, or undoes the last mark; the answer is the mark. */
    void read(Context context) {
        Fields fields = fields(context);
        json.answer(context, keep(context, fields));
    }

    private Mark keep(Context context, Fields fields) {
        String reader = reader(context, fields);
        String id = context.pathParam("id");
        if (Boolean.TRUE.equals(fields.flag("undo"))) {
            return marking.undo(id, reader)
                    .orElseThrow(() -> new NotFound("there is no mark of this reader in the paper " + id));
        }
        return fields.has("finding") ? marking.mark(fields, reader) : marking.add(id, fields, reader);
    }

    /** The same from the desk, to which the reader goes back: to the next finding, or to what was changed. */
    void onDesk(Context context) {
        Fields fields = fields(context);
        String reader = reader(context, fields);
        String back = local(fields.get("back", "/evidence"));
        if (Boolean.TRUE.equals(fields.flag("undo"))) {
            String undone = marking.undo(context.pathParam("id"), reader)
                    .map(each -> "#c-" + each.finding())
                    .orElse("");
            context.redirect(back + undone, HttpStatus.SEE_OTHER);
            return;
        }
        Mark mark = keep(context, fields);
        context.redirect(back + "#c-" + fields.get("next", mark.finding()), HttpStatus.SEE_OTHER);
    }

    /** Only a path on this server is gone back to. */
    private static String local(String back) {
        boolean local = back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().allMatch(each -> each > ' ' && each < 127 && each != '\\' && each != '#');
        return local ? back : "/evidence";
    }
}
