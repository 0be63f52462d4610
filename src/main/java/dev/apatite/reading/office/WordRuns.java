package dev.apatite.reading.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runs of a Word text as they are shown: hidden ones out, by themselves or by a style, raised ones marked. */
final class WordRuns {
    private static final Pattern STYLE = Pattern.compile("(?s)<w:style\\s([^>]*)>(.*?)</w:style>");
    private static final Pattern ID = Pattern.compile("w:styleId=\"([^\"]*)\"");
    private static final Pattern BASE = Pattern.compile("<w:basedOn\\s+w:val=\"([^\"]*)\"");
    private static final Pattern VANISH = Pattern.compile("<w:vanish(?:\\s+w:val=\"([^\"]*)\")?\\s*/>");
    private static final Pattern RAISED = Pattern.compile("<w:vertAlign\\s+w:val=\"superscript\"\\s*/>");
    private static final Pattern RUN = Pattern.compile("(?s)<w:r(?:\\s[^>]*)?>\\s*<w:rPr>(.*?)</w:rPr>(.*?)</w:r>");
    private static final Pattern RUN_STYLE = Pattern.compile("<w:rStyle\\s+w:val=\"([^\"]*)\"");
    private static final Pattern PARAGRAPH =
            Pattern.compile("(?s)<w:p(?:\\s[^>]*)?>\\s*<w:pPr>\\s*<w:pStyle\\s+w:val=\"([^\"]*)\"\\s*/>.*?</w:p>");
    private static final Pattern TEXT = Pattern.compile("(?s)<w:t(?:\\s[^>]*)?>([^<]*)</w:t>");

    private final Set<String> hidden = new HashSet<>();
    private final Set<String> raised = new HashSet<>();

    /** By the styles of the package; empty where it has none. */
    WordRuns(String styles) {
        Map<String, String> bases = new HashMap<>();
        Set<String> shown = new HashSet<>();
        Matcher style = STYLE.matcher(styles);
        while (style.find()) {
            Matcher id = ID.matcher(style.group(1));
            if (!id.find()) {
                continue;
            }
            Matcher base = BASE.matcher(style.group(2));
            if (base.find()) {
                bases.put(id.group(1), base.group(1));
            }
            if (vanishes(style.group(2))) {
                hidden.add(id.group(1));
            } else if (VANISH.matcher(style.group(2)).find()) {
                shown.add(id.group(1));
            }
            if (RAISED.matcher(style.group(2)).find()) {
                raised.add(id.group(1));
            }
        }
        // A style that is based on a hidden one is hidden unless it says otherwise; so deep as anybody would nest them.
        for (int depth = 0; depth < 10; depth++) {
            bases.forEach((id, base) -> {
                if (hidden.contains(base) && !shown.contains(id)) {
                    hidden.add(id);
                }
            });
        }
    }

    private static boolean vanishes(String properties) {
        Matcher vanish = VANISH.matcher(properties);
        return vanish.find() && (vanish.group(1) == null || vanish.group(1).matches("1|true|on"));
    }

    /** A part of the package without what is not shown. */
    String shown(String part) {
        String text = hidden.isEmpty()
                ? part
                : PARAGRAPH
                        .matcher(part)
                        .replaceAll(paragraph ->
                                hidden.contains(paragraph.group(1)) ? "" : Matcher.quoteReplacement(paragraph.group()));
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(shown(run.group(), run.group(1))));
    }

    private String shown(String run, String properties) {
        Matcher named = RUN_STYLE.matcher(properties);
        String style = named.find() ? named.group(1) : "";
        boolean own = VANISH.matcher(properties).find();
        if (own ? vanishes(properties) : hidden.contains(style)) {
            return "";
        }
        if (!RAISED.matcher(properties).find() && !raised.contains(style)) {
            return run;
        }
        return TEXT.matcher(run)
                .replaceAll(text -> Matcher.quoteReplacement(
                        text.group(1).isBlank() || text.group(1).matches("(?s).*[{}].*")
                                ? text.group()
                                : text.group().replace(">" + text.group(1) + "<", ">^{" + text.group(1) + "}<")));
    }
}
