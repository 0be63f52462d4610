package dev.apatite.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a report: a table for people, JSON for scripts. */
public final class ReportPrinter {
    private final ObjectMapper mapper = new ObjectMapper();

    /** One table after the other, a blank line between. */
    public String text(List<Report> reports, boolean errors) {
        return reports.stream().map(each -> text(each, errors)).collect(Collectors.joining("\n"));
    }

    /** One report as it is, several as an array. */
    public String json(List<Report> reports, boolean errors) {
        return reports.size() == 1
                ? json(reports.getFirst(), errors)
                : reports.stream()
                        .map(each -> json(each, errors).strip())
                        .collect(Collectors.joining(",\n", "[", "]\n"));
    }

    /** A table with one line per row, then the single figures, then the errors where they are wanted. */
    public String text(Report report, boolean errors) {
        StringBuilder out = new StringBuilder(report.title()).append('\n');
        int width = Math.max(
                widest(report.rows().stream().map(Report.Row::name).toList()),
                widest(report.figures().keySet()));
        if (!report.rows().isEmpty()) {
            out.append(line(width, "", "tp", "fp", "fn", "precision", "recall", "F1"));
        }
        for (Report.Row row : report.rows()) {
            Score score = row.score();
            out.append(line(
                    width,
                    row.name(),
                    "" + score.tp(),
                    "" + score.fp(),
                    "" + score.fn(),
                    decimals(score.precision()),
                    decimals(score.recall()),
                    decimals(score.f1())));
        }
        report.figures()
                .forEach((name, value) -> out.append(name)
                        .append(" ".repeat(width - name.length() + 2))
                        .append(
                                value instanceof Double || value instanceof Float
                                        ? decimals(value.doubleValue())
                                        : value)
                        .append('\n'));
        if (errors) {
            report.errors().forEach(each -> out.append(each).append('\n'));
        }
        return out.toString();
    }

    /** One JSON object: {@code title}, {@code rows}, {@code figures} and, where wanted, {@code errors}. */
    public String json(Report report, boolean errors) {
        ObjectNode root = mapper.createObjectNode().put("title", report.title());
        ArrayNode rows = root.putArray("rows");
        for (Report.Row row : report.rows()) {
            Score score = row.score();
            rows.addObject()
                    .put("name", row.name())
                    .put("tp", score.tp())
                    .put("fp", score.fp())
                    .put("fn", score.fn())
                    .put("precision", score.precision())
                    .put("recall", score.recall())
                    .put("f1", score.f1());
        }
        root.set("figures", mapper.valueToTree(report.figures()));
        if (errors) {
            root.set("errors", mapper.valueToTree(report.errors()));
        }
        return root.toPrettyString() + "\n";
    }

    private static int widest(Iterable<String> names) {
        int widest = 0;
        for (String name : names) {
            widest = Math.max(widest, name.length());
        }
        return widest;
    }

    private static String line(int width, String name, String... cells) {
        StringBuilder line = new StringBuilder(name).append(" ".repeat(width - name.length()));
        for (String cell : cells) {
            line.append(" ".repeat(Math.max(1, 10 - cell.length()))).append(cell);
        }
        return line.append('\n').toString();
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
