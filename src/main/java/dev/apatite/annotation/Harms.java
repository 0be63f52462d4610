package dev.apatite.annotation;

import dev.apatite.annotation.TreatmentUses.Used;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds harm that a sentence puts down to a treatment named in it. */
final class Harms {
    private static final Pattern LESSENED = Pattern.compile("^[^.;]{0,60}(?:reduc|decreas|lower|halv).*");
    private static final Pattern UNSURE =
            Pattern.compile(".*\\b(?:no|without|exclude\\w*|possible|suspected)\\s(?:\\w+\\s)?$");
    private static final Pattern INDUCED = Pattern.compile(
            "^(?:\\s?[-‐–]\\s?|\\s)(?:induced|related|associated|triggered|mediated)\\b(?!\\s(?:remission|response|anesth|anaesth))");
    private static final Pattern CAUSED_BY = Pattern.compile(
            "^(?:\\s?\\([^)]{0,30}\\))?[\\s,]{1,2}(?:\\w+\\s){0,3}?(?:due to|secondary to|caused by|induced by|attributed to|attributable to|resulting from|related to|as an? (?:possible |probable |likely )?(?:side effect|complication|consequence|result) of|triggered by|because of|owing to)\\s(?:(?:the|his|her|recent|use|of|prolonged|high-dose|initiation|administration|chronic|long-term|treatment|therapy|with|to|an?|probable|possible|oral|intravenous|taking)\\s){0,6}$");
    private static final QuickPattern DEVELOPED = QuickPattern.compile(
            "\\b(?:develop(?:ed|s|ing)|cases? of|suffered|experienced|presented with|complicated by|occurred|appeared|emerged|manifested)\\b");
    private static final QuickPattern AFTER = QuickPattern.compile(
            "\\b(?:after|following|during|upon|while on|while receiving|while taking|shortly after|(?<!started )(?<!put )(?<!placed )(?<!commenced )(?<!maintained )(?<!kept )(?<!begun )(?<!initiated )on)\\s(?:(?:the|a|an|his|her|first|second|third|last|\\d+|one|two|three|four|five|six|cycles?|doses?|weeks?|days?|months?|of|starting|receiving|initiation|initiating|administration|treatment|therapy|with|completion|completing|infusion|injection|taking|undergoing|start|beginning|commencing|use|oral|intravenous|iv|treated|being|adjuvant|systemic|course|courses|exposure|to|combination|combined)\\s){0,7}$");
    private static final QuickPattern REASON = QuickPattern.compile(
            "\\b(?:because of|due to|owing to|secondary to|on account of|for|as a result of|in view of|after|following|given)\\b");
    private static final QuickPattern RECHALLENGED = QuickPattern.compile(
            "\\b(?:recurred|reappeared|returned|present again|recurrence|relapsed|again)\\b[^.;]{0,30}\\b(?:whenever (?:the patient|she|he) (?:received|took|was given)|(?:up)?on (?:re-?challenge|re-?exposure|re-?introduction|re-?administration|resumption|restarting|resuming)(?: of| with| to)?|(?:after|with|when) (?:the )?(?:re-?challenge|re-?exposure|re-?introduction|re-?administration)(?: of| with| to)?)\\s(?:\\w+\\s){0,2}$");
    private static final Pattern CAUSING = Pattern.compile(
            "^[^.;,]{0,60}?(?<!-)\\b(?:caused|induced|triggered|provoked|precipitated|(?:leads?|led|leading) to(?! (?:\\w+ ){0,4}(?:resol|improv|regress|reliev|relief|control|reduc|decreas|disappear|remission|cessation|recover|normali|better|rapid|marked|good|complete|partial|stop|discontinu|withdraw|clinical))|was complicated by|gave rise to)\\s");
    private static final Pattern STOPPED_UPON = Pattern.compile(
            "^\\s(?:was|were|had|has|occurred|developed|appeared|ensued)\\b[^.;]{0,40}(?:\\band|\\bso|therefore|,)\\s(?:(?:the|his|her|all|then|therefore|so|oral|treatment|therapy|with)\\s){0,4}$");
    private static final Pattern STOPPED_AT_ONCE = Pattern.compile(
            "^(?:\\s(?:therapy|treatment))?\\s(?:was|were)\\s(?:(?:immediately|promptly|therefore|then|thus|subsequently)\\s)?(?:stopped|discontinued|withdrawn|ceased)\\b");
    private static final QuickPattern FELL_ILL =
            QuickPattern.compile("\\b(?:develop(?:ed|ing)|experienced|suffered from|complained of|noticed)\\b");
    private static final QuickPattern OTHER_CAUSE = QuickPattern.compile(
            "\\b(?:fever|infection\\w*|sepsis|pneumonia|abscess|metasta\\w+|tumou?rs?|cancer|lymphoma|died|new lesions?)\\b");
    private static final Pattern BROKEN_OFF = Pattern.compile(";|, and\\b");
    private static final QuickPattern TESTED =
            QuickPattern.compile("\\b(?:electrophysiolog\\w+|provocation tests?|challenge tests?|stress tests?)\\b");
    private static final Pattern LED_TO_STOP = Pattern.compile(
            "^[^.;]{0,30}\\b(?:led to|leading to|resulted in|resulting in|necessitat\\w+|requir(?:ed|ing)|prompt(?:ed|ing)|forc(?:ed|ing))\\s(?:\\w+\\s){0,2}(?:discontinuation|withdrawal|cessation|interruption|suspension|stopping|discontinuing|withdrawing)\\s(?:of\\s)?(?:\\w+\\s){0,2}$");
    private static final QuickPattern RISING = QuickPattern.compile(
            "\\b(?:creatinine|transaminases?|liver enzymes?|liver function tests?|alt|ast|bilirubin|potassium|eosinophils?|inr)\\b[^.;]{0,30}\\b(?:increased|rose|elevated|doubled)\\b[^.;]{0,40}$");
    private static final Pattern BLAMED = Pattern.compile(
            "^(?:\\s(?:therapy|treatment))?\\s(?:was|were)\\s(?:\\w+\\s)?(?:incriminated|implicated|held responsible|blamed|(?:thought|considered|suspected|believed) to (?:be the (?:cause|culprit)|have caused|cause)|considered (?:the |as )?(?:cause|culprit))");
    private static final Pattern PASSIVE_STOP = Pattern.compile(
            "^(?:\\s\\w+){0,2}\\s(?:was|were)\\s(?:\\w+\\s)?(?:withdrawn|stopped|discontinued|ceased|suspended|held|interrupted|terminated|reduced)\\b");
    private static final QuickPattern NO_HARM = QuickPattern.compile(
            "\\b(?:lack of|poor response|no response|ineffective\\w*|inefficacy|failure|no improvement|non-?response|refractory|remission|complete[ds]?|completion|cost|financial|refus\\w*|progress\\w*|persist\\w*|relapse|recurrence|unavailab\\w*|surgery|pregnan\\w*|improv\\w*|resol\\w*|stable|inadequate|insufficient|unchanged|insurance)\\b");
    private static final QuickPattern HARM_WORD = QuickPattern.compile(
            "\\b(?:side[- ]effects?|adverse|toxicit\\w+|intoleran\\w+|intolerable|infection|rash|allergic|hypersensitivity|nausea|vomiting|hypotension|hypertension|headache|dizziness|bleeding|h[ae]e?morrhage|cytopenia|neutropenia|thrombocytopenia|hepato\\w+|nephro\\w+|diarrh\\w+|sedation|weight gain|elevated|elevation|complication\\w*|perforation|these effects|reaction)\\b");

