package dev.apatite.annotation;

import dev.apatite.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which treatment is a kind of which. */
final class TreatmentTree {
    private static final Set<String> AGAINST_CANCER = Set.copyOf(ResourceLines.of("cancer-treatments.txt"));

    private static final Set<String> SUPPORTING = Set.copyOf(ResourceLines.of("supporting-treatments.txt"));

    private static final Set<String> MEANS = Set.copyOf(ResourceLines.of("means-of-treatment.txt"));

    private final Vocabulary vocabulary;

    TreatmentTree(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Preferred names, each once; a class only where none of its members is there or it was judged by itself. */
    List<String> mostSpecific(Collection<Course> courses) {
        Set<String> ids = new LinkedHashSet<>();
        courses.forEach(course -> ids.add(course.mention().concept()));
        Set<String> names = new LinkedHashSet<>();
        for (Course course : courses) {
            boolean hasMember =
                    ids.stream().anyMatch(id -> isWithin(id, course.mention().concept()));
            if (!hasMember || course.isAnswered()) {
                names.add(course.name());
            }
        }
        return List.copyOf(names);
    }

    /** Whether {@code narrow} is a narrower concept than {@code broad}. */
    boolean isWithin(String narrow, String broad) {
        return !narrow.equals(broad) && vocabulary.withAncestors(narrow).contains(broad);
    }

    /** Whether it is given against tumours: drugs, rays, and operations that take tissue out. */
    boolean isAgainstCancer(String concept) {
        return vocabulary.withAncestors(concept).stream().anyMatch(AGAINST_CANCER::contains);
    }

    /** Whether it is an operation. */
    boolean isSurgery(String concept) {
        return vocabulary.withAncestors(concept).contains("treatment:surgery");
    }

    /** Whether it only supports other treatment. */
    boolean isSupporting(String concept) {
        return vocabulary.withAncestors(concept).stream().anyMatch(SUPPORTING::contains);
    }

    /** Whether it only makes other treatment possible. */
    boolean isMeans(String concept) {
        return vocabulary.withAncestors(concept).stream().anyMatch(MEANS::contains);
    }

    /** Whether the two are the same or one is a kind of the other. */
    boolean isRelated(String one, String other) {
        return one.equals(other) || isWithin(one, other) || isWithin(other, one);
    }
}
