package dev.apatite.annotation;

import dev.apatite.annotation.TreatmentUses.Used;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Response;
import java.util.List;

/** Says which of the courses given before a sentence an outcome belongs to that the sentence states. */
final class Attribution {
    private static final QuickPattern SEVERAL = QuickPattern.compile(
            "\\b(?:these|those|all|both|multiple|various|such|the above|aforementioned|several) (?:\\w+ ){0,2}(?:therapies|treatments|measures|medications|drugs|interventions|agents|efforts|procedures|attempts)\\b");
    private static final QuickPattern CANCER = QuickPattern.compile(
            "\\b(?:tumou?rs?|cancer|carcinoma|malignan\\w+|metasta\\w+|lymphoma|sarcoma|liposarcoma|melanoma|leuk[ae]*mia|progression[- ]free|neoplas\\w+|local recurrence|progressive disease|disease progression)\\b");

    private static final QuickPattern DIED =
            QuickPattern.compile("\\b(?:died|dies|death|succumbed|passed away|expired|fatal)\\b");

    /** How many sentences an outcome may stand behind the treatment that it belongs to. */
    private final int reach;

    private final Courses courses;
    private final TreatmentTree tree;

    Attribution(Courses courses, TreatmentTree tree, int reach) {
        this.courses = courses;
        this.tree = tree;
        this.reach = reach;
    }

    /** The courses of earlier sentences; {@code before} is what was in focus when the sentence began. */
    List<Course> of(Passage passage, int index, OutcomeCue cue, List<Course> before, List<Used> used) {
        List<Course> pointed = pointedAt(passage, index, before, cue);
        boolean held = pointed == before;
        pointed = pointed.stream()
                .filter(course -> !tree.isMeans(course.mention().concept()))
                .toList();
        boolean far = courses.sinceFocus(index) > reach && held;
        if (far || !FollowUps.tells(passage.lower(), cue, used)) {
            return List.of();
        }
        if (cue.response() == Response.PROGRESSION && !cue.flags().contains("end")) {
            return pointed.stream()
                    .filter(course -> !course.isStopped() || course.latest() == passage)
                    .toList();
        }
        boolean change = cue.isGood() && !cue.negated();
        return cue.isGood()
                ? pointed.stream()
                        .filter(course ->
                                !course.isGivenUp() && !(change && (course.isPast() || course.isEased(passage, cue))))
                        .toList()
                : pointed;
    }

    /** "Despite these therapies": all that was given lately and not yet judged. */
    private List<Course> pointedAt(Passage passage, int index, List<Course> before, OutcomeCue cue) {
        if (CANCER.matcher(passage.lower()).find()) {
            List<Course> against = courses.all().stream()
                    .filter(course -> tree.isAgainstCancer(course.mention().concept()))
                    .filter(course -> !cue.isGood() || cue.negated() || !course.isPast())
                    .toList();
            List<Course> open =
                    against.stream().filter(course -> !course.isFailed()).toList();
            if (before.stream().noneMatch(against::contains)
                    && (!open.isEmpty() || cue.response() == Response.PROGRESSION)) {
                return DIED.matcher(passage.lower()).find() ? last(open) : open;
            }
        }
        if (!SEVERAL.matcher(passage.lower()).find()) {
            return aimedAt(passage, before, cue);
        }
        List<Course> open = courses.all().stream()
                .filter(course -> !course.isAnswered() && !course.isPast() && index - course.at() <= 4)
                .toList();
        return open.isEmpty() ? before : open;
    }

    /** Those begun last: the patient dies despite what was tried in the end. */
    private static List<Course> last(List<Course> some) {
        int began = some.stream().mapToInt(Course::began).max().orElse(0);
        return some.stream().filter(course -> course.began() == began).toList();
    }

    /** Where the condition that the outcome speaks of was treated by something else than what was given last. */
    private List<Course> aimedAt(Passage passage, List<Course> before, OutcomeCue cue) {
        String target = passage.of(MentionType.CONDITION).stream()
                .filter(c -> Math.abs(passage.start(c) - cue.end()) < 50 || Math.abs(cue.start() - passage.end(c)) < 50)
                .map(Mention::concept)
                .findFirst()
                .orElse("");
        boolean elsewhere = before.stream().allMatch(course -> course.hasAim() && !course.isFor(target));
        if (target.isEmpty() || !elsewhere || FollowUps.pointsBack(passage.lower())) {
            return before;
        }
        List<Course> aimed = courses.all().stream()
                .filter(course -> course.isFor(target) && !course.isPast() && course.latest() != passage)
                .toList();
        if (aimed.isEmpty()) {
            return before;
        }
        Passage latest = aimed.getLast().latest();
        return aimed.stream().filter(course -> course.latest() == latest).toList();
    }
}
