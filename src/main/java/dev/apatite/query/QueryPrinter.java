package dev.apatite.query;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a query as it was understood, every operator and bracket spelled out. */
public final class QueryPrinter {
    private QueryPrinter() {}

    /** The query in its own language. */
    public static String print(QueryNode node) {
        return switch (node) {
            case QueryNode.Everything everything -> "*";
            case QueryNode.Nothing nothing -> "()";
            case QueryNode.Word word -> word.text();
            case QueryNode.Words words ->
                words.parts().size() == 1 ? print(words.parts().getFirst()) : joined(words.parts(), " ");
            case QueryNode.Pattern pattern -> pattern.text();
            case QueryNode.Phrase phrase -> '"' + phrase.text() + '"' + (phrase.slop() == 0 ? "" : "~" + phrase.slop());
            case QueryNode.Prefix prefix -> prefix.text() + "*";
            case QueryNode.And and -> joined(and.parts(), " AND ");
            case QueryNode.Or or -> joined(or.parts(), " OR ");
            case QueryNode.Not not -> "NOT " + nested(not.part());
            case QueryNode.InField in -> in.field() + ":" + nested(in.part());
            case QueryNode.Range range ->
                range.field() + ":[" + end(range, range.from()) + " TO " + end(range, range.to()) + "]";
        };
    }

    private static String end(QueryNode.Range range, @Nullable Integer end) {
        if (end == null) {
            return "*";
        }
        String digits = end.toString();
        return range.field().isDate()
                ? digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6)
                : digits;
    }

    private static String joined(List<QueryNode> parts, String operator) {
        return parts.stream().map(QueryPrinter::nested).collect(Collectors.joining(operator));
    }

    private static String nested(QueryNode node) {
        boolean several = node instanceof QueryNode.And
                || node instanceof QueryNode.Or
                || (node instanceof QueryNode.Words words && words.parts().size() > 1);
        return several ? "(" + print(node) + ")" : print(node);
    }
}
