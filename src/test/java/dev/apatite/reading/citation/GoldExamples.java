package dev.apatite.reading.citation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Examples from the two gold files: fields found again in their strings, and AnyStyle's tags. */
final class GoldExamples {
    private static final Pattern YEAR = Pattern.compile("(1[4-9]|20)\\d\\d[a-z]?");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]?\\d+[A-Za-z]?|[ivxlcIVXLC]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private GoldExamples() {}

    /** One example per line whose fields can all be found in its string. */
    static List<Example> fromJsonLines(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        int n = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode node = mapper.readTree(line);
            Example example = new Alignment(node.path("raw").asText(), "json" + n++ / 10).align(node);
            if (example != null) {
                examples.add(example);
            }
        }
        System.err.printf("%s: %d of %d aligned%n", file.getFileName(), examples.size(), n);
        return examples;
    }

    /** Finds the fields of one reference in its string, from left to right. */
    private static final class Alignment {
        private final String raw;
        private final String group;
        private final List<Example.Stretch> stretches = new ArrayList<>();

        Alignment(String raw, String group) {
            this.raw = raw;
            this.group = group;
        }

        @Nullable
        Example align(JsonNode node) {
            int at = 0;
            for (JsonNode name : node.path("authors")) {
                at = name(name, at);
                if (at < 0) {
                    return null;
                }
            }
            int title = find(node, "title", at, Label.TITLE);
            int journal = find(node, "journal", title, Label.JOURNAL);
            int year = find(node, "year", at, Label.YEAR);
            if (title < 0 || journal < 0 || year < 0) {
                return null;
            }
            int volume = find(node, "volume", journal, Label.VOLUME);
            int issue = volume < 0 ? -1 : find(node, "issue", volume, Label.ISSUE);
            int first = issue < 0 ? -1 : find(node, "firstPage", issue, Label.FIRST_PAGE);
            int last = first < 0 ? -1 : find(node, "lastPage", first, Label.LAST_PAGE);
            return last < 0 ? null : new Example(group, raw, stretches);
        }

        private int name(JsonNode name, int from) {
            String family = name.path("family").asText();
            String given = name.path("given").asText("");
            int start = raw.indexOf(family, from);
            int before = given.isEmpty() ? -1 : raw.indexOf(given, from);
            if (start < 0) {
                return -1;
            }
            add(start, family, Label.FAMILY);
            if (before >= 0 && before < start && before - from < 8) {
                add(before, given, Label.GIVEN);
                return start + family.length();
            }
            int behind = given.isEmpty() ? -1 : raw.indexOf(given, start + family.length());
            if (behind < 0 || behind > start + family.length() + 4) {
                return start + family.length();
            }
            add(behind, given, Label.GIVEN);
            return behind + given.length();
        }

        private int find(JsonNode node, String field, int from, Label label) {
            String value = node.path(field).isNull() ? "" : node.path(field).asText();
            if (value.isEmpty() || from < 0) {
                return from;
            }
            int at = raw.indexOf(value, from);
            while (at >= 0 && (taken(at) || splitsWord(at, at + value.length()))) {
                at = raw.indexOf(value, at + 1);
            }
            if (at < 0) {
                return -1;
            }
            add(at, value, label);
            return at + value.length();
        }

        private boolean taken(int at) {
            return stretches.stream().anyMatch(each -> at >= each.start() && at < each.end());
        }

        private boolean splitsWord(int start, int end) {
            return start > 0 && Character.isDigit(raw.charAt(start)) && Character.isDigit(raw.charAt(start - 1))
                    || end < raw.length()
                            && Character.isDigit(raw.charAt(end - 1))
                            && Character.isDigit(raw.charAt(end));
        }

        private void add(int start, String value, Label label) {
            stretches.add(new Example.Stretch(start, start + value.length(), EnumSet.of(label)));
        }
    }

    /** One example per sequence of AnyStyle's XML. */
    static List<Example> fromAnyStyle(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Element sequence : JatsCitations.elements(JatsCitations.parse(file), "sequence")) {
            Example.Builder builder = new Example.Builder();
            for (Node node = sequence.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && !element.getTagName().equals("citation-number")) {
                    piece(
                            builder,
                            element.getTagName(),
                            element.getTextContent().strip());
                    builder.add(" ");
                }
            }
            examples.add(builder.build("anystyle" + examples.size() / 10));
        }
        return examples;
    }

    private static void piece(Example.Builder builder, String tag, String text) {
        switch (tag) {
            case "author" -> builder.add(text, JatsCitations.names());
            case "title" -> builder.add(text, Label.TITLE);
            case "journal", "container-title" -> container(builder, text);
            case "editor", "translator", "director", "producer" -> builder.add(text, Label.EDITOR);
            case "publisher" -> builder.add(text, Label.PUBLISHER);
            case "location" -> builder.add(text, Label.PLACE);
            case "date" -> words(builder, text, YEAR, Set.of(Label.YEAR), Label.DATE);
            case "volume" -> volume(builder, text);
            case "pages" -> pages(builder, text);
            default -> builder.add(text);
        }
    }

    private static void container(Example.Builder builder, String text) {
        Matcher in = Pattern.compile("^[Ii]n\\b:?\\s*").matcher(text);
        int start = in.find() ? in.end() : 0;
        builder.add(text.substring(0, start)).add(text.substring(start), Label.JOURNAL);
    }

    private static void words(Example.Builder builder, String text, Pattern main, Set<Label> labels, Label others) {
        Matcher matcher = main.matcher(text);
        if (!matcher.find()) {
            builder.add(text, others);
            return;
        }
        builder.add(text.substring(0, matcher.start()), others)
                .add(matcher.group(), labels)
                .add(text.substring(matcher.end()), others);
    }

    /** "Vol. 12, No. 3", "12(3)", "36, 3": first the volume, then the issue. */
    private static void volume(Example.Builder builder, String text) {
        Matcher matcher = Pattern.compile("[\\p{L}\\p{N}]+(-[A-Z]\\b)?").matcher(text);
        int last = 0;
        Label next = Label.VOLUME;
        while (matcher.find()) {
            builder.add(text.substring(last, matcher.start()));
            String word = matcher.group();
            boolean mark = word.matches("(?i)v|vols?|t|n") && matcher.end() < text.length();
            boolean number = !mark && (NUMBER.matcher(word).matches() || word.matches("\\d+.*|[A-Z]"));
            if (word.matches("(?i)no|nr|issue|n|num|número|part|suppl|supplement|iss")) {
                next = Label.ISSUE;
            }
            if (number) {
                builder.add(word, next);
                next = Label.ISSUE;
            } else {
                builder.add(word);
            }
            last = matcher.end();
        }
        builder.add(text.substring(last));
    }

    private static void pages(Example.Builder builder, String text) {
        Matcher matcher = WORD.matcher(text);
        int last = 0;
        int seen = 0;
        while (matcher.find()) {
            builder.add(text.substring(last, matcher.start()));
            String word = matcher.group();
            boolean page = word.matches("[A-Za-z]{0,2}\\d+[A-Za-z]?|[ivxlc]+") && !word.matches("[pP]+");
            if (page && seen < 2) {
                builder.add(word, seen++ == 0 ? Label.FIRST_PAGE : Label.LAST_PAGE);
            } else {
                builder.add(word);
            }
            last = matcher.end();
        }
        builder.add(text.substring(last));
    }
}
