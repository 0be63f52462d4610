package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import dev.apatite.text.DataLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which type the concepts of a loaded vocabulary have: {@code standard-types.tsv}, and before it what the folder's own
 * {@code types.txt} says of file names, id prefixes and MeSH tree numbers.
 */
final class ConceptTypes {
    static final String FILE = "types.txt";

    private static final String LEFT_OUT = "-";
    private static final String MESH = "mesh:";

    private final Map<String, Optional<MentionType>> types = new HashMap<>();

    ConceptTypes(Path folder) {
        readStandard();
        Path own = folder.resolve(FILE);
        if (Files.isRegularFile(own)) {
            readOwn(own);
        }
    }

    private void readStandard() {
        for (String[] cells : DataLines.cells(ConceptTypes.class, "standard-types.tsv")) {
            put(cells[0], cells[1], "standard-types.tsv");
        }
    }

    private void readOwn(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new VocabularyException(file + ": cannot be read: " + e.getMessage(), e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String origin = FILE + ", line " + (i + 1);
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw new VocabularyException(origin + ": \"" + line + "\" is not of the form \"name = type\"");
            }
            put(line.substring(0, equals).strip(), line.substring(equals + 1).strip(), origin);
        }
    }

    private void put(String key, String type, String origin) {
        types.put(key, type.equals(LEFT_OUT) ? Optional.empty() : Optional.of(TabFile.type(type, origin)));
    }

    /** The type that a file's concepts have whatever their ids; null where nothing is said of the file. */
    @org.jspecify.annotations.Nullable
    Optional<MentionType> ofFile(String file) {
        return types.get(file);
    }

    /** The type of a concept by its id's prefix ("HP:0000001"); null where nothing is said of the prefix. */
    @org.jspecify.annotations.Nullable
    Optional<MentionType> ofId(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? null : types.get(id.substring(0, colon));
    }

    /** The type of a MeSH tree number: that of its longest known beginning. */
    Optional<MentionType> ofTreeNumber(String number) {
        for (int end = number.length(); end > 0; end--) {
            Optional<MentionType> type = types.get(MESH + number.substring(0, end));
            if (type != null) {
                return type;
            }
        }
        return Optional.empty();
    }
}
