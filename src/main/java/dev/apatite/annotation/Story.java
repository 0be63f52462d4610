package dev.apatite.annotation;

import dev.apatite.annotation.OutcomeLinks.Link;
import dev.apatite.annotation.TreatmentUses.Used;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Response;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows one patient through the sentences that tell their story: what was given, and what came of it. An outcome
 * without a treatment in its sentence belongs to what was given last.
 */
final class Story {
    private static final QuickPattern ALL_STOPPED = QuickPattern.compile(
            "\\b(?:treatments?|therap(?:y|ies)|drugs?|medications?|infusion|regimen|chemotherapy|combination)\\s(?:was|were)\\s(?:\\w+\\s)?(?:terminated|discontinued|stopped|withdrawn|suspended|interrupted|ceased)\\b");
    private static final Pattern STOPPED_FIRST = Pattern.compile(
            "\\b(?:after|on|upon|following)\\s(?:the\\s)?(?:immediate\\s)?(?:discontinu\\w+|withdraw\\w+|cessation|stopping|suspension)\\s(?:of\\s)?(?:the\\s)?$");
    private static final QuickPattern ANCHOR = QuickPattern.compile(
            "\\b(?:days?|weeks?|months?|years?)\\s(?:after|following|from|post)\\s(?:\\w+\\s){0,3}$");
    private static final Pattern WHEN = Pattern.compile(
            "(?:^|[,;]\\s)(?:\\w+\\s){0,4}(?:after|when|once|as soon as|upon|following)\\s(?:the\\s)?(?:\\w+\\s){0,3}$");
    private static final Pattern STOPPED_BEHIND = Pattern.compile(
            "^(?:\\s\\w+){0,2}\\s(?:was|were|had been)\\s(?:\\w+\\s)?(?:stopped|discontinued|withdrawn|ceased|suspended|reduced|decreased|lowered|halved|removed)\\b");
    private static final Pattern STOPPED_AHEAD = Pattern.compile(
            "[^.;]{0,60}\\b(?:after|on|upon|following|when)\\s(?:\\w+\\s){0,2}(?:discontinu\\w+|withdraw\\w+|cessation|stopp\\w+|suspension|removal)\\b.{0,40}");
    private static final Pattern CHANGE = Pattern.compile(
            "^(?:resol|improv|disappear|normali|subsid|recover|return|vanish|abat|reversed|decreas|diminish|settled)");
    private static final QuickPattern DESPITE = QuickPattern.compile("\\b(?:despite|in spite of|notwithstanding)\\b");
    private static final QuickPattern RAISED =
            QuickPattern.compile("\\b(?:increased|escalated|raised|uptitrated|doubled)\\b");
    private static final QuickPattern SCHEDULED = QuickPattern.compile(
            "\\b(?:scheduled|prepared|taken up|taken|listed|admitted|transferred|referred|planned|proceeded|decided|opted)\\s(?:\\w+\\s){0,3}(?:for|to|with)\\b");
    private static final QuickPattern OPERATED = QuickPattern.compile(
            "\\b(?:intra-?operative\\w*|post-?operative\\w*|(?:the|this|after|following) (?:operation|surgery|procedure|intervention)|sternotomy|thoracotomy|laparotomy|cardiopulmonary bypass|incision|general an[ae]+sthesia|was operated|(?:surgery|operation|procedure) (?:was|were) (?:\\w+ )?(?:performed|done|carried out|uneventful|completed|successful))\\b");
    private static final int UNTIL_OPERATED = 4;

    private final List<Used> scheduled = new ArrayList<>();
    private int scheduledAt;
    private @Nullable Passage scheduledIn;
    private final TreatmentUses treatmentUses;
    private final OutcomeCues outcomeCues;
    private final Dosages dosages;

    private final TreatmentTree tree;
    private final Courses courses;
    private final LaterHarms laterHarms = new LaterHarms();
    private final Attribution attribution;
    private @Nullable Passage previous;
    private final List<Outcome> outcomes = new ArrayList<>();

    Story(Vocabulary vocabulary, TreatmentUses uses, OutcomeCues cues, Dosages dosages, int reach) {
        this.treatmentUses = uses;
        this.outcomeCues = cues;
        this.dosages = dosages;
        this.tree = new TreatmentTree(vocabulary);
        this.courses = new Courses(vocabulary, tree, dosages);
        this.attribution = new Attribution(courses, tree, reach);
    }

