package dev.apatite.annotation;

import dev.apatite.annotation.DosageLinks.Placed;
import dev.apatite.annotation.DosageLinks.Slot;
import dev.apatite.annotation.OutcomeLinks.Link;
import dev.apatite.annotation.TreatmentUses.Used;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Response;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows one patient through the sentences that tell their story: what was given, and what came of it. An outcome
 * without a treatment in its sentence belongs to what was given last.
 */
final class Story {
    /** How many sentences an outcome may stand behind the treatment that it belongs to. */
    private final int reach;

    private static final QuickPattern SWITCH =
            QuickPattern.compile("\\b(?:switch\\w*|instead|replaced|changed to|second[- ]line|add(?:ed|ition of))\\b");
    private static final QuickPattern SEVERAL = QuickPattern.compile(
            "\\b(?:these|those|all|both|multiple|various|such|the above|aforementioned|several) (?:\\w+ ){0,2}(?:therapies|treatments|measures|medications|drugs|interventions|agents|efforts|procedures|attempts)\\b");
    private static final QuickPattern CANCER = QuickPattern.compile(
            "\\b(?:tumou?rs?|cancer|carcinoma|malignan\\w+|metasta\\w+|lymphoma|sarcoma|liposarcoma|melanoma|leuk[ae]*mia|progression[- ]free|neoplas\\w+|local recurrence|progressive disease|disease progression)\\b");
    private static final QuickPattern ALL_STOPPED = QuickPattern.compile(
            "\\b(?:treatments?|therap(?:y|ies)|drugs?|medications?|infusion|regimen|chemotherapy|combination)\\s(?:was|were)\\s(?:\\w+\\s)?(?:terminated|discontinued|stopped|withdrawn|suspended|interrupted|ceased)\\b");
    private static final QuickPattern AFTERCARE = QuickPattern.compile(
            "\\b(?:prophyla\\w+|post-?operative instructions|instructed|post-?operative(?:ly)? [^.;]{0,60}(?:prescribed|advised|given)|gastroprotect\\w+)\\b");
    private static final Pattern STOPPED_FIRST = Pattern.compile(
            "\\b(?:after|on|upon|following)\\s(?:the\\s)?(?:immediate\\s)?(?:discontinu\\w+|withdraw\\w+|cessation|stopping|suspension)\\s(?:of\\s)?(?:the\\s)?$");
    private static final Pattern CHANGE =
            Pattern.compile("^(?:resol|improv|disappear|normali|subsid|recover|return|vanish|abat|reversed)");
    private static final QuickPattern DESPITE = QuickPattern.compile("\\b(?:despite|in spite of|notwithstanding)\\b");
    private static final QuickPattern DOSE_CHANGE =
            QuickPattern.compile("\\b(?:dos(?:e|es|age)|increased|tapered|escalated|titrated|reduced)\\b");
    private static final QuickPattern RAISED =
            QuickPattern.compile("\\b(?:increased|escalated|raised|uptitrated|doubled)\\b");
    private static final Set<Use> NEW = Set.of(Use.STARTED, Use.NAMED, Use.GOING, Use.CHANGED);

    private final Vocabulary vocabulary;
    private final TreatmentTree tree;
    private final TreatmentUses treatmentUses;
    private final OutcomeCues outcomeCues;
    private final Dosages dosages;

    private final Map<String, Course> courses = new LinkedHashMap<>();
    private List<Course> focus = new ArrayList<>();
    private int focusAt = Integer.MIN_VALUE / 2;
    private boolean answered;
    private @Nullable Passage previous;
    private final List<Outcome> outcomes = new ArrayList<>();

    Story(Vocabulary vocabulary, TreatmentUses uses, OutcomeCues cues, Dosages dosages, int reach) {
        this.vocabulary = vocabulary;
        this.tree = new TreatmentTree(vocabulary);
        this.treatmentUses = uses;
        this.outcomeCues = cues;
        this.dosages = dosages;
        this.reach = reach;
    }

