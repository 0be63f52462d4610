package dev.apatite.reading.plain;

import dev.apatite.reading.plain.TextBlock.Shape;
import dev.apatite.reading.shared.Captions;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.Headings.Meaning;
import dev.apatite.reading.shared.LineEnds;
import dev.apatite.reading.shared.RunInHeading;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which lines of a text are headings: by their words, else by their look and by what follows. */
final class TextHeadings {
    private static final int LONGEST_HEADING = 120;
    private static final int PARAGRAPH = 80;

    private final List<TextBlock> blocks;
    private final TextSections sections;

    TextHeadings(List<TextBlock> blocks, TextSections sections) {
        this.blocks = blocks;
        this.sections = sections;
    }

    /** What a line says that is a heading word by word, or null. */
    static @Nullable Meaning known(TextBlock block, String text) {
        if (!block.isOneLine() || text.length() >= LONGEST_HEADING || Character.isLowerCase(text.codePointAt(0))) {
            return null;
        }
        Meaning meaning = Headings.meaningOf(text);
        return meaning != null && meaning.whole() ? meaning : null;
    }

    /**
     * Whether a line of unknown words is a heading by its look and by what follows.
     *
     * @param addresses whether it stands among addresses
     */
    boolean isUnknown(int i, boolean addresses) {
        TextBlock block = blocks.get(i);
        String text = block.text();
        if (!block.isOneLine() || text.length() > LONGEST_HEADING || text.length() < 3 || LineEnds.beginsInside(text)) {
            return false;
        }
        if (block.shape() == Shape.HEADING) {
            return true;
        }
        boolean sentence = text.matches(".*[.;,]|[^:]{2,60}:\\s\\S.*") && RunInHeading.of(text) != null
                || text.matches(".*[.;,]")
                || text.indexOf('@') >= 0
                || TextBody.ITEM.matcher(text).matches() && !text.matches("\\d{1,2}[.)]\\s.*");
        if (sentence || !nextIsText(i) || addresses) {
            return false;
        }
        String[] words = text.split("\\s+", -1);
        if (block.shape() == Shape.BOLD || text.matches("\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?\\s+\\p{Lu}.*")) {
            return words.length <= 14;
        }
        boolean plain = words.length <= 9
                && text.matches("\\p{Lu}[\\p{L}\\p{N}\\s/&'’:()?-]+")
                && !sections.isEmpty()
                && text.length() <= 80;
        return plain && sections.hasText() && Arrays.stream(words).anyMatch(word -> word.matches("\\p{L}{4,}"));
    }

    /** Whether a paragraph that begins a sentence follows, furniture and captions left aside. */
    boolean nextIsText(int i) {
        for (int next = i + 1; next < Math.min(blocks.size(), i + 4); next++) {
            TextBlock block = blocks.get(next);
            String text = block.text();
            if (block.shape() == Shape.TABLE) {
                return false;
            }
            if (Captions.of(text) != null || PageFurniture.isSmallPrint(block)) {
                continue;
            }
            boolean heading = Headings.isKnown(text) || block.shape() == Shape.HEADING;
            return heading
                    || text.length() >= PARAGRAPH
                            && !LineEnds.beginsInside(text)
                            && (LineEnds.isComplete(text) || text.length() > 2 * PARAGRAPH);
        }
        return false;
    }
}
