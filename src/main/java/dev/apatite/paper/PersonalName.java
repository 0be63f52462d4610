package dev.apatite.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name taken apart as catalogues want it: what papers print behind a name ("Jr", "III") is a suffix, wherever it stood.
 *
 * @param family the family name, or a group's whole name where {@code given} is null
 * @param suffix without a full stop
 */
public record PersonalName(
        String family, @Nullable String given, @Nullable String suffix) {
    private static final Pattern SUFFIX =
            Pattern.compile("^(.*?\\S)(?:\\s*,\\s*|\\s+)(Jr|Sr|II|III|IV|2nd|3rd|4th)\\.?$", Pattern.CASE_INSENSITIVE);

    /** An author's name. */
    public static PersonalName of(Author author) {
        return of(author.family(), author.given());
    }

    /** A name in a reference. */
    public static PersonalName of(PersonName name) {
        return of(name.family(), name.given());
    }

    static PersonalName of(@Nullable String family, @Nullable String given) {
        String whole = family == null ? "" : family.strip();
        if (given == null || given.isBlank()) {
            return new PersonalName(whole, null, null);
        }
        Matcher behindGiven = SUFFIX.matcher(given.strip());
        if (behindGiven.matches()) {
            return new PersonalName(whole, behindGiven.group(1), behindGiven.group(2));
        }
        Matcher behindFamily = SUFFIX.matcher(whole);
        // A Roman number alone may be all that was printed of a family name.
        return behindFamily.matches()
                ? new PersonalName(behindFamily.group(1), given.strip(), behindFamily.group(2))
                : new PersonalName(whole, given.strip(), null);
    }

    /** Whether it names no person but a group, or a person by one name. */
    public boolean isLiteral() {
        return given == null;
    }

    /** The first letters of the given names: {@code "JP"} for Jean-Paul, and as printed where initials were. */
    public String initials() {
        if (given == null) {
            return "";
        }
        String capitals = given.codePoints()
                .filter(Character::isUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return capitals.isEmpty() ? given.substring(0, given.offsetByCodePoints(0, 1)) : capitals;
    }

    /**
     * What the name is found by, with commas between: as printed, with its initials and with the first of them, for all three
     * are typed ({@code "Smith John Adam, Smith JA, Smith J"}).
     */
    public String searchable() {
        String initials = initials();
        return Stream.of(
                        Stream.of(family, given, suffix),
                        Stream.of(family, initials),
                        Stream.of(
                                family,
                                initials.isEmpty() ? "" : initials.substring(0, initials.offsetByCodePoints(0, 1))))
                .map(parts ->
                        parts.filter(each -> each != null && !each.isEmpty()).collect(Collectors.joining(" ")))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** As Europe PMC and PubMed print it: {@code "Smith JA Jr"}. */
    public String brief() {
        return Stream.of(family, initials(), suffix)
                .filter(each -> each != null && !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
