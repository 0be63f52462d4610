package dev.apatite.annotation;

import dev.apatite.annotation.TreatmentUses.Used;
import dev.apatite.paper.Response;
import java.util.List;
import java.util.regex.Pattern;

/** Whether an outcome without a treatment in its sentence looks back on what was given before. */
final class FollowUps {
    private static final QuickPattern BEGINNING = QuickPattern.compile(
            "\\b(?:on (?:admission|presentation|examination|arrival)|at (?:admission|presentation)|physical examination|on palpation|auscultation|history of|presenting|presented (?:to|with|at|for)|(?<!and )(?:blood|laboratory|clinical|initial) (?:examinations?|tests?|findings|investigations?|results) (?:found|revealed|showed|demonstrated)|chief complaint|was admitted (?:with|for|to|because)|family history)\\b");
    private static final QuickPattern LOOKS_BACK = QuickPattern.compile(
            "\\b(?:after|later|follow(?:ing|ed)?|follow-up|follow up|since|despite|postoperative\\w*|post-operative\\w*|subsequent\\w*|thereafter|discharge\\w*|treatment|therapy|now|within|currently|then|gradual\\w*)\\b");
    private static final QuickPattern UNRELATED = QuickPattern.compile(
            "\\b(?:unrelated|declin(?:ed|ing) (?:further|treatment)|refused|abandon\\w*|accident|suicide|another cause|other causes|father|mother|brother|sister|sibling|son|daughter|uncle|aunt|family)\\b");
    /** What is turned down behind an outcome is another treatment than the one that had it. */
    private static final Pattern UNRELATED_LATER = Pattern.compile(
            "^[^;]{0,80};?[^;]{0,40}\\b(?:declin(?:ed|ing)|refused) (?:any |further |additional |other |more )");

    private static final QuickPattern DIED_OF_OTHER = QuickPattern.compile(
            "\\b(?:died|death|succumbed|passed away)\\b[^.;]{0,30}\\b(?:due to|of|from|because of|secondary to|to)\\s(?!(?:\\w+\\s){0,4}(?:disease|progress\\w*|cancer|tumou?r|metasta\\w*|recurren\\w*|relapse\\w*|carcinoma\\w*|lymphoma|leuk\\w*|sarcoma|melanoma))");
    private static final QuickPattern WITHDRAWAL = QuickPattern.compile(
            "\\b(?:after|upon|following|on(?! (?:an? )?taper)|with|during|when|since) (?:the |his |her )?(?:\\w+ ){0,3}(?:withdrawal|withdrawn|weaning|weaned|discontinu\\w+|cessation|stopp\\w+|taper\\w*|interruption|reduction of the dose|dose reduction|reducing the dose)\\b|\\b(?:poor (?:compliance|adherence)|non-?compliance|non-?adherence|lack of (?:compliance|adherence))\\b");
    private static final QuickPattern POINTS_BACK = QuickPattern.compile(
            "\\b(?:this|that|the|these|such) (?:\\w+ ){0,2}(?:treatments?|therap(?:y|ies)|regimen|combination|drugs?|medications?|approach|procedure|intervention|technique|molecule|agent)\\b");

    private static final QuickPattern UNTREATED = QuickPattern.compile(
            "\\b(?:resol\\w+|normali\\w+|improv\\w+|subsid\\w+|disappear\\w+|ceased|stopped|regress\\w+)\\b[^.;,]{0,40}\\bwithout (?:any |specific |further )?(?:treatment|therapy|intervention|medications?)\\b");
    private static final Pattern REASON_TO_LOOK = Pattern.compile(
            "^(?:due to|because of|owing to|given|in view of)\\s[^.;,]{0,90}?,\\s(?:\\w+[\\s-]){0,4}(?:ct|mri|scan|endoscopy|gastroscopy|colonoscopy|biopsy|ultrasound|ultrasonography|tomography|imaging|angiography|echocardiography|examination|puncture|x-ray|radiograph)\\b");
    private static final Pattern AFTER_ANOTHER = Pattern.compile(
            "^(?:after|following|upon)\\s(?:(?:the|an?|successful|complete|emergency|urgent|partial)\\s){0,2}(?:\\w+\\s)?(?:aspiration|evacuation|drainage|extraction|removal|excision|repair)\\s(?:of|was)\\b");

    /** Begins a cue that tells what happened; others tell what lasts, and that may outlast the treatment. */
    private static final Pattern CHANGE = Pattern.compile(
            "^(?:resol|improv|disappear|normali|subsid|recover|return|vanish|abat|revers|clear|decreas|reduc|fell|drop|declin|increas|rose|regress|diminish|lessen|settled|faded|reliev|alleviat)");

    private FollowUps() {}

    /** "this treatment", "the combination": whether the text points back to a treatment. */
    static boolean pointsBack(String lower) {
        return POINTS_BACK.matcher(lower).find();
    }

    /** Whether the sentence may tell the outcome of what was given before it. */
    static boolean tells(String lower, OutcomeCue cue, List<Used> used) {
        boolean change = cue.response() == Response.PROGRESSION || cue.isGood() && !cue.negated();
        boolean lasting = cue.isGood()
                && !CHANGE.matcher(lower.substring(cue.start(), cue.end())).find();
        if (change && !lasting && WITHDRAWAL.matcher(lower).find()) {
            return false;
        }
        if (cue.linked() && !pointsBack(lower.substring(Math.max(0, cue.start() - 60), cue.start()))) {
            return false;
        }
        if (used.stream().anyMatch(each -> each.use() == Use.NOT && each.start() < cue.start())) {
            return false;
        }
        if (cue.later()
                && BEGINNING.matcher(lower).find()
                && !LOOKS_BACK.matcher(lower).find()) {
            return false;
        }
        if (lower.startsWith("before ") || lower.startsWith("prior to ") || lower.contains("spontaneous")) {
            return false;
        }
        if (UNTREATED.matcher(lower).find()
                || REASON_TO_LOOK.matcher(lower).find()
                || used.isEmpty() && AFTER_ANOTHER.matcher(lower).find()) {
            return false;
        }
        boolean otherDeath =
                cue.flags().contains("end") && DIED_OF_OTHER.matcher(lower).find();
        boolean turnedDownLater = cue.isBad()
                && UNRELATED_LATER.matcher(lower.substring(cue.end())).find();
        return !otherDeath && (turnedDownLater || !UNRELATED.matcher(lower).find());
    }
}
