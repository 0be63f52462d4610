package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lines become paragraphs: a new one starts after more space than between lines, at an indented line, in another style,
 * or where the line before ends although the next word would have fitted.
 */
public final class PdfParagraphs {
    private static final float WIDER = 1.28f;
    private static final Pattern ENDED = Pattern.compile("[.?!:;][\"”’')\\]\\d⁰¹²³⁴-⁹,\\-–* ]{0,24}$|[)\\]]$");
    private static final Pattern BULLET = Pattern.compile("^[•▪■●◦‣▸►○–·✓]\\s?.*");
    /** A DOI or another address that goes on in the next line. */
    private static final Pattern BROKEN_ADDRESS =
            Pattern.compile("(?i)(?:\\b10\\.\\d{4,9}/|https?://|www\\.)\\S*[-/_.]$");

    private static final Pattern LOWER = Pattern.compile("^[\\p{Ll}(].*");

    private final PdfTypography typography;

    public PdfParagraphs(PdfTypography typography) {
        this.typography = typography;
    }

    /** The paragraphs of a page's columns, in order. */
    public List<PdfParagraph> of(List<PdfColumn> columns) {
        List<PdfParagraph> paragraphs = new ArrayList<>();
        stacked(columns).forEach(column -> split(column, paragraphs));
        return paragraphs;
    }

    /** Puts a short column (a heading, a last line) together with the one above or below it that it belongs to. */
    private static List<PdfColumn> stacked(List<PdfColumn> columns) {
        List<PdfColumn> stacked = new ArrayList<>();
        for (PdfColumn column : columns) {
            PdfColumn above = stacked.isEmpty() ? null : stacked.getLast();
            if (above != null && isStack(above, column)) {
                List<PdfLine> lines = new ArrayList<>(above.lines());
                lines.addAll(column.lines());
                stacked.set(
                        stacked.size() - 1,
                        new PdfColumn(
                                column.page(),
                                Math.min(above.x0(), column.x0()),
                                Math.max(above.x1(), column.x1()),
                                lines));
            } else {
                stacked.add(column);
            }
        }
        return stacked;
    }

    private static boolean isStack(PdfColumn above, PdfColumn below) {
        if (below.lines().getFirst().top() < above.lines().getLast().y() - 2
                || Math.abs(above.x0() - below.x0()) > 20) {
            return false;
        }
        boolean sameWidth = Math.abs(above.x1() - below.x1()) < 15;
        boolean within = below.lines().size() <= 2 && below.x1() < above.x1() + 5;
        boolean over = above.lines().size() <= 2 && above.x1() < below.x1() + 5;
        return sameWidth || within || over;
    }

    private void split(PdfColumn column, List<PdfParagraph> paragraphs) {
        Map<Float, Float> pitches = pitches(column.lines());
        Map<Integer, float[]> edges = edges(column);
        List<PdfLine> current = new ArrayList<>();
        float left = column.x0();
        float right = column.x1();
        for (PdfLine line : column.lines()) {
            if (!current.isEmpty() && isBreak(current.getLast(), line, left, right, pitches)) {
                paragraphs.add(new PdfParagraph(current, left, right));
                current = new ArrayList<>();
            }
            if (current.isEmpty()) {
                float[] edge = edges.getOrDefault(Math.round(line.size()), new float[] {column.x0(), column.x1()});
                left = edge[0];
                right = edge[1];
            }
            current.add(line);
        }
        paragraphs.add(new PdfParagraph(current, left, right));
    }

