package dev.apatite.annotation;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.PhraseTrie;
import dev.apatite.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
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

    /** What a phrase does to those around it. */
    enum Role {
        /** It says how something is asserted. */
        ASSERTS,
        /** It hides a trigger within it. */
        PSEUDO,
        /** It ends the scope of a trigger. */
        END,
        /** It ends the scope of a trigger that denies. */
        END_NEGATED
    }

    /**
     * A trigger.
     *
     * @param assertion what it says; null where it only hides or ends others
     * @param scope in words; 0 is without limit
     * @param targets what it can speak of
     */
    record Trigger(Role role, @Nullable Assertion assertion, Direction direction, int scope, Targets targets) {
        static Trigger asserts(Assertion assertion, Direction direction, int scope) {
            return new Trigger(Role.ASSERTS, assertion, direction, scope, Targets.FINDINGS);
        }

        boolean pseudo() {
            return role == Role.PSEUDO;
        }

        boolean ends(Trigger other) {
            return role == Role.END || role == Role.END_NEGATED && other.assertion() == Assertion.NEGATED;
        }
    }

    private final PhraseTrie<Trigger> trie = new PhraseTrie<>();
    private final AssertionWords lexicon = new AssertionWords();
    private final Experiencers experiencers = new Experiencers(lexicon);

    AssertionTriggers() {
        for (String[] cells : ResourceLines.cells("assertion-triggers.tsv", 5)) {
            trie.add(cells[0], trigger(cells));
        }
    }

    AssertionWords lexicon() {
        return lexicon;
    }

    private static Trigger trigger(String[] cells) {
        String kind = cells[1].toUpperCase(Locale.ROOT);
        Role role = switch (kind) {
            case "PSEUDO" -> Role.PSEUDO;
            case "END" -> Role.END;
            case "END_NEGATED" -> Role.END_NEGATED;
            default -> Role.ASSERTS;
        };
        return new Trigger(
                role,
                role == Role.ASSERTS ? Assertion.valueOf(kind) : null,
                Direction.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                Integer.parseInt(cells[3]),
                Targets.valueOf(cells[4].toUpperCase(Locale.ROOT)));
    }

    /** The triggers among the words from {@code from} to before {@code to}. */
    List<PlacedTrigger> in(Words words, int from, int to) {
        List<PlacedTrigger> placed = new ArrayList<>();
        int at = from;
        while (at < to) {
            at = read(words, at, to, placed);
        }
        Exclusions.read(words, from, to, placed);
        experiencers.read(words, from, to, placed);
        return placed;
    }

    private int read(Words words, int at, int to, List<PlacedTrigger> placed) {
        List<PhraseTrie.Hit<Trigger>> hits = trie.at(words, at);
        int hiddenUntil = 0;
        for (int i = hits.size() - 1; i >= 0; i--) {
            PhraseTrie.Hit<Trigger> hit = hits.get(i);
            if (hit.end() > to) {
                continue;
            }
            if (hit.values().stream().allMatch(Trigger::pseudo)) {
                hiddenUntil = Math.max(hiddenUntil, hit.end());
                continue;
            }
            int longer = longer(words, at, hit.end(), to);
            if (longer > 0) {
                return longer;
            }
            for (Trigger trigger : hit.values()) {
                if (!trigger.pseudo() && !isQuality(words, at, hit.end(), trigger)) {
                    placed.add(new PlacedTrigger(at, hit.end(), trigger, hiddenUntil));
                }
            }
            return Math.max(hiddenUntil, hit.end());
        }
        return Math.max(hiddenUntil, at + 1);
    }

    /** Where a trigger begins that denies and goes on behind this one's end: "is [negative for]"; 0 where none does. */
    private int longer(Words words, int at, int end, int to) {
        for (int inner = at + 1; inner < end; inner++) {
            for (PhraseTrie.Hit<Trigger> hit : trie.at(words, inner)) {
                if (hit.end() > end
                        && hit.end() <= to
                        && hit.values().stream().anyMatch(each -> each.assertion() == Assertion.NEGATED)) {
                    return inner;
                }
            }
        }
        return 0;
    }

    /** "ANA-negative lupus" is lupus: a negative that a hyphen joins to what it denies denies nothing behind it. */
    private static boolean isQuality(Words words, int at, int end, Trigger trigger) {
        return end == at + 1
                && at > 0
                && trigger.direction() == Direction.FORWARD
                && words.form(at).equals("negative")
                && words.start(at) - words.end(at - 1) == 1
                && !Character.isWhitespace(words.text().charAt(words.start(at) - 1));
    }
}
