package dev.apatite.annotation;

import dev.apatite.annotation.TreatmentUses.Used;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says which of a sentence's treatments an outcome stated in it belongs to, by the words between them. */
final class OutcomeLinks {
    /** What an outcome belongs to. */
    sealed interface Link {
        /** Treatments of this sentence; {@code before} where the dose before a change is meant. */
        record Here(List<Used> treatments, boolean before) implements Link {}

        /** What was given before this sentence. */
        record Earlier() implements Link {}

        /** Nothing that can be told. */
        record Nothing() implements Link {}
    }

    private static final Pattern GIVEN_FOR = Pattern.compile(
            "\\s?(?:therapy |treatment |was |were )*(?:started |initiated |given |added |begun |administered |performed )?(?:for|to treat|against)\\s(?!\\d|one\\b|two\\b|three\\b|four\\b|five\\b|six\\b|several\\b)(?:(?!with\\b)[\\w'-]+\\s){0,4}");
    private static final QuickPattern JOIN = QuickPattern.compile(
            "\\b(?:to|with|after|following|by|on|under|upon|despite|during|using|via|through|from|in spite of|since|post|thanks to|within (?:\\w+ ){1,3}of)\\b");
    private static final Pattern OPEN_CUE = Pattern.compile("\\s(?:to|with|by|after|on)$");
    private static final Pattern NOUN_CUE = Pattern.compile(
            "^(?:efficac|effective|useful|fail|success|benefi|inefficac|lack|ineffective|side effect|toxicit|adverse|complication)");
    private static final Pattern LED =
            Pattern.compile("^(?:after|following|with|under|on|despite|upon|during|by|since)\\s[^,;]{0,50}$");
    private static final Pattern OF = Pattern.compile("^\\s(?:\\w+\\s){0,2}of\\b");
    private static final QuickPattern START = QuickPattern.compile(
            "\\b(?:(?:was|were|he|she|patient|we|and|had|been|then|so|therefore|is)\\s(?:\\w+\\s){0,2}?(?:start\\w*|initiat\\w+|commenc\\w+|given|receiv\\w+|treated|administ\\w+|added|underw\\w+|prescrib\\w+|switch\\w+|perform\\w+|requir\\w+|chang\\w+|decided|use[d]?|opted|put|placed|add\\w*))\\b");
    private static final Pattern BREAK = Pattern.compile(
            "[;]|\\bfollowed by\\b|, and\\b(?=[^;]*\\b(?:was|were|is|had|has|been|started|received|underwent)\\b)|\\bso\\b|\\btherefore\\b|\\bthen\\b|\\bbut\\b|\\bhowever\\b|, (?:he|she|the|a|an|we|it|his|her|which(?! (?:consist|includ|compris|involv))|and (?:\\w+ ){0,4}(?:he|she|the|a|an|we|was|were))\\b|\\band (?:was|were|he|she|we|the patient|is|had|underwent|received|started)\\b|\\bwhich\\b(?! (?:consist|includ|compris|involv))|\\bprompting\\b|\\bleading to\\b|\\bnecessitating\\b|\\brequiring\\b|\\buntil\\b|\\bbefore\\b");
    private static final QuickPattern STRONG_REASON = QuickPattern.compile(
            "\\b(?:because of|because|due to|owing to|given (?=the|his|her|that|these|this|failure|lack|no|poor)|in view of|on account of|in light of|considering|as (?=the|he|she|there|his|her|symptoms|no|it)|since (?=the|he|she|there|his|her|symptoms|no|it))\\s?(?:(?!but\\b|however\\b)[\\w'-]+\\s){0,5}$");
    private static final Pattern MORE = Pattern.compile(
            "^[^.;]{0,40}\\b(?:(?:dose|dosage|it) (?:was |had been )?(?:gradually |further |then )?(?:increased|raised|doubled|escalated)|increased to|escalated to)\\b");
    private static final QuickPattern SENTENCE_LIKE = QuickPattern.compile(
            "\\b(?:did|does|could|can|not|failed|without|despite|no|was|were|is|are|had|has|have|led|leads?|result\\w*|for|because|due|he|she|we|patient|started|stopped|until|but|although|while|which|then treated|after|underwent|received|switched)\\b|[;:]");
    private static final Pattern LINKED_LIST = Pattern.compile("(?:,|\\band\\b|\\bor\\b|\\bplus\\b|\\+|/)");
    private static final QuickPattern ALL = QuickPattern.compile("\\b(?:all|both|none|neither|these|any|either)\\b");
    private static final Pattern LIST = Pattern.compile(
            "^(?:[\\s,/+&()]|and|or|plus|with|then|as well as|oral|intravenous|iv|topical|systemic|subsequently|followed by|in combination|combined|combination|the|subsequent|later|even|high-dose|low-dose|low dose|high dose|additional|an|a|(?>for(?:\\s[\\p{L}-]{3,30}){1,2}(?=,|\\s(?:and|or|plus|with)\\b)|for)|therapy|treatment|infusions?|injections?|use of|of|continuous|low|intralesional|repeated|initially|\\([^)]{0,200}\\)|\\[[^\\]]{0,40}\\]|\\d[\\d.,]*\\s?(?:mg|g|mcg|units?|ml|iu|u)(?:\\s?/\\s?\\w+(?:\\s\\d)?){0,3}|daily|twice|once|day|weekly|per|bid|tid|every|\\d++|hours?|h|dose|doses|at|courses?|cycles?|sessions?|times|months?|weeks?|days|one|two|three|four|six|pulses?|including|like|such as)*$");
    private static final QuickPattern PRESENTED = QuickPattern.compile(
            "\\b(?:presented|presents|presenting|complain(?:ed|s|ing)|was (?:admitted|referred) (?:with|for|because|due))\\b");
    private static final QuickPattern ASIDE =
            QuickPattern.compile("\\b(?:in addition to|apart from|other than|aside from|besides|instead of)\\b");

