package dev.apatite.query;

import dev.apatite.text.DataLines;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PubMed's field tags, as in {@code women[tiab]}: the rows of {@code field-tags.tsv}. */
final class FieldTags {
    private static final Pattern TAG = Pattern.compile("\\[([A-Za-z0-9][A-Za-z0-9 /:-]{0,30}?)(?::?~([0-9]{1,2}))?]");

    /**
     * What a tag asks for.
     *
     * @param field where its word is searched; null where everywhere
     * @param wordsToo whether the word counts everywhere too
     */
    record Tag(@Nullable QueryField field, boolean wordsToo) {}

    /**
     * A tag where it stands.
     *
     * @param moves how far apart the words of a phrase may be; null where nothing is said of it
     * @param end behind it
     */
    record Found(Tag tag, @Nullable Integer moves, int end) {}

    private final Map<String, Tag> tags = new HashMap<>();

    private FieldTags() {}

    static FieldTags load() {
        FieldTags loaded = new FieldTags();
        DataLines.cells(FieldTags.class, "field-tags.tsv").forEach(cells -> {
            String field = cells[1].replace("+", "");
            loaded.tags.put(
                    cells[0], new Tag(field.isEmpty() ? null : QueryField.valueOf(field), cells[1].endsWith("+")));
        });
        return loaded;
    }

    /** The tag that begins here; what only looks like one is text. */
    Optional<Found> at(String text, int start) {
        Matcher tag = TAG.matcher(text).region(start, text.length());
        if (!tag.lookingAt()) {
            return Optional.empty();
        }
        Tag known = tags.get(tag.group(1).strip().toLowerCase(Locale.ROOT));
        return known == null
                ? Optional.empty()
                : Optional.of(new Found(known, tag.group(2) == null ? null : Integer.valueOf(tag.group(2)), tag.end()));
    }
}
