package dev.apatite.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A sentence cut to a readable length.
 *
 * @param text without control characters
 * @param hits in order, apart from each other, counted in {@code text}
 */
record Excerpt(String text, List<TextRange> hits) {
    private static final int LONGEST = 420;
    private static final int BEFORE = 140;

    /** A sentence of a text, without the space behind it; of a very long one what surrounds its first hit. */
    static Excerpt of(String text, TextRange sentence, List<TextRange> hits) {
        TextRange shown = stripped(text, sentence);
        TextRange window = window(text, shown, hits);
        StringBuilder cut = new StringBuilder(window.start() > shown.start() ? "… " : "");
        int moved = cut.length() - window.start();
        for (int i = window.start(); i < window.end(); i++) {
            cut.append(Character.isISOControl(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        cut.append(window.end() < shown.end() ? " …" : "");
        return new Excerpt(
                cut.toString(),
                merged(hits, window).stream()
                        .map(hit -> new TextRange(hit.start() + moved, hit.end() + moved))
                        .toList());
    }

    private static TextRange stripped(String text, TextRange sentence) {
        int end = Math.min(sentence.end(), text.length());
        while (end > sentence.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new TextRange(sentence.start(), end);
    }

    private static TextRange window(String text, TextRange shown, List<TextRange> hits) {
        int end = shown.end();
        if (end - shown.start() <= LONGEST) {
            return shown;
        }
        int first = hits.stream().mapToInt(TextRange::start).min().orElse(shown.start());
        int from = Math.max(shown.start(), Math.min(first - BEFORE, end - LONGEST));
        while (from > shown.start() && from < first && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        int to = Math.min(end, from + LONGEST);
        while (to < end && to > first && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return new TextRange(from, Math.max(to, from));
    }

    /** Hits in order, those that touch or overlap as one, cut to the window. */
    private static List<TextRange> merged(List<TextRange> hits, TextRange window) {
        List<TextRange> merged = new ArrayList<>();
        hits.stream()
                .map(each -> new TextRange(Math.max(each.start(), window.start()), Math.min(each.end(), window.end())))
                .filter(each -> each.start() < each.end())
                .sorted(Comparator.comparingInt(TextRange::start))
                .forEach(each -> {
                    if (!merged.isEmpty() && each.start() <= merged.getLast().end()) {
                        TextRange last = merged.removeLast();
                        merged.add(new TextRange(last.start(), Math.max(last.end(), each.end())));
                    } else {
                        merged.add(each);
                    }
                });
        return merged;
    }
}
