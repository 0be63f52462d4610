package dev.apatite.reading.pdf.layout;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Characters as a reader means them: ligatures taken apart, one kind of hyphen, no control characters. */
final class PdfCharacters {
    /** Marks a hyphen that the typesetter put in only to break a line. */
    static final char SOFT_HYPHEN = '\u00AD';

    /** Private code points that fonts of one maker have used for years: small capitals, old-style figures, ligatures. */
    private static final Map<Integer, String> PRIVATE = privateCharacters();

    private PdfCharacters() {}

    private static Map<Integer, String> privateCharacters() {
        Map<Integer, String> characters = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            characters.put(0xF730 + i, String.valueOf(i));
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            characters.put(0xF761 + c - 'A', String.valueOf(c));
        }
        characters.put(0xF001, "fi");
        characters.put(0xF002, "fl");
        characters.put(0xF6BE, "j");
        characters.put(0xF6D9, "©");
        characters.put(0xF6DA, "®");
        characters.put(0xF6DB, "™");
        characters.put(0xF8E8, "®");
        characters.put(0xF8E9, "©");
        characters.put(0xF8EA, "™");
        characters.put(0xF0B7, "•");
        characters.put(0xF0A7, "▪");
        characters.put(0xF0B0, "°");
        characters.put(0xF0B1, "±");
        characters.put(0xF0B3, "≥");
        characters.put(0xF0A3, "≤");
        characters.put(0xF0B4, "×");
        characters.put(0xF061, "α");
        characters.put(0xF062, "β");
        characters.put(0xF067, "γ");
        characters.put(0xF06B, "κ");
        characters.put(0xF06D, "μ");
        return Map.copyOf(characters);
    }

    /** The text of one glyph. */
    static String normalize(String glyph) {
        if (glyph == null) {
            return "";
        }
        if (glyph.length() == 1) {
            char c = glyph.charAt(0);
            if (c > ' ' && c < 0x7F) {
                return glyph;
            }
        }
        StringBuilder out = new StringBuilder();
        glyph.codePoints().forEach(c -> out.append(normalize(c)));
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** Whether the file says only which drawing the glyph is, and no character. */
    static boolean isUnreadable(String glyph) {
        return glyph == null
                || glyph.codePoints().anyMatch(c -> c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE);
    }

    private static String normalize(int c) {
        return switch (c) {
            case '\u00A0', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007', '\u2008' ->
                " ";
            case '\u2009', '\u200A', '\u202F', '\u205F', '\u3000', '\t', '\n', '\r' -> " ";
            case '\u2010', '\u2011' -> "-";
            case '\u200B', '\u200C', '\u200D', '\uFEFF', '\uFFFD', '\u2060' -> "";
            case '\u02DA' -> "°";
            default -> other(c);
        };
    }

    private static String other(int c) {
        if (c >= 0xFB00 && c <= 0xFB06 || c >= 0xFF01 && c <= 0xFF5E) {
            return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        }
        String own = PRIVATE.get(c);
        if (own != null) {
            return own;
        }
        boolean privateUse = Character.getType(c) == Character.PRIVATE_USE;
        return Character.isISOControl(c) || privateUse || Character.getType(c) == Character.SURROGATE
                ? ""
                : Character.toString(c);
    }
}
