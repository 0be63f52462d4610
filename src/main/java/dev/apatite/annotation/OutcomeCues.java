package dev.apatite.annotation;

import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the words of a sentence that state an outcome, by {@code outcomes.tsv}; negation and modality are applied. */
final class OutcomeCues {
    private record Rule(
            Pattern pattern,
            @Nullable Response response,
            @Nullable Response negated,
            Set<String> flags) {}

    private static final int KEY = 3;
    private static final Pattern CLAUSE_END = Pattern.compile(
            "[;:]|\\bbut\\b|\\balthough\\b|\\bthough\\b|\\bwhereas\\b|\\bwhile\\b|\\bhowever\\b|\\bbecause\\b|\\bwith (?=(?:complete|partial|good|marked|significant))|, and |, which ");
    private static final Pattern NEGATOR = Pattern.compile(
            "\\b(?:no(?! longer)|not(?! only)|without|never|neither|nor|none|nothing|cannot|absence of|failed to|fails? to|failing to|failure to|unable to|lack of|lacked|devoid of|denie[sd]|free from|hardly|neither)\\b|n't\\b");
    private static final Pattern NEGATED_AFTER = Pattern.compile(
            "^\\s(?:\\w+\\s){0,3}?(?:(?:was|were|is|are|has|had|have|been)\\s)?(?:not|never)\\s(?:\\w+\\s)?(?:observed|achieved|seen|noted|obtained|evident|found|detected|present|occurred|documented|identified|been)");
    private static final Pattern HYPOTHESIS = Pattern.compile(
            "\\b(?:may|might|can|should|would|will|if|unless|whether|in order to|aim(?:ed|ing)? (?:to|at)|potential(?:ly)?|likely to|expected|hope[ds]?|hoping|risk (?:of|for|factors?)|possib(?:le|ility) of|in case of|prevent\\w*|avoid\\w*|chances? of|likelihood of|probability of|rate of|suspect\\w*|suspicion|rule out|ruled out|exclude|evaluate|assess|monitor\\w*|in an? (?:attempt|effort) to|intended to|until|waiting for)\\b");
    private static final Pattern COULD = Pattern.compile("\\bcould\\b(?! not)(?! no longer)");
    private static final Pattern PURPOSE = Pattern.compile("\\b(?:to|for|towards?)\\s(?:\\w+\\s){0,2}$");
    private static final Pattern VERB_BEFORE_TO = Pattern.compile(
            "\\b(?:began|begun|begin|(?<!was )(?<!were )started|starting|continued|continues|failed|led|leading|due|thanks|attributed|able|unable|fails|found|seen|noted|seemed|appeared|proved|contributed|resulted|related|secondary)\\s+to\\s(?:\\w+\\s){0,2}$");
    private static final Pattern WHOLLY_BEFORE =
            Pattern.compile("\\b(?:complete|completely|total|totally|full|fully|entirely|entire)\\s(?:\\w+\\s){0,2}?$");
    private static final Pattern WHOLLY_AFTER = Pattern.compile("^\\s(?:completely|totally|entirely|fully)\\b");
    private static final Pattern PARTLY_BEFORE = Pattern.compile(
            "\\b(?:partial|partially|partly|incomplete|incompletely|near|nearly|almost|some|slight|slightly|not fully|not completely|mostly|largely|nearly[- ]complete|subtotal)\\s(?:\\w+\\s){0,2}?$|\\bnear-$");
    private static final Pattern PARTLY_AFTER =
            Pattern.compile("^\\s(?:\\w+\\s)?(?:partially|partly|incompletely|almost|by \\d)");
    private static final Pattern NOT_WHOLLY = Pattern.compile(
            "\\bnot\\s(?:\\w+\\s){0,3}(?:completely|fully|entirely|totally)\\b|\\bnot\\s(?:completely|fully|entirely|totally)\\b");
    private static final Pattern WHOLLY_TOO =
            Pattern.compile("^(?:improv|regress|respon|relie|remi|allev|recover|ameli|resol)");
    private static final Pattern DOSE_BEFORE = Pattern.compile(
            "\\b(?:dos(?:e|es|age|ages|ing)|medications?|drugs?|infusion|rate|treatment|therapy|steroids?|corticosteroids?|prednis\\w+|insulin)(?: of [\\w-]+(?: \\w+)?)?\\s(?:(?:was|were|is|has|had|have|been|being|then|also|gradually|slowly|further|subsequently|rapidly|therefore)\\s){0,4}(?:to\\s)?$");
    private static final Pattern DOSE_AFTER = Pattern.compile(
            "^\\s(?:(?:the|his|her|its|their|daily|total|in|of|initial|lower)\\s){0,4}(?:dos(?:e|es|age|ages|ing)|medications?|immunosuppress\\w+|to \\d|by \\d+(?:\\.\\d+)?\\s?mg)");
    private static final Pattern RESPONSE_QUALITY = Pattern.compile(
            "\\b(?:good|excellent|dramatic|dramatically|favou?rable|partial|rapid|prompt|marked|remarkable|complete|clinical|positive|adequate|significant|initial|satisfactory|quick|impressive|sustained|durable|therapeutic|treatment|tumou?r|metabolic|radiological|radiographic|biochemical|symptomatic|objective|major|minor|moderate|strong|great|transient|virological|show\\w*|confirm\\w*|achiev\\w*|experienced|had (?:a|an|some)|no)\\s(?:\\w+\\s){0,2}$");
    private static final Pattern RESPONSE_VERDICT = Pattern.compile(
            "^\\s(?:[\\w-]+\\s){0,5}?(?:was|were|is) (?:\\w+ )?(?:good|excellent|dramatic|favou?rable|rapid|prompt|marked|satisfactory|remarkable|impressive|adequate)\\b");
    private static final Pattern OTHER_RESPONSE = Pattern.compile(
            "\\b(?:inflammatory|immune|plantar|verbal|motor|stress|antibody|in|evoked|pupillary|cremasteric|acth|cortisol|febrile|autoimmune|monitoring the|hormonal|flare) $");
    private static final Pattern PREDICATE_BEFORE = Pattern.compile(
            "\\b(?:remain(?:s|ed)?|was|were|is|are|became|been|be|proved|continued|considered|despite|kept|started)\\s(?:\\w+\\s)?$");
    private static final Pattern ORGANISM = Pattern.compile(
            "\\b(?:isolates?|isolated|strains?|organisms?|bacteri\\w+|cultures?|mic|susceptib\\w+|sensitiv\\w+|staphylo\\w+|aureus|coli|pseudomonas|klebsiella|acinetobacter|enterococc\\w+|mycobacteri\\w+|tuberculosis)\\b");
    private static final Pattern ATTRIBUTE_BEFORE = Pattern.compile(
            "\\b(?:an?|showed|shows|reveal\\w*|demonstrat\\w*|of|with|and|noted|for|(?:patient|he|she|who|and|also) (?:had|has))\\s(?:(?:mildly|slightly|markedly|significantly|abnormally|especially an?|severely)\\s)?$");
    private static final Pattern TO_NORMAL = Pattern.compile(
            "\\b(?:return\\w*|decreas\\w+|declin\\w+|fell|dropped|rose|increas\\w+|improv\\w+|recover\\w+|back|came|reached|into)\\b[^;]{0,50}$");
    private static final Pattern REGIMEN_BEFORE = Pattern.compile(
            "\\b(?:treatment|therapy|medications?|dos(?:e|es|age)|regimen|drugs?|size|examination|imaging)\\b[^;]{0,100}$");
    private static final Pattern UNCERTAIN = Pattern.compile(
            "^[^.;]{0,70}?\\b(?:remains?|is|are|was|were)\\s(?:still\\s|largely\\s)?(?:uncertain|unclear|unknown|controversial|debated|questionable|not (?:established|proven|clear))\\b");
    private static final Pattern WOUND = Pattern.compile(
            "\\b(?:wounds?|incisions?|sutures?|suture line|surgical site|flaps?|scars?|grafts?|postoperative|post-operative)\\b");
    private static final Pattern MILD = Pattern.compile(
            "\\b(?:acceptable|tolerable|minimal|minor|few|manageable|without|any|no|possible)\\s(?:\\w+\\s)?$");
    private static final Pattern LOOKS_BACK = Pattern.compile(
            "\\b(?:return\\w*|again|repeat\\w*|later|follow\\w*|became|subsequent\\w*|now|after|thereafter|since|decreased|control|recheck\\w*)\\b");

    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Pattern fall;
    private final Pattern rise;

