package dev.apatite.reading.citation;

/** What each word of a reference is enclosed in, as far as the signs before the words tell. */
final class Enclosure {
    private Enclosure() {}

    /** Whether each word stands before, within or behind a quotation; empty where nothing is quoted. */
    static String[] quotes(String[] before, int length) {
        boolean any = false;
        for (int i = 0; i < length; i++) {
            any |= before[i].indexOf('"') >= 0;
        }
        String[] described = new String[length];
        int open = 0;
        for (int i = 0; i < length; i++) {
            open += before[i].indexOf('"') >= 0 ? 1 : 0;
            described[i] = any ? "q" + Math.min(open, 3) : "";
        }
        return described;
    }

    /** "in" for each word within brackets, else empty. */
    static String[] brackets(String[] before, int length) {
        String[] described = new String[length];
        int depth = 0;
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < before[i].length(); k++) {
                char c = before[i].charAt(k);
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            }
            depth = Math.max(0, depth);
            described[i] = depth > 0 ? "in" : "";
        }
        return described;
    }
}
