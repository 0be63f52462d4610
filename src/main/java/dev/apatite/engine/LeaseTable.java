package dev.apatite.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Work that several processes share, kept where all of them see it: what is to be done, by whom it is being done, what came
 * of it. Whoever does something holds it by a lease, which ends unless it is renewed, so that what a dead process held is
 * done by another. No clocks are compared: a lease has ended when whoever wants it has seen it unchanged for as long as it
 * lasts. Safe to share between threads.
 */
public interface LeaseTable {
    /**
     * Something to be done, as it stands in the table.
     *
     * @param wanted what it was done for; a change of it is something else to be done
     * @param done whether it was done
     * @param version changes with every change in the table
     */
    record Entry(String name, String wanted, boolean done, String version) {}

    /**
     * What is held. Ends with the lease.
     *
     * @param number grows with every change in the table
     */
    record Held(String name, String wanted, String version, long number) {}

    /**
     * What is wanted of something.
     *
     * @param seen how it stood; null where nobody had begun it
     */
    record Wish(String name, String wanted, @Nullable Entry seen) {}

    /** How the named things stand; those that nobody began are not among them. */
    Map<String, Entry> look(Collection<String> names);

    /**
     * Takes things as its own, each for itself.
     *
     * @return those that stood as they were seen
     */
    List<Held> take(List<Wish> wishes);

    /**
     * Takes something as its own.
     *
     * @param seen how it stood; null where nobody had begun it
     * @return empty where it does not stand so any more
     */
    default Optional<Held> take(String name, String wanted, @Nullable Entry seen) {
        return take(List.of(new Wish(name, wanted, seen))).stream().findFirst();
    }

    /** Goes on holding something; empty where the lease has ended and somebody else has it. */
    Optional<Held> renew(Held held);

    /**
     * Ends things that are held, each with its outcome.
     *
     * @return those that were; of the others somebody else has each by now, and the outcome is not wanted
     */
    Set<Held> finish(Map<Held, String> outcomes);

    /**
     * Ends with an outcome what is held.
     *
     * @return false where somebody else has it by now, and the outcome is not wanted
     */
    default boolean finish(Held held, String outcome) {
        return !finish(Map.of(held, outcome)).isEmpty();
    }

    /** Leaves something where others find it, as done, whoever held it. */
    void leave(String name, String wanted, String outcome);

    /**
     * What came of things that are done; those that are not, or were done for something else, are not among them.
     *
     * @param wanted by name what each was to be done for
     */
    Map<String, String> outcomes(Map<String, String> wanted);

    /** Forgets some things and what came of them. */
    void forget(Collection<String> names);
}