    OutcomeCues() {
        for (String[] row : ResourceLines.cells("outcomes.tsv", 5)) {
            Rule rule =
                    new Rule(Pattern.compile(row[0]), response(row[1]), response(row[2]), Set.of(row[3].split(",")));
            for (String key : keys(row[0])) {
                rules.computeIfAbsent(key, any -> new ArrayList<>()).add(rule);
            }
        }
        Map<String, String> quantities = new HashMap<>();
        ResourceLines.cells("quantities.tsv", 2).forEach(row -> quantities.put(row[0], row[1]));
        fall = Pattern.compile("\\b(?:" + quantities.get("fall") + ")\\b");
        rise = Pattern.compile("\\b(?:" + quantities.get("rise") + ")\\b");
    }

    private static @Nullable Response response(String word) {
        return switch (word) {
            case "complete" -> Response.COMPLETE_RESPONSE;
            case "partial" -> Response.PARTIAL_RESPONSE;
            case "none" -> Response.NO_RESPONSE;
            case "progression" -> Response.PROGRESSION;
            case "mixed" -> Response.MIXED;
            case "adverse" -> Response.ADVERSE_EVENT;
            case "-" -> null;
            default -> throw new IllegalStateException("outcomes.tsv: no such response: " + word);
        };
    }

    /** The first letters of every way in which a pattern may begin. */
    private static List<String> keys(String pattern) {
        List<String> keys = new ArrayList<>();
        OutcomeKeys.collect(pattern, KEY, keys);
        return keys.stream().distinct().toList();
    }

