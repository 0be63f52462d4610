package dev.apatite.index;

import dev.apatite.paper.Bibliography;
import java.util.List;

/**
 * What one of a paper's files says of it, before it was completed by what others say.
 *
 * @param path of the file, or of the paper within it
 * @param record whether the file is a catalogue that only describes the paper
 * @param attachments files that hold the paper as this one says, wherever they are now
 */
public record OneReading(String path, boolean record, Bibliography bibliography, List<String> attachments) {
    public OneReading {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }
}
