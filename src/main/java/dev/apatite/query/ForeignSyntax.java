package dev.apatite.query;

import dev.apatite.text.DataLines;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses what other hosts write, and says how it is written here: the rows of {@code foreign-syntax.tsv}. */
final class ForeignSyntax {
    private static final int LONGEST = 4000;

    private record Row(Pattern pattern, String said) {}

    private final List<Row> rows = new ArrayList<>();

    private ForeignSyntax() {}

    static ForeignSyntax load() {
        ForeignSyntax loaded = new ForeignSyntax();
        DataLines.cells(ForeignSyntax.class, "foreign-syntax.tsv")
                .forEach(cells -> loaded.rows.add(new Row(Pattern.compile(cells[0]), cells[1])));
        return loaded;
    }

    /**
     * Looks through a query, but not within quotes.
     *
     * @throws QueryException at the first thing that cannot be honoured
     */
    void check(String query) {
        String open = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
        String unquoted = withoutQuoted(open);
        for (Row row : rows) {
            Matcher found = row.pattern().matcher(unquoted);
            if (found.find()) {
                throw new QueryException(row.said(), found.start());
            }
        }
    }

    /** What stands in quotes as q's, so that all places stay. */
    private static String withoutQuoted(String query) {
        StringBuilder text = new StringBuilder(query);
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            if (Lexer.isQuote(text.charAt(i))) {
                for (int k = start + 1; start >= 0 && k < i; k++) {
                    text.setCharAt(k, 'q');
                }
                start = start >= 0 ? -1 : i;
            }
        }
        return text.toString();
    }
}
