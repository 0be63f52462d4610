package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a text asserts what it mentions (ConText: Harkema et al. 2009). */
public enum Assertion {
    AFFIRMED,
    NEGATED,
    POSSIBLE,
    HISTORICAL,
    OTHER_PERSON;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
