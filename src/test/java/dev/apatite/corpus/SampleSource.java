package dev.apatite.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The source of a binary sample document: Markdown with headings, paragraphs and reference lines, nothing more. */
record SampleSource(List<Block> blocks) {
    /**
     * A heading or a paragraph.
     *
     * @param level 0 for a paragraph, 1 for the title, 2 and 3 for headings
     */
    record Block(int level, String text) {}

    static SampleSource read(Path file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            int level = 0;
            while (level < line.length() && line.charAt(level) == '#') {
                level++;
            }
            blocks.add(new Block(level, line.substring(level).strip()));
        }
        return new SampleSource(blocks);
    }
}