    private boolean isBreak(PdfLine before, PdfLine line, float left, float right, Map<Float, Float> pitches) {
        float usual = Math.min(pitches.getOrDefault(line.size(), line.size() * typography.pitch()), 2.6f * line.size());
        float pitch = line.y() - before.y();
        if (pitch > WIDER * usual + 0.5f || pitch < -2 || Math.abs(before.size() - line.size()) > 0.65f) {
            return true;
        }
        // A heading within a line ends before the first words of its text.
        boolean boldEnds =
                before.boldShare() > 0.92f && before.words().getLast().face().bold() && line.boldShare() < 0.08f;
        if (boldEnds || before.boldShare() < 0.08f && line.boldShare() > 0.92f) {
            return true;
        }
        if (isOtherFace(before, line) && before.x1() < right - 2 * line.size()) {
            return true;
        }
        String text = line.text();
        if (BROKEN_ADDRESS.matcher(before.words().getLast().text()).find()
                && line.words().size() < 3
                && Math.abs(line.x0() - before.x0()) < 3 * line.size()) {
            return false;
        }
        boolean ended = ENDED.matcher(before.text()).find();
        boolean isShort = before.x1()
                        + 0.6f * line.size()
                        + line.words().getFirst().x1()
                        - line.words().getFirst().x0()
                < right;
        boolean indented = line.x0() > left + 0.7f * line.size() && before.x0() < line.x0() - 0.6f * line.size();
        if (indented && (ended || isShort)) {
            return true;
        }
        if (isShort && (ended || !LOWER.matcher(text).matches())) {
            return true;
        }
        return BULLET.matcher(text).matches();
    }

    /** Whether a line set all in one face is followed by one all in another, which begins with a capital. */
    private static boolean isOtherFace(PdfLine before, PdfLine line) {
        return !before.face().equals(line.face())
                && before.words().stream().allMatch(word -> word.face().equals(before.face()))
                && line.words().getFirst().face().equals(line.face())
                && Character.isUpperCase(line.words().getFirst().text().codePointAt(0));
    }

    /** The usual distance of lines of each size. */
    private static Map<Float, Float> pitches(List<PdfLine> lines) {
        Map<Float, List<Float>> all = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            PdfLine before = lines.get(i - 1);
            float pitch = line.y() - before.y();
            if (line.size() == before.size() && pitch > 0.5f * line.size() && pitch < 3 * line.size()) {
                all.computeIfAbsent(line.size(), each -> new ArrayList<>()).add(pitch);
            }
        }
        Map<Float, Float> usual = new HashMap<>();
        all.forEach((size, list) -> {
            if (list.size() >= 3) {
                Collections.sort(list);
                usual.put(size, list.get((list.size() - 1) / 3));
            }
        });
        return usual;
    }

    /** Where most of the column's text, or that of a size that fills much of it, starts and ends. */
    private static Map<Integer, float[]> edges(PdfColumn column) {
        Map<Integer, List<PdfLine>> bySize = new HashMap<>();
        int total = 0;
        for (PdfLine line : column.lines()) {
            total += line.length();
            bySize.computeIfAbsent(Math.round(line.size()), size -> new ArrayList<>())
                    .add(line);
        }
        float[] all = {edge(column.lines(), true), edge(column.lines(), false)};
        Map<Integer, float[]> edges = new HashMap<>();
        for (Map.Entry<Integer, List<PdfLine>> each : bySize.entrySet()) {
            List<PdfLine> lines = each.getValue();
            boolean much = lines.size() >= 4
                    && 5 * lines.stream().mapToInt(PdfLine::length).sum() > total;
            boolean within = lines.stream().allMatch(line -> line.x0() > all[0] - 4 && line.x1() < all[1] + 4);
            float[] own =
                    much ? new float[] {edge(lines, true), edge(lines, false)} : new float[] {column.x0(), column.x1()};
            edges.put(each.getKey(), much || !within ? own : all);
        }
        return edges;
    }

    private static float edge(List<PdfLine> lines, boolean left) {
        Map<Integer, Integer> counts = new HashMap<>();
        int total = 0;
        float furthest = 0;
        for (PdfLine line : lines) {
            counts.merge(Math.round((left ? line.x0() : line.x1()) / 2), line.length(), Integer::sum);
            total += line.length();
            furthest = Math.max(furthest, line.x1());
        }
        Map.Entry<Integer, Integer> most =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return left || most.getValue() > 0.3f * total ? most.getKey() * 2f : furthest - 4;
    }
}
