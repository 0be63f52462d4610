package dev.apatite.query;

import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.MentionType;
import dev.apatite.query.EvidenceUnits.Unit;
import dev.apatite.query.EvidenceWords.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads evidence out of plain words: "diltiazem failed" may ask for the papers in which diltiazem had no response. Nothing
 * is searched for it; readings are offers, the most precise first. Safe to share between threads.
 */
public final class EvidenceReader {
    private static final int FARTHEST = 8;
    private static final int REACH_OF_NOT = 2;
    private static final int MOST_FINDINGS = 2;

    private final EvidenceWords words;
    private final EvidenceUnits units;

    public EvidenceReader(TextAnalysis analysis, ConceptNames names) {
        words = EvidenceWords.load(analysis);
        units = new EvidenceUnits(analysis, names, words);
    }

    /** What a query may ask for; empty where it is more than words, or says nothing of evidence. */
    public List<EvidenceReading> read(QueryNode tree, String typed) {
        return tree instanceof QueryNode.Words || tree instanceof QueryNode.Word ? read(typed) : List.of();
    }

    List<EvidenceReading> read(String typed) {
        List<Unit> all = units.of(typed);
        boolean[] used = new boolean[all.size()];
        List<String> findings = findings(all, used);
        EvidencePhrase phrase = new EvidencePhrase(findings, people(all, used), concepts(all, used, findings), "");
        String rest = rest(all, used);
        Set<EvidenceReading> readings = new LinkedHashSet<>();
        if (!findings.isEmpty()) {
            readings.add(phrase.withWords(rest).reading());
            readings.add(phrase.reading());
            readings.add(phrase.findingAlone().reading());
        } else if (phrase.describesPatients()) {
            readings.add(phrase.withWords(rest).reading());
            readings.add(phrase.reading());
        }
        return List.copyOf(readings);
    }

    /** What may be asked for by somebody who goes on typing: the responses of a treatment. */
    public List<EvidenceReading> completions(String beginning) {
        int gap = beginning.stripTrailing().lastIndexOf(' ');
        String last = beginning.substring(gap + 1).strip().toLowerCase(Locale.ROOT);
        Set<EvidenceReading> readings = new LinkedHashSet<>(read(beginning));
        boolean named = isTreatment(units.of(beginning));
        boolean before = gap > 0 && isTreatment(units.of(beginning.substring(0, gap)));
        for (EvidenceWords.Row row : named || before ? words.rows() : List.<EvidenceWords.Row>of()) {
            if (row.kind() != Kind.OUTCOME) {
                continue;
            }
            if (named && !before) {
                readings.addAll(read(beginning + " " + row.text()));
            } else if (begins(row.text(), last)) {
                readings.addAll(read(beginning.substring(0, gap) + " " + row.text()));
            }
        }
        return List.copyOf(readings);
    }

    private static boolean begins(String phrase, String beginning) {
        for (String word : phrase.split(" ")) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTreatment(List<Unit> typed) {
        return typed.stream().anyMatch(each -> each.is(MentionType.TREATMENT));
    }

    /** Treatments with their responses as the filter {@code finding} takes them: those of one outcome. */
    private static List<String> findings(List<Unit> all, boolean[] used) {
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < all.size() && findings.isEmpty(); i++) {
            Optional<EvidenceWords.Row> outcome = all.get(i).row(Kind.OUTCOME);
            if (outcome.isEmpty()) {
                continue;
            }
            Optional<String> responses = turned(all, i, outcome.get().value(), used);
            int treatment = treatment(all, i, outcome.get().beside());
            boolean ofAny = treatment < 0
                    && !outcome.get().beside()
                    && all.get(i).text().contains(" ")
                    && all.stream().anyMatch(each -> each.is(MentionType.CONDITION));
            if (responses.isEmpty() || treatment < 0 && !ofAny) {
                continue;
            }
            used[i] = true;
            String name = "*";
            if (treatment >= 0) {
                used[treatment] = true;
                name = name(all.get(treatment));
            }
            for (String response : responses.get().split(",")) {
                if (findings.size() < MOST_FINDINGS) {
                    findings.add(name + ":" + response);
                }
            }
        }
        return findings;
    }

    static String name(Unit unit) {
        return unit.concept() == null ? unit.text() : unit.concept().name();
    }

