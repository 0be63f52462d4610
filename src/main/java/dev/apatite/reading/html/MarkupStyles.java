package dev.apatite.reading.html;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Finds what a page's own style sheets hide. Rules count in their order, the last that says something of an element wins;
 * of sheets for other media than a screen nothing counts. Sheets that the page links to are not there.
 */
final class MarkupStyles {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|<!--|-->");
    private static final Pattern SHOWN = Pattern.compile(
            "(?i)display\\s*:\\s*(?!none)[a-z]|visibility\\s*:\\s*visible|opacity\\s*:\\s*(?:1|0?\\.[0-9]*[1-9])");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?i)display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|font-size\\s*:\\s*0(?![.\\d]*[1-9])"
                    + "|opacity\\s*:\\s*0(?:\\.0*)?\\s*(?:[;!]|$)|clip\\s*:\\s*rect\\s*\\((?:\\s*[01](?:px)?[\\s,]+){3}[01](?:px)?\\s*\\)"
                    + "|clip-path\\s*:\\s*inset\\s*\\(\\s*(?:50|100)%|(?:left|top|text-indent)\\s*:\\s*-\\d{4,}(?:px|em|pt)");
    private static final Pattern SCREEN = Pattern.compile("(?i)@media\\s+(?:all|screen)\\s*");

    /** More rules than any page needs would only keep the reader busy. */
    private static final int MOST_RULES = 2_000;

    private final Map<Element, Boolean> hidden = new IdentityHashMap<>();
    private final Document page;
    private int rules;

    private MarkupStyles(Document page) {
        this.page = page;
    }

    /** Whether these declarations hide an element. */
    static boolean hide(String declarations) {
        return HIDDEN.matcher(declarations).find();
    }

    /** Marks the elements that style sheets hide as {@code hidden}. */
    static void apply(Document page) {
        MarkupStyles styles = new MarkupStyles(page);
        for (Element sheet : page.select("style")) {
            String media = sheet.attr("media").strip();
            if (media.isEmpty() || media.matches("(?i)all|screen")) {
                styles.rules(COMMENT.matcher(sheet.data()).replaceAll(""));
            }
        }
        int text = page.body().text().length();
        styles.hidden.keySet().forEach(element -> {
            // What a script would show again: an article is not written to be hidden.
            if (2 * element.text().length() <= text) {
                element.attr("hidden", true);
            }
        });
    }

    private void rules(String sheet) {
        int at = 0;
        while (at < sheet.length() && rules < MOST_RULES) {
            int open = sheet.indexOf('{', at);
            if (open < 0) {
                return;
            }
            // Statements such as @import end before the rule.
            String selector = sheet.substring(Math.max(at, sheet.lastIndexOf(';', open) + 1), open)
                    .strip();
            int close = end(sheet, open);
            String body = sheet.substring(open + 1, close);
            if (!selector.startsWith("@")) {
                rule(selector, body);
            } else if (SCREEN.matcher(selector).matches()) {
                rules(body);
            }
            at = close + 1;
        }
    }

    /** Where the block that opens here closes. */
    private static int end(String sheet, int open) {
        int depth = 0;
        for (int i = open; i < sheet.length(); i++) {
            depth += sheet.charAt(i) == '{' ? 1 : sheet.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return sheet.length();
    }

    private void rule(String selector, String declarations) {
        Matcher shows = SHOWN.matcher(declarations);
        boolean hides = hide(declarations);
        if (!hides && (hidden.isEmpty() || !shows.find())) {
            return;
        }
        rules++;
        try {
            if (hides) {
                page.select(selector).forEach(element -> hidden.put(element, true));
            } else {
                hidden.keySet().removeIf(element -> element.is(selector));
            }
        } catch (Selector.SelectorParseException e) {
            // States and parts that no text has (:hover, ::before): nothing of the page is meant.
        }
    }
}
