package dev.apatite.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must or must not stand around the words of an outcome, by {@code cue-checks.tsv}. */
final class CueChecks {
    /**
     * Where the words stand.
     *
     * @param before their clause up to them
     * @param after what follows them
     */
    record Surroundings(String sentence, String before, String after) {
        String side(String name) {
            return switch (name) {
                case "before" -> before;
                case "after" -> after;
                case "around" -> before + '\u00a6' + after;
                case "sentence" -> sentence;
                default -> throw new IllegalStateException("cue-checks.tsv: no such side: " + name);
            };
        }
    }

    private record Check(boolean wanted, String when, String side, QuickPattern pattern) {
        boolean applies(boolean negated) {
            return when.equals("any") || when.equals(negated ? "negated" : "affirmed");
        }
    }

    private final Map<String, List<Check>> checks = new HashMap<>();

    CueChecks() {
        for (String[] row : ResourceLines.cells("cue-checks.tsv", 6)) {
            Check check = new Check(row[1].equals("must"), row[2], row[3], QuickPattern.compile(row[4]));
            checks.computeIfAbsent(row[0], any -> new ArrayList<>()).add(check);
        }
    }

    /** Whether all checks of the flags hold. */
    boolean hold(Set<String> flags, boolean negated, Surroundings surroundings) {
        for (String flag : flags) {
            for (Check check : checks.getOrDefault(flag, List.of())) {
                if (check.applies(negated)
                        && check.wanted()
                                != check.pattern()
                                        .matcher(surroundings.side(check.side()))
                                        .find()) {
                    return false;
                }
            }
        }
        return true;
    }
}