    private static final Pattern STARTS_BEHIND = Pattern.compile(
            "[^.;,]{0,30}\\s(?:was|were)\\s(?:\\w+ly\\s|then\\s|also\\s)?(?:started|initiated|commenced|added|given|begun|administered|performed|prescribed|introduced|instituted|used).*");

    private static final Pattern LEADS_TO_STOP = Pattern.compile(
            "^[^.;]{0,60}\\b(?:led to|leading to|resulted in|resulting in|prompt(?:ed|ing)|necessitat(?:ed|ing)|requir(?:ed|ing)|forc(?:ed|ing)|so|therefore|thus|hence|why|and|which|that|,)\\b|^,");
    private static final QuickPattern STOPPED_FOR = QuickPattern.compile(
            "\\b(?:because|due to|owing to|for|as|since|given|in view of|on account of|secondary to|considering|in light of|as a result of|after|following|upon|when|until)\\b");
    private static final QuickPattern LEFT_OFF = QuickPattern.compile(
            "\\b(?:stop|terminat|discontinu|withdr|switch|chang|reduc|replac|suspend|interrupt|ceas|given up|abandon|held)");
    private static final QuickPattern AFTERMATH = QuickPattern.compile(
            "[;:]|\\b(?:but|however|although|though|nevertheless|subsequently|thereafter|then)\\b|\\band (?:she|he|the|his|her)\\b");

    private OutcomeLinks() {}

    static Link of(String lower, OutcomeCue cue, List<Used> used) {
        List<Used> given = used.stream()
                .filter(each -> each.use() != Use.SUBSTANCE && each.use() != Use.NOT)
                .toList();
        List<Used> left =
                given.stream().filter(each -> each.end() <= cue.start()).toList();
        List<Used> right =
                given.stream().filter(each -> each.start() >= cue.end()).toList();
        boolean led = !left.isEmpty()
                && LED.matcher(lower.substring(0, left.getFirst().start())).matches();
        String words = lower.substring(cue.start(), cue.end());
        if (!right.isEmpty()
                && !led
                && joins(words, lower.substring(cue.end(), right.getFirst().start()))
                && (OPEN_CUE.matcher(words).find() || !startsBehind(right.getFirst(), lower))) {
            return new Link.Here(listFrom(lower, right), false);
        }
        if (left.isEmpty()) {
            return new Link.Earlier();
        }
        String gap = lower.substring(left.getLast().end(), cue.start());
        if (STRONG_REASON.matcher(gap).find() && gap.length() < 130) {
            Use use = left.getLast().use();
            boolean harm = cue.response() == dev.apatite.paper.Response.ADVERSE_EVENT;
            if (!harm) {
                return ofReason(left, lower.substring(cue.end()));
            }
            if (use != Use.STOPPED
                    && use != Use.CHANGED
                    && !LEFT_OFF.matcher(gap).find()) {
                return new Link.Nothing();
            }
        }
        if (gap.length() < 60
                && GIVEN_FOR.matcher(gap).matches()
                && left.getLast().use() == Use.STARTED) {
            return new Link.Earlier();
        }
        if ((cue.isGood() && !cue.negated() || left.getLast().use() == Use.PAST)
                && PRESENTED.matcher(gap).find()) {
            return new Link.Nothing();
        }
        return new Link.Here(backFrom(lower, left, cue), false);
    }

