package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of concept a mention names. */
public enum MentionType {
    TREATMENT,
    CONDITION,
    ANTIBODY,
    SITE,
    TEST,
    ORGANISM,
    IMAGING;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
