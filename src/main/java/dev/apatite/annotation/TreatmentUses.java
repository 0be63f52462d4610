package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Says of each treatment that a sentence names how it was used, by {@code uses.tsv} and {@code nontreatments.tsv}. */
final class TreatmentUses {
    /** A treatment in a sentence, with offsets in it. */
    record Used(Mention mention, int start, int end, Use use, boolean pointed) {
        Used(Mention mention, int start, int end, Use use) {
            this(mention, start, end, use, false);
        }
    }

    private record Rule(Use use, QuickPattern pattern) {}

    private record ExceptedUse(QuickPattern sentence, Pattern names) {}

    private static final Pattern EXAMPLE = Pattern.compile(
            "^(?:\\s(?:therapy|treatment|regimen|drugs?|agents?|medications?|support|course|infusions?))?(?:\\s\\(|,?\\s(?:including|of|such as|like|namely|consisting of|comprising|comprised of|i\\.e\\.|e\\.g\\.)|:)\\s?(?:\\w+\\s){0,2}$");
    private static final int REACH = 170;
    private static final QuickPattern CLAUSE = QuickPattern.compile(
            "[;:](?!\\s?\\d)|, (?=(?:we|he|she|the patient|they|it)\\b)|\\b(?:but|however|although|whereas|while|because|so|then|therefore|after which|we decided|we opted|we chose|and (?=(?:was|were|had|has|is|she|he|the patient|then|a|an|we|started|received|underwent|treated|later)\\b))\\b");
    private static final QuickPattern CLAUSE_BEHIND = QuickPattern.compile(
            "[;:](?!\\s?\\d)|, (?=(?:we|he|she|the patient|they)\\b)|\\b(?:but|however|although|whereas|while|because|after which|and (?=(?:she|he|the patient|a|an|we|later)\\b))\\b");
    private static final QuickPattern JOINED = QuickPattern.compile(
            "(?<!treated |started |managed |initiated |commenced |put |placed |begun |medicated |given )\\b(?:after|during|with|on|under|of|despite|upon|since|following|to|all)\\s(?:\\w+\\s)?$");
    private static final Pattern STARTS_BEHIND = Pattern.compile(
            "^[^.;,]{0,30}\\s(?:was|were)\\s(?:\\w+ly\\s|then\\s|also\\s)?(?:started|initiated|commenced|added|given|begun|administered|prescribed|introduced|instituted)\\b");
    private static final QuickPattern POINTED =
            QuickPattern.compile("\\b(?:the|this|these|those|such|his|her|that)\\s(?:\\w+\\s)?$");
    private static final Pattern LIST = Pattern.compile(
            "^(?:[\\s,/+&]|and|or|plus|oral|intravenous|iv|topical|systemic|\\([^)]{0,60}\\)|\\d[\\d.,]*\\s?(?:mg|g|mcg|units?|ml|iu)(?:/\\w+){0,2}|daily|twice|once|a|day|weekly|the|subsequent|then|combined|high-dose|low-dose|therapy)*$");

    private static final Pattern REGIMEN = Pattern.compile("(?:[A-Z]-)?[A-Z]{3,}\\w*(?: \\w+)?");

    private final List<Rule> before = new ArrayList<>();
    private final List<Rule> after = new ArrayList<>();
    private final QuickPattern.Several anyBefore;
    private final QuickPattern.Several anyAfter;
    private final List<ExceptedUse> exceptions = new ArrayList<>();

    private final Vocabulary vocabulary;
    private final Map<String, List<Concept>> regimens = new HashMap<>();
    private final Set<String> generic = new HashSet<>(ResourceLines.of("generic-treatments.txt"));

    TreatmentUses(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (String[] row : ResourceLines.cells("regimens.tsv", 2)) {
            List<Concept> components = Arrays.stream(row[1].split("\\|"))
                    .flatMap(name -> vocabulary.find(MentionType.TREATMENT, name).stream())
                    .toList();
            regimens.put(row[0], components);
        }
        for (String[] row : ResourceLines.cells("uses.tsv", 4)) {
            Rule rule = new Rule(Use.valueOf(row[0].toUpperCase(Locale.ROOT)), QuickPattern.compile(row[2]));
            (row[1].equals("before") ? before : after).add(rule);
        }
        anyBefore = new QuickPattern.Several(before.stream().map(Rule::pattern).toList());
        anyAfter = new QuickPattern.Several(after.stream().map(Rule::pattern).toList());
        for (String[] row : ResourceLines.cells("nontreatments.tsv", 2)) {
            exceptions.add(new ExceptedUse(QuickPattern.compile("\\b(?:" + row[0] + ")"), Pattern.compile(row[1])));
        }
    }

    /** The sentence's treatments in the order of the text. */
    List<Used> in(Passage passage) {
        List<Used> used = passage.noted().used;
        if (used == null) {
            used = List.copyOf(read(passage));
            passage.noted().used = used;
        }
        return used;
    }

