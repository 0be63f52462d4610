package dev.apatite.index;

import java.util.List;

/**
 * Where a paper in the index comes from: enough to see, without opening its files, whether it must be read or annotated
 * anew.
 *
 * @param files the paper's own file first, then the other files that hold the same paper
 * @param readerVersion the version of the reader that read it
 * @param annotatorVersion the version of the annotator that annotated it
 */
public record Provenance(List<SourceFile> files, String readerVersion, String annotatorVersion) {
    public Provenance {
        files = List.copyOf(files);
    }
}
