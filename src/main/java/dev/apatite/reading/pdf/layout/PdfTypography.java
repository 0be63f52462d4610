package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a document is set: what its running text looks like, so that what looks different can be told from it.
 *
 * @param size of the running text
 * @param family of the running text
 * @param bold whether the running text is bold
 * @param pitch from baseline to baseline of the running text, as a multiple of its size
 */
public record PdfTypography(float size, String family, boolean bold, float pitch) {
    private static final float SAME_SIZE = 0.35f;
    private static final float DEFAULT_PITCH = 1.2f;
    private static final Pattern REFERENCES =
            Pattern.compile("(?i)(?:\\d+\\.?\\s*)?(?:references|bibliography|literature cited)[.:]?");

    /** Measures all pages; the reference list does not count, it may be longer than the text. */
    public static PdfTypography of(List<List<PdfLine>> pages) {
        Map<Style, Integer> counts = new HashMap<>();
        for (List<PdfLine> page : upToReferences(pages)) {
            for (PdfLine line : page) {
                int length = line.length();
                if (length >= 15) {
                    counts.merge(
                            new Style(
                                    line.size(),
                                    line.face().family(),
                                    line.face().bold()),
                            length,
                            Integer::sum);
                }
            }
        }
        Style most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(new Style(10, "", false));
        return new PdfTypography(most.size, most.family, most.bold, pitch(pages, most.size));
    }

    private static List<List<PdfLine>> upToReferences(List<List<PdfLine>> pages) {
        for (int i = pages.size() - 1; i >= pages.size() / 3 && i > 0; i--) {
            boolean found = pages.get(i).stream()
                    .anyMatch(line -> REFERENCES.matcher(line.text().strip()).matches());
            if (found) {
                return pages.subList(0, Math.max(1, i));
            }
        }
        return pages;
    }

    private static float pitch(List<List<PdfLine>> pages, float size) {
        List<Float> pitches = new ArrayList<>();
        for (List<PdfLine> page : pages) {
            for (int i = 0; i < page.size(); i++) {
                PdfLine line = page.get(i);
                for (int j = i + 1; j < Math.min(page.size(), i + 6) && line.size() == size; j++) {
                    PdfLine next = page.get(j);
                    float distance = next.y() - line.y();
                    if (next.size() == size && Math.abs(next.x0() - line.x0()) < 2 && distance > 0.8f * size) {
                        pitches.add(distance / size);
                        break;
                    }
                }
            }
        }
        Collections.sort(pitches);
        return pitches.isEmpty() ? DEFAULT_PITCH : Math.min(3, pitches.get(pitches.size() / 2));
    }

    public boolean isBodySize(float other) {
        return Math.abs(other - size) <= SAME_SIZE;
    }

    /** Whether a line is set like the running text. */
    public boolean isBody(PdfLine line) {
        return isBodySize(line.size()) && line.face().family().equals(family);
    }

    /** Whether a line is set as large as the running text and neither bold nor smaller. */
    public boolean isBodyLike(PdfLine line) {
        return isBodySize(line.size()) && (line.face().bold() == bold);
    }

    private record Style(float size, String family, boolean bold) {}
}
