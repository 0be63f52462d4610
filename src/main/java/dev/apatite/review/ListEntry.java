package dev.apatite.review;

import dev.apatite.paper.Paper;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one reader says of a paper in a list; a line of the lists' file. The last one of a reader on a paper counts.
 *
 * @param list the list's name
 * @param paper the paper's id
 * @param title of the paper, so that the list stays readable when the paper is gone
 * @param reader empty where nobody said who
 * @param kept false where the paper is taken out of the list
 * @param reason why it is excluded
 * @param note in the reader's words
 * @param tags in the reader's order
 * @param time in ISO 8601 with UTC
 */
public record ListEntry(
        String list,
        String paper,
        @Nullable String title,
        String reader,
        boolean kept,
        Decision decision,
        @Nullable String reason,
        @Nullable String note,
        List<String> tags,
        String time) {
    public ListEntry {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(paper, "paper");
        reader = reader == null ? "" : reader;
        decision = decision == null ? Decision.OPEN : decision;
        tags = tags == null ? List.of() : List.copyOf(tags);
        Instant.parse(time);
    }

    /** A paper that is put into a list, of which nothing is said yet. */
    public static ListEntry of(String list, String paper, @Nullable String title, String reader, String time) {
        return new ListEntry(list, paper, title, reader, true, Decision.OPEN, null, null, List.of(), time);
    }

    /** The same with what the reader decides. */
    public ListEntry decided(Decision now, @Nullable String why, String when) {
        return new ListEntry(
                list, paper, title, reader, true, now, now == Decision.EXCLUDE ? why : null, note, tags, when);
    }

    /** The same with what the reader notes. */
    public ListEntry noted(@Nullable String newNote, List<String> newTags, String when) {
        return new ListEntry(list, paper, title, reader, true, decision, reason, newNote, newTags, when);
    }

    /** The same of the paper under the id that it has now. */
    ListEntry moved(Paper now) {
        return new ListEntry(list, now.id(), now.title(), reader, kept, decision, reason, note, tags, time);
    }

    /** The paper taken out of the list. */
    public ListEntry removed(String when) {
        return new ListEntry(list, paper, title, reader, false, Decision.OPEN, null, null, List.of(), when);
    }

    /** Whether it says the same, whenever it was said. */
    boolean saysAs(ListEntry other) {
        return kept == other.kept
                && decision == other.decision
                && Objects.equals(reason, other.reason)
                && Objects.equals(note, other.note)
                && tags.equals(other.tags);
    }
}
