package dev.apatite.annotation;

import dev.apatite.annotation.Demographics.Person;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Divides a paper's sentences among the patients that it reports. */
final class Cases {
    /**
     * A reported patient.
     *
     * @param label as printed ("Case 3"), null where the case has none
     * @param number as printed or counted, from 1
     */
    record Case(
            @Nullable String label, int number, @Nullable Person person) {}

    /** The cases, and for each sentence the index of its case or -1. */
    record Division(List<Case> cases, int[] caseOf) {}

    private static final String ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";
    private static final String NUMBER =
            "(?:n[o°º]{1,2}\\.?\\s?|number\\s|#\\s?)?(\\d{1,2}|[ivx]{1,4}|[a-e]|one|two|three|four|five|six|seven|eight|nine|ten)";
    private static final Pattern LABEL = Pattern.compile(
            "^[\\s\"(*#\\d.]{0,6}((?:clinical )?(?:case|patient)(?:\\s(?:report|presentation|description|study|history))?\\s?"
                    + NUMBER + ")(?=$|[\\s:.,\\-–—(*)])(?!\\s(?:of|to)\\b)");
    private static final QuickPattern LABELLED =
            QuickPattern.compile("^(?:case|patient)\\s(?:n[o°º]{1,2}\\.?\\s?|number\\s|#\\s?)?\\d{1,2}\\s?[:.]\\s");
    private static final QuickPattern ORDINAL_LABEL =
            QuickPattern.compile("^(?:(?:the|our)\\s)?((" + ORDINAL + ")\\s(?:case|patient))\\b");
    private static final Pattern ARTICLE = Pattern.compile(
            "(?:^|\\b(?:an?|another|second|third|fourth|were|was|is|with|the case of)\\s|[:(*]\\s?|^the\\s)(?:(?:previously|healthy|fit|well|white|caucasian|male|female|apparently|obese|young)[\\s,]+){0,3}$");
    private static final QuickPattern GROUP = QuickPattern.compile(
            "\\b(?:our|all|both) (?:our |of our |of the |the |these )?(?:\\w+ )?(?:patients|cases)\\b|\\b(?:one|two|three|four|five) (?:of our |of the |of these )?patients?\\b");
    private static final QuickPattern MANY = QuickPattern.compile("\\bpatients (\\d)(?:-|–|\\sto\\s)(\\d)\\b");

    private static final QuickPattern A_PATIENT = QuickPattern.compile(
            "\\b(?:(?:the|a|our|this) (?:\\w+ ){0,3}(?:patient|woman|man|boy|girl|child|infant|neonate|lady|gentleman|case|female|male)|he|she)\\b");
    private static final QuickPattern NAMED = QuickPattern.compile("\\b(?:case|patient) " + NUMBER + "\\b");

    private final Paper paper;
    private final Regions regions;
    private final Demographics demographics;
    private final List<Sentence> sentences;
    private final String[] lower;
    private final Map<Integer, String> texts = new HashMap<>();
    private final int[] caseOf;
    private final List<Case> cases = new ArrayList<>();

    private Cases(Paper paper, Regions regions, Demographics demographics, List<Sentence> sentences, String[] lower) {
        this.paper = paper;
        this.regions = regions;
        this.demographics = demographics;
        this.sentences = sentences;
        this.lower = lower;
        caseOf = new int[sentences.size()];
        Arrays.fill(caseOf, -1);
    }

    static Division divide(
            Paper paper, Regions regions, Demographics demographics, List<Sentence> sentences, String[] lower) {
        Cases cases = new Cases(paper, regions, demographics, sentences, lower);
        cases.divide();
        return new Division(cases.cases, cases.caseOf);
    }

    private void divide() {
        if (regions.isStudy()) {
            return;
        }
        boolean labelled = tellByLabels();
        if (!labelled) {
            tellByPersons(true);
        }
        if (cases.isEmpty()) {
            tellByPersons(false);
        }
        if (cases.isEmpty()) {
            countMany();
        }
        if (cases.isEmpty() && tellsOfAPatient()) {
            cases.add(new Case(null, 1, null));
        }
        fillIn();
    }

