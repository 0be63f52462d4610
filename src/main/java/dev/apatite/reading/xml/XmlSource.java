package dev.apatite.reading.xml;

import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.ReadingException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * The characters of an XML file without its document type: nothing that it names is fetched, named characters become
 * the characters themselves, and entities that it declares stand for plain text only, so that none can grow.
 */
final class XmlSource {
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Pattern DECLARED =
            Pattern.compile("<!ENTITY\\s+([\\w.-]{1,60})\\s+(?:\"([^\"&%<]{0,500})\"|'([^'&%<]{0,500})')\\s*>");
    private static final Pattern REFERENCE = Pattern.compile("&([A-Za-z][\\w.-]{0,60});");
    private static final int PROLOGUE = 200;

    private XmlSource() {}

    static String read(byte[] bytes) throws ReadingException {
        String text = decoded(bytes);
        Bounds.checkText(text.length());
        Map<String, String> declared = new HashMap<>();
        text = withoutDocumentType(text, declared);
        if (text.indexOf('&') < 0) {
            return text;
        }
        Matcher reference = REFERENCE.matcher(text);
        return reference.replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), declared)));
    }

    private static String decoded(byte[] bytes) {
        int b0 = bytes.length > 0 ? bytes[0] & 0xff : 0;
        int b1 = bytes.length > 1 ? bytes[1] & 0xff : 0;
        if (b0 == 0xff && b1 == 0xfe || b0 == '<' && b1 == 0) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16LE));
        }
        if (b0 == 0xfe && b1 == 0xff || b0 == 0 && b1 == '<') {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16BE));
        }
        String prologue = new String(bytes, 0, Math.min(bytes.length, PROLOGUE), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(prologue.startsWith("ï»¿") ? prologue.substring(3) : prologue);
        Charset charset = StandardCharsets.UTF_8;
        if (encoding.find()) {
            try {
                charset = Charset.forName(encoding.group(1));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                charset = StandardCharsets.UTF_8;
            }
        }
        return withoutMark(charset.decode(ByteBuffer.wrap(bytes)).toString());
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String withoutDocumentType(String text, Map<String, String> declared) {
        int start = text.indexOf("<!DOCTYPE");
        int root = firstElement(text);
        if (start < 0 || root >= 0 && root < start) {
            return text;
        }
        int i = start;
        boolean subset = false;
        char quote = 0;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (subset && text.startsWith("<!--", i)) {
                int end = text.indexOf("-->", i);
                i = end < 0 ? text.length() : end + 2;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                subset = true;
            } else if (c == ']') {
                subset = false;
            } else if (c == '>' && !subset) {
                break;
            }
        }
        int end = Math.min(text.length(), i + 1);
        Matcher entity = DECLARED.matcher(text.substring(start, end));
        while (entity.find()) {
            declared.putIfAbsent(entity.group(1), entity.group(2) == null ? entity.group(3) : entity.group(2));
        }
        return text.substring(0, start) + text.substring(end);
    }

    private static int firstElement(String text) {
        for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
            if (Character.isLetter(text.charAt(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private static String character(String name, Map<String, String> declared) {
        switch (name) {
            case "lt", "gt", "amp", "quot", "apos":
                return '&' + name + ';';
            default:
        }
        String own = declared.get(name);
        if (own != null) {
            return own;
        }
        String known = Entities.getByName(name);
        return known.isEmpty()
                ? "&amp;" + name + ';'
                : known.replace("&", "&amp;").replace("<", "&lt;");
    }
}
