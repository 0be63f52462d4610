package dev.apatite.web.europepmc;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order that a request asks for, as a parameter or, as older clients write it, as a clause of the query.
 *
 * @param query the query without such clauses
 * @param sort by our own names
 */
record Sorting(String query, String sort) {
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:\\bAND\\s+)?\\bsort_([A-Za-z_]+):\\(?\"?(y|yes|true|asc|desc)\"?\\)?(?=[\\s)]|$)",
            Pattern.CASE_INSENSITIVE);

    static Sorting of(String query, String parameter) {
        StringBuilder kept = new StringBuilder();
        String sort = parameter;
        String[] parts = query.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            // What stands within quotes is no clause; sort_cited:"y" is written by nobody.
            Matcher clause = CLAUSE.matcher(parts[i]);
            StringBuilder rest = new StringBuilder();
            while (i % 2 == 0 && clause.find()) {
                String order = clause.group(2).toLowerCase(Locale.ROOT);
                sort = clause.group(1) + (order.equals("asc") || order.equals("desc") ? " " + order : "");
                clause.appendReplacement(rest, "");
            }
            clause.appendTail(rest);
            kept.append(i == 0 ? "" : "\"").append(i % 2 == 0 ? rest : parts[i]);
        }
        return new Sorting(kept.toString().strip(), own(sort));
    }

    /** Europe PMC's names of sorts, in any case; the direction that is left out is the one that people mean. */
    private static String own(String typed) {
        String[] words = typed.strip().toUpperCase(Locale.ROOT).split("[\\s+]+", 3);
        String direction = words.length > 1 ? words[1] : "";
        if (words.length > 2 || !direction.matches("|ASC|DESC")) {
            throw unknown(typed);
        }
        return switch (words[0]) {
            case "", "RELEVANCE", "SCORE", "RANK" -> "";
            case "CITED", "CITED_COUNT", "CITEDBYCOUNT" -> "CITED" + or(direction, " desc");
            case "P_PDATE_D", "P_PDATE", "PUB_YEAR", "PUBYEAR" -> "P_PDATE_D" + or(direction, " desc");
            case "FIRST_PDATE_D", "FIRST_PDATE", "E_PDATE_D", "E_PDATE", "DATE", "FIRST_IDATE_D", "FIRST_IDATE" ->
                "FIRST_PDATE_D" + or(direction, " desc");
            case "AUTH_FIRST", "AUTH", "AUTHOR" -> "AUTH_FIRST" + or(direction, " asc");
            case "TITLE", "TITLE_SORT" -> "TITLE" + or(direction, " asc");
            // Orders by an id that the record shows; theirs and ours are as good, for nobody reads meaning into it.
            case "PMCID", "PMID", "ID", "EXT_ID" -> "";
            default -> throw unknown(typed);
        };
    }

    private static String or(String direction, String absent) {
        return direction.isEmpty() ? absent : " " + direction.toLowerCase(Locale.ROOT);
    }

    private static Refused unknown(String typed) {
        return new Refused(
                400,
                "there is no sort " + typed + "; sorts are CITED, P_PDATE_D, FIRST_PDATE_D, AUTH_FIRST and TITLE,"
                        + " each with asc or desc");
    }
}
