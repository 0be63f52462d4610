package dev.apatite.reading.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A Rich Text file without what is no text of the paper: running heads and feet, comments, deleted and hidden text. Notes
 * are taken out of the text and kept apart; raised text is marked as {@code ^{...}}.
 *
 * <p>The file is walked once, token by token: braces open and close groups, which inherit the state of the one around them.
 */
final class RichText {
    private static final Set<String> FURNITURE =
            Set.of("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf");
    private static final Set<String> COMMENT = Set.of(
            "annotation",
            "atnid",
            "atnauthor",
            "atntime",
            "atndate",
            "atnicn",
            "atnref",
            "atnparent",
            "atrfstart",
            "atrfend");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final byte[] source;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> notes = new ArrayList<>();
    private final Deque<State> outer = new ArrayDeque<>();
    private State state = new State(Place.TEXT, false, false);
    private StringBuilder note = new StringBuilder();
    private boolean marked;
    private int at;

    private enum Place {
        TEXT,
        NOTE,
        NOWHERE
    }

    private record State(Place place, boolean hidden, boolean raised) {}

    RichText(byte[] source) {
        this.source = source.clone();
        walk();
    }

    /** Whether a file begins as Rich Text does. */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("{\\rtf");
        }
    }

    /** The file without them. */
    byte[] shown() {
        return out.toByteArray();
    }

    /** The notes in their order, as plain text. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private void walk() {
        while (at < source.length) {
            byte each = source[at];
            switch (each) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> copy(at, ++at);
                default -> text();
            }
        }
    }

    private void open() {
        outer.push(state);
        copy(at, ++at);
    }

    private void close() {
        unmark();
        State inner = state;
        state = outer.isEmpty() ? state : outer.pop();
        if (inner.place() == Place.NOTE && state.place() != Place.NOTE) {
            String text = note.toString().replaceAll("\\s+", " ").strip();
            if (!text.isEmpty()) {
                notes.add(text);
            }
            note = new StringBuilder();
        }
        // The braces of a group stay in any case, so that those around it fit.
        out.write('}');
        at++;
    }

    private void control() {
        int start = at++;
        if (at >= source.length) {
            return;
        }
        byte first = source[at];
        if (!isLetter(first)) {
            symbol(start, first);
            return;
        }
        int end = at;
        while (end < source.length && isLetter(source[end])) {
            end++;
        }
        String word = new String(source, at, end - at, StandardCharsets.US_ASCII);
        int numbers = end;
        if (end < source.length && source[end] == '-') {
            end++;
        }
        while (end < source.length && source[end] >= '0' && source[end] <= '9') {
            end++;
        }
        String number = new String(source, numbers, end - numbers, StandardCharsets.US_ASCII);
        at = end < source.length && source[end] == ' ' ? end + 1 : end;
        word(start, word, number);
    }

    private void symbol(int start, byte first) {
        at++;
        if (first == '\'' && at + 2 <= source.length) {
            at += 2;
            mark();
            char letter = letter(new String(source, at - 2, 2, StandardCharsets.US_ASCII));
            keep(start, String.valueOf(letter));
        } else if (first == '*') {
            // The destination's name follows and decides.
            copy(start, at);
        } else {
            mark();
            keep(start, first == '~' ? " " : first == '\\' || first == '{' || first == '}' ? "" + (char) first : "");
        }
    }

    private static char letter(String hexadecimal) {
        try {
            return new String(new byte[] {(byte) Integer.parseInt(hexadecimal, 16)}, WINDOWS).charAt(0);
        } catch (NumberFormatException e) {
            return '?';
        }
    }

    private void word(int start, String word, String number) {
        boolean on = !number.equals("0");
        if (FURNITURE.contains(word) || COMMENT.contains(word)) {
            state = new State(Place.NOWHERE, state.hidden(), state.raised());
            return;
        }
        switch (word) {
            case "footnote" -> {
                Place place = state.place() == Place.NOWHERE ? Place.NOWHERE : Place.NOTE;
                state = new State(place, false, false);
            }
            case "v", "deleted" -> state = new State(state.place(), on, state.raised());
            case "plain" -> {
                unmark();
                state = new State(state.place(), false, false);
                copy(start, at);
            }
            case "super" -> {
                unmark();
                state = new State(state.place(), state.hidden(), on);
            }
            case "nosupersub", "sub" -> {
                unmark();
                state = new State(state.place(), state.hidden(), false);
                copy(start, at);
            }
            // The number of a note, and the mark of a comment.
            case "chftn", "chatn" -> {}
            case "par", "line", "tab", "cell", "row", "sect", "page" -> {
                unmark();
                keep(start, " ");
            }
            case "u" -> {
                mark();
                keep(start, number.matches("-?\\d{1,5}") ? String.valueOf((char) Integer.parseInt(number)) : "");
                // In the note, the letter that stands in for it is passed over.
                if (state.place() != Place.TEXT && at < source.length && source[at] == '?') {
                    at++;
                }
            }
            case "bin" -> {
                at = (int) Math.min(source.length, at + (number.matches("\\d{1,9}") ? Long.parseLong(number) : 0));
                copy(start, at);
            }
            default -> copy(start, at);
        }
    }

    private void text() {
        int start = at;
        while (at < source.length && "{}\\\r\n".indexOf(source[at]) < 0) {
            at++;
        }
        mark();
        keep(start, new String(source, start, at - start, WINDOWS));
    }

    /** Shown text goes where it belongs. */
    private void keep(int start, String text) {
        if (!state.hidden()) {
            if (state.place() == Place.NOTE) {
                note.append(text);
            }
            copy(start, at);
        }
    }

    private void copy(int from, int to) {
        if (state.place() == Place.TEXT || source[from] == '{') {
            out.write(source, from, to - from);
        }
    }

    private void mark() {
        if (state.raised() && !state.hidden() && state.place() == Place.TEXT && !marked) {
            out.writeBytes("^\\{".getBytes(StandardCharsets.US_ASCII));
            marked = true;
        }
    }

    private void unmark() {
        if (marked) {
            out.writeBytes("\\}".getBytes(StandardCharsets.US_ASCII));
            marked = false;
        }
    }

    private static boolean isLetter(byte each) {
        return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
    }
}
