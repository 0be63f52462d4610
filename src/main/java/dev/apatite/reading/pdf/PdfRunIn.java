package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfFace;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfText;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.pdf.layout.PdfWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A heading in the first words of a paragraph, set differently from the rest.
 *
 * @param rest the paragraph without it
 */
record PdfRunIn(String heading, PdfFace face, PdfParagraph rest) {
    private static final int LONGEST = 130;
    private static final int SHORTEST_REST = 25;
    private static final int MOST_WORDS = 14;
    private static final int SHORTEST = 5;
    private static final int SHORTEST_TEXT = 80;
    private static final Pattern COUNTED = Pattern.compile("(?s).*\\d\\W*");
    private static final Pattern CLOSED = Pattern.compile("(?s).*[.:—–?]$");
    private static final Pattern STARTS = Pattern.compile("^(?:\\d+(?:\\.\\d+)*\\.?\\s+)?[\\p{Lu}\\d].*");

    /** The run-in heading of a paragraph, or null. */
    static @Nullable PdfRunIn of(PdfParagraph paragraph, PdfTypography typography, PdfProse prose) {
        StringBuilder heading = new StringBuilder();
        List<PdfLine> lines = paragraph.lines();
        for (int i = 0; i < Math.min(3, lines.size()); i++) {
            PdfLine line = lines.get(i);
            int words = leading(line, paragraph, typography);
            prose.append(heading, PdfText.of(line.words().subList(0, words)));
            if (words < line.words().size()) {
                return words == 0 && i == 0
                        ? null
                        : divided(paragraph, heading.toString().strip(), i, words);
            }
        }
        return null;
    }

    /** Whether it reads like a heading: a few words before a full stop or a colon, and text enough behind. */
    boolean isLikeHeading() {
        long words = heading.chars().filter(c -> c == ' ').count() + 1;
        return words <= MOST_WORDS
                && heading.length() >= SHORTEST
                && rest.length() >= SHORTEST_TEXT
                && !COUNTED.matcher(heading).matches();
    }

    private static @Nullable PdfRunIn divided(PdfParagraph paragraph, String heading, int line, int words) {
        List<PdfLine> rest = new ArrayList<>();
        PdfLine cut = paragraph.lines().get(line);
        rest.add(PdfLine.of(cut.page(), cut.words().subList(words, cut.words().size()), cut.y()));
        rest.addAll(paragraph.lines().subList(line + 1, paragraph.lines().size()));
        PdfParagraph text = new PdfParagraph(rest, paragraph.left(), paragraph.right());
        boolean possible = heading.length() <= LONGEST
                && CLOSED.matcher(heading).matches()
                && STARTS.matcher(heading).matches()
                && text.length() >= SHORTEST_REST;
        return possible ? new PdfRunIn(heading, face(paragraph.first()), text) : null;
    }

    private static PdfFace face(PdfLine line) {
        for (PdfWord word : line.words()) {
            if (word.text().chars().anyMatch(Character::isLetter)) {
                return word.face();
            }
        }
        return line.face();
    }

    /** How many words at the line's start are set like the first and unlike the running text. */
    private static int leading(PdfLine line, PdfParagraph paragraph, PdfTypography typography) {
        PdfFace face = face(paragraph.first());
        boolean different = face.bold() != typography.bold()
                || face.italic()
                || !face.family().equals(typography.family());
        if (!different) {
            return 0;
        }
        int words = 0;
        for (PdfWord word : line.words()) {
            boolean number = words == 0 && word.text().matches("[\\d.]+");
            if (!number
                    && !(word.face().bold() == face.bold()
                            && word.face().italic() == face.italic()
                            && word.face().family().equals(face.family()))) {
                break;
            }
            words++;
        }
        return words;
    }
}