    /** "Case 1", "Patient 2:" as headings or at the beginning of paragraphs. */
    private boolean tellByLabels() {
        int current = -1;
        int section = Integer.MIN_VALUE;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (!regions.tellsCases(sentence.section())) {
                current = -1;
                continue;
            }
            if (sentence.section() != section) {
                section = sentence.section();
                String heading = paper.sections().get(section).heading();
                if (heading != null) {
                    current = label(heading.toLowerCase(Locale.ROOT), heading, current);
                }
            }
            if (opensParagraph(i)
                    || LABELLED.matcher(lower[i]).find()
                    || ORDINAL_LABEL.matcher(lower[i]).find()) {
                current = label(lower[i], sentence.text(), current);
            }
            caseOf[i] = current;
        }
        if (cases.size() == 1 && cases.getFirst().number() == 1) {
            // one label alone may number the report itself
            String only = cases.getFirst().label();
            cases.set(0, new Case(only, 1, null));
        }
        if (cases.isEmpty()) {
            Arrays.fill(caseOf, -1);
            return false;
        }
        if (cases.size() > 1) {
            for (int i = 0; i < caseOf.length; i++) {
                caseOf[i] = caseOf[i] >= 0 && GROUP.matcher(lower[i]).find() ? -1 : caseOf[i];
            }
        }
        for (int c = 0; c < cases.size(); c++) {
            Person person = firstPerson(c);
            cases.set(c, new Case(cases.get(c).label(), cases.get(c).number(), person));
        }
        return true;
    }

    private boolean opensParagraph(int i) {
        int start = sentences.get(i).start();
        String text = textOf(sentences.get(i).section());
        return start == 0 || text.charAt(start - 1) == '\n' || start > 1 && text.charAt(start - 2) == '\n';
    }

    /** A section's text, which the paper joins anew each time. */
    private String textOf(int section) {
        return texts.computeIfAbsent(section, paper::textOf);
    }

    private int label(String lowered, String printed, int current) {
        Matcher label = LABEL.matcher(lowered);
        QuickPattern.Search ordinal = ORDINAL_LABEL.matcher(lowered);
        int number;
        String text;
        if (label.find()) {
            number = PrintedNumbers.parse(label.group(2));
            text = printed.substring(label.start(1), label.end(1));
        } else if (ordinal.find() && lowered.length() > 0) {
            number = PrintedNumbers.parse(ordinal.group(2));
            text = printed.substring(ordinal.start(1), ordinal.end(1));
        } else {
            return current;
        }
        for (int c = 0; c < cases.size(); c++) {
            if (cases.get(c).number() == number) {
                return c;
            }
        }
        cases.add(new Case(text, number, null));
        return cases.size() - 1;
    }

    private @Nullable Person firstPerson(int index) {
        for (int i = 0; i < sentences.size(); i++) {
            if (caseOf[i] == index) {
                Optional<Person> person = demographics.introduced(lower[i]);
                if (person.isPresent()) {
                    return person.get();
                }
            }
        }
        return null;
    }

    /** A new patient begins where a sentence introduces a person of another age or sex. */
    private void tellByPersons(boolean inCase) {
        int current = -1;
        for (int i = 0; i < sentences.size(); i++) {
            if (!(inCase ? regions.tellsCases(sentences.get(i).section()) : isAbstract(i))) {
                continue;
            }
            for (Person person : demographics.allIntroduced(lower[i])) {
                if (current < 0 || isOther(cases.get(current).person(), person, lower[i]) && !isKnown(person)) {
                    cases.add(new Case(null, cases.size() + 1, person));
                    current = cases.size() - 1;
                }
            }
            caseOf[i] = current;
        }
    }

    private boolean isKnown(Person person) {
        return cases.stream()
                .map(Case::person)
                .filter(Objects::nonNull)
                .anyMatch(other -> Objects.equals(other.age(), person.age())
                        && (other.sex() == person.sex() || other.sex() == null || person.sex() == null));
    }

    private static boolean isOther(@Nullable Person known, Person person, String lowered) {
        if (known == null || person.age() == null || known.age() == null) {
            return false;
        }
        boolean sameAge = known.age().equals(person.age());
        boolean otherSex = known.sex() != null && person.sex() != null && known.sex() != person.sex();
        boolean introduced =
                ARTICLE.matcher(lowered.substring(0, person.start())).find();
        return introduced && !sameAge && (otherSex || person.sex() != null) || introduced && sameAge && otherSex;
    }

    private void countMany() {
        for (int i = 0; i < sentences.size(); i++) {
            QuickPattern.Search many = MANY.matcher(lower[i]);
            if (regions.tellsCases(sentences.get(i).section()) && many.find()) {
                for (int number = PrintedNumbers.parse(many.group(1));
                        number <= PrintedNumbers.parse(many.group(2));
                        number++) {
                    cases.add(new Case("Patient " + number, number, null));
                }
                return;
            }
        }
    }

    private boolean tellsOfAPatient() {
        for (int i = 0; i < sentences.size(); i++) {
            if ((regions.tellsCases(sentences.get(i).section()) || isAbstract(i))
                    && A_PATIENT.matcher(lower[i]).find()) {
                return true;
            }
        }
        return false;
    }

    /** A single case owns every sentence of the paper's own story; of several, only what was told apart. */
    private void fillIn() {
        if (cases.size() == 1) {
            Arrays.fill(caseOf, 0);
            return;
        }
        for (int i = 0; i < sentences.size(); i++) {
            if (caseOf[i] < 0) {
                caseOf[i] = byPerson(i);
            }
        }
    }

    private int byPerson(int sentence) {
        QuickPattern.Search named = NAMED.matcher(lower[sentence]);
        if (named.find()) {
            int number = PrintedNumbers.parse(named.group(1));
            for (int c = 0; c < cases.size(); c++) {
                if (cases.get(c).number() == number && !named.find()) {
                    return c;
                }
            }
        }
        return -1;
    }

    private boolean isAbstract(int i) {
        int section = sentences.get(i).section();
        return section >= 0 && paper.sections().get(section).kind() == SectionKind.ABSTRACT;
    }
}
