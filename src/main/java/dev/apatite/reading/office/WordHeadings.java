package dev.apatite.reading.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a Word text that look like headings without one of Word's own heading styles: larger than the text, at a level
 * of the outline, or in a style of the author's that is bold or larger. They are made bold by themselves, so that who
 * reads the text further sees them as what they are.
 */
final class WordHeadings {
    private static final int LONGEST = 120;
    /** In half points. */
    private static final int LARGER = 2;

    private static final int USUAL = 22;

    // Each looks no further than where the next of its kind begins: what is never closed costs no more than its length.
    private static final Pattern STYLE = Pattern.compile("(?s)<w:style\\s([^>]*)>((?:(?!<w:style\\s).)*?)</w:style>");
    private static final Pattern ID = Pattern.compile("w:styleId=\"([^\"]*)\"");
    private static final Pattern DEFAULTS =
            Pattern.compile("(?s)<w:rPrDefault>((?:(?!<w:rPrDefault>).)*?)</w:rPrDefault>");
    private static final Pattern PARAGRAPH = Pattern.compile("(?s)<w:p(?:\\s[^>]*)?>((?:(?!<w:p[ >]).)*?)</w:p>");
    private static final Pattern OWN_STYLE = Pattern.compile("<w:pStyle\\s+w:val=\"([^\"]*)\"");
    private static final Pattern OUTLINE = Pattern.compile("<w:outlineLvl\\s+w:val=\"[0-8]\"");
    private static final Pattern RUN = Pattern.compile("(?s)<w:r(?:\\s[^>]*)?>(?:(?!<w:r[ >]).)*?</w:r>");
    private static final Pattern SIZE = Pattern.compile("<w:sz\\s+w:val=\"(\\d{1,3})\"");
    private static final Pattern BOLD = Pattern.compile("<w:b(?:\\s+w:val=\"(?:1|true|on)\")?\\s*/>");
    private static final Pattern TEXT = Pattern.compile("(?s)<w:t(?:\\s[^>]*)?>([^<]*)</w:t>");
    private static final Pattern PROPERTIES = Pattern.compile("(?s)^(<w:r(?:\\s[^>]*)?>\\s*)<w:rPr>");
    private static final Pattern START = Pattern.compile("(?s)^<w:r(?:\\s[^>]*)?>");

    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> standing = new HashSet<>();
    private final int usual;

    /** By the styles of the package; empty where it has none. */
    WordHeadings(String styles) {
        Matcher defaults = DEFAULTS.matcher(styles);
        Integer size = defaults.find() ? size(defaults.group(1)) : null;
        usual = size == null ? USUAL : size;
        Matcher style = STYLE.matcher(styles);
        while (style.find()) {
            Matcher id = ID.matcher(style.group(1));
            if (style.group(1).contains("\"paragraph\"") && id.find()) {
                Integer own = size(style.group(2));
                if (own != null) {
                    sizes.put(id.group(1), own);
                }
                if (OUTLINE.matcher(style.group(2)).find()
                        || BOLD.matcher(style.group(2)).find()) {
                    standing.add(id.group(1));
                }
            }
        }
    }

    /** The text with the lines that look like headings in bold. */
    String marked(String part) {
        int text = textSize(part);
        return PARAGRAPH.matcher(part).replaceAll(paragraph -> {
            String whole = paragraph.group();
            return Matcher.quoteReplacement(isHeading(whole, text) ? bold(whole) : whole);
        });
    }

    private boolean isHeading(String paragraph, int text) {
        String printed = printed(paragraph);
        if (printed.isBlank() || printed.length() > LONGEST || printed.strip().endsWith(".")) {
            return false;
        }
        return OUTLINE.matcher(paragraph).find()
                || standing.contains(style(paragraph))
                || sizes(paragraph).stream().allMatch(size -> size >= text + LARGER);
    }

    /** The size in which most characters are set. */
    private int textSize(String part) {
        Map<Integer, Integer> characters = new HashMap<>();
        Matcher paragraph = PARAGRAPH.matcher(part);
        while (paragraph.find()) {
            int base = base(paragraph.group());
            Matcher run = RUN.matcher(paragraph.group());
            while (run.find()) {
                Integer own = size(run.group());
                characters.merge(own == null ? base : own, printed(run.group()).length(), Integer::sum);
            }
        }
        return characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(usual);
    }

    /** The sizes of the runs that hold text. */
    private List<Integer> sizes(String paragraph) {
        int base = base(paragraph);
        List<Integer> all = new ArrayList<>();
        Matcher run = RUN.matcher(paragraph);
        while (run.find()) {
            Integer own = size(run.group());
            if (!printed(run.group()).isBlank()) {
                all.add(own == null ? base : own);
            }
        }
        return all;
    }

    private int base(String paragraph) {
        return sizes.getOrDefault(style(paragraph), usual);
    }

    private static String style(String paragraph) {
        Matcher style = OWN_STYLE.matcher(paragraph);
        return style.find() ? style.group(1) : "";
    }

    private static @Nullable Integer size(String properties) {
        Matcher size = SIZE.matcher(properties);
        return size.find() ? Integer.valueOf(size.group(1)) : null;
    }

    private static String printed(String part) {
        StringBuilder text = new StringBuilder();
        Matcher each = TEXT.matcher(part);
        while (each.find()) {
            text.append(each.group(1));
        }
        return text.toString();
    }

    private static String bold(String paragraph) {
        return RUN.matcher(paragraph).replaceAll(run -> {
            String whole = run.group();
            boolean own = PROPERTIES.matcher(whole).find();
            String marked = own
                    ? PROPERTIES.matcher(whole).replaceFirst("$1<w:rPr><w:b/>")
                    : START.matcher(whole).replaceFirst("$0<w:rPr><w:b/></w:rPr>");
            return Matcher.quoteReplacement(marked);
        });
    }
}