    /** A good outcome after "not" is none; a bad one after "not" says nothing. */
    private static Optional<String> turned(List<Unit> all, int outcome, String responses, boolean[] used) {
        int reach = 0;
        for (int i = outcome - 1; i >= 0 && reach < REACH_OF_NOT; i--, reach++) {
            if (all.get(i).row(Kind.NOT).isPresent()) {
                used[i] = true;
                return responses.contains("partial_response") || responses.equals("complete_response")
                        ? Optional.of("no_response")
                        : Optional.empty();
            }
        }
        return Optional.of(responses);
    }

    /** The treatment nearest to an outcome; a negative number where there is none. */
    private static int treatment(List<Unit> all, int outcome, boolean beside) {
        for (int distance = 1; distance <= FARTHEST; distance++) {
            for (int at : new int[] {outcome - distance, outcome + distance}) {
                if (at >= 0 && at < all.size() && all.get(at).is(MentionType.TREATMENT)) {
                    if (!beside || idleBetween(all, Math.min(at, outcome), Math.max(at, outcome))) {
                        return at;
                    }
                }
            }
        }
        return -1;
    }

    private static boolean idleBetween(List<Unit> all, int from, int to) {
        return all.subList(from + 1, to).stream().allMatch(Unit::idle);
    }

    private static Map<String, List<String>> people(List<Unit> all, boolean[] used) {
        Map<String, List<String>> people = new LinkedHashMap<>();
        int from = 0;
        int to = Integer.MAX_VALUE;
        Set<String> sexes = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Optional<String> age = all.get(i).value(Kind.AGE);
            if (age.isPresent()) {
                int dots = age.get().indexOf("..");
                int least = Integer.parseInt(age.get().substring(0, dots));
                int most = Integer.parseInt(age.get().substring(dots + 2));
                // Of "young girl" the narrower one counts.
                if (to == Integer.MAX_VALUE || most - least < to - from) {
                    from = least;
                    to = most;
                }
                used[i] = true;
            }
            Optional<String> sex = all.get(i).value(Kind.SEX);
            if (sex.isPresent()) {
                sexes.add(sex.get());
                used[i] = true;
            }
        }
        if (to != Integer.MAX_VALUE) {
            people.put("age", List.of(from + ".." + to));
        }
        if (sexes.size() == 1) {
            people.put("sex", List.copyOf(sexes));
        }
        List<String> antibodies = antibodies(all, used);
        if (!antibodies.isEmpty()) {
            people.put("antibody", antibodies);
        }
        return people;
    }

    /** Antibodies whose result stands beside them: before, also before several, or behind. */
    private static List<String> antibodies(List<Unit> all, boolean[] used) {
        List<String> antibodies = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).is(MentionType.ANTIBODY)) {
                continue;
            }
            int status = status(all, i);
            if (status >= 0) {
                antibodies.add(name(all.get(i)) + ":"
                        + all.get(status).value(Kind.STATUS).orElse(notted(all.get(status))));
                used[i] = true;
                used[status] = true;
            }
        }
        return antibodies;
    }

    static String notted(Unit unit) {
        return unit.row(Kind.NOT).isPresent() ? "negative" : "positive";
    }

    static int status(List<Unit> all, int antibody) {
        for (int i = antibody + 1; i < all.size() && (all.get(i).idle() || says(all.get(i), Kind.STATUS)); i++) {
            if (says(all.get(i), Kind.STATUS)) {
                return i;
            }
        }
        for (int i = antibody - 1; i >= 0; i--) {
            Unit unit = all.get(i);
            if (says(unit, Kind.STATUS) || says(unit, Kind.NOT)) {
                return i;
            }
            if (!unit.idle() && !unit.is(MentionType.ANTIBODY)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean says(Unit unit, Kind kind) {
        return unit.row(kind).isPresent();
    }

    private static Map<String, List<String>> concepts(List<Unit> all, boolean[] used, List<String> findings) {
        Map<String, List<String>> concepts = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Unit unit = all.get(i);
            if (used[i] || unit.concept() == null) {
                continue;
            }
            String filter = switch (unit.concept().type()) {
                case CONDITION -> "condition";
                case SITE -> "site";
                case ANTIBODY -> "antibody";
                default -> findings.isEmpty() ? "given" : "treatment";
            };
            if (!concepts.containsKey(filter)) {
                concepts.put(filter, List.of(name(unit)));
                used[i] = true;
            }
        }
        return concepts;
    }

    private static String rest(List<Unit> all, boolean[] used) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!used[i] && !all.get(i).idle() && all.get(i).row(Kind.NOT).isEmpty()) {
                rest.add(all.get(i).text());
            }
        }
        return String.join(" ", rest);
    }
}
