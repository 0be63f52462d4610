package dev.apatite.annotation;

import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.Sex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds who a patient is: "a 62 years female", "an eleven-year-old boy", "a male neonate aged 5 days". */
final class Demographics {
    /**
     * A patient as a sentence introduces them.
     *
     * @param old whether the age is printed as the patient's own ("year-old", "aged"), not only as a span of time
     */
    record Person(
            @Nullable Double age,
            @Nullable AgeUnit unit,
            @Nullable Sex sex,
            int start,
            int end,
            boolean old) {}

    private static final Map<String, Integer> WORDS = numbers();
    private static final String NUMBER_WORD =
            "(?:(?:twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety)(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
    /** Only where a number may begin is the rest tried. */
    private static final String START = "(?<![\\w.,/-])(?=[\\dtfsneo])";

    private static final String NUMBER =
            "(\\d{1,3}(?:[.,]\\d)?(?:\\s?½)?|" + NUMBER_WORD + ")((?:[\\s-]{1,2}and[\\s-]{1,2}a)?[\\s-]{1,2}half)?";
    private static final String UNIT = "(years?|yrs?|yr|months?|mo|weeks?|wks?|days?|y)";
    private static final String S = "[\\s\\u200b\\u2010\\u2011\\u2012\\u2013-]{0,3}";
    private static final String KIN =
            "(?:mother|father|brother|sister|son|daughter|wife|husband|sibling|cousin|uncle|aunt|parent|grandmother|grandfather|relative|twin)";

    private final Map<String, @Nullable Sex> persons = new HashMap<>();
    private final Pattern oldAge = Pattern.compile(START + NUMBER + S + UNIT + "(?:" + S + "\\d{1,2}" + S
            + "(?:months?|weeks?|days?))?" + S + "(?:old\\b|of age\\b)");
    private final QuickPattern aged =
            QuickPattern.compile("\\bage[ds]?(?: of|:| was|=)?\\s" + NUMBER + "(?:" + S + UNIT + ")?\\b");
    private final Pattern barePerson;
    private final QuickPattern person;
    private final QuickPattern letterSex = QuickPattern.compile(
            "\\b(\\d{1,3})(?:\\s?-?(?:years?|yrs?|y)[\\s/,-]{0,2}|\\s?/\\s?|-(?=year))(?:old[\\s,]{1,2})?([mf])\\b");
    private final QuickPattern sexFirst = QuickPattern.compile(
            "\\b(female|male|woman|man|girl|boy)\\b[^.;]{0,30}?,? (?:aged |of )?(\\d{1,3})" + S
                    + "(years?|yrs?|months?|weeks?|days?)(?! (?:history|ago|earlier|before|later|prior|after|duration))");
    private static final QuickPattern DECADE = QuickPattern.compile(
            "\\bin (?:his|her|their) (?:early |mid[- ]?|late )?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens|\\d0s)\\b");
    private static final Pattern KIN_BEFORE =
            Pattern.compile("\\b(?:(?:his|her|their|patient's) (?:\\w+ )?" + KIN + "|" + KIN + ")\\b[^.;)]{0,25}$");
    private static final Pattern KIN_AFTER = Pattern.compile("^[\\s,]{0,2}(?:\\w+[\\s-]){0,2}" + KIN + "\\b");
    private static final Pattern ONSET_BEFORE = Pattern.compile(
            "(?:\\bat (?:the )?age(?: of)?|\\bsince (?:the )?(?:age(?: of)?|she was|he was)?|\\bat|\\bfrom (?:the )?age(?: of)?|\\buntil(?: the)?(?: age(?: of)?)?|\\bwhen (?:she|he) was|\\bby (?:the )?age(?: of)?|\\bbefore|\\bafter)\\s?$");
    private static final QuickPattern HE = QuickPattern.compile(
            "\\b(?:he|his|him|himself|mr|she|her|herself|hers|mrs|ms|menopausal|postmenopausal|pregnant|pregnancy|menstrual|menarche|uterus|ovary|vaginal|prostate|prostatic|testis|testicular|scrotal|penile)\\b");

