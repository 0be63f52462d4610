package dev.apatite.reading.shared;

import dev.apatite.text.DataLines;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A short formula of LaTeX as plain characters; the commands stand in {@code latex.tsv}. */
public final class Latex {
    private static final Pattern FONT = Pattern.compile(
            "\\\\(?:text|textbf|textit|mathrm|mathbf|mathit|mathsf|operatorname|mbox|rm|bf|it)\\s?\\{([^{}]{0,200})\\}");
    private static final Pattern FRACTION =
            Pattern.compile("\\\\[dt]?frac\\s?\\{([^{}]{0,60})\\}\\s?\\{([^{}]{0,60})\\}");
    private static final Pattern DEGREE = Pattern.compile("\\^\\s?\\{?\\s?\\\\(?:circ|degree)\\s?\\}?");
    private static final Pattern RAISED = Pattern.compile("\\^\\s?(?:\\{([^{}]{0,60})\\}|([\\w*+-]))");
    private static final Pattern LOWERED = Pattern.compile("_\\s?(?:\\{([^{}]{0,60})\\}|(\\w))");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]{1,20})\\s?");
    private static final Map<String, String> CHARACTERS = load();

    private Latex() {}

    public static String plain(String formula) {
        String text = FONT.matcher(formula).replaceAll("$1");
        text = FRACTION.matcher(text).replaceAll("$1/$2");
        text = DEGREE.matcher(text).replaceAll("°");
        text = RAISED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        ConversionMarks.raised(found.group(1) == null ? found.group(2) : found.group(1))));
        text = LOWERED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1) == null ? found.group(2) : found.group(1)));
        text = text.replaceAll("\\\\[,;:! ]|~", " ").replaceAll("\\\\([%#&_{}$])", "$1");
        text = COMMAND.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(CHARACTERS.getOrDefault(found.group(1), "")
                        + (found.group().endsWith(" ") ? " " : "")));
        return text.replaceAll("[{}\\\\]", "").replaceAll("\\s{2,}", " ").strip();
    }

    private static Map<String, String> load() {
        Map<String, String> characters = new HashMap<>();
        for (String line : DataLines.of(Latex.class, "latex.tsv")) {
            int tab = line.indexOf('\t');
            characters.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return Map.copyOf(characters);
    }
}
