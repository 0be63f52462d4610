package dev.apatite.query;

import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Sex;
import dev.apatite.query.EvidenceUnits.Unit;
import dev.apatite.query.EvidenceWords.Kind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a described case has: "44-year-old woman with anti-Scl-70, no diabetes". Safe to share between threads. */
public final class CaseReader {
    private static final int MOST_WORDS = 4000;
    private static final int REACH_OF_NOT = 3;

    private final EvidenceUnits units;

    public CaseReader(TextAnalysis analysis, ConceptNames names) {
        units = new EvidenceUnits(analysis, names, EvidenceWords.load(analysis));
    }

    /** The facts of a case; the first age and the first sex are the patient's. */
    public CaseFacts read(String text) {
        List<Unit> all = units.of(text, MOST_WORDS);
        Set<String> conditions = new LinkedHashSet<>();
        Set<String> antibodies = new LinkedHashSet<>();
        Set<String> sites = new LinkedHashSet<>();
        Set<String> treatments = new LinkedHashSet<>();
        Double age = null;
        Sex sex = null;
        for (int i = 0; i < all.size(); i++) {
            Unit unit = all.get(i);
            age = age == null ? age(unit) : age;
            sex = sex == null ? sex(unit) : sex;
            if (unit.concept() == null) {
                continue;
            }
            String name = unit.concept().name();
            if (unit.concept().type() == MentionType.ANTIBODY) {
                int status = EvidenceReader.status(all, i);
                antibodies.add(name + ":"
                        + (status < 0
                                ? "positive"
                                : all.get(status).value(Kind.STATUS).orElse(EvidenceReader.notted(all.get(status)))));
            } else if (!denied(all, i)) {
                switch (unit.concept().type()) {
                    case CONDITION -> conditions.add(name);
                    case SITE -> sites.add(name);
                    default -> treatments.add(name);
                }
            }
        }
        return new CaseFacts(
                List.copyOf(conditions),
                List.copyOf(antibodies),
                List.copyOf(sites),
                List.copyOf(treatments),
                age,
                sex,
                text);
    }

    private static boolean denied(List<Unit> all, int at) {
        return all.subList(Math.max(0, at - REACH_OF_NOT), at).stream()
                .anyMatch(each -> each.row(Kind.NOT).isPresent());
    }

    private static @Nullable Double age(Unit unit) {
        Optional<String> range = unit.value(Kind.AGE);
        if (range.isEmpty()) {
            return null;
        }
        int dots = range.get().indexOf("..");
        double from = Double.parseDouble(range.get().substring(0, dots));
        double to = Double.parseDouble(range.get().substring(dots + 2));
        // "Elderly" and "adult" say too little to compare by.
        return to - from > 20 ? null : (from + to) / 2;
    }

    private static @Nullable Sex sex(Unit unit) {
        return unit.value(Kind.SEX)
                .flatMap(code -> Arrays.stream(Sex.values())
                        .filter(each -> each.code().equals(code))
                        .findFirst())
                .orElse(null);
    }
}
