package dev.apatite.export;

import dev.apatite.paper.Paper;
import org.jspecify.annotations.Nullable;

/** When a paper was published, as exact as is known. */
public final class Dates {
    private Dates() {}

    /** The parts of the date that are known: year, month, day; empty where not even the year is. */
    public static int[] parts(Paper paper) {
        String date = printed(paper);
        if (date == null) {
            return new int[0];
        }
        return java.util.Arrays.stream(date.split("-", 3))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** ISO 8601: {@code "2016"}, {@code "2016-03"} or {@code "2016-03-07"}; null where nothing is known. */
    public static @Nullable String printed(Paper paper) {
        String date = paper.bibliography().publicationDate();
        if (date != null && date.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")) {
            return date;
        }
        return paper.year() == null ? null : String.format(java.util.Locale.ROOT, "%04d", paper.year());
    }

    /** The first day that the date can mean; null where nothing is known. */
    public static @Nullable String firstDay(Paper paper) {
        String date = printed(paper);
        return date == null ? null : date.substring(0, 4) + padded(date);
    }

    private static String padded(String date) {
        return switch (date.length()) {
            case 4 -> "-01-01";
            case 7 -> date.substring(4) + "-01";
            default -> date.substring(4);
        };
    }
}
