package dev.apatite.search;

import java.util.List;

/**
 * A cited work with what the papers that cite it say of it.
 *
 * @param citing the newest papers that cite it, newest first
 */
public record WorkDetail(WorkRow work, List<Citing> citing) {
    public WorkDetail {
        citing = List.copyOf(citing);
    }

    /**
     * A paper that cites the work.
     *
     * @param sentences those of its text that cite the work, the mark as the hit; empty where its text has no marks
     */
    public record Citing(PaperCard paper, List<Highlight> sentences) {
        public Citing {
            sentences = List.copyOf(sentences);
        }
    }
}
