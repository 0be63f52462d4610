package dev.apatite.reading.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader has seen in a file and left out on purpose, by kind: no word of a file is lost in silence. Whatever is
 * neither text of the paper nor furniture belongs into a last section of kind OTHER.
 */
public final class Furniture {
    /** Why something is no part of the paper. */
    public enum Kind {
        /** Running heads and feet, stamps of a download, imprints that pages repeat. */
        RUNNING_HEAD("running heads and feet"),
        PAGE_NUMBER("page numbers"),
        LINE_NUMBER("line numbers"),
        /** Text that runs across or up the page: watermarks, archives' stamps. */
        MARGIN("text across the page"),
        /** What is printed twice at one place, or again: shadows, the title repeated behind a cover sheet. */
        REPEATED("repeated text"),
        /** Degrees, marks and labels around title, authors and keywords ("MD", "Keywords:", "1,2*"), headings of lists. */
        LABEL("labels, marks and degrees"),
        /** What the file hides from its readers: display:none, deleted text, white on white. */
        HIDDEN("hidden text"),
        /** Menus, buttons, advertisements, links to other papers. */
        NAVIGATION("navigation"),
        /** What is tagged for programs, not printed: identifiers and licences of parts, the source of formulas. */
        TAGGED("identifiers and licences of parts, source of formulas"),
        /** Form and program text: scripts, styles, fields. */
        MACHINERY("scripts, styles and form fields");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind in words, for people. */
        public String words() {
            return words;
        }
    }

    /** A piece that was left out. */
    public record Piece(Kind kind, String text) {}

    private final List<Piece> pieces = new ArrayList<>();

    /** Counts a text that is left out. */
    public void add(Kind kind, String text) {
        if (!text.isBlank()) {
            pieces.add(new Piece(kind, text));
        }
    }

    /** All pieces, in the order in which they were left out. */
    public List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** How many words of each kind were left out; kinds without any are missing. */
    public Map<Kind, Integer> words() {
        Map<Kind, Integer> words = new EnumMap<>(Kind.class);
        for (Piece piece : pieces) {
            words.merge(piece.kind(), wordsOf(piece.text()), Integer::sum);
        }
        return words;
    }

    private static int wordsOf(String text) {
        return text.strip().split("\\s+", -1).length;
    }
}
