package dev.apatite.web.page;

import dev.apatite.search.Highlight;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place of a paper's text as an address names it: {@code 5:120-260}.
 *
 * @param section index of the section
 * @param start first UTF-16 unit in the section's text
 * @param end one past its last
 */
public record Place(int section, int start, int end) {
    private static final Pattern CODE = Pattern.compile("(\\d{1,6}):(\\d{1,8})-(\\d{1,8})");

    /** The place of a sentence; null where it stands in no section. */
    public static @Nullable Place of(Highlight sentence) {
        int start = sentence.start();
        return sentence.index() < 0
                ? null
                : new Place(sentence.index(), start, start + sentence.text().length());
    }

    /** Reads {@link #code}. */
    public static Optional<Place> of(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches()
                ? Optional.of(new Place(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** As an address names it. */
    public String code() {
        return section + ":" + start + "-" + end;
    }
}
