package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            builder.seen(bytes, 0, bytes.length);
            if (line.startsWith("#")) {
                comment(line.substring(1).strip(), builder);
            } else if (!line.isBlank()) {
                builder.add(concept(line, number), origin(number));
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

    private Concept concept(String line, int number) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5) {
            throw new VocabularyException(origin(number) + ": has " + cells.length + " columns instead of 5");
        }
        return new Concept(
                cells[0].strip(), cells[2].strip(), type(cells[1], origin(number)), list(cells[3]), list(cells[4]));
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
        return Arrays.stream(cell.split("\\|", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
