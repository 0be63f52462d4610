package dev.apatite.annotation;

import dev.apatite.annotation.evidence.Line;
import dev.apatite.annotation.evidence.Named;
import dev.apatite.annotation.evidence.Script;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the treatments that were learned to be such to those that the vocabulary lists. */
final class TaggedMentions {
    /** How sure a name must be where it stands to be a mention, rather than only a candidate of the judge's. */
    private static final double SURE = 0.5;

    private TaggedMentions() {}

    static List<Mention> with(List<Mention> listed, Script tagged) {
        List<Mention> added = new ArrayList<>();
        for (Line line : tagged.lines()) {
            for (Named named : line.treatments()) {
                if (!named.listed() && named.sure() >= SURE) {
                    added.add(new Mention(
                            named.concept(),
                            named.name(),
                            MentionType.TREATMENT,
                            named.text(),
                            line.section(),
                            line.start() + named.start(),
                            line.start() + named.end(),
                            named.assertion()));
                }
            }
        }
        if (added.isEmpty()) {
            return listed;
        }
        List<Mention> all = new ArrayList<>(listed);
        for (Mention each : added) {
            boolean free = listed.stream()
                    .noneMatch(other -> other.section() == each.section()
                            && other.start() < each.end()
                            && each.start() < other.end());
            if (free) {
                all.add(each);
            }
        }
        all.sort(Comparator.comparingInt(Mention::section).thenComparingInt(Mention::start));
        return List.copyOf(all);
    }
}
