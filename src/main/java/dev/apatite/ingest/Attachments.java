package dev.apatite.ingest;

import dev.apatite.index.OneReading;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.SourcePath;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the files that records name. A library that was moved names them by where they were: the name counts, and where
 * several files have it, the folders around it.
 */
final class Attachments {
    private static final Pattern SUPPLEMENT = Pattern.compile(
            "(?i)(?:^|[^a-z])(?:supp?l?|supplement(?:ary|al)?|appendix|mmc\\d*|si|esm|additional[ _-]?file|data[ _-]?sheet)(?:[^a-z].*)?\\.[a-z]+$");

    private final List<Outline> outlines;
    private final Map<String, List<Place>> places = new HashMap<>();

    private record Place(int outline, List<String> path) {}

    /** {@code outlines} in the order of their paths. */
    Attachments(List<Outline> outlines) {
        this.outlines = outlines;
        for (int i = 0; i < outlines.size(); i++) {
            for (SourceFile file : outlines.get(i).files()) {
                if (!isRecord(outlines.get(i), file.path())) {
                    List<String> path = parts(SourcePath.withoutPart(file.path()));
                    places.computeIfAbsent(path.getLast(), any -> new ArrayList<>())
                            .add(new Place(i, path));
                }
            }
        }
    }

    private static boolean isRecord(Outline outline, String path) {
        return outline.readings().stream()
                .anyMatch(each -> each.record() && each.path().equals(path));
    }

    /** The names by which a record and what it names find each other. */
    static Set<String> names(Outline outline) {
        Set<String> names = new TreeSet<>();
        outline.files().forEach(file -> {
            if (!isRecord(outline, file.path())) {
                names.add(parts(SourcePath.withoutPart(file.path())).getLast());
            }
        });
        outline.readings()
                .forEach(each ->
                        each.attachments().forEach(path -> names.add(parts(path).getLast())));
        return names;
    }

    /** For each record that names a file which is there, the paper of that file; by their places in the list. */
    Map<Integer, Integer> pairs() {
        Map<Integer, Integer> pairs = new LinkedHashMap<>();
        for (int i = 0; i < outlines.size(); i++) {
            Set<Integer> named = new LinkedHashSet<>();
            int first = -1;
            for (OneReading reading : outlines.get(i).readings()) {
                for (String attachment : reading.attachments()) {
                    int paper = named(reading.path(), attachment);
                    if (paper >= 0 && paper != i) {
                        named.add(paper);
                        boolean main = !SUPPLEMENT.matcher(attachment).find();
                        first = first < 0 && main ? paper : first;
                    }
                }
            }
            int record = i;
            int like = named.stream()
                    .filter(each -> Duplicates.haveLikeTitles(
                            outlines.get(record).bare(), outlines.get(each).bare()))
                    .findFirst()
                    .orElse(named.size() == 1 ? named.iterator().next() : first);
            if (like >= 0) {
                pairs.put(i, like);
            }
        }
        return pairs;
    }

    /** The paper of the file that a record means; -1 where there is none, or none of several more than another. */
    private int named(String record, String attachment) {
        List<String> path = parts(attachment);
        List<Place> all = places.getOrDefault(path.getLast(), List.of());
        List<String> folder = parts(SourcePath.withoutPart(record));
        List<String> whole = new ArrayList<>(folder.subList(0, folder.size() - 1));
        whole.addAll(path);
        int best = -1;
        int most = -1;
        boolean several = false;
        for (Place place : all) {
            // What lies where the record says counts before all, then how many folders agree, then nearness to the
            // record.
            int score = place.path().equals(whole)
                    ? Integer.MAX_VALUE
                    : 1000 * fromBehind(place.path(), path) + fromBefore(place.path(), folder);
            several = score == most && place.outline() != best || several && score <= most;
            best = score > most ? place.outline() : best;
            most = Math.max(most, score);
        }
        return several ? -1 : best;
    }

    private static int fromBehind(List<String> one, List<String> other) {
        return fromBefore(one.reversed(), other.reversed());
    }

    private static int fromBefore(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(Normalizer.normalize(part, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
            }
        }
        return parts.isEmpty() ? List.of("") : parts;
    }
}
