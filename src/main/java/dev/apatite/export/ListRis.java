package dev.apatite.export;

import dev.apatite.paper.Paper;
import dev.apatite.review.Decision;
import dev.apatite.review.ListEntry;
import dev.apatite.review.PaperList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A list of papers as RIS, with what is decided and noted of each as notes and keywords. */
public final class ListRis {
    private static final String END = "ER  - ";

    private ListRis() {}

    /** Writes the papers of a list that are in the index. */
    public static void write(PaperList list, Function<String, Optional<Paper>> papers, Appendable out)
            throws IOException {
        for (String id : list.papers().keySet()) {
            Optional<Paper> paper = papers.apply(id);
            if (paper.isPresent()) {
                StringBuilder record = new StringBuilder();
                try (RisExport export = new RisExport(record)) {
                    export.add(paper.get());
                }
                int end = record.lastIndexOf(END);
                out.append(record, 0, end);
                for (String line : lines(list, id)) {
                    out.append(line).append("\r\n");
                }
                out.append(record, end, record.length());
            }
        }
    }

    private static List<String> lines(PaperList list, String id) {
        List<String> lines = new ArrayList<>();
        for (ListEntry each : list.papers().getOrDefault(id, Map.of()).values()) {
            String by = each.reader().isEmpty() ? "" : " by " + each.reader();
            if (each.decision() != Decision.OPEN) {
                String why = each.reason() == null ? "" : ": " + each.reason();
                lines.add(line("N1", "Decision" + by + ": " + each.decision().code() + why));
            }
            if (each.note() != null) {
                lines.add(line("N1", "Note" + by + ": " + each.note()));
            }
            each.tags().forEach(tag -> lines.add(line("KW", tag)));
        }
        return lines;
    }

    private static String line(String tag, String value) {
        return tag + "  - " + value.replaceAll("\\s+", " ").strip();
    }
}
