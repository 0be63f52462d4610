package dev.apatite.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a query that is nothing but ids of papers or authors, in whatever form they were copied. */
final class PastedIds {
    private static final String HOST = "(?:https?://)?(?:www\\.)?";

    private record Form(QueryField field, Pattern pattern) {}

    private static final List<Form> FORMS = List.of(
            form(
                    QueryField.DOI,
                    "<?(?:" + HOST + "(?:dx\\.)?doi\\.org/|doi:?\\s*)?(10\\.[0-9]{4,9}/[^\\s\"<>]+?)[.,;]?>?[.,;]?"),
            form(QueryField.PMID, "(?:pmid|pubmed(?: id)?):?\\s*([0-9]{1,9})"),
            form(
                    QueryField.PMID,
                    HOST
                            + "(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|ncbi\\.nlm\\.nih\\.gov/pubmed)/([0-9]{1,9})/?(?:[?#]\\S*)?"),
            form(QueryField.PMID, HOST + "europepmc\\.org/(?:article|abstract)/MED/([0-9]{1,9})/?(?:[?#]\\S*)?"),
            form(QueryField.PMCID, "(?:pmcid:?\\s*)?(PMC[0-9]{3,10})(?:\\.[0-9]+)?"),
            form(
                    QueryField.PMCID,
                    HOST
                            + "(?:ncbi\\.nlm\\.nih\\.gov/pmc|pmc\\.ncbi\\.nlm\\.nih\\.gov)/(?:articles/)?(PMC[0-9]{3,10})/?\\S*"),
            form(
                    QueryField.PMCID,
                    HOST + "europepmc\\.org/(?:articles?|abstract)/(?:PMC/)?(PMC[0-9]{3,10})/?(?:[?#]\\S*)?"),
            form(
                    QueryField.AUTHORID,
                    "(?:" + HOST + "orcid\\.org/|orcid:?\\s*)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx])/?"));

    private PastedIds() {}

    private static Form form(QueryField field, String pattern) {
        return new Form(field, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    /** What such a query asks for; nothing where it is anything else. */
    static Optional<QueryNode> read(String query) {
        List<QueryNode> ids = new ArrayList<>();
        int at = skip(query, 0);
        while (at < query.length()) {
            int end = longest(query, at, ids);
            if (end < 0) {
                return Optional.empty();
            }
            at = skip(query, end);
        }
        return switch (ids.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(ids.getFirst());
            default -> Optional.of(new QueryNode.Or(ids));
        };
    }

    private static int longest(String query, int at, List<QueryNode> ids) {
        for (Form form : FORMS) {
            Matcher found = form.pattern().matcher(query);
            for (int end : ends(query, at)) {
                if (found.region(at, end).matches()) {
                    ids.add(new QueryNode.InField(
                            form.field(), new QueryNode.Word(found.group(1), found.start(1)), at));
                    return end;
                }
            }
        }
        return -1;
    }

    /** The end of the word here and that of the next: "PMID 31234567". */
    private static int[] ends(String query, int at) {
        int first = wordEnd(query, at);
        int next = skip(query, first);
        return next < query.length() ? new int[] {first, wordEnd(query, next)} : new int[] {first};
    }

    private static int wordEnd(String query, int at) {
        int end = at;
        while (end < query.length() && !isBetween(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int skip(String query, int at) {
        int end = at;
        while (end < query.length() && isBetween(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBetween(char each) {
        return Character.isWhitespace(each) || Character.isSpaceChar(each) || each == ',' || each == ';';
    }
}
