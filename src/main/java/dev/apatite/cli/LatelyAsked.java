package dev.apatite.cli;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Content;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.search.EveryFinding;
import dev.apatite.web.Candidates;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What papers may state, worked out when somebody asks, and remembered for the papers that were asked for lately. */
final class LatelyAsked implements Candidates, EveryFinding {
    private static final int MOST = 20;

    /** What a paper states depends on nothing else. */
    private record Asked(
            String annotator, String id, @Nullable String title, Content content) {}

    private final Supplier<Annotator> annotators;
    private final Cache<Asked, List<Finding>> lately =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    LatelyAsked(Supplier<Annotator> annotators) {
        this.annotators = annotators;
    }

    /** Asks one annotator, which is made when it is first needed: most commands never do. */
    static LatelyAsked once(Supplier<Annotator> made) {
        return new LatelyAsked(new Supplier<>() {
            private @Nullable Annotator annotator;

            @Override
            public synchronized Annotator get() {
                if (annotator == null) {
                    annotator = made.get();
                }
                return annotator;
            }
        });
    }

    @Override
    public double kept() {
        return annotators.get().keptFrom();
    }

    @Override
    public List<Finding> of(Paper paper) {
        Annotator annotator = annotators.get();
        return lately.get(
                new Asked(annotator.version(), paper.id(), paper.title(), paper.content()),
                any -> annotator.withCandidates(paper).findings());
    }
}
