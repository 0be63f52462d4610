package dev.apatite.annotation;

import dev.apatite.vocabulary.PhraseTrie;
import dev.apatite.vocabulary.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells by the words around a name whether it names a treatment here. Safe to share between threads. */
final class TreatmentContext {
    private static final int REACH = 9;
    private static final Set<String> UNITS = Set.of("mg", "mcg", "\u00b5g", "ug", "microg", "g", "iu", "unit", "mug");

    /** A phrase beside the name and how many words may stand between. */
    private record Clue(int distance) {}

    /** A phrase beside the name that makes it something else, unless one of these words follows it. */
    private record Other(Set<String> unless) {}

    private final PhraseTrie<Clue> before = new PhraseTrie<>();
    private final PhraseTrie<Clue> after = new PhraseTrie<>();
    private final PhraseTrie<Other> otherBefore = new PhraseTrie<>();
    private final PhraseTrie<Other> otherAfter = new PhraseTrie<>();

    TreatmentContext() {
        for (String[] cells : ResourceLines.cells("treatment-context.tsv", 3)) {
            (cells[1].equals("before") ? before : after).add(cells[0], new Clue(Integer.parseInt(cells[2])));
        }
        for (String[] cells : ResourceLines.cells("not-treatment.tsv", 3)) {
            Set<String> unless = Set.copyOf(Arrays.asList(cells[2].split(" ", -1)));
            (cells[1].equals("before") ? otherBefore : otherAfter).add(cells[0], new Other(unless));
        }
    }

    /** Whether the words around say that the name from {@code first} to before {@code end} is given. */
    boolean isGiven(Words words, int first, int end) {
        for (int at = Math.max(0, first - REACH); at < first; at++) {
            for (PhraseTrie.Hit<Clue> hit : before.at(words, at)) {
                int between = first - hit.end();
                if (between >= 0 && between <= hit.values().get(0).distance() && isOneClause(words, hit.end(), first)) {
                    return true;
                }
            }
        }
        for (int at = end; at < words.size() && at < end + REACH; at++) {
            for (PhraseTrie.Hit<Clue> hit : after.at(words, at)) {
                if (at - end <= hit.values().get(0).distance() - 1 && isOneClause(words, end, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOneClause(Words words, int from, int to) {
        for (int i = Math.max(0, from - 1); i < to; i++) {
            String form = words.form(i);
            if (form.equals(".") || form.equals(";") || form.equals(":") || !words.joined(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words beside the name make it a target, a measured substance, a resistance or an allergy. */
    boolean isSomethingElse(Words words, int first, int end) {
        if (end < words.size() && words.joined(end - 1)) {
            PhraseTrie.Hit<Other> hit = otherAfter.longest(words, end);
            if (hit != null && !follows(words, hit)) {
                return true;
            }
        }
        for (int at = Math.max(0, first - 2); at < first; at++) {
            List<PhraseTrie.Hit<Other>> hits = otherBefore.at(words, at);
            for (PhraseTrie.Hit<Other> hit : hits) {
                if (hit.end() == first && words.joined(first - 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean follows(Words words, PhraseTrie.Hit<Other> hit) {
        return hit.end() < words.size() && hit.values().get(0).unless().contains(words.form(hit.end()));
    }

    /** "X 500 mg", "X (500 mg", "X at 5 mg/kg", "500 mg of X", "500 mg X", but not "X 8 mg/dl". */
    static boolean hasDose(Words words, int first, int end) {
        int next = end;
        while (next < words.size() && next <= end + 2 && isFiller(words, next)) {
            next++;
        }
        if (next < words.size() && words.isNumber(next)) {
            int unit = next + 1;
            while (unit < words.size() && unit <= next + 4 && !words.isWord(unit)) {
                unit++;
            }
            return unit < words.size() && isUnit(words, unit);
        }
        int before = first - 1;
        if (before > 0 && words.form(before).equals("of")) {
            before--;
        }
        return before > 0 && isUnit(words, before) && words.isNumber(before - 1);
    }

    private static boolean isFiller(Words words, int at) {
        return switch (words.form(at)) {
            case "(", "at", "a", "dose", "of", "dosage", ":", "in", "the", "," -> true;
            default -> false;
        };
    }

    private static boolean isUnit(Words words, int at) {
        if (!UNITS.contains(words.form(at))) {
            return false;
        }
        String after = at + 1 < words.size() && words.joined(at) ? words.form(at + 1) : "";
        return !(after.equals("dl") || after.equals("l") || after.equals("ml"));
    }
}
