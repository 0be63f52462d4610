package dev.apatite.annotation;

import dev.apatite.annotation.Cases.Case;
import dev.apatite.annotation.Demographics.Person;
import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Sex;
import dev.apatite.paper.TestResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts together what the sentences about a case tell of the patient. */
final class PatientFinder {
    private static final Pattern INITIALS = Pattern.compile("\\b(?=[HSM])(?:HE|SHE|HIS|HER|MS|MR|MRS)\\b");
    private static final QuickPattern LESION =
            QuickPattern.compile("\\b(?:lesion|nodul|pain|swell|ulcer|plaque|deposit|calcif|mass|rash)");
    private static final QuickPattern DIAGNOSED = QuickPattern.compile(
            "\\b(?:diagnos\\w+|known case of|case of|suffer\\w+ (?:from)?|known (?:for|to have)|confirm\\w*|consistent with|with a history of|-old)\\b");
    private static final QuickPattern HISTORY = QuickPattern.compile(
            "\\b(?:history (?:of|was|included|significant)|past medical|comorbid\\w*|previously diagnosed|known|background of|medical history)\\b");
    private static final Pattern DURATION_BEHIND = Pattern.compile(
            "^[^.;,]{0,40}?\\b(?:for|since|over)\\s(?:the\\s)?(?:past\\s|last\\s|about\\s|approximately\\s|more than\\s)?((?:\\d{1,3}|"
                    + "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
                    + ")(?:\\s(?:and half|and a half))?\\s(?:years?|months?|weeks?|days?))\\b");
    private static final Pattern AGO_BEHIND = Pattern.compile(
            "^[^.;]{0,160}?\\b((?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\\s(?:years?|months?|weeks?|days?))\\s(?:ago|earlier|before|prior)\\b");
    private static final Pattern DURATION_AHEAD = Pattern.compile(
            "((?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[\\s-](?:years?|months?|weeks?|days?))[\\s-](?:long\\s)?history of\\s(?:\\w+\\s){0,4}$");
    private static final Pattern VALUE = Pattern.compile(
            "^(?:\\s?\\([^)]{1,30}\\))?\\s?(?:(?:level|levels|count|concentration|titer|value|rate|test)\\s)?(?:was|were|is|of|=|:|at)?\\s?(?:also\\s)?(?:raised|elevated|increased|high|decreased|low|normal|reduced)?\\s?(?:at|to|of|\\()?\\s?([<>≤≥]?\\s?\\d[\\d.,]*(?:\\s?[×x]\\s?10\\^?\\d)?)\\s?((?:mm/h(?:r|our)?|mm|%|(?:[munpµμk]?(?:g|l|mol|iu|u|eq|m)|iu|u|cells|/µl|/mm3)(?:\\s?/\\s?(?:d?l|ml|µl|mm3|mmol|mol|g|hr?|24 ?h|min|day|hpf))?|x?\\s?10\\^?9/l|/\\s?(?:mm3|µl|μl|ul|l|hpf))(?![\\p{L}]))?");
    private static final int MOST = 60;

    private final Demographics demographics;

    PatientFinder(Demographics demographics) {
        this.demographics = demographics;
    }

    Patient find(String id, Case told, List<Passage> passages, Collection<Course> courses, TreatmentTree tree) {
        Person person = told.person() == null ? anyPerson(passages) : told.person();
        List<String> texts = passages.stream()
                .map(Passage::text)
                .map(PatientFinder::withoutInitials)
                .toList();
        Sex sex = person == null || person.sex() == null ? demographics.sexOf(texts) : person.sex();
        boolean decade = passages.stream().limit(3).anyMatch(passage -> Demographics.tellsDecade(passage.lower()));
        Double age = person == null || decade ? null : person.age();
        AgeUnit unit = person == null || age == null ? null : person.unit();
        Set<String> comorbidities = new LinkedHashSet<>();
        List<Diagnosis> diagnoses = diagnoses(passages, comorbidities);
        return new Patient(
                id,
                told.label(),
                age,
                unit,
                sex,
                diagnoses,
                List.copyOf(comorbidities),
                AntibodyResults.in(passages),
                tests(passages),
                sites(passages),
                tree.mostSpecific(courses));
    }

