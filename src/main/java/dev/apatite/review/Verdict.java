package dev.apatite.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reader says of a finding. */
public enum Verdict {
    RIGHT,
    WRONG,
    CORRECTED,
    /** The reader found it, not the program. */
    ADDED,
    /** A mark that was taken back. */
    NONE,
    /** The reader's last mark in the paper is undone: what the reader said before of that finding counts again. */
    UNDONE;

    /** The outside name: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict with this outside name. */
    public static Optional<Verdict> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
