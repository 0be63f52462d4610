package dev.apatite.annotation;

import dev.apatite.annotation.DosageLinks.Placed;
import dev.apatite.annotation.DosageLinks.Slot;
import dev.apatite.annotation.TreatmentUses.Used;
import dev.apatite.paper.Mention;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one patient was given, by name in the order of the text, and which of it an outcome is awaited of: the focus. */
final class Courses {
    private static final QuickPattern SWITCH =
            QuickPattern.compile("\\b(?:switch\\w*|instead|replaced|changed to|second[- ]line|add(?:ed|ition of))\\b");
    private static final QuickPattern AFTERCARE = QuickPattern.compile(
            "\\b(?:prophyla\\w+|post-?operative instructions|instructed|post-?operative(?:ly)? [^.;]{0,60}(?:prescribed|advised|given)|gastroprotect\\w+)\\b");
    private static final QuickPattern DOSE_CHANGE =
            QuickPattern.compile("\\b(?:dos(?:e|es|age)|increased|tapered|escalated|titrated|reduced)\\b");
    private static final Set<Use> NEW = Set.of(Use.STARTED, Use.NAMED, Use.GOING, Use.CHANGED);

    private final Vocabulary vocabulary;
    private final TreatmentTree tree;
    private final Dosages dosages;
    private final Map<String, Course> byName = new LinkedHashMap<>();
    private List<Course> focus = new ArrayList<>();
    private int focusAt = Integer.MIN_VALUE / 2;
    private boolean answered;

    Courses(Vocabulary vocabulary, TreatmentTree tree, Dosages dosages) {
        this.vocabulary = vocabulary;
        this.tree = tree;
        this.dosages = dosages;
    }

    Collection<Course> all() {
        return byName.values();
    }

    /** What was given or judged last. */
    List<Course> focus() {
        return focus;
    }

    /** How many sentences lie between the focus and this one. */
    int sinceFocus(int index) {
        return index - focusAt;
    }

    /** Takes up what a sentence says was given, with its dosages. */
    List<Course> note(Passage passage, int index, List<Used> used, List<Used> given) {
        List<Slot> slots =
                used.stream().map(each -> new Slot(each.start(), each.end())).toList();
        List<List<Placed>> placed = DosageLinks.link(passage.text(), slots, dosages.in(passage));
        List<Course> here = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            Used each = used.get(i);
            if (!given.contains(each)) {
                continue;
            }
            for (Course course : of(each)) {
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
    void noteOrphans(Passage passage) {
        if (focus.size() != 1 || !DOSE_CHANGE.matcher(passage.lower()).find()) {
            return;
        }
        List<List<Placed>> placed = DosageLinks.link(passage.text(), List.of(), dosages.in(passage));
        Course course = focus.getFirst();
        placed.getLast().stream()
                .filter(each -> each.dosage().amount() != null)
                .forEach(each -> course.add(passage, course.mention(), each.dosage()));
    }

    /** The course of a treatment; a class that is not started anew stands for the members of it that were given. */
    List<Course> of(Used used) {
        Mention mention = used.mention();
        Set<String> members =
                used.use() == Use.STARTED && !used.pointed() ? Set.of() : vocabulary.withDescendants(mention.concept());
        if (members.size() > 1) {
            List<Course> narrower = byName.values().stream()
                    .filter(course -> !course.name().equals(mention.name())
                            && members.contains(course.mention().concept())
                            && !tree.isMeans(course.mention().concept()))
                    .toList();
            List<Course> current = narrower.stream().filter(focus::contains).toList();
            if (!current.isEmpty()) {
                return current;
            }
            if (!narrower.isEmpty() && !byName.containsKey(mention.name())) {
                return lately(narrower);
            }
        }
        return List.of(byName.computeIfAbsent(mention.name(), any -> new Course(mention)));
    }

    /** Those that were named with the last one. */
    private static List<Course> lately(List<Course> some) {
        int at = some.stream().mapToInt(Course::at).max().orElse(0);
        return some.stream().filter(course -> course.at() == at).toList();
    }

    /** Turns to what the sentence started, else to what it judged; what it only found to harm is no new focus. */
    void refocus(int index, List<Used> given, Set<Course> judged, Set<Course> harmed, String lower) {
        List<Course> fresh = new ArrayList<>();
        for (Used each : given) {
            boolean mentioned = each.use() == Use.NAMED && !focus.isEmpty() && !answered && index - focusAt <= 3;
            if (NEW.contains(each.use()) && !mentioned && !isAside(index, each)) {
                of(each).stream()
                        .filter(course ->
                                !judged.contains(course) && !harmed.contains(course) && !fresh.contains(course))
                        .forEach(fresh::add);
            }
        }
        boolean goesOn = !fresh.isEmpty()
                && focus.containsAll(fresh)
                && given.stream().allMatch(each -> each.use() == Use.CHANGED || each.use() == Use.GOING);
        if (goesOn) {
            turnTo(focus, index, false);
        } else if (!fresh.isEmpty()) {
            if (AFTERCARE.matcher(lower).find() && !focus.isEmpty() && judged.isEmpty()) {
                return;
            }
            boolean together =
                    index - focusAt <= 1 && !answered && !SWITCH.matcher(lower).find();
            List<Course> next = new ArrayList<>(together && judged.isEmpty() ? focus : List.of());
            next.removeIf(Course::isHarmful);
            fresh.stream().filter(course -> !next.contains(course)).forEach(next::add);
            turnTo(next, index, false);
        } else if (judged.stream().anyMatch(course -> !course.isPast())) {
            turnTo(new ArrayList<>(judged), index, true);
        }
    }

    private void turnTo(List<Course> next, int index, boolean judged) {
        focus = next;
        focusAt = index;
        answered = judged;
    }

    /** What only supports another treatment does not take its place. */
    private boolean isAside(int index, Used used) {
        return tree.isSupporting(used.mention().concept())
                && index - focusAt <= 20
                && focus.stream()
                        .anyMatch(course -> !tree.isSupporting(course.mention().concept()));
    }
}