    private @Nullable Person anyPerson(List<Passage> passages) {
        for (Passage passage : passages) {
            var person = demographics.introduced(Passage.lower(passage.text()));
            if (person.isPresent()) {
                return person.get();
            }
        }
        return null;
    }

    /** "HE" and "SHE" in capitals are a patient's initials, not pronouns. */
    private static String withoutInitials(String text) {
        return Passage.lower(INITIALS.matcher(text).replaceAll(""));
    }

    private static List<Diagnosis> diagnoses(List<Passage> passages, Set<String> comorbidities) {
        Map<String, Diagnosis> found = new LinkedHashMap<>();
        for (Passage passage : passages) {
            if (passage.of(MentionType.CONDITION).isEmpty()) {
                continue;
            }
            boolean diagnosed = DIAGNOSED.matcher(passage.lower()).find();
            boolean history = HISTORY.matcher(passage.lower()).find();
            if (!diagnosed && !history) {
                continue;
            }
            for (Mention mention : passage.of(MentionType.CONDITION)) {
                if (mention.assertion() == Assertion.NEGATED
                        || mention.assertion() == Assertion.POSSIBLE
                        || mention.assertion() == Assertion.OTHER_PERSON) {
                    continue;
                }
                String name = mention.name();
                if (diagnosed && found.size() < MOST) {
                    String duration = duration(passage, mention);
                    Diagnosis old = found.get(name);
                    if (old == null || old.duration() == null) {
                        found.put(name, new Diagnosis(mention.concept(), name, duration));
                    }
                } else if (!found.containsKey(name) && comorbidities.size() < MOST) {
                    comorbidities.add(name);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static @Nullable String duration(Passage passage, Mention mention) {
        String lower = passage.lower();
        String behind = lower.substring(passage.end(mention));
        String ahead = lower.substring(0, passage.start(mention));
        Matcher match = DURATION_AHEAD.matcher(ahead);
        if (match.find()) {
            return passage.text().substring(match.start(1), match.end(1));
        }
        match = DURATION_BEHIND.matcher(behind);
        if (!match.find()) {
            match = AGO_BEHIND.matcher(behind);
            if (!match.find()) {
                return null;
            }
        }
        return passage.text().substring(passage.end(mention) + match.start(1), passage.end(mention) + match.end(1));
    }

    private static List<TestResult> tests(List<Passage> passages) {
        List<TestResult> results = new ArrayList<>();
        for (Passage passage : passages) {
            for (Mention mention : passage.of(MentionType.TEST)) {
                Matcher value = VALUE.matcher(passage.lower())
                        .region(passage.end(mention), passage.lower().length());
                if (value.lookingAt() && results.size() < MOST) {
                    String text = passage.text();
                    String unit = value.group(2) == null ? null : text.substring(value.start(2), value.end(2));
                    TestResult result = new TestResult(
                            mention.name(),
                            text.substring(value.start(1), value.end(1)).replaceAll("[.,]$", ""),
                            unit);
                    if (!results.contains(result)) {
                        results.add(result);
                    }
                }
            }
        }
        return results;
    }

    /** Sites that are named together with a condition that is there. */
    private static List<String> sites(List<Passage> passages) {
        Set<String> sites = new LinkedHashSet<>();
        for (Passage passage : passages) {
            boolean affected =
                    passage.of(MentionType.CONDITION).stream().anyMatch(c -> c.assertion() == Assertion.AFFIRMED)
                            || LESION.matcher(passage.lower()).find();
            for (Mention mention : passage.of(MentionType.SITE)) {
                if (affected && mention.assertion() == Assertion.AFFIRMED && sites.size() < MOST) {
                    sites.add(mention.name());
                }
            }
        }
        return List.copyOf(sites);
    }
}