    /** What was given, by name, in the order of the text. */
    Map<String, Course> courses() {
        return courses;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Goes on by a sentence; {@code index} counts the sentences of this story. */
    void tell(Passage passage, int index) {
        List<Used> used = treatmentUses.in(passage);
        if (used.isEmpty() && courses.isEmpty()) {
            return;
        }
        List<Used> given = used.stream().filter(each -> each.use().given()).toList();
        List<Course> before = focus;
        List<Course> here = given.isEmpty() ? noteOrphans(passage, used) : note(passage, index, used, given);
        List<OutcomeCue> cues = outcomeCues.in(passage.lower());
        Set<Course> linked = new java.util.LinkedHashSet<>();
        if (!cues.isEmpty() || DESPITE.matcher(passage.lower()).find()) {
            linked.addAll(judge(passage, index, used, cues, before));
        }
        if (given.isEmpty() && ALL_STOPPED.matcher(passage.lower()).find()) {
            focus.forEach(Course::stop);
        }
        harms(passage, used, linked);
        stoppedUpon(passage, used, linked);
        previous = passage;
        refocus(index, given, here, linked, passage.lower());
    }

    private List<Course> note(Passage passage, int index, List<Used> used, List<Used> given) {
        List<Slot> slots =
                used.stream().map(each -> new Slot(each.start(), each.end())).toList();
        List<List<Placed>> placed = DosageLinks.link(passage.text(), slots, dosages.parts(passage.text()));
        List<Course> here = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            Used each = used.get(i);
            if (!given.contains(each)) {
                continue;
            }
            for (Course course : coursesOf(each)) {
                if (placed.get(i).isEmpty()) {
                    course.add(passage, each.mention(), Dosage.NONE);
                }
                placed.get(i).forEach(dosage -> course.add(passage, each.mention(), dosage.dosage()));
                course.note(each.use(), passage, index);
                here.add(course);
            }
        }
        return here;
    }

    /** "The dose was increased to 90 mg": the dosage belongs to what is being given. */
    private List<Course> noteOrphans(Passage passage, List<Used> used) {
        if (focus.size() == 1
                && used.isEmpty()
                && DOSE_CHANGE.matcher(passage.lower()).find()) {
            List<List<Placed>> placed = DosageLinks.link(passage.text(), List.of(), dosages.parts(passage.text()));
            Course course = focus.getFirst();
            placed.getLast().stream()
                    .filter(each -> each.dosage().amount() != null)
                    .forEach(each -> course.add(passage, course.mention(), each.dosage()));
        }
        return List.of();
    }

    /** The course of a treatment; a class that is not started anew stands for the members of it that were given. */
    private List<Course> coursesOf(Used used) {
        Mention mention = used.mention();
        Set<String> members =
                used.use() == Use.STARTED && !used.pointed() ? Set.of() : vocabulary.withDescendants(mention.concept());
        if (members.size() > 1) {
            List<Course> narrower = courses.values().stream()
                    .filter(course -> !course.name().equals(mention.name())
                            && members.contains(course.mention().concept()))
                    .toList();
            List<Course> current = narrower.stream().filter(focus::contains).toList();
            if (!current.isEmpty()) {
                return current;
            }
            if (!narrower.isEmpty() && !courses.containsKey(mention.name())) {
                return List.of(narrower.getLast());
            }
        }
        return List.of(courses.computeIfAbsent(mention.name(), any -> new Course(mention)));
    }

