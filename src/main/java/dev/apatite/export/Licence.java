package dev.apatite.export;

import dev.apatite.paper.Paper;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a paper's licence allows, as far as its address or its words tell. */
public final class Licence {
    private static final Pattern ADDRESS =
            Pattern.compile("creativecommons\\.org/licen[sc]es/([a-z-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ZERO =
            Pattern.compile("creativecommons\\.org/publicdomain/|\\bCC ?0\\b|public domain", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT =
            Pattern.compile("\\bcc[ -]?(by(?:[ -](?:nc|nd|sa))*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LONG =
            Pattern.compile("creative commons attribution([a-z\\s\\u2010-\\u2015-]*)", Pattern.CASE_INSENSITIVE);

    private Licence() {}

    /** The Creative Commons licence in Europe PMC's short form ({@code "cc by-nc"}, {@code "cc0"}); null for any other. */
    public static @Nullable String commons(Paper paper) {
        String printed = paper.bibliography().license();
        if (printed == null) {
            return null;
        }
        if (ZERO.matcher(printed).find()) {
            return "cc0";
        }
        Matcher address = ADDRESS.matcher(printed);
        if (address.find()) {
            return "cc " + address.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher brief = SHORT.matcher(printed);
        if (brief.find()) {
            return "cc " + brief.group(1).toLowerCase(Locale.ROOT).replace(' ', '-');
        }
        Matcher words = LONG.matcher(printed);
        if (words.find()) {
            String terms = words.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            return "cc by"
                    + (terms.contains("noncommercial") ? "-nc" : "")
                    + (terms.contains("noderiv") ? "-nd" : terms.contains("sharealike") ? "-sa" : "");
        }
        return null;
    }

    /** Whether anybody may read and share the paper. */
    public static boolean isOpen(Paper paper) {
        return commons(paper) != null;
    }

    /** The licence's address where one is printed. */
    public static @Nullable String address(Paper paper) {
        String printed = paper.bibliography().license();
        return printed != null && printed.matches("https?://\\S+") ? printed : null;
    }
}
