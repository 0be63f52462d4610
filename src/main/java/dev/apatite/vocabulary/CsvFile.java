package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma-separated concepts with a header line: {@code id, type, name, parents, synonyms} in any order; only
 * {@code name} must be there, {@code type} may come from {@code types.txt}.
 */
final class CsvFile {
    private final String name;
    private final ConceptTypes types;

    CsvFile(String name, ConceptTypes types) {
        this.name = name;
        this.types = types;
    }

    void read(InputStream in, VocabularyBuilder builder) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .setCommentMarker('#')
                .get();
        try (CSVParser parser = CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), format)) {
            for (CSVRecord row : parser) {
                builder.add(concept(row, origin(parser)), origin(parser));
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new VocabularyException(name + ": is no CSV file with a header line: " + e.getMessage(), e);
        }
    }

    private String origin(CSVParser parser) {
        return name + ", line " + parser.getCurrentLineNumber();
    }

    private Concept concept(CSVRecord row, String origin) {
        String preferred = cell(row, "name");
        if (preferred.isBlank()) {
            throw new VocabularyException(origin + ": the column \"name\" is missing or empty");
        }
        MentionType type = type(row, origin);
        String id = cell(row, "id");
        return new Concept(
                id.isBlank() ? type.code() + ":" + slug(preferred) : id,
                preferred,
                type,
                TabFile.list(cell(row, "parents")),
                TabFile.list(cell(row, "synonyms")));
    }

    private MentionType type(CSVRecord row, String origin) {
        String printed = cell(row, "type");
        if (!printed.isBlank()) {
            return TabFile.type(printed, origin);
        }
        Optional<MentionType> type = types.ofFile(name);
        if (type == null || type.isEmpty()) {
            throw new VocabularyException(origin + ": has no type; fill the column \"type\", or say " + name
                    + "=condition (or another type) in " + ConceptTypes.FILE);
        }
        return type.get();
    }

    private static String cell(CSVRecord row, String column) {
        return row.isMapped(column) && row.isSet(column) ? row.get(column).strip() : "";
    }

    static String slug(String name) {
        return Vocabulary.fold(name).replace(' ', '-').toLowerCase(Locale.ROOT);
    }
}
