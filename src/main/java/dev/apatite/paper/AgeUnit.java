package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The unit in which an age is printed. */
public enum AgeUnit {
    YEARS,
    MONTHS,
    WEEKS,
    DAYS;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