    Demographics() {
        for (String[] row : ResourceLines.cells("persons.tsv", 2)) {
            persons.put(row[0], "-".equals(row[1]) ? null : Sex.valueOf(row[1].toUpperCase(java.util.Locale.ROOT)));
        }
        String words = persons.keySet().stream().collect(Collectors.joining("|", "(?:", ")"));
        person = QuickPattern.compile("\\b(" + words + ")\\b");
        barePerson = Pattern.compile(
                START + NUMBER + S + UNIT + "[\\s,-]{1,3}(?:(?:[\\w/-]{2,15},? ){0,3}?)(?:" + words + ")\\b");
    }

    /** The first person whom the sentence introduces by age, with the sex where it is told; empty where none is. */
    Optional<Person> introduced(String lower) {
        List<Person> all = allIntroduced(lower);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** All persons whom the sentence introduces by age, relatives left out. */
    List<Person> allIntroduced(String lower) {
        List<Person> found = new ArrayList<>();
        if (!mayTellAge(lower)) {
            return found;
        }
        boolean mayBeOld = lower.contains("old") || lower.contains("of age");
        Matcher old = oldAge.matcher(mayBeOld ? lower : "");
        while (old.find()) {
            if (isPatient(lower, old.start(), old.end())) {
                found.add(person(lower, old.group(1), old.group(3), old.start(), old.end(), true));
            }
        }
        if (found.isEmpty()) {
            Matcher bare = barePerson.matcher(lower);
            while (bare.find()) {
                if (isPatient(lower, bare.start(), bare.end())) {
                    found.add(person(lower, bare.group(1), bare.group(3), bare.start(), bare.start(3) + 1, true));
                }
            }
        }
        if (found.isEmpty()) {
            addOthers(lower, found);
        }
        found.removeIf(each -> each.age() == null || each.unit() == AgeUnit.YEARS && each.age() > 110);
        return found;
    }

    /** Whether there is a word or a number with a letter that an age needs; most sentences have none. */
    private static boolean mayTellAge(String lower) {
        if (lower.contains("year")
                || lower.contains("age")
                || lower.contains("old")
                || lower.contains("month")
                || lower.contains("week")
                || lower.contains("day")) {
            return true;
        }
        for (int i = 0; i + 1 < lower.length(); i++) {
            if (Character.isDigit(lower.charAt(i))) {
                int next = i + 1;
                while (next < lower.length() && next < i + 4 && !Character.isLetterOrDigit(lower.charAt(next))) {
                    next++;
                }
                if (next < lower.length() && "ymwdf\u00bdao".indexOf(lower.charAt(next)) >= 0) {
                    return true;
                }
            }
        }
        return lower.contains(" yr") || lower.contains(" mo ") || lower.contains(" wk") || lower.contains(" y ");
    }

    private void addOthers(String lower, List<Person> found) {
        QuickPattern.Search age = aged.matcher(lower);
        if (age.find() && isPatient(lower, age.start(), age.end())) {
            found.add(person(lower, age.group(1), age.group(3), age.start(), age.end(), true));
            return;
        }
        QuickPattern.Search first = sexFirst.matcher(lower);
        if (first.find() && isPatient(lower, first.start(), first.end())) {
            found.add(new Person(
                    number(first.group(2)),
                    unit(first.group(3)),
                    persons.get(first.group(1)),
                    first.start(),
                    first.end(),
                    true));
            return;
        }
        QuickPattern.Search letter = letterSex.matcher(lower);
        if (letter.find() && letter.start() < 40) {
            found.add(new Person(
                    number(letter.group(1)),
                    AgeUnit.YEARS,
                    letter.group(2).equals("f") ? Sex.FEMALE : Sex.MALE,
                    letter.start(),
                    letter.end(),
                    true));
        }
    }

    private static boolean isPatient(String lower, int start, int end) {
        String before = lower.substring(Math.max(0, start - 60), start);
        String after = lower.substring(end, Math.min(lower.length(), end + 60));
        return !KIN_BEFORE.matcher(before).find()
                && !KIN_AFTER.matcher(after).find()
                && !ONSET_BEFORE.matcher(before).find();
    }

    private Person person(String lower, String number, @Nullable String unit, int start, int end, boolean old) {
        return new Person(number(number), unit(unit), sexNear(lower, start, end), start, end, old);
    }

    /** The sex that the words right after an age tell, else those right before it, else null. */
    private @Nullable Sex sexNear(String lower, int start, int end) {
        Sex after = firstSex(lower.substring(end, Math.min(lower.length(), end + 90)));
        return after == null ? firstSex(lower.substring(Math.max(0, start - 40), start)) : after;
    }

    private @Nullable Sex firstSex(String text) {
        for (QuickPattern.Search each = person.matcher(text); each.find(); ) {
            Sex sex = persons.get(each.group(1));
            if (sex != null) {
                return sex;
            }
        }
        return null;
    }

    /** Whether the sentence tells only the decade of an age, which is no age. */
    static boolean tellsDecade(String lower) {
        return DECADE.matcher(lower).find();
    }

    /** The sex that pronouns and words tell over several sentences: the one that is told more often. */
    @Nullable
    Sex sexOf(List<String> sentences) {
        int female = 0;
        int male = 0;
        for (String lower : sentences) {
            for (QuickPattern.Search each = HE.matcher(lower); each.find(); ) {
                switch (each.group(0)) {
                    case "he", "his", "him", "himself", "mr" -> male++;
                    case "prostate", "prostatic", "testis", "testicular", "scrotal", "penile" -> male += 2;
                    default -> female++;
                }
            }
            for (QuickPattern.Search each = person.matcher(lower); each.find(); ) {
                Sex sex = persons.get(each.group(1));
                if (sex != null && !each.group(1).equals("mother")) {
                    female += sex == Sex.FEMALE ? 2 : 0;
                    male += sex == Sex.MALE ? 2 : 0;
                }
            }
        }
        if (female == male) {
            return null;
        }
        return female > male ? Sex.FEMALE : Sex.MALE;
    }

    private static @Nullable Double number(String printed) {
        String text = printed.strip();
        double value;
        if (Character.isDigit(text.charAt(0))) {
            boolean vulgar = text.endsWith("½");
            String digits = text.replace("½", "").strip().replace(',', '.');
            value = Double.parseDouble(digits) + (vulgar ? 0.5 : 0);
        } else {
            value = 0;
            for (String word : text.split("[\\s-]")) {
                Integer each = WORDS.get(word);
                if (each == null) {
                    return null;
                }
                value += each;
            }
        }
        return value <= 400 ? value : null;
    }

    private static AgeUnit unit(@Nullable String printed) {
        if (printed == null || printed.startsWith("y")) {
            return AgeUnit.YEARS;
        }
        return switch (printed.charAt(0)) {
            case 'm' -> AgeUnit.MONTHS;
            case 'w' -> AgeUnit.WEEKS;
            default -> AgeUnit.DAYS;
        };
    }

    private static Map<String, Integer> numbers() {
        String[] small =
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
                        .split(" ");
        Map<String, Integer> words = new HashMap<>();
        for (int i = 0; i < small.length; i++) {
            words.put(small[i], i + 1);
        }
        String[] tens = "thirty forty fifty sixty seventy eighty ninety".split(" ");
        for (int i = 0; i < tens.length; i++) {
            words.put(tens[i], 30 + 10 * i);
        }
        words.put("fourty", 40);
        return Map.copyOf(words);
    }
}
