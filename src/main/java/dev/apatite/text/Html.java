package dev.apatite.text;

/** Text in HTML and XML. */
public final class Html {
    private Html() {}

    /** The text, safe between tags and in attributes; a control character is a space, so that lengths stay. */
    public static String escaped(String text) {
        return escaped(text, 0, text.length());
    }

    /** The part of a text from {@code start} to before {@code end}, escaped likewise. */
    public static String escaped(String text, int start, int end) {
        StringBuilder escaped = new StringBuilder(end - start + 16);
        for (int i = start; i < end; i++) {
            char each = text.charAt(i);
            switch (each) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(Character.isISOControl(each) ? ' ' : each);
            }
        }
        return escaped.toString();
    }
}
