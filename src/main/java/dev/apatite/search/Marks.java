package dev.apatite.search;

import dev.apatite.paper.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What readers said of findings, by the finding's id. Findings that nobody marked are not there. */
public record Marks(Map<String, Said> all) {
    /** Nobody said anything. */
    public static final Marks NONE = new Marks(Map.of());

    public Marks {
        all = Map.copyOf(all);
    }

    /** What a mark says. */
    public enum Kind {
        RIGHT,
        WRONG,
        CORRECTED
    }

    /**
     * A reader's word on a finding.
     *
     * @param treatment the right one, where it is corrected
     * @param response the right one, where it is corrected
     */
    public record Said(
            Kind kind, @Nullable String treatment, @Nullable Response response) {}
}