    private Set<Course> judge(Passage passage, int index, List<Used> used, List<OutcomeCue> cues, List<Course> before) {
        Set<Course> linked = new java.util.LinkedHashSet<>();
        Map<Course, List<OutcomeCue>> stated = new LinkedHashMap<>();
        for (OutcomeCue cue : cues) {
            Link link = OutcomeLinks.of(passage.lower(), cue, used);
            List<Course> targets = switch (link) {
                case Link.Here here -> here(here, cue, passage);
                case Link.Earlier earlier -> earlier(passage, index, cue, pointedAt(passage, index, before, cue), used);
                case Link.Nothing nothing -> List.of();
            };
            for (Course target : targets) {
                stated.computeIfAbsent(target, any -> new ArrayList<>()).add(cue);
            }
        }
        for (Map.Entry<Course, List<OutcomeCue>> entry : stated.entrySet()) {
            linked.add(entry.getKey());
            boolean harmed = harmed(passage, used, entry.getKey());
            for (OutcomeCue cue : Verdicts.of(passage.lower(), entry.getValue())) {
                if (harmed && cue.isBad()) {
                    continue;
                }
                boolean reason = cues.size() > 0 && isReasonForChange(passage, used, cue);
                state(passage, entry.getKey(), cue.response(), cue.start(), reason ? 1 : 0);
            }
        }
        return linked;
    }

    private boolean harmed(Passage passage, List<Used> used, Course course) {
        return Harms.in(passage, used).stream().anyMatch(each -> coursesOf(each).contains(course));
    }

    private boolean isReasonForChange(Passage passage, List<Used> used, OutcomeCue cue) {
        return cue.isBad()
                && RAISED.matcher(passage.lower()).find()
                && dosages.parts(passage.text()).stream().anyMatch(part -> part.kind() == DosagePart.Kind.AMOUNT);
    }

    private List<Course> here(Link.Here here, OutcomeCue cue, Passage passage) {
        List<Course> targets = new ArrayList<>();
        for (Used each : here.treatments()) {
            if (each.use() == Use.STOPPED
                    && cue.isGood()
                    && !cue.negated()
                    && isRelievedByStopping(passage, each, cue)) {
                coursesOf(each).forEach(course -> state(passage, course, Response.ADVERSE_EVENT, cue.start(), 0));
                continue;
            }
            if (each.use() == Use.STOPPED
                    && (cue.isGood() && !cue.negated() || cue.response() == Response.PROGRESSION)) {
                continue;
            }
            targets.addAll(coursesOf(each));
        }
        return targets;
    }

    private List<Course> earlier(Passage passage, int index, OutcomeCue cue, List<Course> before, List<Used> used) {
        boolean far = index - focusAt > reach && before == focus;
        if (far || !FollowUps.tells(passage.lower(), cue, used)) {
            return List.of();
        }
        if (cue.response() == Response.PROGRESSION && !cue.flags().contains("end")) {
            return before.stream().filter(course -> !course.isStopped()).toList();
        }
        return cue.isGood()
                ? before.stream().filter(course -> !course.isGivenUp()).toList()
                : before;
    }

    /** "Despite these therapies": all that was given lately and not yet judged. */
    private List<Course> pointedAt(Passage passage, int index, List<Course> before, OutcomeCue cue) {
        if (CANCER.matcher(passage.lower()).find()) {
            List<Course> against = courses.values().stream()
                    .filter(course -> tree.isAgainstCancer(course.mention().concept()))
                    .filter(course -> !cue.isGood() || cue.negated() || !course.isPast())
                    .toList();
            List<Course> open =
                    against.stream().filter(course -> !course.isFailed()).toList();
            if (before.stream().noneMatch(against::contains)
                    && (!open.isEmpty() || cue.response() == Response.PROGRESSION)) {
                return open;
            }
        }
        if (!SEVERAL.matcher(passage.lower()).find()) {
            return aimedAt(passage, before, cue);
        }
        List<Course> open = courses.values().stream()
                .filter(course -> !course.isAnswered() && !course.isPast() && index - course.at() <= 4)
                .toList();
        return open.isEmpty() ? before : open;
    }