    private Harms() {}

    /** The treatments of the sentence that harm is put down to. */
    static List<Used> in(Passage passage, List<Used> used) {
        List<Used> found = new ArrayList<>();
        if (TESTED.matcher(passage.lower()).find()) {
            return found;
        }
        for (Used each : used) {
            boolean harms = each.use() != Use.NOT && each.use() != Use.SUBSTANCE && harms(passage, each, used);
            boolean induced =
                    INDUCED.matcher(passage.lower().substring(each.end())).find()
                            && conditionBehind(passage, each.end());
            if (harms
                    || induced
                            && !UNSURE.matcher(passage.lower().substring(0, each.start()))
                                    .matches()) {
                found.add(each);
            }
        }
        return found;
    }

    /** Whether the drug that this sentence begins with was stopped at once upon the harm that the one before it tells. */
    static boolean isStoppedUponHarm(Passage before, Passage passage, Used treatment) {
        return treatment.use() == Use.STOPPED
                && treatment.start() < 25
                && STOPPED_AT_ONCE
                        .matcher(passage.lower().substring(treatment.end()))
                        .find()
                && FELL_ILL.matcher(before.lower()).find()
                && !conditions(before).isEmpty()
                && before.of(MentionType.TREATMENT).isEmpty()
                && !NO_HARM.matcher(before.lower()).find()
                && !NO_HARM.matcher(passage.lower()).find()
                && !OTHER_CAUSE.matcher(before.lower()).find();
    }

    /** "neutropenia led to discontinuation of oxaliplatin". */
    private static boolean isReasonToStop(Passage passage, Used treatment) {
        return conditions(passage).stream()
                .filter(c -> passage.end(c) < treatment.start() && treatment.start() - passage.end(c) < 100)
                .anyMatch(c -> LED_TO_STOP
                        .matcher(passage.lower().substring(passage.end(c), treatment.start()))
                        .matches());
    }

    private static boolean harms(Passage passage, Used treatment, List<Used> all) {
        return isCause(passage, treatment)
                || isReasonToStop(passage, treatment)
                || isRechallenged(passage, treatment)
                || isCausing(passage, treatment)
                || isStoppedForHarm(passage, treatment)
                || isDevelopedAfter(passage, treatment, all);
    }

    private static boolean conditionBehind(Passage passage, int end) {
        return passage.of(MentionType.CONDITION).stream()
                .anyMatch(c ->
                        c.assertion() != Assertion.NEGATED && passage.start(c) >= end && passage.start(c) - end < 60);
    }

