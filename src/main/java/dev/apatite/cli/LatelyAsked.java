package dev.apatite.cli;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Content;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.web.Candidates;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What papers may state, worked out when somebody asks, and remembered for the papers that were asked for lately. */
final class LatelyAsked implements Candidates {
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

    @Override
    public List<Finding> of(Paper paper) {
        Annotator annotator = annotators.get();
        return lately.get(
                new Asked(annotator.version(), paper.id(), paper.title(), paper.content()),
                any -> annotator.withCandidates(paper).findings());
    }
}
