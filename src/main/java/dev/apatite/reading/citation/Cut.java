package dev.apatite.reading.citation;

/** Cuts a run of words out of the printed text with the punctuation that belongs to it. */
final class Cut {
    private static final String PAIRS = "()[]“”«»{}";
    private static final String BELONGS_BEHIND = "?!%+°®™′″";

    private Cut() {}

    /** The text from {@code start} to {@code end}, its brackets and quotes closed, on one line; [a translated title] whole. */
    static String text(String raw, int start, int end) {
        int from = start;
        int to = end;
        while (to < raw.length() && BELONGS_BEHIND.indexOf(raw.charAt(to)) >= 0) {
            to++;
        }
        if (from > 0 && to < raw.length() && raw.charAt(from - 1) == '[' && raw.charAt(to) == ']') {
            from--;
            to++;
        }
        for (int i = 0; i < PAIRS.length(); i += 2) {
            char open = PAIRS.charAt(i);
            char close = PAIRS.charAt(i + 1);
            int missing = unclosed(raw, from, to, open, close);
            if (missing > 0) {
                to = closer(raw, to, close);
            } else if (missing < 0) {
                from = opener(raw, from, open);
            }
        }
        if (raw.substring(from, to).chars().filter(c -> c == '"').count() % 2 == 1) {
            int before = opener(raw, from, '"');
            to = before == from ? closer(raw, to, '"') : to;
            from = before;
        }
        return raw.substring(from, to).replaceAll("\\s+", " ");
    }

    private static int unclosed(String raw, int from, int to, char open, char close) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += raw.charAt(i) == open ? 1 : raw.charAt(i) == close ? -1 : 0;
        }
        return depth;
    }

    private static int closer(String raw, int to, char close) {
        int at = to;
        while (at < raw.length()
                && at < to + 3
                && raw.charAt(at) != close
                && !Character.isLetterOrDigit(raw.charAt(at))) {
            at++;
        }
        return at < raw.length() && raw.charAt(at) == close ? at + 1 : to;
    }

    private static int opener(String raw, int from, char open) {
        int at = from - 1;
        while (at >= 0 && at > from - 4 && raw.charAt(at) != open && !Character.isLetterOrDigit(raw.charAt(at))) {
            at--;
        }
        return at >= 0 && raw.charAt(at) == open ? at : from;
    }
}
