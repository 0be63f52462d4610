package dev.apatite.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the readers' marks come to. Each reader's last mark on a finding is that reader's; the mark that counts is the one
 * that settles it, or else what all agree on.
 */
final class Opinions {
    private record Of(String finding, String reader, boolean settles) {}

    private record In(String paper, String reader) {}

    /** A finding that one or several have marked: their last marks by reader, and the one that settles it. */
    private static final class Marked {
        final Map<String, Mark> byReader = new LinkedHashMap<>();

        @Nullable
        Mark settled;

        Optional<Mark> decided() {
            if (settled != null) {
                return Optional.of(settled);
            }
            Mark last = null;
            for (Mark each : byReader.values()) {
                if (last != null && !last.agrees(each)) {
                    return Optional.empty();
                }
                last = last != null && last.verdict() == Verdict.ADDED ? last : each;
            }
            return Optional.ofNullable(last);
        }

        boolean isEmpty() {
            return settled == null && byReader.isEmpty();
        }
    }

    private final Map<String, Marked> findings = new LinkedHashMap<>();
    private final Map<Of, Deque<Mark>> history = new HashMap<>();
    private final Map<In, Deque<Of>> steps = new HashMap<>();
    private long version;

    void clear() {
        findings.clear();
        history.clear();
        steps.clear();
        version++;
    }

    /** A mark is made, taken back, or undone. */
    void follow(Mark mark) {
        version++;
        Deque<Of> made = steps.computeIfAbsent(new In(mark.paper(), mark.reader()), any -> new ArrayDeque<>());
        if (mark.verdict() == Verdict.UNDONE) {
            Of last = made.pollLast();
            if (last != null) {
                Deque<Mark> before = history.getOrDefault(last, new ArrayDeque<>());
                before.pollLast();
                set(last, before.peekLast());
            }
            return;
        }
        Of of = new Of(mark.finding(), mark.reader(), mark.settles());
        made.addLast(of);
        history.computeIfAbsent(of, any -> new ArrayDeque<>()).addLast(mark);
        set(of, mark);
    }

    private void set(Of of, @Nullable Mark mark) {
        Mark now = mark != null && mark.verdict() == Verdict.NONE ? null : mark;
        Marked marked = findings.computeIfAbsent(of.finding(), any -> new Marked());
        if (of.settles()) {
            marked.settled = now;
        } else if (now == null) {
            marked.byReader.remove(of.reader());
        } else {
            marked.byReader.put(of.reader(), now);
        }
        if (marked.isEmpty()) {
            findings.remove(of.finding());
        }
    }

    long version() {
        return version;
    }

    /** The mark of a reader that would be undone next; null where there is none. */
    @Nullable
    Mark last(String paper, String reader) {
        Of of = steps.getOrDefault(new In(paper, reader), new ArrayDeque<>()).peekLast();
        return of == null ? null : history.getOrDefault(of, new ArrayDeque<>()).peekLast();
    }

    Optional<Mark> decided(String finding) {
        Marked marked = findings.get(finding);
        return marked == null ? Optional.empty() : marked.decided();
    }

    /** What everyone said of a finding, and what settled it last. */
    List<Mark> of(String finding) {
        Marked marked = findings.get(finding);
        return marked == null ? List.of() : all(marked);
    }

    private static List<Mark> all(Marked marked) {
        List<Mark> all = new ArrayList<>(marked.byReader.values());
        if (marked.settled != null) {
            all.add(marked.settled);
        }
        return all;
    }

    Collection<Mark> all() {
        List<Mark> all = new ArrayList<>();
        findings.values().forEach(each -> all.addAll(all(each)));
        return all;
    }

    /** The findings of each paper that somebody marked, each with all that was said. */
    Map<String, Map<String, List<Mark>>> byPaper() {
        Map<String, Map<String, List<Mark>>> papers = new LinkedHashMap<>();
        findings.forEach((finding, marked) -> {
            List<Mark> all = all(marked);
            papers.computeIfAbsent(all.getFirst().paper(), any -> new LinkedHashMap<>())
                    .put(finding, all);
        });
        return papers;
    }
}
