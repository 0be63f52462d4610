package dev.apatite.reading.record;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How programs write where a record's files lie, as plain paths with forward slashes. */
final class AttachedFiles {
    private static final Pattern ADDRESS = Pattern.compile("(?i)^(?:https?|ftp|doi|zotero|mailto|data):.*");
    private static final Pattern PREFIX = Pattern.compile(
            "(?i)^(?:file:/{2,3}localhost/|file:/{0,3}|internal-pdf:/{0,2}|storage:|attachments:|(?:relative|relpath):)");
    private static final Pattern TYPE = Pattern.compile(
            "(?i)[a-z]+/[\\w.+-]+|pdf|postscript|ps|html?|url|word(?: 2007\\+)?|openoffice|libreoffice|text|markdown|djvu|epub|xml|tex|rtf|docx?|odt|txt|e-?book|open ?document text");

    private AttachedFiles() {}

    /** The path that a field means; null where it means no file. */
    static @Nullable String path(String printed) {
        String text = printed.strip();
        if (text.isEmpty() || ADDRESS.matcher(text).matches()) {
            return null;
        }
        boolean address =
                text.regionMatches(true, 0, "file:", 0, 5) || text.regionMatches(true, 0, "internal-pdf:", 0, 13);
        boolean absolute = text.matches("(?i)file:/{3}(?![a-z]:).*");
        String path = PREFIX.matcher(text).replaceFirst("");
        path = address && path.contains("%") ? decoded(path) : path;
        path = path.replace('\\', '/').replaceFirst("^(?:\\./)+", "").replaceAll("/{2,}", "/");
        path = absolute && !path.startsWith("/") ? "/" + path : path;
        return path.isEmpty() || path.endsWith("/") ? null : path;
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /**
     * The files of BibTeX's field {@code file}: {@code description:path:type;...} with what means something behind a
     * backslash (JabRef, Zotero, Mendeley), or bare paths.
     */
    static List<String> ofBibtex(String field) {
        String text = field.replaceAll("\\$\\\\backslash\\$|\\{?\\\\textbackslash ?(?:\\{\\})?\\}?", "\\\\")
                .replaceAll("\\\\([_&%#$~ {}])", "$1")
                .replaceAll("[{}]", "");
        List<String> paths = new ArrayList<>();
        for (String entry : split(text, ';')) {
            if (ADDRESS.matcher(entry.strip()).matches()) {
                continue;
            }
            List<String> parts = split(entry, ':');
            String path = ofEntry(entry, parts);
            String plain = path == null ? null : path(path);
            if (plain != null && !paths.contains(plain)) {
                paths.add(plain);
            }
        }
        return paths;
    }

    private static @Nullable String ofEntry(String entry, List<String> parts) {
        boolean typed =
                parts.size() > 1 && TYPE.matcher(parts.getLast().strip()).matches();
        if (parts.size() == 1 || entry.regionMatches(true, 0, "file:", 0, 5)) {
            return unescaped(entry);
        }
        // A Windows drive stands apart from its path by a colon that nobody escaped.
        List<String> joined = new ArrayList<>(parts.subList(0, typed ? parts.size() - 1 : parts.size()));
        for (int i = 0; i + 1 < joined.size(); i++) {
            if (joined.get(i).strip().matches("[A-Za-z]") && joined.get(i + 1).matches("[\\\\/].*")) {
                joined.set(i, joined.get(i).strip() + ":" + joined.remove(i + 1));
            }
        }
        String path = typed || joined.size() == 1 || joined.size() == 2 ? joined.getLast() : joined.get(1);
        return path.isBlank() ? null : unescaped(path);
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\([:;])", "$1").replaceAll("\\\\{2}", "\\\\");
    }

    /** The parts between separators that stand behind no backslash. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == separator && (i == 0 || text.charAt(i - 1) != '\\')) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
