package dev.apatite.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes a sentence as HTML, escaped, with hits in {@code <mark>}. */
final class Marks {
    /** From {@code start} to before {@code end}. */
    record Span(int start, int end) {}

    private static final int LONGEST = 420;
    private static final int BEFORE = 140;

    private Marks() {}

    /** The part {@code shown} of a text; of a very long one what surrounds its first hit. */
    static String html(String text, Span shown, List<Span> hits) {
        Span window = window(text, shown, hits);
        StringBuilder html = new StringBuilder();
        html.append(window.start() > shown.start() ? "… " : "");
        int at = window.start();
        for (Span hit : merged(hits, window)) {
            escape(text, at, hit.start(), html);
            html.append("<mark>");
            escape(text, hit.start(), hit.end(), html);
            html.append("</mark>");
            at = hit.end();
        }
        escape(text, at, window.end(), html);
        html.append(window.end() < shown.end() ? " …" : "");
        return html.toString();
    }

    private static Span window(String text, Span shown, List<Span> hits) {
        int end = Math.min(shown.end(), text.length());
        while (end > shown.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end - shown.start() <= LONGEST) {
            return new Span(shown.start(), end);
        }
        int first = hits.stream().mapToInt(Span::start).min().orElse(shown.start());
        int from = Math.max(shown.start(), Math.min(first - BEFORE, end - LONGEST));
        while (from > shown.start() && from < first && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        int to = Math.min(end, from + LONGEST);
        while (to < end && to > first && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return new Span(from, Math.max(to, from));
    }

    /** Hits in order, those that touch or overlap as one, cut to the window. */
    private static List<Span> merged(List<Span> hits, Span window) {
        List<Span> merged = new ArrayList<>();
        hits.stream()
                .map(each -> new Span(Math.max(each.start(), window.start()), Math.min(each.end(), window.end())))
                .filter(each -> each.start() < each.end())
                .sorted(Comparator.comparingInt(Span::start))
                .forEach(each -> {
                    if (!merged.isEmpty() && each.start() <= merged.getLast().end()) {
                        Span last = merged.removeLast();
                        merged.add(new Span(last.start(), Math.max(last.end(), each.end())));
                    } else {
                        merged.add(each);
                    }
                });
        return merged;
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            switch (each) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isISOControl(each) ? ' ' : each);
            }
        }
    }
}
