package dev.apatite.reading.office;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a Word part under the prefix {@code w}, by which the other rules know them. Word itself writes no other,
 * but programs that make its files from code do ({@code ns0:p}): to XML a prefix means nothing but what it is bound to.
 */
final class WordNames {
    private static final String USUAL = "w";
    /** As Word binds it, and as ISO 29500 does in its strict form. */
    private static final Pattern BINDING = Pattern.compile(
            "\\sxmlns:([\\w.-]+)\\s*=\\s*([\"'])"
                    + "http://(?:schemas\\.openxmlformats\\.org/wordprocessingml/2006|purl\\.oclc\\.org/ooxml/wordprocessingml)/main\\2");

    private static final Pattern USUAL_BINDING = Pattern.compile("\\sxmlns:" + USUAL + "\\s*=");

    private WordNames() {}

    /** The part with the prefix {@code w}; as it came where it has that, or where that means something else in it. */
    static String usual(String part) {
        Matcher binding = BINDING.matcher(part);
        if (USUAL_BINDING.matcher(part).find() || !binding.find()) {
            return part;
        }
        return renamed(part, binding.group(1) + ":");
    }

    /** Renames elements and attributes, and the prefix where it is bound; text, values and comments stay. */
    private static String renamed(String part, String prefix) {
        StringBuilder out = new StringBuilder(part.length());
        int at = 0;
        while (at < part.length()) {
            int tag = part.indexOf('<', at);
            if (tag < 0) {
                break;
            }
            int end = end(part, tag);
            out.append(part, at, tag);
            if (part.startsWith("<!", tag) || part.startsWith("<?", tag)) {
                out.append(part, tag, end);
            } else {
                rename(part, tag, end, prefix, out);
            }
            at = end;
        }
        return out.append(part, at, part.length()).toString();
    }

    /** One past the tag, comment, marked section or instruction that begins at {@code start}. */
    private static int end(String part, int start) {
        if (part.startsWith("<!--", start)) {
            return past(part, "-->", start);
        }
        if (part.startsWith("<![CDATA[", start)) {
            return past(part, "]]>", start);
        }
        if (part.startsWith("<?", start)) {
            return past(part, "?>", start);
        }
        int at = start;
        while (at < part.length() && part.charAt(at) != '>') {
            char here = part.charAt(at);
            at = here == '"' || here == '\'' ? past(part, String.valueOf(here), at + 1) : at + 1;
        }
        return Math.min(part.length(), at + 1);
    }

    private static int past(String part, String closing, int from) {
        int found = part.indexOf(closing, from);
        return found < 0 ? part.length() : found + closing.length();
    }

    private static void rename(String part, int from, int to, String prefix, StringBuilder out) {
        String bound = "xmlns:" + prefix.substring(0, prefix.length() - 1);
        int at = from;
        while (at < to) {
            char here = part.charAt(at);
            if (here == '"' || here == '\'') {
                int end = Math.min(to, past(part, String.valueOf(here), at + 1));
                out.append(part, at, end);
                at = end;
                continue;
            }
            out.append(here);
            at++;
            boolean named = here == '<' || here == '/' || Character.isWhitespace(here);
            if (named && part.startsWith(prefix, at)) {
                out.append(USUAL).append(':');
                at += prefix.length();
            } else if (named && part.startsWith(bound, at) && !isOfName(part, at + bound.length())) {
                out.append("xmlns:").append(USUAL);
                at += bound.length();
            }
        }
    }

    private static boolean isOfName(String part, int at) {
        return at < part.length()
                && (Character.isLetterOrDigit(part.charAt(at)) || "_-.".indexOf(part.charAt(at)) >= 0);
    }
}
