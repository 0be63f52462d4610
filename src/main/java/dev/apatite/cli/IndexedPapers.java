package dev.apatite.cli;

import dev.apatite.index.PaperStore;
import dev.apatite.index.StoredPaper;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.review.PaperMoves;
import dev.apatite.review.Reviews;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The papers of an index by the files that they come from, for what readers said of papers that have another id now. */
final class IndexedPapers implements PaperMoves.Known {
    private final PaperStore index;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> byContent = new HashMap<>();
    private final Map<String, String> byFile = new HashMap<>();

    private IndexedPapers(PaperStore index) {
        this.index = index;
        for (StoredPaper paper : index.papers()) {
            ids.add(paper.id());
            paper.provenance().files().forEach(file -> {
                byContent.put(PaperId.of(null, null, null, file.contentHash()), paper.id());
                byFile.put(file.path(), paper.id());
            });
        }
    }

    /** Takes what readers said along to the papers' ids of now. */
    static void follow(PaperStore index, Reviews reviews) {
        PaperMoves moves = new PaperMoves(reviews);
        if (moves.isNeeded()) {
            moves.follow(new IndexedPapers(index));
        }
    }

    @Override
    public boolean has(String id) {
        return ids.contains(id);
    }

    @Override
    public Optional<Paper> ofContent(String id) {
        return Optional.ofNullable(byContent.get(id)).flatMap(index::paper);
    }

    @Override
    public Optional<Paper> ofFile(String file) {
        return Optional.ofNullable(byFile.get(file)).flatMap(index::paper);
    }
}
