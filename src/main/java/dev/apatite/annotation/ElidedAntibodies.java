package dev.apatite.annotation;

import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.PhraseTrie;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.vocabulary.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds antibodies of which a list names the antigen only: "anti-dsDNA, -Sm and -RNP", "dsDNA (native DNA), Sm and
 * ribonucleoprotein antibodies". Safe to share between threads.
 */
final class ElidedAntibodies {
    private static final Set<String> JOINTS = Set.of(",", "and", "or", "nor", "&", "/");

    private record Antigen(Concept concept, String printed) {}

    private final PhraseTrie<Antigen> antigens = new PhraseTrie<>();

    ElidedAntibodies(Vocabulary vocabulary) {
        for (Concept concept : vocabulary.concepts()) {
            if (concept.type() == MentionType.ANTIBODY) {
                add(concept, concept.name());
                concept.synonyms().forEach(synonym -> add(concept, synonym));
            }
        }
    }

    private void add(Concept concept, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("anti") || name.length() < 6 || lower.contains(" or ") || lower.contains(" and ")) {
            return;
        }
        String antigen = name.substring(4)
                .replaceFirst("^[- ]+", "")
                .replaceFirst("(?i)[- ](?:auto)?antibod(?:y|ies)$", "")
                .replaceFirst("\\?$", "");
        if (antigen.length() >= 2) {
            antigens.add(antigen, new Antigen(concept, antigen));
        }
    }

    /** The same candidates and, in their places, the elided ones beside them. */
    List<MentionCandidate> complete(Words words, List<MentionCandidate> candidates) {
        List<MentionCandidate> sure = candidates.stream()
                .filter(each -> !(each.needsSupport() && each.type() == MentionType.ANTIBODY))
                .toList();
        List<MentionCandidate> added = new ArrayList<>();
        for (int i = 0; i < sure.size(); i++) {
            if (sure.get(i).type() == MentionType.ANTIBODY) {
                toTheLeft(words, sure.get(i), i > 0 ? sure.get(i - 1).end() : 0, added);
                toTheRight(
                        words,
                        sure.get(i),
                        i + 1 < sure.size() ? sure.get(i + 1).first() : words.size(),
                        added);
            }
        }
        if (added.isEmpty()) {
            return candidates;
        }
        List<MentionCandidate> all = new ArrayList<>(sure);
        addFree(added, all);
        addFree(candidates, all);
        all.sort(Comparator.comparingInt(MentionCandidate::first));
        return all;
    }

    private static void addFree(List<MentionCandidate> more, List<MentionCandidate> all) {
        for (MentionCandidate each : more) {
            if (isFree(each, all)) {
                all.add(each);
            }
        }
    }

    private static boolean isFree(MentionCandidate candidate, List<MentionCandidate> taken) {
        return taken.stream().noneMatch(each -> each.first() < candidate.end() && candidate.first() < each.end());
    }

    private void toTheLeft(Words words, MentionCandidate item, int floor, List<MentionCandidate> added) {
        int at = item.first();
        while (at > floor) {
            int end = beforeJoint(words, at, floor);
            end = end == at ? end : beforeAside(words, end, floor);
            MentionCandidate found = end == at ? null : endingAt(words, end, floor);
            if (found == null) {
                return;
            }
            added.add(found);
            at = found.first();
        }
    }

    private void toTheRight(Words words, MentionCandidate item, int ceiling, List<MentionCandidate> added) {
        int at = item.end();
        while (at < ceiling) {
            int first = at;
            while (first < ceiling && JOINTS.contains(words.form(first))) {
                first++;
            }
            MentionCandidate found =
                    first == at && !isHyphenated(words, first) ? null : startingAt(words, first, ceiling);
            if (found == null) {
                return;
            }
            added.add(found);
            at = found.end();
        }
    }

    private static int beforeJoint(Words words, int at, int floor) {
        int end = at;
        while (end > floor && JOINTS.contains(words.form(end - 1))) {
            end--;
        }
        return end;
    }

    private static int beforeAside(Words words, int end, int floor) {
        if (end > floor && words.form(end - 1).equals(")")) {
            for (int i = end - 2; i >= floor && i > end - 8; i--) {
                if (words.form(i).equals("(")) {
                    return i;
                }
            }
        }
        return end;
    }

    private static boolean isHyphenated(Words words, int at) {
        int start = at < words.size() ? words.start(at) : 0;
        return start > 1
                && words.text().charAt(start - 1) == '-'
                && !Character.isLetterOrDigit(words.text().charAt(start - 2));
    }

    private @Nullable MentionCandidate endingAt(Words words, int end, int floor) {
        for (int first = Math.max(floor, end - 4); first < end; first++) {
            MentionCandidate found = startingAt(words, first, end);
            if (found != null && found.end() == end) {
                return found;
            }
        }
        return null;
    }

    private @Nullable MentionCandidate startingAt(Words words, int first, int ceiling) {
        MentionCandidate longest = null;
        for (PhraseTrie.Hit<Antigen> hit : antigens.at(words, first)) {
            if (hit.end() > ceiling || words.glued(hit.end() - 1) && !words.isMark(hit.end())) {
                continue;
            }
            for (Antigen antigen : hit.values()) {
                if (hasSameCase(words.printed(first, hit.end() - 1), antigen.printed())) {
                    longest = MentionCandidate.of(first, hit.end(), antigen.concept(), false);
                    break;
                }
            }
        }
        return longest;
    }

    private static boolean hasSameCase(String printed, String name) {
        String got = printed.replaceAll("[^\\p{L}\\p{N}]", "");
        String want = name.replaceAll("[^\\p{L}\\p{N}]", "");
        return want.length() > 6 || got.equals(want) || got.equals(want + "s");
    }
}
