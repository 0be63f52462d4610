package dev.apatite.works;

import java.util.List;

/**
 * The id of a work.
 *
 * @param tried better ids, which others had first, in order: should one of them become free, it is this work's
 */
public record WorkName(String id, List<String> tried) {
    public WorkName {
        tried = tried.stream().distinct().sorted().toList();
    }
}
