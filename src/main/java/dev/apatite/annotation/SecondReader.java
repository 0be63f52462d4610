package dev.apatite.annotation;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import java.util.List;
import java.util.function.Supplier;

/** Another that reads papers beside the judge of evidence. */
public interface SecondReader {
    /** Changes whenever it may read a paper otherwise than before. */
    String version();

    /**
     * The findings of a paper with those that it found.
     *
     * @param paper as the judge has it
     * @param candidates everything that the judge thought of, however unsure
     */
    List<Finding> beside(Paper paper, Supplier<List<Finding>> candidates);
}
