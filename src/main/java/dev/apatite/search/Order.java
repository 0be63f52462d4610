package dev.apatite.search;

import dev.apatite.index.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** The order of the rows, always down to a key that no two rows share, so that a cursor can point between two. */
final class Order {
    private final String name;
    private final Sort sort;

    private Order(String name, SortField... fields) {
        this.name = name;
        sort = new Sort(fields);
    }

    String name() {
        return name;
    }

    Sort sort() {
        return sort;
    }

    /** The order that a request of papers asks for. */
    static Order ofPapers(String typed) {
        return switch (normal(typed)) {
            case "" -> new Order("", SortField.FIELD_SCORE, text(Schema.PAPER));
            case "P_PDATE_D DESC", "P_PDATE_D" -> new Order("P_PDATE_D desc", year(true), text(Schema.PAPER));
            case "P_PDATE_D ASC" -> new Order("P_PDATE_D asc", year(false), text(Schema.PAPER));
            case "CITED DESC", "CITED" -> new Order("CITED desc", Citations.order(true), text(Schema.PAPER));
            case "CITED ASC" -> new Order("CITED asc", Citations.order(false), text(Schema.PAPER));
            case "FIRST_PDATE_D DESC", "FIRST_PDATE_D" ->
                new Order("FIRST_PDATE_D desc", day(true), text(Schema.PAPER));
            case "FIRST_PDATE_D ASC" -> new Order("FIRST_PDATE_D asc", day(false), text(Schema.PAPER));
            case "AUTH_FIRST ASC", "AUTH_FIRST" ->
                new Order("AUTH_FIRST asc", text(Schema.FIRST_AUTHOR_ORDER), text(Schema.PAPER));
            case "AUTH_FIRST DESC" ->
                new Order(
                        "AUTH_FIRST desc",
                        new SortField(Schema.FIRST_AUTHOR_ORDER, SortField.Type.STRING, true),
                        text(Schema.PAPER));
            case "TITLE DESC" ->
                new Order(
                        "TITLE desc",
                        new SortField(Schema.TITLE_ORDER, SortField.Type.STRING, true),
                        text(Schema.PAPER));
            case "TITLE ASC", "TITLE" -> new Order("TITLE asc", text(Schema.TITLE_ORDER), text(Schema.PAPER));
            default ->
                throw unknown(
                        typed,
                        List.of(
                                "P_PDATE_D desc",
                                "P_PDATE_D asc",
                                "FIRST_PDATE_D desc",
                                "FIRST_PDATE_D asc",
                                "CITED desc",
                                "CITED asc",
                                "AUTH_FIRST asc",
                                "AUTH_FIRST desc",
                                "TITLE asc",
                                "TITLE desc"));
        };
    }

    /** The same, papers with all words first; their query scores nothing else. */
    Order allWordsFirst() {
        SortField[] fields = sort.getSort();
        if (fields[0].getType() == SortField.Type.SCORE) {
            return this;
        }
        SortField[] tiered = new SortField[fields.length + 1];
        tiered[0] = SortField.FIELD_SCORE;
        System.arraycopy(fields, 0, tiered, 1, fields.length);
        return new Order(name, tiered);
    }

    /** Whether papers stand by their relevance. */
    boolean isRelevance() {
        return sort.getSort()[0].getType() == SortField.Type.SCORE;
    }

    /** The order that a request of findings asks for. */
    static Order ofFindings(String typed) {
        return switch (normal(typed)) {
            case "TREATMENT ASC", "TREATMENT" ->
                new Order("TREATMENT asc", text(Schema.TREATMENT_ORDER), text(Schema.RESPONSE), text(Schema.ROW));
            case "" -> new Order("", SortField.FIELD_SCORE, surest(), text(Schema.ROW));
            default -> ofRows(typed, List.of("TREATMENT asc"));
        };
    }

    /** The order that a request of patients asks for. */
    static Order ofPatients(String typed) {
        return switch (normal(typed)) {
            case "AGE ASC", "AGE" -> new Order("AGE asc", age(false), text(Schema.ROW));
            case "AGE DESC" -> new Order("AGE desc", age(true), text(Schema.ROW));
            default -> ofRows(typed, List.of("AGE asc", "AGE desc"));
        };
    }

    private static Order ofRows(String typed, List<String> others) {
        return switch (normal(typed)) {
            case "" -> new Order("", SortField.FIELD_SCORE, text(Schema.ROW));
            case "P_PDATE_D DESC", "P_PDATE_D" -> new Order("P_PDATE_D desc", year(true), text(Schema.ROW));
            case "P_PDATE_D ASC" -> new Order("P_PDATE_D asc", year(false), text(Schema.ROW));
            case "TITLE ASC", "TITLE" -> new Order("TITLE asc", text(Schema.TITLE_ORDER), text(Schema.ROW));
            default ->
                throw unknown(
                        typed,
                        Stream.concat(Stream.of("P_PDATE_D desc", "P_PDATE_D asc", "TITLE asc"), others.stream())
                                .toList());
        };
    }

    private static String normal(String typed) {
        String words = typed.strip().replaceAll("\\s++", " ").toUpperCase(Locale.ROOT);
        return words.equals("RELEVANCE") || words.equals("RELEVANCE DESC") ? "" : words;
    }

    private static BadRequest unknown(String typed, List<String> known) {
        return new BadRequest("sort", "there is no sort " + typed + "; sorts are " + String.join(", ", known));
    }

    private static SortField text(String field) {
        return new SortField(field, SortField.Type.STRING);
    }

    /** Papers whose year is not known stand last. */
    private static SortField year(boolean newestFirst) {
        return new SortField(
                Schema.YEAR, SortField.Type.INT, newestFirst, newestFirst ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }

    /** Papers whose day is not known stand last. */
    private static SortField day(boolean newestFirst) {
        return new SortField(
                Schema.DATE, SortField.Type.INT, newestFirst, newestFirst ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }

    private static SortField surest() {
        return new SortField(Schema.CONFIDENCE, SortField.Type.DOUBLE, true, 1.0);
    }

    private static SortField age(boolean oldestFirst) {
        return new SortField(
                Schema.AGE,
                SortField.Type.DOUBLE,
                oldestFirst,
                oldestFirst ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
}
