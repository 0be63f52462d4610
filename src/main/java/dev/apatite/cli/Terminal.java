package dev.apatite.cli;

import dev.apatite.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Prints for people. On a terminal lines are wrapped at its width and what matters is bold; elsewhere they are left whole
 * and plain. What papers say is made safe to print.
 */
final class Terminal {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter out;
    private final int width;
    private final boolean styled;

    /**
     * Prints to a writer.
     *
     * @param width in characters; 0 for lines that are left whole
     */
    Terminal(PrintWriter out, int width, boolean styled) {
        this.out = out;
        this.width = width;
        this.styled = styled;
    }

    /** Prints to a writer of standard output as what that is: a terminal, unless it leads elsewhere. */
    static Terminal of(PrintWriter out) {
        int columns = columns();
        // https://no-color.org
        String no = System.getenv().getOrDefault("NO_COLOR", "");
        boolean styled = columns > 0 && no.isEmpty() && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(out, columns == 0 ? 0 : Math.clamp(columns, NARROWEST, WIDEST), styled);
    }

    /** The terminal's width; 0 where standard output is none. Java itself knows neither. */
    private static int columns() {
        try {
            Process asked = new ProcessBuilder("sh", "-c", "test -t 1 && stty size </dev/tty >&2")
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String size = new String(asked.getErrorStream().readNBytes(100), StandardCharsets.US_ASCII).strip();
            asked.waitFor(1, TimeUnit.SECONDS);
            return size.matches("\\d{1,4} [1-9]\\d{0,3}") ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Whether words can be bold, so that nothing else has to mark them. */
    boolean isStyled() {
        return styled;
    }

    void line() {
        out.println();
    }

    /** A line of our own words or of a paper's. */
    void line(String text) {
        line(0, text);
    }

    /** A line that is indented by so many spaces, and so is what is wrapped of it. */
    void line(int indent, String text) {
        out.println(" ".repeat(indent) + wrapped(indent, Printable.of(text)));
    }

    void heading(String text) {
        out.println(styled ? BOLD + wrapped(0, Printable.of(text)) + PLAIN : wrapped(0, Printable.of(text)));
    }

    /** What is only there to be looked up: ids, journals. */
    void aside(int indent, String text) {
        String wrapped = " ".repeat(indent) + wrapped(indent, Printable.of(text));
        out.println(styled ? DIM + wrapped + PLAIN : wrapped);
    }

    /** A line in which {@code from} and {@code to} stand around what is to be seen: bold here, those marks elsewhere. */
    void marked(int indent, String text, char from, char to, String mark) {
        StringBuilder line = new StringBuilder();
        String wrapped = wrapped(indent, safe(text, from, to));
        for (int i = 0; i < wrapped.length(); i++) {
            char each = wrapped.charAt(i);
            if (each == from) {
                line.append(styled ? BOLD : mark);
            } else if (each == to) {
                line.append(styled ? PLAIN : mark);
            } else {
                line.append(each);
            }
        }
        out.println(" ".repeat(indent) + line);
    }

    private static String safe(String text, char from, char to) {
        StringBuilder safe = new StringBuilder();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == from || text.charAt(i) == to) {
                safe.append(Printable.of(text.substring(start, i))).append(text.charAt(i));
                start = i + 1;
            }
        }
        return safe.append(Printable.of(text.substring(start))).toString();
    }

    /** The text with line feeds between its words, so that no line but one of a long word is wider than the terminal. */
    private String wrapped(int indent, String text) {
        if (width == 0 || indent + text.length() <= width) {
            return text;
        }
        StringBuilder lines = new StringBuilder();
        int column = indent;
        for (String word : text.split(" ", -1)) {
            if (column > indent && column + 1 + word.length() > width) {
                lines.append('\n').append(" ".repeat(indent));
                column = indent;
            } else if (!lines.isEmpty()) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }

    /** How many of so many characters a line has room for. */
    int room(int wanted) {
        return width == 0 ? wanted : Math.min(width, wanted);
    }

    /** A text in a column: cut with an ellipsis or filled with spaces to exactly {@code size} characters. */
    static String cell(String text, int size) {
        String safe = Printable.of(text);
        return safe.length() > size ? safe.substring(0, size - 1) + "\u2026" : safe + " ".repeat(size - safe.length());
    }
}
