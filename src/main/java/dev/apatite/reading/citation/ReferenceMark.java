package dev.apatite.reading.citation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of a line in a reference list.
 *
 * @param bullet whether a dash or bullet comes first
 * @param style how the label is printed; labels of one list share it; null where there is no label
 * @param label the label without brackets or full stop
 * @param number what the label counts, -1 for a label that is no number
 * @param text the rest of the line
 */
record ReferenceMark(
        boolean bullet, @Nullable Style style, @Nullable String label, int number, String text) {
    enum Style {
        BRACKETS,
        PARENTHESES,
        STOP,
        CLOSING,
        BARE,
        ROMAN,
        KEY
    }

    private static final Pattern BULLET = Pattern.compile("^\\s*[-–—•·▪◦*●■]\\s+");
    private static final Pattern LABEL = Pattern.compile("^\\s*(?:\\*\\*)?(?:\\$?\\^\\{?)?(?:"
            + "\\[\\s?(?<brackets>\\d{1,4})\\s?\\]\\.?"
            + "|\\(\\s?(?<parentheses>\\d{1,4})\\s?\\)\\.?"
            // Recognised print often has a comma for the full stop.
            + "|(?<stop>\\d{1,4})(?:\\s?\\.(?!\\d)|,(?=\\s\\p{Lu}\\p{Ll}{1,20}\\s\\p{Lu}))"
            + "|(?<closing>\\d{1,4})\\s?\\)"
            + "|\\[(?<key>[\\p{L}+]{2,12}\\s?\\d{2,4}[a-z]?)\\]"
            + "|(?<roman>[IVXLC]{1,8})[.)](?=\\s)"
            // Raised digits are a label before anything; others before a name, "de Vries" among them.
            + "|(?<bare>[¹²³⁰⁴-⁹]{1,3}(?=\\s?[\\p{L}\\d“\"‘'(\\[])|[\\d¹²³⁰⁴-⁹]{1,4}(?=\\}|\\s+\\p{Lu}|\\s?\\p{Lu}\\p{Ll}"
            + "|\\s+(?:\\p{Ll}{1,4}\\s){1,2}\\p{Lu}\\p{Ll}|\\s+d['’]\\p{Lu}))"
            + ")(?:\\}?\\$?)?(?:\\*\\*)?[:\\s]*");

    /** Reads the head of a line. */
    static ReferenceMark of(String line) {
        Matcher dash = BULLET.matcher(line);
        boolean bullet = dash.find();
        String rest = bullet ? line.substring(dash.end()) : line;
        Matcher label = LABEL.matcher(rest);
        if (!label.find()) {
            return new ReferenceMark(bullet, null, null, -1, rest.strip());
        }
        String text = rest.substring(label.end()).strip();
        for (Style style : Style.values()) {
            String printed = label.group(style.name().toLowerCase(java.util.Locale.ROOT));
            if (printed != null) {
                return new ReferenceMark(bullet, style, plain(printed), number(style, printed), text);
            }
        }
        return new ReferenceMark(bullet, null, null, -1, rest.strip());
    }

    /** The line without its bullet, for one whose label turns out to be none. */
    static String withoutBullet(String line) {
        return BULLET.matcher(line).replaceFirst("").strip();
    }

    private static String plain(String printed) {
        return java.text.Normalizer.normalize(printed, java.text.Normalizer.Form.NFKC);
    }

    private static int number(Style style, String printed) {
        return switch (style) {
            case KEY -> -1;
            case ROMAN -> roman(printed);
            default -> Integer.parseInt(plain(printed));
        };
    }

    private static int roman(String text) {
        int sum = 0;
        int before = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = switch (text.charAt(i)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                case 'L' -> 50;
                default -> 100;
            };
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }
}
