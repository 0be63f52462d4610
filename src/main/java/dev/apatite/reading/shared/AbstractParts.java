package dev.apatite.reading.shared;

import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts a structured abstract that is printed as one run of text: "Background: ... Methods: ... Results: ..." */
public final class AbstractParts {
    private static final Pattern LABEL = Pattern.compile(
            "(?:^|(?<=[.!?)\\]] ))((?:\\p{Lu}[\\p{L}/&-]{1,20})(?: (?:and|of|the|in|for|&|\\p{L}{2,16})){0,4})(?::\\s|\\s?[—–]\\s|\\.\\s(?=\\p{Lu}))");

    private AbstractParts() {}

    /** The abstract as one section, and one more at level 2 for each part that it names, in order. */
    public static List<Section> of(@Nullable String heading, List<String> paragraphs) {
        List<Section> parts = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (String paragraph : paragraphs) {
            parts(paragraph, before, parts);
        }
        List<Section> sections = new ArrayList<>();
        if (parts.size() < 2) {
            sections.add(new Section(SectionKind.ABSTRACT, heading, 1, paragraphs));
            return sections;
        }
        sections.add(new Section(SectionKind.ABSTRACT, heading, 1, before));
        sections.addAll(parts);
        return sections;
    }

    private static void parts(String paragraph, List<String> before, List<Section> parts) {
        Matcher label = LABEL.matcher(paragraph);
        String open = null;
        int start = 0;
        while (label.find()) {
            boolean known =
                    Headings.isKnown(label.group(1)) && (paragraph.charAt(label.end(1)) != '.' || label.start() == 0);
            if (known) {
                add(open, paragraph.substring(start, label.start()).strip(), before, parts);
                open = label.group(1);
                start = label.end();
            }
        }
        add(open, paragraph.substring(start).strip(), before, parts);
    }

    private static void add(@Nullable String heading, String text, List<String> before, List<Section> parts) {
        if (heading != null) {
            parts.add(new Section(SectionKind.ABSTRACT, heading, 2, text.isEmpty() ? List.of() : List.of(text)));
        } else if (!text.isEmpty() && !parts.isEmpty()) {
            Section last = parts.removeLast();
            List<String> longer = new ArrayList<>(last.paragraphs());
            longer.add(text);
            parts.add(new Section(last.kind(), last.heading(), last.level(), longer));
        } else if (!text.isEmpty()) {
            before.add(text);
        }
    }
}