    /** The outcomes that the sentence states, in the order of the text, none within another. */
    List<OutcomeCue> in(String lower) {
        List<OutcomeCue> found = new ArrayList<>();
        int end = 0;
        for (int at = 0; at + KEY <= lower.length(); at++) {
            if (at < end || !Character.isLetter(lower.charAt(at)) || at > 0 && isInner(lower.charAt(at - 1))) {
                continue;
            }
            List<Rule> candidates = rules.get(lower.substring(at, at + KEY));
            if (candidates == null) {
                continue;
            }
            for (Rule rule : candidates) {
                Matcher match = rule.pattern().matcher(lower).region(at, lower.length());
                match.useTransparentBounds(true);
                if (match.lookingAt()) {
                    OutcomeCue cue = judge(lower, rule, at, match.end());
                    if (cue != null) {
                        found.add(cue);
                        end = match.end();
                    }
                    if (cue != null || rule.response() == null && rule.negated() == null) {
                        end = match.end();
                        break;
                    }
                }
            }
        }
        return found;
    }

    private static boolean isInner(char c) {
        return Character.isLetterOrDigit(c);
    }

    private @Nullable OutcomeCue judge(String lower, Rule rule, int start, int end) {
        Set<String> flags = rule.flags();
        String before = clauseBefore(lower, start);
        String after = lower.substring(end, Math.min(lower.length(), end + 90));
        boolean negated = isNegated(before, after);
        boolean quantity = flags.contains("fall") || flags.contains("rise");
        Response response = negated && !quantity ? rule.negated() : rule.response();
        if (response == Response.PARTIAL_RESPONSE
                && flags.contains("linked")
                && UNCERTAIN.matcher(after).find()) {
            response = Response.MIXED;
        }
        if (response == null || isHypothetical(flags, before, negated)) {
            return null;
        }
        if (!allowed(lower, flags, before, after, negated)) {
            return null;
        }
        if (flags.contains("fall") || flags.contains("rise")) {
            response = ofQuantity(flags.contains("fall"), before, after);
            if (response == null) {
                return null;
            }
            response = negated ? Response.NO_RESPONSE : response;
        }
        return new OutcomeCue(
                start, end, graded(lower.substring(start, end), response, before, after, negated), negated, flags);
    }

    /** "completely", "partially" and the like change the grade of an outcome. */
    private static Response graded(String cue, Response response, String before, String after, boolean negated) {
        boolean partly = PARTLY_BEFORE.matcher(before).find()
                || PARTLY_AFTER.matcher(after).find();
        if (negated
                && (response == Response.NO_RESPONSE)
                && (NOT_WHOLLY.matcher(before).find()
                        || NOT_WHOLLY.matcher(before + cue + after).find())) {
            return Response.PARTIAL_RESPONSE;
        }
        if (negated) {
            return response;
        }
        if (response == Response.COMPLETE_RESPONSE && partly) {
            return Response.PARTIAL_RESPONSE;
        }
        if (response == Response.PARTIAL_RESPONSE
                && !partly
                && WHOLLY_TOO.matcher(cue).find()
                && (WHOLLY_BEFORE.matcher(before).find()
                        || WHOLLY_AFTER.matcher(after).find())) {
            return Response.COMPLETE_RESPONSE;
        }
        return response;
    }

