package dev.apatite.reading.shared;

import dev.apatite.paper.SectionKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells captions of figures and tables from sentences that begin with the same words. */
public final class Captions {
    private static final Pattern CAPTION = Pattern.compile(
            "^((?:(?i:supplementary|suppl\\.|additional|online|extended data|e)\\s?)?+(?i:figures?|figs?\\.?|tables?|tab\\.|scheme|plate|graph|chart|image|video|box|figura|tabla|tabela|abb\\.|abbildung|tabelle|tableau|şekil|tablo)"
                    + "\\s*(?:S|e|A|B)?(?:\\d{1,3}|[IVX]{1,5})(?:\\s?\\(?[A-Za-z]{1,2}\\)?(?![\\p{L}]))?(?:\\s?(?:,|and|&|-|–)\\s?(?:(?:\\d{1,2}\\s?)?\\(?[A-Za-z]\\)?|\\d{1,2})(?![\\p{L}\\d])){0,8})"
                    + "(?:\\s*[.:|]\\s*|\\s+[-–—]\\s+|\\s{2,}|\\s*$|\\s+(?=\\(|\\p{Lu}\\p{L}*(?:\\s|-)))(.*)$",
            Pattern.DOTALL);

    private Captions() {}

    /**
     * A caption.
     *
     * @param label as printed, without its full stop ("Figure 1A")
     */
    public record Caption(SectionKind kind, String label, String text) {}

    /** The caption that the text is, or null where it is none. */
    public static @Nullable Caption of(String text) {
        Matcher matcher = CAPTION.matcher(text.length() > 4000 ? text.substring(0, 4000) : text);
        if (!matcher.matches()
                || matcher.group(2)
                        .matches("(?s)(?:[Ss]hows?|[Ii]s|[Aa]re|[Ww]as|[Dd]emonstrates?|[Ii]llustrates?)\\b.*")) {
            return null;
        }
        String rest = text.substring(matcher.start(2));
        String label = matcher.group(1).strip();
        boolean table = label.toLowerCase(java.util.Locale.ROOT).matches("(?s).*(?:tab|box).*");
        return new Caption(table ? SectionKind.TABLE : SectionKind.FIG, label, rest.strip());
    }
}
