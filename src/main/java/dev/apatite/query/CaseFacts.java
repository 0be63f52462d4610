package dev.apatite.query;

import dev.apatite.paper.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case, by preferred names.
 *
 * @param antibodies each a name, a colon and {@code positive} or {@code negative}
 * @param age in years
 * @param text its own words, empty where there are none
 */
public record CaseFacts(
        List<String> conditions,
        List<String> antibodies,
        List<String> sites,
        List<String> treatments,
        @Nullable Double age,
        @Nullable Sex sex,
        String text) {
    public CaseFacts {
        conditions = List.copyOf(conditions);
        antibodies = List.copyOf(antibodies);
        sites = List.copyOf(sites);
        treatments = List.copyOf(treatments);
    }

    /** Whether anything is known by which another case can be like it. */
    public boolean isEmpty() {
        return conditions.isEmpty()
                && antibodies.isEmpty()
                && sites.isEmpty()
                && treatments.isEmpty()
                && age == null
                && sex == null;
    }
}
