package dev.apatite.reading.byline;

import java.util.List;
import java.util.function.BiConsumer;

/** Collects lines of addresses; behind a notice only a marked line is an address again. */
public final class AddressBlock {
    private final Affiliations addresses;
    private final BiConsumer<StringBuilder, String> join;
    private final StringBuilder text = new StringBuilder();
    private boolean closed;

    /**
     * No line yet.
     *
     * @param join how a line is put behind a text that ended at a line's end
     */
    public AddressBlock(Affiliations addresses, BiConsumer<StringBuilder, String> join) {
        this.addresses = addresses;
        this.join = join;
    }

    /** Adds the lines of a paragraph, with their marks. */
    public void add(List<String> lines) {
        boolean lone = lines.size() == 1 && lines.getFirst().length() < 8 && isLone(lines.getFirst());
        if (lone) {
            text.append("\n^{")
                    .append(RaisedMarks.tokens(lines.getFirst()).getFirst())
                    .append('}');
            closed = false;
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            add(lines.get(i), i == 0);
        }
    }

    /** Whether a mark stands alone, beside the line of its address. */
    private boolean isLone(String line) {
        List<String> tokens = RaisedMarks.tokens(line);
        return tokens.size() == 1
                && !line.matches(".*\\p{L}{2}.*")
                && addresses.labels("^{" + tokens.getFirst() + "}A").equals(tokens);
    }

    private void add(String printed, boolean first) {
        String line = AddressText.announced(printed);
        boolean label = !addresses.labels(line).isEmpty();
        if (AddressText.isNotice(line)) {
            closed = true;
        } else if (label || !closed && first && !isOpen() && AddressText.beginsAddress(line)) {
            text.append('\n').append(line);
            closed = false;
        } else if (!closed) {
            join.accept(text, line);
        }
    }

    /** Whether a mark stands alone in front of what comes next. */
    boolean isOpen() {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '}';
    }

    /** The lines as {@link Affiliations#add} takes them. */
    public String text() {
        return text.toString();
    }
}
