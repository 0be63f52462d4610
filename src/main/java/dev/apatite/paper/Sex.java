package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A patient's sex as printed. */
public enum Sex {
    FEMALE,
    MALE;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