    private List<Used> read(Passage passage) {
        List<Used> found = new ArrayList<>();
        List<Mention> treatments = passage.of(MentionType.TREATMENT);
        for (Mention mention : treatments) {
            if (generic.contains(mention.name()) || isSpelledOut(passage, mention, treatments)) {
                continue;
            }
            int start = passage.start(mention);
            int end = passage.end(mention);
            boolean nested = found.stream().anyMatch(other -> other.start() < end && start < other.end());
            if (!nested) {
                Use use = use(passage.lower(), mention, start, end, found);
                String before = passage.lower().substring(Math.max(0, start - REACH), start);
                boolean pointed = POINTED.matcher(before).find()
                        || JOINED.matcher(before).find()
                                && !STARTS_BEHIND
                                        .matcher(passage.lower())
                                        .region(end, passage.lower().length())
                                        .find();
                found.add(new Used(mention, start, end, use, pointed));
            }
        }
        return split(listEnds(passage.lower(), found));
    }

    /** A class whose members the sentence names: "antibiotic therapy with doxycycline", "rituximab, an antibody". */
    private boolean isSpelledOut(Passage passage, Mention mention, List<Mention> treatments) {
        Set<String> members = vocabulary.withDescendants(mention.concept());
        boolean regimen = REGIMEN.matcher(mention.text()).matches();
        if (members.size() < 2 && !regimen) {
            return false;
        }
        return treatments.stream()
                .anyMatch(other -> !other.concept().equals(mention.concept())
                        && (members.contains(other.concept())
                                || passage.start(other) > passage.end(mention)
                                        && EXAMPLE.matcher(passage.lower()
                                                        .substring(passage.end(mention), passage.start(other)))
                                                .matches()));
    }

    /** A regimen's components in its place. */
    private List<Used> split(List<Used> uses) {
        List<Used> parts = new ArrayList<>();
        for (Used used : uses) {
            List<Concept> components = regimens.getOrDefault(
                    used.mention().text(), regimens.getOrDefault(used.mention().name(), List.of()));
            if (components.isEmpty()) {
                parts.add(used);
            }
            Mention whole = used.mention();
            for (Concept each : components) {
                Mention component = new Mention(
                        each.id(),
                        each.name(),
                        each.type(),
                        whole.text(),
                        whole.section(),
                        whole.start(),
                        whole.end(),
                        whole.assertion());
                parts.add(new Used(component, used.start(), used.end(), used.use()));
            }
        }
        return parts;
    }

    private Use use(String lower, Mention mention, int start, int end, List<Used> earlier) {
        String name = mention.name().toLowerCase(Locale.ROOT);
        for (ExceptedUse each : exceptions) {
            if (each.names().matcher(name).matches()
                    && each.sentence().matcher(lower).find()) {
                return Use.SUBSTANCE;
            }
        }
        String left = clauseBefore(lower, start);
        String right = clauseAfter(lower, end);
        long mayBeLeft = anyBefore.candidates(left);
        long mayBeRight = anyAfter.candidates(right);
        Use found = Use.NAMED;
        for (Use use : List.of(Use.NOT, Use.SUBSTANCE, Use.STOPPED, Use.CHANGED, Use.PAST, Use.GOING, Use.STARTED)) {
            if (matches(before, mayBeLeft, use, left) || matches(after, mayBeRight, use, right)) {
                found = use;
                break;
            }
        }
        boolean listed = !earlier.isEmpty()
                && Passage.isOnly(LIST, lower.substring(earlier.getLast().end(), start));
        if (listed
                && found != Use.SUBSTANCE
                && found != Use.NOT
                && earlier.getLast().use() != Use.SUBSTANCE) {
            return earlier.getLast().use() == Use.NAMED
                    ? found
                    : earlier.getLast().use();
        }
        return found;
    }

    /** What is said behind the last of a list holds for all of it: "A and B were stopped". */
    private static List<Used> listEnds(String lower, List<Used> uses) {
        for (int i = uses.size() - 2; i >= 0; i--) {
            Used here = uses.get(i);
            Used next = uses.get(i + 1);
            if (here.use() == Use.NAMED && Passage.isOnly(LIST, lower.substring(here.end(), next.start()))) {
                uses.set(i, new Used(here.mention(), here.start(), here.end(), next.use(), here.pointed()));
            }
        }
        return uses;
    }

    /** Whether a rule of this use holds, of those whose bits are set. */
    private static boolean matches(List<Rule> rules, long candidates, Use use, String text) {
        for (long left = candidates; left != 0; left &= left - 1) {
            Rule rule = rules.get(Long.numberOfTrailingZeros(left));
            if (rule.use() == use && rule.pattern().matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    private static String clauseBefore(String lower, int start) {
        String text = lower.substring(Math.max(0, start - REACH), start);
        QuickPattern.Search boundary = CLAUSE.matcher(text);
        int cut = 0;
        while (boundary.find()) {
            cut = boundary.end();
        }
        return text.substring(cut);
    }

    private static String clauseAfter(String lower, int end) {
        String text = lower.substring(end, Math.min(lower.length(), end + 110));
        QuickPattern.Search boundary = CLAUSE_BEHIND.matcher(text);
        return boundary.find() ? text.substring(0, boundary.start()) : text;
    }
}
