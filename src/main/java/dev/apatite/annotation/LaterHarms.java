package dev.apatite.annotation;

import dev.apatite.annotation.TreatmentUses.Used;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds harm that a sentence does not put down to a treatment by name: what is graded as toxicity is, what newly
 * befell the patient in the course of a treatment, and what made them stop it some sentences later.
 */
final class LaterHarms {
    private static final int REACH = 4;

    private static final Pattern GRADED = Pattern.compile(
            "\\bgrade\\s(?:[1-5]|i{1,3}|iv|v)(?:\\s?(?:-|to|or|and|/)\\s?(?:grade\\s)?(?:[1-5]|i{1,3}|iv|v))?\\s(?:\\w+\\s){0,2}$");
    private static final QuickPattern BEFELL = QuickPattern.compile(
            "\\b(?:develop(?:ed|s|ing)|experienc(?:ed|ing)|suffer(?:ed|ing)(?: from)?|complain(?:ed|ing)|occur(?:red|ring)|appeared|noticed|complicated by|emerged|(?:was|were) (?:\\w+ )?(?:noted|observed|frequent|seen|reported))\\b");
    private static final QuickPattern IN_THE_COURSE = QuickPattern.compile(
            "\\b(?:during|after|following|upon|on|within)\\s(?:(?:the|this|these|his|her|that|each|first|second|third|fourth|last|initial|day|days|week|weeks|month|months|hours|minutes|cycles?|courses?|doses?|completion|initiation|initiating|starting|start|beginning|of|to|\\d{1,3}(?:st|nd|rd|th)?|one|two|three|four|five|six|later|after|a|an|few|several|endovascular|surgical|antibiotic|medical|combination|adjuvant|systemic|oral)\\s){0,9}(?:treatments?|therap(?:y|ies)|chemotherapy|course|courses|cycles?|infusions?|administration|injections?|medications?|procedure|operation|surgery|intervention|radiotherapy|irradiation|dose|drug|regimen)\\b");
    private static final QuickPattern NO_HARM = QuickPattern.compile(
            "\\b(?:recur\\w*|relaps\\w*|progress\\w*|metasta\\w*|new lesions?|persist\\w*|refractory|again|worsen\\w*|deteriorat\\w*|despite|readmitted|re-?admission|unrelated|history of|admitted (?:with|for|because))\\b");
    private static final QuickPattern OTHER_ILL = QuickPattern.compile(
            "\\b(?:infection\\w*|sepsis|septic|pneumonia|abscess|fractur\\w*|fall|trauma|cancer|carcinoma|tumou?r|\\w*lymphoma|\\w*sarcoma|melanoma|leuk[ae]mia|metasta\\w+|covid-19|influenza|tuberculosis|disease|syndrome|relapse|death)\\b");
    private static final Pattern STOPPED_PLAINLY = Pattern.compile(
            "^(?:\\s(?:therapy|treatment|and \\w+))?\\s(?:was|were)\\s(?:(?:immediately|promptly|therefore|then|thus|subsequently|permanently|temporarily|consequently|also)\\s)?(?:stopped|discontinued|withdrawn|ceased|suspended|withheld|interrupted)\\b(?![^.;]{0,30}\\b(?:after|at the end|because|due|as|for|since|before|prior|by the patient|owing)\\b)");
    private static final QuickPattern EFFICACY = QuickPattern.compile(
            "\\b(?:ineffective\\w*|inefficacy|fail\\w*|no (?:response|improvement|effect|benefit)|lack of|refractory|remission|resol\\w+|complete[ds]?|surgery|pregnan\\w+|refus\\w*|normali\\w+|negative|cultures?|grew)\\b");

    private final Set<String> known = new HashSet<>();
    private int illAt = Integer.MIN_VALUE / 2;

    /** Whether the sentence grades what it tells, as toxicity is. */
    static boolean isGraded(Passage passage) {
        return conditions(passage).stream()
                .map(passage::start)
                .anyMatch(start -> GRADED.matcher(passage.lower().substring(Math.max(0, start - 50), start))
                        .find());
    }

    /** Whether the sentence, which names no treatment, tells harm of what is being given. */
    boolean befalls(Passage passage, List<Course> given) {
        String lower = passage.lower();
        if (given.isEmpty() || NO_HARM.matcher(lower).find()) {
            return false;
        }
        boolean inCourse = IN_THE_COURSE.matcher(lower).find();
        for (Mention condition : conditions(passage)) {
            int start = passage.start(condition);
            if (given.stream().anyMatch(course -> course.isFor(condition.concept()))
                    || OTHER_ILL
                            .matcher(lower.substring(start, passage.end(condition)))
                            .find()) {
                continue;
            }
            boolean graded = GRADED.matcher(lower.substring(Math.max(0, start - 50), start))
                    .find();
            boolean fresh = !known.contains(condition.concept());
            if ((graded || inCourse && fresh) && BEFELL.matcher(lower).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a treatment is stopped here, with no reason given, soon after something new befell the patient. */
    boolean isStoppedFor(Passage passage, int index, Used treatment) {
        return treatment.use() == Use.STOPPED
                && index - illAt <= REACH
                && index > illAt
                && STOPPED_PLAINLY
                        .matcher(passage.lower().substring(treatment.end()))
                        .find()
                && !EFFICACY.matcher(passage.lower()).find();
    }

    /** Goes on: what the sentence names is known from here on. */
    void pass(Passage passage, int index, boolean underTreatment) {
        String lower = passage.lower();
        boolean fresh = false;
        for (Mention condition : conditions(passage)) {
            boolean other = OTHER_ILL
                    .matcher(lower.substring(passage.start(condition), passage.end(condition)))
                    .find();
            fresh |= known.add(condition.concept()) && !other;
        }
        if (underTreatment
                && fresh
                && BEFELL.matcher(lower).find()
                && !NO_HARM.matcher(lower).find()
                && !EFFICACY.matcher(lower).find()) {
            illAt = index;
        }
    }

    private static List<Mention> conditions(Passage passage) {
        return passage.of(MentionType.CONDITION).stream()
                .filter(condition -> condition.assertion() == Assertion.AFFIRMED)
                .toList();
    }
}
