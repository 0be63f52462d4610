package dev.apatite.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Queries of a file, one a line: the query alone, or its topic, a tab and the query. Blank lines and those with # are none. */
record BatchQueries(List<Asked> queries) {
    /** A query and the word by which its hits are known: its topic, or the number of its line. */
    record Asked(String topic, String query) {}

    BatchQueries {
        queries = List.copyOf(queries);
    }

    /**
     * Reads the queries of a file, or of the standard input where it is a hyphen.
     *
     * @throws IOException where it cannot be read
     * @throws IllegalArgumentException where a topic is no word
     */
    static BatchQueries read(Path file) throws IOException {
        String text = file.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(file);
        return of(text);
    }

    static BatchQueries of(String text) {
        List<Asked> queries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int tab = line.indexOf('\t');
            String topic =
                    tab < 0 ? String.valueOf(number) : line.substring(0, tab).strip();
            if (topic.isEmpty() || topic.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException(
                        "line " + number + ": the topic before the tab must be one word, not \"" + topic + "\"");
            }
            queries.add(new Asked(topic, line.substring(tab + 1).strip()));
        }
        return new BatchQueries(queries);
    }
}
