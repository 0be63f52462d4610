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
    private static final QuickPattern CLAUSE_END = QuickPattern.compile(
            "[;:]|\\bbut\\b|\\balthough\\b|\\bthough\\b|\\bwhereas\\b|\\bwhile\\b|\\bhowever\\b|\\bbecause\\b|\\bwith (?=(?:complete|partial|good|marked|significant))|, and |, which |\\band (?=(?:his|her|their|the|he|she|they|it)\\s)|\\band (?=(?:\\w+ )?improve(?:d|ment))");
    private static final QuickPattern NEGATOR = QuickPattern.compile(
            "\\b(?:no(?! longer)|not(?! only)|never|neither|nor|none|nothing|cannot|absence of|devoid of|free from|hardly)\\b|\\b(?:without|failed to|fails? to|failing to|failure to|unable to|lack of|lacked|denie[sd])\\b(?![^,]*,)|n't\\b");
    private static final Pattern NEGATED_AFTER = Pattern.compile(
            "^\\s(?:\\w+\\s){0,3}?(?:(?:was|were|is|are|has|had|have|been)\\s)?(?:not|never)\\s(?:\\w+\\s)?(?:observed|achieved|seen|noted|obtained|evident|found|detected|present|occurred|documented|identified|been)");
    private static final QuickPattern HYPOTHESIS = QuickPattern.compile(
            "\\b(?:may|might|can|should|would|will|if|unless|whether|in order to|aim(?:ed|ing)? (?:to|at)|potential(?:ly)?|likely to|expected|hope[ds]?|hoping|risk (?:of|for|factors?)|possib(?:le|ility) of|in case of|prevent\\w*|avoid\\w*|chances? of|likelihood of|probability of|rate of|suspect\\w*|suspicion|rule out|ruled out|exclude|evaluate|assess|monitor\\w*|in an? (?:attempt|effort) to|intended to|until(?! (?:\\w+ ){0,2}(?:\\d+|one|two|three|four|five|six|now|present|today|last|years?|months?|follow)\\b)|waiting for)\\b");
    private static final QuickPattern COULD = QuickPattern.compile("\\bcould\\b(?! not)(?! no longer)");
    private static final QuickPattern PURPOSE = QuickPattern.compile("\\b(?:to|for|towards?)\\s(?:\\w+\\s){0,2}$");
    private static final QuickPattern PASSIVE_PURPOSE =
            QuickPattern.compile("\\bto (?:be|get|have|become|keep|see|make)\\s(?:\\w+\\s){0,2}$");

    /** What is reduced stands behind the verb: "sodium thiosulfate reduced the size". */
    private static final Pattern OBJECT = Pattern.compile("^\\s(?:the|his|her|its|their|both|all)\\s");

    private static final Pattern IMPORTANT = Pattern.compile(
            "^[^.;]{0,70}?\\b(?:is|are) (?:\\w+ )?(?:important|essential|crucial|critical|vital|necessary|mandatory|desirable|paramount)\\b");
    private static final Pattern PARTIAL_REMISSION = Pattern.compile("^[^.;]{0,60}\\b(?:pr|partial)\\b");
    private static final QuickPattern STOPPED_FOR = QuickPattern.compile(
            "\\b(?:stopped|discontinued|withdrawn|ceased|suspended|interrupted|terminated|abandoned|changed|switched|replaced)\\b[^.;]{0,40}\\bfor\\s(?:\\w+\\s){0,2}$");
    private static final QuickPattern VERB_BEFORE_TO = QuickPattern.compile(
            "\\b(?:began|begun|begin|(?<!was )(?<!were )started|starting|continued|continues|failed|led|leading|due|owing|thanks|seems?|appears?|tends?|reported|known|shown|attributed|able|unable|fails|found|seen|noted|seemed|appeared|proved|contributed|resulted|related|secondary)\\s+to\\s(?:\\w+\\s){0,2}$");
    private static final QuickPattern WHOLLY_BEFORE = QuickPattern.compile(
            "\\b(?:complete|completely|total|totally|full|fully|entirely|entire)\\s(?:\\w+\\s){0,3}?$");
    private static final Pattern WHOLLY_AFTER = Pattern.compile("^\\s(?:completely|totally|entirely|fully)\\b");
    private static final QuickPattern PARTLY_BEFORE = QuickPattern.compile(
            "\\b(?:partial|partially|partly|incomplete|incompletely|near|nearly|almost|some|slight|slightly|not fully|not completely|mostly|largely|nearly[- ]complete|subtotal)\\s(?:\\w+\\s){0,2}?$|\\bnear-$");
    private static final Pattern PARTLY_AFTER =
            Pattern.compile("^\\s(?:\\w+\\s)?(?:partially|partly|incompletely|almost|by \\d)");
    private static final QuickPattern NOT_WHOLLY = QuickPattern.compile(
            "\\bnot\\s(?:\\w+\\s){0,3}(?:completely|fully|entirely|totally)\\b|\\bnot\\s(?:completely|fully|entirely|totally)\\b");
    private static final Pattern WHOLLY_TOO =
            Pattern.compile("^(?:improv|regress|respon|relie|remi|allev|recover|ameli|resol)");
    private static final Pattern UNCERTAIN = Pattern.compile(
            "^[^.;]{0,70}?\\b(?:remains?|is|are|was|were)\\s(?:still\\s|largely\\s)?(?:uncertain|unclear|unknown|controversial|debated|questionable|not (?:established|proven|clear))\\b");
    private static final Pattern DESPITE_BEFORE = Pattern.compile("\\bdespite\\s(?:\\w+\\s){0,3}$");

    /** What rises again after it had fallen has got worse. */
    private static final QuickPattern AGAIN = QuickPattern.compile(
            "\\b(?:again|once more|continued to|further|re-?)\\s?(?:\\w+\\s)?\u00a6|\u00a6\\s(?:\\w+\\s)?(?:again|once more|further|even more|despite)\\b");

    /** "the side effects had resolved" says nothing on what the treatment was given for. */
    private static final QuickPattern HARM_GOES = QuickPattern.compile(
            "\\b(?:toxicit(?:y|ies)|side[- ]effects?|adverse (?:events?|effects?|reactions?)|complications?|drug reactions?|withdrawal symptoms?)\\s(?:\\w+\\s){0,3}$");

    private final CueChecks checks = new CueChecks();
    private final Map<String, List<Rule>> rules = new HashMap<>();

    /** By the last five bits of three letters, whether a rule may begin with them; most places need no further look. */
    private final boolean[] begins = new boolean[1 << 15];

    private final QuickPattern fall;
    private final QuickPattern rise;

    OutcomeCues() {
        for (String[] row : ResourceLines.cells("outcomes.tsv", 5)) {
            Rule rule =
                    new Rule(Pattern.compile(row[0]), response(row[1]), response(row[2]), Set.of(row[3].split(",")));
            for (String key : keys(row[0])) {
                begins[mark(key, 0)] = true;
                rules.computeIfAbsent(key, any -> new ArrayList<>()).add(rule);
            }
        }
        Map<String, String> quantities = new HashMap<>();
        ResourceLines.cells("quantities.tsv", 2).forEach(row -> quantities.put(row[0], row[1]));
        fall = QuickPattern.compile("\\b(?:" + quantities.get("fall") + ")\\b");
        rise = QuickPattern.compile("\\b(?:" + quantities.get("rise") + ")\\b");
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

    /** The outcomes that the passage states, read once. */
    List<OutcomeCue> in(Passage passage) {
        List<OutcomeCue> cues = passage.noted().cues;
        if (cues == null) {
            cues = List.copyOf(in(passage.lower()));
            passage.noted().cues = cues;
        }
        return cues;
    }

    /** The outcomes that the sentence states, in the order of the text, none within another. */
    List<OutcomeCue> in(String lower) {
        List<OutcomeCue> found = new ArrayList<>();
        int end = 0;
        for (int at = 0; at + KEY <= lower.length(); at++) {
            if (at < end || at > 0 && isInner(lower.charAt(at - 1)) || !Character.isLetter(lower.charAt(at))) {
                continue;
            }
            List<Rule> candidates = begins[mark(lower, at)] ? rules.get(lower.substring(at, at + KEY)) : null;
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

    private static int mark(String text, int at) {
        return (text.charAt(at) & 31) << 10 | (text.charAt(at + 1) & 31) << 5 | text.charAt(at + 2) & 31;
    }

    private static boolean isInner(char c) {
        return Character.isLetterOrDigit(c);
    }

    private @Nullable OutcomeCue judge(String lower, Rule rule, int start, int end) {
        Set<String> flags = rule.flags();
        String before = clauseBefore(lower, start);
        String after = lower.substring(end, Math.min(lower.length(), end + 90));
        boolean negated = isNegated(before, after) || before.endsWith("non-");
        boolean quantity = flags.contains("fall") || flags.contains("rise");
        Response response = negated && !quantity ? rule.negated() : rule.response();
        if (response == Response.PARTIAL_RESPONSE
                && flags.contains("linked")
                && UNCERTAIN.matcher(after).find()) {
            response = Response.MIXED;
        }
        if (response == Response.PARTIAL_RESPONSE
                && DESPITE_BEFORE.matcher(before).find()) {
            return null;
        }
        if (IMPORTANT.matcher(after).find()) {
            return null;
        }
        if (response != null && isGood(response) && HARM_GOES.matcher(before).find()) {
            return null;
        }
        boolean past = lower.substring(start, end).endsWith("ed")
                && !PASSIVE_PURPOSE.matcher(before).find();
        if (response == null || isHypothetical(flags, before, negated || past)) {
            return null;
        }
        if (!checks.hold(flags, negated, new CueChecks.Surroundings(lower, before, after))) {
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

    private static boolean isGood(Response response) {
        return response == Response.COMPLETE_RESPONSE || response == Response.PARTIAL_RESPONSE;
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
        boolean remission =
                cue.startsWith("remission") && PARTIAL_REMISSION.matcher(after).find();
        if (response == Response.COMPLETE_RESPONSE && (partly || remission)) {
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

    /** The quantity nearest to the verb says whether its fall or rise is an improvement. */
    private @Nullable Response ofQuantity(boolean falls, String before, String after) {
        String near = before.substring(Math.max(0, before.length() - 55));
        String object = after.substring(0, Math.min(45, after.length()));
        QuickPattern good = falls ? fall : rise;
        QuickPattern bad = falls ? rise : fall;
        int goodAt = lastEnd(good, near);
        int badAt = lastEnd(bad, near);
        if ((goodAt >= 0 || badAt >= 0) && !OBJECT.matcher(after).find()) {
            boolean worse =
                    badAt > goodAt && AGAIN.matcher(before + '\u00a6' + after).find();
            return goodAt > badAt ? Response.PARTIAL_RESPONSE : worse ? Response.PROGRESSION : null;
        }
        QuickPattern.Search goodObject = good.matcher(object);
        QuickPattern.Search badObject = bad.matcher(object);
        boolean found = goodObject.find();
        return found && !(badObject.find() && badObject.start() < goodObject.start())
                ? Response.PARTIAL_RESPONSE
                : null;
    }

    private static int lastEnd(QuickPattern pattern, String text) {
        int end = -1;
        for (QuickPattern.Search each = pattern.matcher(text); each.find(); ) {
            end = each.end();
        }
        return end;
    }

    private static boolean isNegated(String before, String after) {
        String near = lastWords(before, 7);
        return NEGATOR.matcher(near).find() || NEGATED_AFTER.matcher(after).find();
    }

    /** Whether it is only wished for or feared; what is {@code told} as a fact is no purpose, whatever "to" stands before. */
    private static boolean isHypothetical(Set<String> flags, String before, boolean told) {
        String near = lastWords(before, 8);
        if (HYPOTHESIS.matcher(near).find() || COULD.matcher(near).find()) {
            return true;
        }
        return !told
                && PURPOSE.matcher(before).find()
                && !STOPPED_FOR.matcher(before).find()
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
        QuickPattern.Search boundary = CLAUSE_END.matcher(lower.substring(from, Math.min(lower.length(), start + 25)));
        int cut = 0;
        while (boundary.find() && boundary.end() <= start - from) {
            cut = boundary.end();
        }
        return text.substring(cut);
    }
}
