package dev.apatite.annotation.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text that a person read, as the program sees it.
 *
 * @param name a name that stays, by which the text is put into a fold
 * @param kind what was read of it
 * @param weight how much it counts beside others
 * @param longForms what the paper's abbreviations mean
 * @param names names of treatments as printed, for the tagger
 */
public record GoldDocument(
        String name,
        Kind kind,
        double weight,
        Script script,
        Map<String, String> longForms,
        List<GoldRow> rows,
        Set<String> names) {
    /** What a person read of a text. */
    public enum Kind {
        /** A whole paper. */
        PAPER,
        /** A short text of a case. */
        TEXT,
        /** Only sentences that tell harm or benefit of a drug. */
        SENTENCES,
        /** Only names of treatments. */
        NAMES
    }

    GoldDocument with(Script other) {
        return new GoldDocument(name, kind, weight, other, longForms, rows, names);
    }

    /** Whether its rows are complete, so that what is no row is none. */
    boolean isJudged() {
        return kind == Kind.PAPER || kind == Kind.TEXT;
    }

    /** Whether it is kept apart when {@code share} of the texts is; judged texts only. */
    public boolean isApart(double share) {
        return isJudged() && chance("apart") < share;
    }

    /** A number from 0 to 1 that is always the same for this text and {@code purpose}. */
    double chance(String purpose) {
        return (Hashes.of(purpose + '/' + name) & 0xffffff) / (double) 0x1000000;
    }
}
