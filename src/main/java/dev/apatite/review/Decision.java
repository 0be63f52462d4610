package dev.apatite.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reader decides of a paper in a list. */
public enum Decision {
    INCLUDE,
    EXCLUDE,
    /** Nothing yet. */
    OPEN;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The decision with this outside name. */
    public static Optional<Decision> of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
