package dev.apatite.reading.citation;

import dev.apatite.paper.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the labelled words of an author list together into names. */
final class Names {
    private static final Set<String> BREAKS = Set.of("and", "und", "et", "y", "e", "en", "och", "og", "a");

    private final String raw;
    private final List<PersonName> names = new ArrayList<>();
    private @Nullable Part family;
    private @Nullable Part given;
    private @Nullable Label last;
    private boolean broken;

    private record Part(int start, int end) {}

    private Names(String raw) {
        this.raw = raw;
    }

    /** The names of the first stretch of author words; a later stretch is not an author list. */
    static List<PersonName> of(String raw, List<ReferenceToken> tokens, List<Label> labels) {
        Names names = new Names(raw);
        int others = 0;
        boolean begun = false;
        for (int i = 0; i < tokens.size() && others < 3; i++) {
            switch (labels.get(i)) {
                case FAMILY, GIVEN -> {
                    names.add(tokens.get(i), labels.get(i));
                    begun = true;
                    others = 0;
                }
                case JOIN ->
                    names.broken |= BREAKS.contains(Shape.folded(tokens.get(i).text()));
                default -> others += begun ? labels.get(i) == Label.OTHER ? 1 : 3 : 0;
            }
        }
        names.finish();
        return names.names;
    }

    private void add(ReferenceToken token, Label label) {
        if (last != null && (broken || beginsName(token.before(), label))) {
            finish();
        }
        Part part = label == Label.FAMILY ? family : given;
        Part grown = new Part(part == null ? token.start() : part.start(), token.end());
        if (label == Label.FAMILY) {
            family = grown;
        } else {
            given = grown;
        }
        last = label;
        broken = false;
    }

    private boolean beginsName(String gap, Label label) {
        boolean comma = gap.indexOf(',') >= 0;
        if (gap.indexOf(';') >= 0 || gap.indexOf('&') >= 0) {
            return true;
        }
        if (family != null && given != null) {
            return label != last || comma;
        }
        return comma && label == last;
    }

    private void finish() {
        if (family != null || given != null) {
            names.add(new PersonName(text(family, false), text(given, true)));
        }
        family = null;
        given = null;
        last = null;
        broken = false;
    }

    private @Nullable String text(@Nullable Part part, boolean dotted) {
        if (part == null) {
            return null;
        }
        int end = part.end();
        boolean dot = dotted && end < raw.length() && raw.charAt(end) == '.' && isAbbreviated(part);
        return raw.substring(part.start(), dot ? end + 1 : end).replaceAll("\\s+", " ");
    }

    /** Whether the full stop behind a given name is part of it: initials with stops, or more of the list follows. */
    private boolean isAbbreviated(Part part) {
        String initials = raw.substring(part.start(), part.end());
        String behind = raw.substring(part.end() + 1, Math.min(raw.length(), part.end() + 3))
                .strip();
        boolean comma =
                raw.substring(Math.max(0, part.start() - 2), part.start()).indexOf(',') >= 0;
        boolean beforeFamily = family != null && part.start() < family.start();
        return initials.indexOf('.') >= 0
                || !behind.isEmpty() && ",;&(:".indexOf(behind.charAt(0)) >= 0
                || comma && initials.length() == 1
                || beforeFamily;
    }
}
