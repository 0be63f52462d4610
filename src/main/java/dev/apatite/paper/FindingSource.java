package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who says that a paper states a finding: this program, a reader who checked it, or a language model that was asked. */
public enum FindingSource {
    PROGRAM,
    READER,
    MODEL;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
