package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labelled runs of a reference, and which of them are its fields. */
record Runs(String raw, List<Run> all) {
    private static final int SHORTEST_TITLE = 4;

    /** Neighbouring words with one label. */
    record Run(Label label, int start, int end) {
        int length() {
            return end - start;
        }
    }

    static Runs of(String raw, List<ReferenceToken> tokens, List<Label> labels) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            ReferenceToken token = tokens.get(i);
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.label() == labels.get(i)) {
                runs.set(runs.size() - 1, new Run(last.label(), last.start(), token.end()));
            } else {
                runs.add(new Run(labels.get(i), token.start(), token.end()));
            }
        }
        return new Runs(raw, runs);
    }

    /** The first run of a title, unless a much longer one follows before any editor. */
    @Nullable
    Run title() {
        Run title = null;
        for (Run run : all) {
            if (run.label() == Label.EDITOR && title != null) {
                break;
            }
            boolean better = title == null || title.length() < SHORTEST_TITLE || run.length() > 3 * title.length();
            if (run.label() == Label.TITLE && better) {
                title = run;
            }
        }
        return title;
    }

    /** The longest run of a journal; for a chapter whose book is labelled as a title, that one. */
    @Nullable
    Run journal() {
        Run longest = null;
        Run second = null;
        Run title = title();
        boolean editors = false;
        for (Run run : all) {
            if (run.label() == Label.JOURNAL && (longest == null || run.length() > longest.length())) {
                longest = run;
            }
            editors |= run.label() == Label.EDITOR;
            second = editors && run.label() == Label.TITLE && !run.equals(title) && second == null ? run : second;
        }
        return longest != null ? longest : second;
    }

    @Nullable
    String first(Label label) {
        for (Run run : all) {
            if (run.label() == label) {
                return raw.substring(run.start(), run.end()).replaceAll("\\s+", " ");
            }
        }
        return null;
    }
}
