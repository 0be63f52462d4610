package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Reads the built-in files: tab-separated {@code id, type, name, parents, synonyms}, parents and synonyms separated by
 * {@code |}; lines that begin with {@code #} say source and columns.
 */
final class BuiltInFiles {
    private static final List<String> FILES = List.of(
            "treatments.tsv",
            "procedures.tsv",
            "conditions.tsv",
            "antibodies.tsv",
            "sites.tsv",
            "tests.tsv",
            "organisms.tsv",
            "imaging.tsv");

    private BuiltInFiles() {}

    static Vocabulary load() {
        List<Concept> concepts = new ArrayList<>();
        CRC32 checksum = new CRC32();
        for (String file : FILES) {
            try (InputStream in = BuiltInFiles.class.getResourceAsStream(file)) {
                if (in == null) {
                    continue;
                }
                read(file, in, concepts, checksum);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Vocabulary(concepts, String.format(Locale.ROOT, "%08x", checksum.getValue()));
    }

    private static void read(String file, InputStream in, List<Concept> concepts, CRC32 checksum) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            checksum.update(line.getBytes(StandardCharsets.UTF_8));
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 5) {
                throw new VocabularyException(
                        file + ", line " + number + ": has " + cells.length + " columns instead of 5");
            }
            concepts.add(new Concept(
                    cells[0],
                    cells[2],
                    MentionType.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                    list(cells[3]),
                    list(cells[4])));
        }
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
