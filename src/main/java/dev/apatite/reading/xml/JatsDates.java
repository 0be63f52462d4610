package dev.apatite.reading.xml;

import dev.apatite.reading.draft.PaperDraft;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a JATS paper was published. Of its dates that of the electronic publication counts most, then the printed issue's,
 * then the collection's; when it was submitted, released by an archive or posted as a preprint counts only alone.
 */
final class JatsDates {
    private static final Pattern YEAR = Pattern.compile("\\b(1[5-9]\\d{2}|20\\d{2})\\b");
    private static final Pattern ISO = Pattern.compile("^(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int UNWANTED = 5;

    private JatsDates() {}

    /** A date, as exact as it is printed. */
    private record Printed(
            int rank,
            int year,
            @Nullable Integer month,
            @Nullable Integer day) {
        int parts() {
            return month == null ? 1 : day == null ? 2 : 3;
        }

        String iso() {
            String written = String.format(Locale.ROOT, "%04d", year);
            if (month != null) {
                written += String.format(Locale.ROOT, "-%02d", month);
            }
            return day == null ? written : written + String.format(Locale.ROOT, "-%02d", day);
        }
    }

    static void read(XmlElement meta, PaperDraft draft) {
        List<Printed> dates = meta.elements("pub-date").stream()
                .map(JatsDates::printed)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Printed::rank))
                .toList();
        if (dates.isEmpty()) {
            Matcher copyright = YEAR.matcher(String.valueOf(meta.firstText("copyright-year")));
            draft.year = copyright.find() ? Integer.valueOf(copyright.group(1)) : null;
            draft.publicationDate = draft.year == null ? null : draft.year.toString();
            return;
        }
        Printed first = dates.getFirst();
        draft.year = first.year();
        draft.publicationDate = dates.stream()
                .filter(date -> date.year() == first.year())
                .filter(date -> date.rank() < UNWANTED || date.rank() == first.rank())
                .max(Comparator.comparingInt(Printed::parts).thenComparing(date -> -date.rank()))
                .orElse(first)
                .iso();
    }

    private static Optional<Printed> printed(XmlElement date) {
        Matcher iso = ISO.matcher(date.attribute("iso-8601-date"));
        String printed = String.valueOf(date.childText("year", "string-date"));
        Matcher year = YEAR.matcher(printed.equals("null") ? date.text() : printed);
        if (!year.find()) {
            return iso.find()
                    ? Optional.of(new Printed(rank(date), Integer.parseInt(iso.group(1)), null, null))
                    : Optional.empty();
        }
        int number = Integer.parseInt(year.group(1));
        Integer month = month(date.childText("month"));
        Integer day = month == null ? null : day(date.childText("day"), number, month);
        return Optional.of(new Printed(rank(date), number, month, day));
    }

    private static @Nullable Integer month(@Nullable String printed) {
        if (printed == null) {
            return null;
        }
        if (printed.matches("0?[1-9]|1[0-2]")) {
            return Integer.valueOf(printed);
        }
        int named = printed.length() < 3
                ? -1
                : MONTHS.indexOf(printed.substring(0, 3).toLowerCase(Locale.ROOT));
        return named < 0 ? null : named + 1;
    }

    private static @Nullable Integer day(@Nullable String printed, int year, int month) {
        if (printed == null || !printed.matches("\\d{1,2}")) {
            return null;
        }
        try {
            int day = Integer.parseInt(printed);
            return day <= YearMonth.of(year, month).lengthOfMonth()
                    ? Integer.valueOf(LocalDate.of(year, month, day).getDayOfMonth())
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int rank(XmlElement date) {
        String type = (date.attribute("pub-type") + date.attribute("date-type")).toLowerCase(Locale.ROOT);
        String format = date.attribute("publication-format").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "epub", "epub-ppub", "online", "electronic" -> 0;
            case "pub", "published", "publication" -> format.startsWith("print") || format.equals("ppub") ? 1 : 0;
            case "ppub", "print", "issue-pub" -> 1;
            case "collection", "issue" -> 2;
            case "" -> format.startsWith("electronic") ? 0 : format.startsWith("print") ? 1 : 2;
            case "epreprint", "preprint", "posted" -> UNWANTED + 1;
            case "pmc-release", "release" -> UNWANTED + 2;
            case "accepted", "nihms-accepted" -> UNWANTED + 3;
            case "received", "nihms-submitted", "submitted", "rev-recd", "rev-request", "created" -> UNWANTED + 4;
            default -> UNWANTED;
        };
    }
}
