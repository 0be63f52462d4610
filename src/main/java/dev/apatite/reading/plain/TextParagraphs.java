package dev.apatite.reading.plain;

import dev.apatite.reading.shared.LineEnds;
import dev.apatite.reading.shared.RunInHeading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The paragraphs in a block of lines: wrapped lines are joined, list items and sentences per line stay apart. */
final class TextParagraphs {
    private static final Pattern ITEM = Pattern.compile("^(?:[-*•●▪◦]|\\(?\\d{1,2}[.)]|\\(?[a-z]\\))\\s+\\S.*");
    private static final Pattern ENDS = Pattern.compile(".*[.!?:;][\\s\\p{Pe}\\p{Pf}\"'’”⁰¹²³⁴-⁹]*");

    private TextParagraphs() {}

    static List<String> of(TextBlock block) {
        List<String> lines = block.lines();
        boolean sentences = sentencePerLine(lines);
        List<List<String>> paragraphs = new ArrayList<>();
        for (String line : lines) {
            boolean apart = paragraphs.isEmpty()
                    || ITEM.matcher(line).matches() && !LineEnds.beginsInside(line)
                    || sentences && ENDS.matcher(paragraphs.getLast().getLast()).matches()
                    || RunInHeading.of(line) != null
                            && ENDS.matcher(paragraphs.getLast().getLast()).matches();
            if (apart) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.getLast().add(line);
        }
        return paragraphs.stream().map(LineEnds::joined).toList();
    }

    /** Whether nearly every line ends a sentence: then its line breaks are the author's, not the page's. */
    private static boolean sentencePerLine(List<String> lines) {
        long ends = lines.stream().filter(line -> ENDS.matcher(line).matches()).count();
        return lines.size() > 1 && ends * 10 >= lines.size() * 7;
    }
}