    /** "hepatitis due to isoniazid". */
    private static boolean isCause(Passage passage, Used treatment) {
        return conditions(passage).stream()
                .filter(c -> passage.end(c) <= treatment.start() && treatment.start() - passage.end(c) < 90)
                .anyMatch(c -> CAUSED_BY
                                .matcher(passage.lower().substring(passage.end(c), treatment.start()))
                                .matches()
                        || CAUSED_BY
                                        .matcher(passage.lower().substring(passage.end(c), treatment.start()))
                                        .find()
                                && treatment.start() - passage.end(c) < 45);
    }

    /** "quetiapine eventually caused neuroleptic malignant syndrome". */
    private static boolean isCausing(Passage passage, Used treatment) {
        if (BLAMED.matcher(passage.lower().substring(treatment.end())).find()) {
            return true;
        }
        java.util.regex.Matcher causing = CAUSING.matcher(passage.lower().substring(treatment.end()));
        return causing.find() && conditionBehind(passage, treatment.end() + causing.end() - 1);
    }

    /** "renal failure was diagnosed and lithium was withdrawn". */
    private static boolean isStoppedUpon(Passage passage, Used treatment) {
        String lower = passage.lower();
        return conditions(passage).stream()
                                .filter(c ->
                                        passage.end(c) < treatment.start() && treatment.start() - passage.end(c) < 70)
                                .anyMatch(c -> STOPPED_UPON
                                        .matcher(lower.substring(passage.end(c), treatment.start()))
                                        .matches())
                        && PASSIVE_STOP
                                .matcher(lower.substring(treatment.end()))
                                .find()
                || RISING.matcher(lower.substring(0, treatment.start())).find()
                        && PASSIVE_STOP
                                .matcher(lower.substring(treatment.end()))
                                .find();
    }

    /** "the rash recurred upon re-challenge with sorafenib". */
    private static boolean isRechallenged(Passage passage, Used treatment) {
        return RECHALLENGED
                .matcher(passage.lower().substring(0, treatment.start()))
                .find();
    }

    /** "stopped because of nausea". */
    private static boolean isStoppedForHarm(Passage passage, Used treatment) {
        String lower = passage.lower();
        boolean leaves = treatment.use() == Use.STOPPED
                || treatment.use() == Use.CHANGED
                        && LESSENED.matcher(lower.substring(treatment.end())).matches();
        if (!leaves) {
            return false;
        }
        if (isStoppedUpon(passage, treatment)) {
            return true;
        }
        var reason = REASON.matcher(lower.substring(treatment.end(), Math.min(lower.length(), treatment.end() + 90)));
        if (reason.find()
                && !BROKEN_OFF
                        .matcher(lower.substring(treatment.end(), treatment.end() + reason.start()))
                        .find()) {
            int end = treatment.end() + reason.end();
            String why = lower.substring(end, Math.min(lower.length(), end + 70));
            boolean condition =
                    conditions(passage).stream().anyMatch(c -> passage.start(c) >= end && passage.start(c) < end + 45);
            return !NO_HARM.matcher(why).find()
                    && (condition || HARM_WORD.matcher(why).find());
        }
        String before = lower.substring(Math.max(0, treatment.start() - 130), treatment.start());
        return before.matches(
                        "(?s).*\\b(?:due to|because of|owing to)\\s(?:\\w+\\s){0,3}(?:side effects?|adverse \\w+|these effects|toxicity|intolerance)\\b.*")
                && !NO_HARM.matcher(before).find();
    }

    /** "developed uveitis after nivolumab", "after washout he suffered shock". */
    private static boolean isDevelopedAfter(Passage passage, Used treatment, List<Used> all) {
        String lower = passage.lower();
        String before = lower.substring(Math.max(0, treatment.start() - 160), treatment.start());
        if (!AFTER.matcher(before).find() || treatment.use() == Use.STOPPED) {
            return false;
        }
        boolean leads = before.strip().length() < 60 && treatment.start() < 60;
        for (Mention condition : conditions(passage)) {
            int start = passage.start(condition);
            int end = passage.end(condition);
            int from = leads && start > treatment.end() ? treatment.end() : Math.max(0, start - 60);
            boolean behind = start > treatment.end() && start - treatment.end() < 70;
            boolean ahead = end <= treatment.start() && treatment.start() - end < 60;
            boolean onlyTreatment = all.stream()
                    .noneMatch(other -> other != treatment
                            && other.start() > Math.min(end, treatment.end())
                            && other.end() < Math.max(start, treatment.start()));
            String verb = lower.substring(Math.min(from, start), behind ? start : Math.min(start, lower.length()));
            if (onlyTreatment
                    && (ahead || behind && leads)
                    && DEVELOPED.matcher(verb).find()
                    && !verb.contains("presented with")) {
                return true;
            }
        }
        return false;
    }

    private static List<Mention> conditions(Passage passage) {
        return passage.of(MentionType.CONDITION).stream()
                .filter(c -> c.assertion() == Assertion.AFFIRMED || c.assertion() == Assertion.HISTORICAL)
                .toList();
    }
}