    /** "improved after discontinuation of the drug": what goes when it is stopped was its harm. */
    private static boolean isRelievedByStopping(Passage passage, Used treatment, OutcomeCue cue) {
        if (treatment.start() < cue.end()) {
            return STOPPED_FIRST
                            .matcher(passage.lower().substring(0, treatment.start()))
                            .find()
                    && CHANGE.matcher(passage.lower().substring(cue.start(), cue.end()))
                            .find();
        }
        String gap = passage.lower().substring(cue.end(), treatment.start());
        return gap.matches(
                "[^.;]{0,60}\\b(?:after|on|upon|following|when)\\s(?:\\w+\\s){0,2}(?:discontinu\\w+|withdraw\\w+|cessation|stopp\\w+|suspension|removal)\\b.{0,40}");
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
        List<Course> aimed = courses.values().stream()
                .filter(course -> course.isFor(target) && !course.isPast() && course.latest() != passage)
                .toList();
        if (aimed.isEmpty()) {
            return before;
        }
        Passage latest = aimed.getLast().latest();
        return aimed.stream().filter(course -> course.latest() == latest).toList();
    }

    private void harms(Passage passage, List<Used> used, Set<Course> linked) {
        for (Used each : Harms.in(passage, used)) {
            for (Course course : coursesOf(each)) {
                state(passage, course, Response.ADVERSE_EVENT, each.start(), 0);
                linked.add(course);
            }
        }
    }

    /** "She developed agranulocytosis. Ticlopidine was discontinued immediately." */
    private void stoppedUpon(Passage passage, List<Used> used, Set<Course> linked) {
        if (previous == null || used.isEmpty() || !Harms.isStoppedUponHarm(previous, passage, used.getFirst())) {
            return;
        }
        for (Course course : coursesOf(used.getFirst())) {
            if (!linked.contains(course)) {
                state(passage, course, Response.ADVERSE_EVENT, used.getFirst().start(), 0);
                linked.add(course);
            }
        }
    }

    private void state(Passage passage, Course course, Response response, int at, int earlier) {
        boolean said = outcomes.stream()
                .anyMatch(o -> o.passage() == passage
                        && o.treatment().name().equals(course.name())
                        && o.response() == response);
        if (!said) {
            Mention mention = passage.mentions().stream()
                    .filter(m -> m.name().equals(course.name()))
                    .findFirst()
                    .orElse(course.mention());
            outcomes.add(new Outcome(passage, mention, response, course.dosage(earlier), at));
            course.answer(response);
            course.judgedBy(passage);
        }
    }

    private void refocus(int index, List<Used> given, List<Course> here, Set<Course> linked, String lower) {
        List<Course> fresh = new ArrayList<>();
        for (Used each : given) {
            boolean mentioned = each.use() == Use.NAMED && !focus.isEmpty() && !answered && index - focusAt <= 3;
            boolean aside = tree.isSupporting(each.mention().concept())
                    && index - focusAt <= 6
                    && focus.stream()
                            .anyMatch(course ->
                                    !tree.isSupporting(course.mention().concept()));
            if (NEW.contains(each.use()) && !mentioned && !aside) {
                coursesOf(each).stream()
                        .filter(course -> !linked.contains(course) && !fresh.contains(course))
                        .forEach(fresh::add);
            }
        }
        if (!fresh.isEmpty()) {
            if (AFTERCARE.matcher(lower).find() && !focus.isEmpty() && linked.isEmpty()) {
                return;
            }
            boolean together =
                    index - focusAt <= 1 && !answered && !SWITCH.matcher(lower).find();
            List<Course> next = new ArrayList<>(together && linked.isEmpty() ? focus : List.of());
            next.removeIf(Course::isHarmful);
            fresh.stream().filter(course -> !next.contains(course)).forEach(next::add);
            focus = next;
            focusAt = index;
            answered = false;
        } else if (!linked.isEmpty()) {
            focus = new ArrayList<>(linked);
            focusAt = index;
            answered = true;
        }
    }
}
