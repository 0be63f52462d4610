package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a patient's serum was found to hold an antibody. */
public enum AntibodyStatus {
    POSITIVE,
    NEGATIVE;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