    /** What was given, by name, in the order of the text. */
    Collection<Course> courses() {
        return courses.all();
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Goes on by a sentence; {@code index} counts the sentences of this story. */
    void tell(Passage passage, int index) {
        List<Used> used = treatmentUses.in(passage);
        if (used.isEmpty() && courses.all().isEmpty() && scheduled.isEmpty()) {
            return;
        }
        List<Used> done = done(passage, index, used);
        if (!done.isEmpty()) {
            courses.note(Objects.requireNonNull(scheduledIn), scheduledAt, done, done);
            courses.refocus(index - 1, done, Set.of(), Set.of(), "");
        }
        List<Used> given = used.stream().filter(each -> each.use().given()).toList();
        List<Course> before = courses.focus();
        if (!given.isEmpty()) {
            courses.note(passage, index, used, given);
        } else if (used.isEmpty()) {
            courses.noteOrphans(passage);
        }
        List<OutcomeCue> cues = outcomeCues.in(passage);
        Set<Course> linked = new LinkedHashSet<>();
        if (!cues.isEmpty() || DESPITE.matcher(passage.lower()).find()) {
            linked.addAll(judge(passage, index, used, cues, before));
        }
        if (given.isEmpty() && ALL_STOPPED.matcher(passage.lower()).find()) {
            courses.focus().forEach(Course::stop);
        }
        Set<Course> harmed = new LinkedHashSet<>();
        harms(passage, used, harmed);
        stoppedUpon(passage, index, used, linked, harmed);
        befalls(passage, given, before, harmed);
        laterHarms.pass(passage, index, !courses.focus().isEmpty() || !given.isEmpty());
        previous = passage;
        courses.refocus(index, given, linked, harmed, passage.lower());
    }

    /** "She was scheduled for X. Under general anaesthesia ...": the operations planned that a sentence shows to be done. */
    private List<Used> done(Passage passage, int index, List<Used> used) {
        List<Used> done = List.of();
        if (!scheduled.isEmpty()
                && index - scheduledAt <= UNTIL_OPERATED
                && OPERATED.matcher(passage.lower()).find()) {
            done = List.copyOf(scheduled);
            scheduled.clear();
        }
        List<Used> planned = used.stream()
                .filter(each ->
                        each.use() == Use.NOT && tree.isSurgery(each.mention().concept()))
                .filter(each -> SCHEDULED
                        .matcher(passage.lower().substring(0, each.start()))
                        .find())
                .map(each -> new Used(each.mention(), each.start(), each.end(), Use.STARTED))
                .toList();
        if (!planned.isEmpty()) {
            scheduled.clear();
            scheduled.addAll(planned);
            scheduledAt = index;
            scheduledIn = passage;
        }
        return done;
    }

    private Set<Course> judge(Passage passage, int index, List<Used> used, List<OutcomeCue> cues, List<Course> before) {
        Set<Course> linked = new LinkedHashSet<>();
        Map<Course, List<OutcomeCue>> stated = new LinkedHashMap<>();
        for (OutcomeCue cue : cues) {
            Link link = OutcomeLinks.of(passage.lower(), cue, used);
            List<Course> targets = switch (link) {
                case Link.Here here -> {
                    List<Course> since = since(here, cue, passage.lower(), before);
                    yield since.isEmpty() ? here(here, cue, passage) : attribution.of(passage, index, cue, since, used);
                }
                case Link.Earlier earlier -> attribution.of(passage, index, cue, before, used);
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
                boolean reason = cues.size() > 0 && isReasonForChange(passage, cue);
                state(passage, entry.getKey(), cue.response(), cue.start(), reason ? 1 : 0);
            }
        }
        return linked;
    }

    /** "died eight months after surgery": the operation dates the end; what was given since had failed to avert it. */
    private List<Course> since(Link.Here here, OutcomeCue cue, String lower, List<Course> before) {
        Used used = here.treatments().getFirst();
        if (cue.response() != Response.PROGRESSION
                || used.start() < cue.end()
                || !ANCHOR.matcher(lower.substring(cue.end(), used.start())).find()) {
            return List.of();
        }
        int dated = courses.of(used).stream().mapToInt(Course::began).max().orElse(Integer.MAX_VALUE);
        return before.stream().filter(course -> course.began() > dated).toList();
    }

    private boolean harmed(Passage passage, List<Used> used, Course course) {
        return Harms.in(passage, used).stream()
                .anyMatch(each -> courses.of(each).contains(course));
    }

    private boolean isReasonForChange(Passage passage, OutcomeCue cue) {
        return cue.isBad()
                && RAISED.matcher(passage.lower()).find()
                && dosages.in(passage).stream().anyMatch(part -> part.kind() == DosagePart.Kind.AMOUNT);
    }

    private List<Course> here(Link.Here here, OutcomeCue cue, Passage passage) {
        List<Course> targets = new ArrayList<>();
        for (Used each : here.treatments()) {
            boolean left = each.use() == Use.STOPPED || each.use() == Use.CHANGED;
            if (left && cue.isGood() && !cue.negated() && isRelievedByStopping(passage, each, cue)) {
                courses.of(each).forEach(course -> state(passage, course, Response.ADVERSE_EVENT, cue.start(), 0));
                continue;
            }
            boolean aftermath = cue.isGood() && !cue.negated() || cue.isBad();
            if (each.use() == Use.STOPPED && aftermath && !OutcomeLinks.isReason(passage.lower(), cue, each)) {
                continue;
            }
            targets.addAll(courses.of(each));
        }
        return targets;
    }

    /** "improved after discontinuation of the drug": what goes when it is stopped was its harm. */
    private static boolean isRelievedByStopping(Passage passage, Used treatment, OutcomeCue cue) {
        if (treatment.start() < cue.end()) {
            String lower = passage.lower();
            boolean stopped =
                    STOPPED_FIRST.matcher(lower.substring(0, treatment.start())).find()
                            || STOPPED_BEHIND
                                            .matcher(lower)
                                            .region(treatment.end(), cue.start())
                                            .lookingAt()
                                    && WHEN.matcher(lower.substring(0, treatment.start()))
                                            .find();
            return stopped
                    && CHANGE.matcher(passage.lower().substring(cue.start(), cue.end()))
                            .find();
        }
        String gap = passage.lower().substring(cue.end(), treatment.start());
        return STOPPED_AHEAD.matcher(gap).matches();
    }

    private void harms(Passage passage, List<Used> used, Set<Course> harmed) {
        for (Used each : Harms.in(passage, used)) {
            for (Course course : courses.of(each)) {
                state(passage, course, Response.ADVERSE_EVENT, each.start(), 0);
                harmed.add(course);
            }
        }
    }

    /** "She developed agranulocytosis. Ticlopidine was discontinued immediately." */
    private void stoppedUpon(Passage passage, int index, List<Used> used, Set<Course> linked, Set<Course> harmed) {
        if (previous == null || used.isEmpty()) {
            return;
        }
        Used first = used.getFirst();
        boolean atOnce = Harms.isStoppedUponHarm(previous, passage, first);
        if (!atOnce && !laterHarms.isStoppedFor(passage, index, first)) {
            return;
        }
        for (Course course : courses.of(first)) {
            boolean running = atOnce || !course.isPast() && course.began() < index - 1;
            if (running && !linked.contains(course) && harmed.add(course)) {
                state(passage, course, Response.ADVERSE_EVENT, first.start(), 0);
            }
        }
    }

    /** "During the second cycle, grade 3 mucositis occurred." */
    private void befalls(Passage passage, List<Used> given, List<Course> before, Set<Course> harmed) {
        if (given.stream().anyMatch(each -> each.use() != Use.STARTED) || !harmed.isEmpty()) {
            return;
        }
        List<Course> open = before.stream()
                .filter(course -> !course.isStopped() && !course.isPast() && course.latest() != passage)
                .filter(course -> !tree.isSupporting(course.mention().concept()))
                .toList();
        if (!laterHarms.befalls(passage, open)) {
            return;
        }
        List<Course> toxic = open.stream()
                .filter(course -> tree.isAgainstCancer(course.mention().concept()))
                .toList();
        for (Course course : LaterHarms.isGraded(passage) && !toxic.isEmpty() ? toxic : open) {
            boolean said = outcomes.stream()
                    .anyMatch(
                            o -> o.passage() == passage && o.treatment().name().equals(course.name()));
            if (!said) {
                state(passage, course, Response.ADVERSE_EVENT, 0, 0);
                harmed.add(course);
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
            course.judgedBy(passage, response);
        }
    }
}
