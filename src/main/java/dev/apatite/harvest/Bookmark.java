package dev.apatite.harvest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where in its pages a run was that did not come to its end. */
final class Bookmark {
    private record Place(String query, String cursor) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;

    Bookmark(Path file) {
        this.file = file;
    }

    /** The cursor that a walk through this query's pages goes on at; {@code *}, the first page, where there is none. */
    String cursor(String query) throws IOException {
        try {
            Place place = MAPPER.readValue(Files.readString(file), Place.class);
            return query.equals(place.query()) ? place.cursor() : "*";
        } catch (NoSuchFileException e) {
            return "*";
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            // A walk from the first page costs some requests more and fetches nothing twice.
            return "*";
        }
    }

    void set(String query, String cursor) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, MAPPER.writeValueAsString(new Place(query, cursor)));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
