package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What sort of article a paper is. */
public enum ArticleType {
    CASE_REPORT,
    REVIEW,
    TRIAL,
    STUDY,
    PROTOCOL,
    ANIMAL,
    EDITORIAL,
    OTHER;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
