package dev.apatite.reading.xml;

import dev.apatite.paper.PersonName;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.shared.TextEnds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of people and groups in JATS. */
final class JatsNames {
    private JatsNames() {}

    /** Of the forms of a name the one in Latin letters, by its characters; the first where none or all are. */
    static @Nullable XmlElement preferred(XmlElement alternatives) {
        List<XmlElement> forms = alternatives.elements();
        return forms.stream()
                .filter(form -> form.text()
                        .codePoints()
                        .filter(Character::isLetter)
                        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN))
                .findFirst()
                .orElse(forms.isEmpty() ? null : forms.getFirst());
    }

    /** The authors; the first group of people where none is called so. */
    static List<PersonName> authors(XmlElement citation) {
        List<XmlElement> groups = citation.all("person-group");
        List<PersonName> authors = new ArrayList<>();
        for (XmlElement group : groups) {
            if (group.attribute("person-group-type").isEmpty()
                    || group.attribute("person-group-type").matches("(?i)(?:all)?-?authors?")) {
                names(group, authors);
            }
        }
        if (authors.isEmpty()) {
            for (XmlElement child : citation.elements()) {
                if (child.is(
                        "name", "string-name", "collab", "institution", "name-alternatives", "collab-alternatives")) {
                    name(child, authors);
                }
            }
        }
        if (authors.isEmpty() && !groups.isEmpty()) {
            names(groups.getFirst(), authors);
        }
        return authors;
    }

    private static void names(XmlElement group, List<PersonName> authors) {
        for (XmlElement child : group.elements()) {
            name(child, authors);
        }
    }

    private static void name(XmlElement element, List<PersonName> authors) {
        switch (element.name) {
            case "name", "string-name" -> {
                String family = element.childText("surname");
                String given = element.childText("given-names");
                String suffix = element.childText("suffix");
                String whole = element.text();
                if (family == null && given == null && !whole.isEmpty()) {
                    AuthorLine.parse(whole).stream()
                            .map(author -> new PersonName(author.family(), author.given()))
                            .forEach(authors::add);
                } else if (family != null || given != null) {
                    authors.add(new PersonName(
                            trimmed(family),
                            trimmed(given == null ? suffix : suffix == null ? given : given + " " + suffix)));
                }
            }
            case "collab", "institution" -> {
                String whole = element.text();
                if (!whole.isEmpty()) {
                    authors.add(new PersonName(trimmed(whole), null));
                }
            }
            case "name-alternatives", "collab-alternatives" -> {
                XmlElement first = preferred(element);
                if (first != null) {
                    name(first, authors);
                }
            }
            default -> {}
        }
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null ? null : TextEnds.withoutEnd(text, ",;:");
    }
}