    /** Whether the outcome is why the treatment was stopped: "stopped because of progression". */
    static boolean isReason(String lower, OutcomeCue cue, Used stopped) {
        if (cue.start() < stopped.end()) {
            return cue.end() <= stopped.start()
                    && LEADS_TO_STOP
                            .matcher(lower.substring(cue.end(), stopped.start()))
                            .find();
        }
        String gap = lower.substring(stopped.end(), cue.start());
        return STOPPED_FOR.matcher(gap).find() && !AFTERMATH.matcher(gap).find();
    }

    private static Link ofReason(List<Used> left, String after) {
        if (MORE.matcher(after).find()) {
            return new Link.Here(List.of(left.getLast()), true);
        }
        return switch (left.getLast().use()) {
            case STOPPED -> new Link.Here(List.of(left.getLast()), false);
            case CHANGED -> new Link.Here(List.of(left.getLast()), true);
            default -> new Link.Earlier();
        };
    }

    private static boolean joins(String cue, String gap) {
        if (gap.length() > 110 || BREAK.matcher(gap).find()) {
            return false;
        }
        if (OPEN_CUE.matcher(cue).find()
                || NOUN_CUE.matcher(cue).find() && OF.matcher(gap).find()) {
            return true;
        }
        QuickPattern.Search join = JOIN.matcher(gap);
        if (!join.find()) {
            return gap.isBlank();
        }
        QuickPattern.Search start = START.matcher(gap);
        return !start.find() || join.start() < start.start();
    }

    /** "..., X was started": the treatment is what followed upon the outcome. */
    private static boolean startsBehind(Used treatment, String lower) {
        String after = lower.substring(treatment.end(), Math.min(lower.length(), treatment.end() + 60));
        return STARTS_BEHIND.matcher(after).matches();
    }

    private static boolean isList(String gap) {
        return Passage.isOnly(LIST, gap)
                || gap.length() < 70
                        && LINKED_LIST.matcher(gap).find()
                        && !SENTENCE_LIKE.matcher(gap).find();
    }

    /** Whether the treatment stands in an aside: "in addition to treatment for sclerosis (A, B and C), ...". */
    private static boolean isAside(String lower, Used treatment) {
        QuickPattern.Search aside = ASIDE.matcher(lower);
        if (!aside.find() || aside.end() > treatment.start()) {
            return false;
        }
        int comma = lower.indexOf(',', aside.end());
        int open = lower.indexOf('(', aside.end());
        int end = open >= 0 && (comma < 0 || open < comma) ? lower.indexOf(')', open) : comma;
        return end < 0 || treatment.start() < end;
    }

    private static String gap(String lower, Used one, Used next) {
        return one.end() < next.start() ? lower.substring(one.end(), next.start()) : "";
    }

    private static List<Used> listFrom(String lower, List<Used> right) {
        List<Used> list = new ArrayList<>(List.of(right.getFirst()));
        for (int i = 1; i < right.size(); i++) {
            if (startsBehind(right.get(i), lower) || !isList(gap(lower, right.get(i - 1), right.get(i)))) {
                break;
            }
            list.add(right.get(i));
        }
        return list;
    }

    private static List<Used> backFrom(String lower, List<Used> left, OutcomeCue cue) {
        List<Used> list = new ArrayList<>(List.of(left.getLast()));
        boolean all =
                ALL.matcher(lower.substring(left.getLast().end(), cue.start())).find();
        for (int i = left.size() - 2; i >= 0; i--) {
            boolean listed = isList(gap(lower, left.get(i), left.get(i + 1)));
            boolean aside = isAside(lower, left.get(i));
            if (listed && !aside || all && !aside) {
                list.addFirst(left.get(i));
            } else if (!all) {
                break;
            }
        }
        return list;
    }
}
