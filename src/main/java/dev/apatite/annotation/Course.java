package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a patient was given under one name, as the story goes on: its dosages and whether an outcome was stated. */
final class Course {
    /** A dosage and the sentence that prints it. */
    record Step(Passage passage, Mention mention, Dosage dosage) {}

    private final Mention first;
    private final List<Step> steps = new ArrayList<>();
    private int answered;
    private @Nullable Step unanswered;
    private final Set<String> conditions = new HashSet<>();
    private @Nullable Passage latest;
    private boolean stopped;
    private boolean changed;
    private final Set<String> harm = new HashSet<>();
    private int at;
    private int began = Integer.MAX_VALUE;
    private boolean harmful;
    private boolean failed;
    private boolean past = true;

    Course(Mention first) {
        this.first = first;
    }

    String name() {
        return first.name();
    }

    /** The latest mention under its own name. */
    Mention mention() {
        return steps.reversed().stream()
                .map(Step::mention)
                .filter(mention -> mention.name().equals(name()))
                .findFirst()
                .orElse(first);
    }

    void add(Passage passage, Mention mention, Dosage dosage) {
        steps.add(new Step(passage, mention, dosage));
    }

    /** The dosage that an outcome stated now belongs to; {@code earlier} steps back over the changes just printed. */
    Dosage dosage(int earlier) {
        List<Step> dosed =
                steps.stream().filter(step -> !step.dosage().isEmpty()).toList();
        if (dosed.isEmpty()) {
            return Dosage.NONE;
        }
        int at = Math.max(0, dosed.size() - 1 - earlier);
        Dosage dosage = dosed.get(at).dosage();
        for (int i = at - 1; i >= 0 && dosage.amount() == null; i--) {
            dosage = dosage.or(dosed.get(i).dosage());
        }
        return dosage;
    }

    void answer(Response response) {
        answered++;
        failed |= response == Response.PROGRESSION || response == Response.NO_RESPONSE;
        harmful |= response == Response.ADVERSE_EVENT;
    }

    void note(Use use, Passage passage, int index) {
        at = index;
        began = Math.min(began, index);
        past &= use == Use.PAST;
        stopped = use == Use.STOPPED;
        changed = use == Use.CHANGED || changed && use == Use.NAMED;
        passage.of(MentionType.CONDITION).forEach(condition -> conditions.add(condition.concept()));
        latest = passage;
        boolean again =
                use == Use.STARTED && answered == 0 && steps.stream().anyMatch(step -> step.passage() != passage);
        if (again && unanswered == null) {
            unanswered = dosed().stream()
                    .filter(step -> step.passage() != passage)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The dosed step that no outcome was stated for, of an earlier course or of the only one. */
    @Nullable
    Step unanswered() {
        List<Step> dosed = dosed();
        if (unanswered != null || isAnswered() || dosed.isEmpty()) {
            return unanswered;
        }
        return dosed.getFirst();
    }

    /** Whether the disease was said to have progressed under it. */
    boolean isFailed() {
        return failed;
    }

    /** Whether it was only given before the story begins. */
    boolean isPast() {
        return past;
    }

    /** The number of the sentence that named it last. */
    int at() {
        return at;
    }

    /** The number of the sentence that named it first. */
    int began() {
        return began;
    }

    boolean isStopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    /** Whether it harmed or failed and was stopped. */
    boolean isGivenUp() {
        return (harmful || failed) && stopped;
    }

    /** Whether what gets better is the harm that it did, now that its dose was changed. */
    boolean isEased(Passage passage, OutcomeCue cue) {
        boolean quantity = cue.flags().contains("fall") || cue.flags().contains("rise");
        return harmful
                && changed
                && (quantity
                        || passage.of(MentionType.CONDITION).stream()
                                .anyMatch(condition -> harm.contains(condition.concept())));
    }

    /** Whether harm was put down to it. */
    boolean isHarmful() {
        return harmful;
    }

    /** Whether the condition was named where it was given or judged. */
    boolean isFor(String condition) {
        return conditions.contains(condition);
    }

    /** Whether any condition was named with it. */
    boolean hasAim() {
        return !conditions.isEmpty();
    }

    /** Remembers what an outcome of it spoke of. */
    void judgedBy(Passage passage, Response response) {
        if (response == Response.ADVERSE_EVENT) {
            passage.of(MentionType.CONDITION).forEach(condition -> harm.add(condition.concept()));
            return;
        }
        passage.of(MentionType.CONDITION).forEach(condition -> conditions.add(condition.concept()));
    }

    @Nullable
    Passage latest() {
        return latest;
    }

    boolean isAnswered() {
        return answered > 0;
    }

    /** The first step whose dose is printed. */
    List<Step> dosed() {
        return steps.stream().filter(step -> step.dosage().amount() != null).toList();
    }
}
