package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads Apatite's own format: tab-separated {@code id, type, name, parents, synonyms}, parents and synonyms separated by
 * {@code |}. Lines that begin with {@code #} say source and columns; {@code # ambiguous: calcium, iron} lists preferred
 * names that need the right surroundings.
 */
final class TabFile {
    private static final String AMBIGUOUS = "ambiguous:";

    private final String name;

    TabFile(String name) {
        this.name = name;
    }

    void read(InputStream in, VocabularyBuilder builder) throws IOException {
        byte[] bytes = in.readAllBytes();
        int number = 0;
        for (int start = 0, end; start < bytes.length; start = end + 1) {
            end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int length = end - start - (end > start && bytes[end - 1] == '\r' ? 1 : 0);
            String line = new String(bytes, start, length, StandardCharsets.UTF_8);
            number++;
            builder.seen(bytes, start, length);
            if (line.startsWith("#")) {
                comment(line.substring(1).strip(), builder);
            } else if (!line.isBlank()) {
                String origin = origin(number);
                builder.add(concept(line, origin), origin);
            }
        }
    }

    private static void comment(String comment, VocabularyBuilder builder) {
        if (comment.toLowerCase(Locale.ROOT).startsWith(AMBIGUOUS)) {
            for (String each : comment.substring(AMBIGUOUS.length()).split("[,;|\t]", -1)) {
                if (!each.isBlank()) {
                    builder.ambiguous(each.strip());
                }
            }
        }
    }

    private static Concept concept(String line, String origin) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5) {
            throw new VocabularyException(origin + ": has " + cells.length + " columns instead of 5");
        }
        return new Concept(cells[0].strip(), cells[2].strip(), type(cells[1], origin), list(cells[3]), list(cells[4]));
    }

    private String origin(int line) {
        return name + ", line " + line;
    }

    static MentionType type(String cell, String origin) {
        try {
            return MentionType.valueOf(cell.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new VocabularyException(
                    origin + ": \"" + cell + "\" is no type; the types are treatment, condition, antibody, site, test, "
                            + "organism, imaging",
                    e);
        }
    }

    static List<String> list(String cell) {
        List<String> entries = new ArrayList<>();
        for (int start = 0, end; start < cell.length(); start = end + 1) {
            int bar = cell.indexOf('|', start);
            end = bar < 0 ? cell.length() : bar;
            String entry = cell.substring(start, end).strip();
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }
}
