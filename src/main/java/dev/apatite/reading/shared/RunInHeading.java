package dev.apatite.reading.shared;

import dev.apatite.reading.shared.Headings.Meaning;
import dev.apatite.reading.shared.Headings.Role;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A heading that stands at the beginning of its own paragraph: "Conflict of interest: Nil", "ABSTRACT Calcinosis is".
 *
 * @param heading as printed, without the sign behind it
 * @param rest the paragraph's text
 */
public record RunInHeading(String heading, Meaning meaning, String rest) {
    private static final Pattern SIGNED = Pattern.compile(
            "^([\\p{Lu}\\d][^.:;!?—–]{1,70}?)\\s?(?::\\s?[—–-]?|[—–]|\\.\\s?[—–-]|\\.(?=\\s))\\s?(\\S.*)$",
            Pattern.DOTALL);
    private static final Pattern CAPITALS = Pattern.compile(
            "^(\\p{Lu}{5,}(?: [\\p{Lu}&]{2,}){0,3})\\s+(?=\\p{Lu}[\\p{Ll}\\s\\d-]|\\d)(.*)$", Pattern.DOTALL);
    private static final Pattern ABSTRACT =
            Pattern.compile("^(Abstract|Summary)\\s+(?=\\p{Lu}[\\p{Ll}\\s])(.*)$", Pattern.DOTALL);

    /** The run-in heading that the paragraph begins with, or null. */
    public static @Nullable RunInHeading of(String paragraph) {
        Matcher signed = SIGNED.matcher(paragraph);
        if (signed.matches()) {
            boolean fullStop = paragraph.charAt(signed.end(1)) == '.'
                    && paragraph.substring(signed.end(1)).matches("(?s)\\.\\s.*");
            RunInHeading found = known(signed.group(1), signed.group(2));
            // "Results. ..." opens a paragraph of an old abstract; elsewhere a short sentence may look like it.
            if (found != null
                    && (!fullStop || found.meaning().strong() && found.meaning().role() != Role.OTHER)) {
                return found;
            }
        }
        for (Pattern pattern : new Pattern[] {CAPITALS, ABSTRACT}) {
            Matcher matcher = pattern.matcher(paragraph);
            if (matcher.matches()) {
                RunInHeading found = known(matcher.group(1), matcher.group(2));
                if (found != null && found.meaning().strong()) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable RunInHeading known(String heading, String rest) {
        Meaning meaning = Headings.meaningOf(heading);
        if (meaning == null || !meaning.whole() || meaning.role() == Role.FIG || meaning.role() == Role.TABLE) {
            return null;
        }
        return new RunInHeading(heading.strip(), meaning, rest.strip());
    }
}