    private boolean allowed(String lower, Set<String> flags, String before, String after, boolean negated) {
        if (flags.contains("subject")
                && (DOSE_BEFORE.matcher(before).find()
                        || DOSE_AFTER.matcher(after).find())) {
            return false;
        }
        if (flags.contains("infinitive")
                && !negated
                && !before.matches(
                        ".*\\b(?:did|began to|continued to|started to|starting to|helped(?: to)?|and)\\s(?:\\w+\\s)?$")) {
            return false;
        }
        if (flags.contains("response") && !isTreatmentResponse(before, after, negated)) {
            return false;
        }
        if (flags.contains("attribute")
                && !negated
                && !PREDICATE_BEFORE.matcher(before).find()) {
            return false;
        }
        if (flags.contains("return") && !LOOKS_BACK.matcher(lower).find()) {
            return false;
        }
        if (flags.contains("verb") && !before.matches(".*(?:\\b(?:did|has|have|had)\\snot|n't)\\s(?:\\w+\\s)?$")) {
            return false;
        }
        if ((flags.contains("fall") || flags.contains("rise"))
                && ATTRIBUTE_BEFORE.matcher(before).find()) {
            return false;
        }
        if (flags.contains("with")
                && !before.matches(
                        ".*\\b(?:with|despite|remained|was|were|had|due to|because of|for)\\s(?:\\w+\\s)?$")) {
            return false;
        }
        if (flags.contains("tonormal") && !TO_NORMAL.matcher(before).find()) {
            return false;
        }
        if (flags.contains("regimen") && REGIMEN_BEFORE.matcher(before).find()) {
            return false;
        }
        if (flags.contains("mildly") && MILD.matcher(before).find()) {
            return false;
        }
        if (flags.contains("wound") && WOUND.matcher(before).find()) {
            return false;
        }
        return !flags.contains("drugs") || !ORGANISM.matcher(lower).find();
    }

    private static boolean isTreatmentResponse(String before, String after, boolean negated) {
        if (OTHER_RESPONSE.matcher(before).find()) {
            return false;
        }
        return negated
                || RESPONSE_QUALITY.matcher(before).find()
                || RESPONSE_VERDICT.matcher(after).find();
    }

    private @Nullable Response ofQuantity(boolean falls, String before, String after) {
        String near = before.substring(Math.max(0, before.length() - 55));
        String object = after.substring(0, Math.min(45, after.length()));
        boolean good = (falls ? fall : rise).matcher(near).find()
                || (falls ? fall : rise).matcher(object).find();
        boolean bad = (falls ? rise : fall).matcher(near).find()
                || (falls ? rise : fall).matcher(object).find();
        return good && !(bad && !falls) ? Response.PARTIAL_RESPONSE : null;
    }

    private static boolean isNegated(String before, String after) {
        String near = lastWords(before, 7);
        return NEGATOR.matcher(near).find() || NEGATED_AFTER.matcher(after).find();
    }

    private static boolean isHypothetical(Set<String> flags, String before, boolean negated) {
        String near = lastWords(before, 8);
        if (HYPOTHESIS.matcher(near).find() || COULD.matcher(near).find()) {
            return true;
        }
        return !negated
                && PURPOSE.matcher(before).find()
                && !VERB_BEFORE_TO.matcher(before).find()
                && !flags.contains("linked");
    }

    private static String lastWords(String text, int words) {
        int at = text.length();
        for (int seen = 0; at > 0 && seen <= words; at--) {
            if (text.charAt(at - 1) == ' ') {
                seen++;
            }
        }
        return text.substring(at);
    }

    /** The words before the cue in its clause, at most 120 characters. */
    static String clauseBefore(String lower, int start) {
        int from = Math.max(0, start - 120);
        String text = lower.substring(from, start);
        Matcher boundary = CLAUSE_END.matcher(text);
        int cut = 0;
        while (boundary.find()) {
            cut = boundary.end();
        }
        return text.substring(cut);
    }
}
