package dev.apatite.annotation;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.PhraseTrie;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The phrases of {@code assertion-triggers.tsv}. Safe to share between threads. */
final class AssertionTriggers {
    /** Where a trigger's scope lies. */
    enum Direction {
        FORWARD,
        BACKWARD,
        BOTH
    }

    /** What a trigger can speak of. */
    enum Targets {
        ALL,
        TREATMENTS,
        FINDINGS;

        boolean include(MentionType type) {
            return switch (this) {
                case ALL -> true;
                case TREATMENTS -> type == MentionType.TREATMENT;
                case FINDINGS -> type != MentionType.TREATMENT;
            };
        }
    }

    /**
     * A trigger.
     *
     * @param assertion what it says; null where it only ends the scope of others
     * @param pseudo whether it is there to hide a trigger within it
     * @param scope in words; 0 is without limit
     * @param targets what it can speak of
     */
    record Trigger(@Nullable Assertion assertion, boolean pseudo, Direction direction, int scope, Targets targets) {
        boolean ends() {
            return assertion == null && !pseudo;
        }
    }

    final PhraseTrie<Trigger> trie = new PhraseTrie<>();

    AssertionTriggers() {
        for (String[] cells : ResourceLines.cells("assertion-triggers.tsv", 5)) {
            trie.add(cells[0], trigger(cells));
        }
    }

    private static Trigger trigger(String[] cells) {
        String kind = cells[1];
        boolean pseudo = kind.equals("pseudo");
        return new Trigger(
                pseudo || kind.equals("end") ? null : Assertion.valueOf(kind.toUpperCase(Locale.ROOT)),
                pseudo,
                Direction.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                Integer.parseInt(cells[3]),
                Targets.valueOf(cells[4].toUpperCase(Locale.ROOT)));
    }
}
