package dev.apatite.reading.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a parsed document: local names, no namespaces, children in order as elements and strings. */
public final class XmlElement {
    final String name;
    private final Map<String, String> attributes;
    private final List<Object> children = new ArrayList<>();

    public XmlElement(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes.isEmpty() ? Map.of() : new LinkedHashMap<>(attributes);
    }

    /** An element without attributes that holds these elements and strings. */
    public static XmlElement of(String name, Object... children) {
        XmlElement element = new XmlElement(name, Map.of());
        element.children.addAll(List.of(children));
        return element;
    }

    public void add(Object child) {
        children.add(child);
    }

    /** Elements and strings. */
    List<Object> children() {
        return children;
    }

    boolean is(String... names) {
        for (String each : names) {
            if (name.equals(each)) {
                return true;
            }
        }
        return false;
    }

    /** The attribute's value, empty where it has none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public List<XmlElement> elements() {
        List<XmlElement> elements = new ArrayList<>();
        for (Object child : children) {
            if (child instanceof XmlElement element) {
                elements.add(element);
            }
        }
        return elements;
    }

    public List<XmlElement> elements(String... names) {
        return elements().stream().filter(element -> element.is(names)).toList();
    }

    /** The first child of one of these names, or null. */
    @Nullable
    public XmlElement child(String... names) {
        for (Object child : children) {
            if (child instanceof XmlElement element && element.is(names)) {
                return element;
            }
        }
        return null;
    }

    /** The first element of this name beneath, in document order, or null. */
    @Nullable
    XmlElement first(String wanted) {
        for (Object child : children) {
            if (child instanceof XmlElement element) {
                XmlElement found = element.name.equals(wanted) ? element : element.first(wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Every element of these names beneath, in document order; what stands within {@code barred} is left out. */
    List<XmlElement> all(List<String> wanted, List<String> barred) {
        List<XmlElement> found = new ArrayList<>();
        collect(wanted, barred, found);
        return found;
    }

    List<XmlElement> all(String... wanted) {
        return all(List.of(wanted), List.of());
    }

    private void collect(List<String> wanted, List<String> barred, List<XmlElement> found) {
        for (Object child : children) {
            if (child instanceof XmlElement element && !barred.contains(element.name)) {
                if (wanted.contains(element.name)) {
                    found.add(element);
                }
                element.collect(wanted, barred, found);
            }
        }
    }

    /** All characters beneath as they stand, white space folded. */
    String text() {
        StringBuilder text = new StringBuilder();
        append(text);
        return folded(text);
    }

    private void append(StringBuilder text) {
        for (Object child : children) {
            if (child instanceof XmlElement element) {
                element.append(text);
            } else {
                text.append(child);
            }
        }
    }

    private static String folded(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = folded.length() > 0;
            } else if (c != '\u200b' && c != '\ufeff') {
                if (space) {
                    folded.append(' ');
                    space = false;
                }
                folded.append(c);
            }
        }
        return folded.toString();
    }

    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c >= '\u2000' && c <= '\u200a'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u0085';
    }

    /** The text of the first child of one of these names, or null where there is none or it is empty. */
    @Nullable
    String childText(String... names) {
        XmlElement child = child(names);
        return child == null ? null : orNull(child.text());
    }

    /** The text of the first element of this name beneath, or null. */
    @Nullable
    String firstText(String wanted) {
        XmlElement found = first(wanted);
        return found == null ? null : orNull(found.text());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
