package dev.apatite.annotation.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A script's treatments by name, each with every place where it is named, in the order of the text. */
final class Cast {
    private static final int RECENT = 9;
    private static final int MOST = 11;

    private final Map<String, List<Occurrence>> byName = new LinkedHashMap<>();
    private final List<String> names;

    Cast(Script script) {
        for (int i = 0; i < script.lines().size(); i++) {
            for (Named named : script.lines().get(i).treatments()) {
                byName.computeIfAbsent(named.name(), any -> new ArrayList<>()).add(new Occurrence(i, named));
            }
        }
        names = List.copyOf(byName.keySet());
    }

    List<String> names() {
        return names;
    }

    List<Occurrence> of(String name) {
        return byName.getOrDefault(name, List.of());
    }

    int size() {
        return byName.size();
    }

    /** The last time that a treatment is named up to a line; null where it is not. */
    @org.jspecify.annotations.Nullable
    Occurrence lastUpTo(String name, int line) {
        Occurrence last = null;
        for (Occurrence each : of(name)) {
            if (each.line() > line) {
                break;
            }
            last = each;
        }
        return last;
    }

    /** Those that an outcome in a line may belong to: named there, named last before, named most. */
    List<String> candidates(int line) {
        record Seen(String name, int last, int count) {}
        List<Seen> seen = new ArrayList<>();
        Set<String> chosen = new LinkedHashSet<>();
        for (String name : names) {
            Occurrence last = lastUpTo(name, line);
            if (last != null) {
                if (last.line() == line) {
                    chosen.add(name);
                } else {
                    seen.add(new Seen(name, last.line(), of(name).size()));
                }
            }
        }
        seen.sort(Comparator.comparingInt((Seen each) -> -each.last()).thenComparingInt(each -> -each.count()));
        for (Seen each : seen) {
            if (chosen.size() >= RECENT) {
                break;
            }
            chosen.add(each.name());
        }
        seen.sort(Comparator.comparingInt((Seen each) -> -each.count()).thenComparingInt(each -> -each.last()));
        for (Seen each : seen) {
            if (chosen.size() >= MOST) {
                break;
            }
            chosen.add(each.name());
        }
        return List.copyOf(chosen);
    }
}
