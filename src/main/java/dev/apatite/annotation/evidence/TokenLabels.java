package dev.apatite.annotation.evidence;

/** Which words of a line name a treatment, as far as vocabulary and readers say. */
final class TokenLabels {

    private TokenLabels() {}

    static boolean[] of(Line line, Tokens tokens, GoldDocument document, GoldMatch match) {
        boolean[] labels = new boolean[tokens.size()];
        for (int t = 0; t < labels.length; t++) {
            for (Named each : line.treatments()) {
                labels[t] |= each.start() < tokens.ends()[t] && tokens.starts()[t] < each.end();
            }
        }
        String folded = ' ' + match.fold(line.text()) + ' ';
        for (String name : document.names()) {
            if (folded.contains(' ' + name + ' ')) {
                mark(line, tokens, name, labels);
            }
        }
        return labels;
    }

    /** Marks the words of {@code name} wherever they stand one behind the other. */
    private static void mark(Line line, Tokens tokens, String name, boolean[] labels) {
        String plain = name.replace(" ", "");
        for (int t = 0; t < tokens.size(); t++) {
            StringBuilder seen = new StringBuilder();
            for (int e = t; e < tokens.size() && seen.length() < plain.length(); e++) {
                String word = line.lower().substring(tokens.starts()[e], tokens.ends()[e]);
                for (int i = 0; i < word.length(); i++) {
                    char c = word.charAt(i);
                    if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                        seen.append(c);
                    }
                }
                if (seen.length() == plain.length() && seen.toString().equals(plain)) {
                    for (int k = t; k <= e; k++) {
                        labels[k] = true;
                    }
                }
            }
        }
    }
}
