package dev.apatite.search;

import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Patient;
import dev.apatite.query.CaseFacts;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares patients with a case: what both have, and what is otherwise. */
final class PatientComparison {
    private static final double CONDITION = 2;
    private static final double ANTIBODY = 1.5;
    private static final double TREATMENT = 1;
    private static final double SITE = 0.7;
    private static final double AGE = 1;
    private static final double SEX = 0.5;

    /** Ages so far apart, in years, share nothing. */
    private static final double FAR = 20;

    private final CaseFacts facts;
    private final ToDoubleFunction<Named> rarity;
    private final Map<Named, Set<String>> narrower = new LinkedHashMap<>();

    /**
     * @param rarity how much it says that somebody has this
     * @param narrower the names of what this is a class of
     */
    PatientComparison(CaseFacts facts, ToDoubleFunction<Named> rarity, Function<Named, Set<String>> narrower) {
        this.facts = facts;
        this.rarity = rarity;
        named(facts).forEach(each -> this.narrower.put(each, narrower.apply(each)));
    }

    /** Something that a case has and that has a name. */
    record Named(MentionType type, String name, double weight) {}

    /** What a case has, by name. */
    static List<Named> named(CaseFacts facts) {
        return Stream.of(
                        facts.conditions().stream().map(each -> new Named(MentionType.CONDITION, each, CONDITION)),
                        facts.antibodies().stream()
                                .map(each -> new Named(
                                        MentionType.ANTIBODY, each.substring(0, each.lastIndexOf(':')), ANTIBODY)),
                        facts.treatments().stream().map(each -> new Named(MentionType.TREATMENT, each, TREATMENT)),
                        facts.sites().stream().map(each -> new Named(MentionType.SITE, each, SITE)))
                .flatMap(each -> each)
                .toList();
    }

    /** What is known of a reported patient. */
    static CaseFacts facts(Patient patient) {
        return new CaseFacts(
                Stream.concat(patient.diagnoses().stream().map(Diagnosis::name), patient.comorbidities().stream())
                        .distinct()
                        .toList(),
                patient.antibodies().stream()
                        .map(each -> each.name() + ":" + each.status().code())
                        .distinct()
                        .toList(),
                patient.sites(),
                patient.treatments(),
                years(patient),
                patient.sex(),
                "");
    }

    /** What a case has, in words. */
    static List<String> understood(CaseFacts facts) {
        List<String> words = new ArrayList<>();
        if (facts.age() != null) {
            words.add("age " + number(facts.age()));
        }
        if (facts.sex() != null) {
            words.add(facts.sex().code());
        }
        words.addAll(facts.conditions());
        facts.antibodies().forEach(each -> words.add(each.replace(":", " ")));
        words.addAll(facts.sites());
        facts.treatments().forEach(each -> words.add("given " + each));
        return words;
    }

    /** How alike a patient is. */
    record Result(double score, List<String> shared, List<String> differs) {}

    Result with(Patient patient) {
        List<String> shared = new ArrayList<>();
        List<String> differs = new ArrayList<>();
        Set<String> conditions = folded(
                Stream.concat(patient.diagnoses().stream().map(Diagnosis::name), patient.comorbidities().stream()));
        Set<String> sites = folded(patient.sites().stream());
        Set<String> treatments = folded(patient.treatments().stream());
        double score = 0;
        for (Named each : named(facts)) {
            Set<String> has = switch (each.type()) {
                case CONDITION -> conditions;
                case SITE -> sites;
                case TREATMENT -> treatments;
                default -> Set.of();
            };
            Optional<String> same = common(each, has);
            if (same.isPresent()) {
                score += each.weight() * rarity.applyAsDouble(each);
                shared.add(same.get());
            }
        }
        return new Result(
                score
                        + antibodies(patient, shared, differs)
                        + age(patient, shared, differs)
                        + sex(patient, shared, differs),
                shared,
                differs);
    }

    /** What both have: the thing itself, or what a patient has of a class that the case names. */
    private Optional<String> common(Named named, Set<String> has) {
        if (has.contains(Vocabulary.fold(named.name()))) {
            return Optional.of(named.name());
        }
        return narrower.getOrDefault(named, Set.of()).stream()
                .filter(each -> has.contains(Vocabulary.fold(each)))
                .sorted()
                .findFirst()
                .map(each -> named.name() + " (" + each + ")");
    }

    private static Set<String> folded(Stream<String> names) {
        return names.map(Vocabulary::fold).collect(Collectors.toSet());
    }

    private double antibodies(Patient patient, List<String> shared, List<String> differs) {
        double score = 0;
        for (String each : facts.antibodies()) {
            String name = each.substring(0, each.lastIndexOf(':'));
            String status = each.substring(each.lastIndexOf(':') + 1);
            for (AntibodyResult result : patient.antibodies()) {
                if (Vocabulary.fold(result.name()).equals(Vocabulary.fold(name))) {
                    double weight = ANTIBODY * rarity.applyAsDouble(new Named(MentionType.ANTIBODY, name, ANTIBODY));
                    if (result.status().code().equals(status)) {
                        score += weight;
                        shared.add(name + " " + status);
                    } else {
                        score -= weight / 2;
                        differs.add(name + " " + result.status().code() + " instead of " + status);
                    }
                    break;
                }
            }
        }
        return score;
    }

    private double age(Patient patient, List<String> shared, List<String> differs) {
        Double years = years(patient);
        Double asked = facts.age();
        if (asked == null || years == null) {
            return 0;
        }
        double apart = Math.abs(asked - years);
        if (apart < FAR / 2) {
            shared.add("age " + number(years));
        } else {
            differs.add("age " + number(years) + " instead of " + number(asked));
        }
        return AGE * (1 - Math.min(2, apart / FAR));
    }

    private double sex(Patient patient, List<String> shared, List<String> differs) {
        if (facts.sex() == null || patient.sex() == null) {
            return 0;
        }
        if (facts.sex() == patient.sex()) {
            shared.add(patient.sex().code());
            return SEX;
        }
        differs.add(patient.sex().code() + " instead of " + facts.sex().code());
        return -SEX;
    }

    private static String number(double years) {
        return years == Math.rint(years) ? String.valueOf((long) years) : String.format(Locale.ROOT, "%.1f", years);
    }

    /** The age in years; null where it is not reported. */
    static @Nullable Double years(Patient patient) {
        if (patient.age() == null) {
            return null;
        }
        AgeUnit unit = patient.ageUnit() == null ? AgeUnit.YEARS : patient.ageUnit();
        return switch (unit) {
            case YEARS -> patient.age();
            case MONTHS -> patient.age() / 12;
            case WEEKS -> patient.age() * 7 / 365.25;
            case DAYS -> patient.age() / 365.25;
        };
    }
}
