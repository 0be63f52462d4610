package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome that a sentence states for a treatment. */
public enum Response {
    COMPLETE_RESPONSE,
    PARTIAL_RESPONSE,
    NO_RESPONSE,
    PROGRESSION,
    MIXED,
    ADVERSE_EVENT,
    NOT_REPORTED;

    /** How many of one patient responded; null where the response says neither. */
    public @Nullable Integer ofOne() {
        return switch (this) {
            case COMPLETE_RESPONSE, PARTIAL_RESPONSE -> 1;
            case NO_RESPONSE, PROGRESSION -> 0;
            case MIXED, ADVERSE_EVENT, NOT_REPORTED -> null;
        };
    }

    /** The response with this outside name. */
    public static Optional<Response> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
