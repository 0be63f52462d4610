package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The outcome that a sentence states for a treatment. */
public enum Response {
    COMPLETE_RESPONSE,
    PARTIAL_RESPONSE,
    NO_RESPONSE,
    PROGRESSION,
    MIXED,
    ADVERSE_EVENT,
    NOT_REPORTED;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
