package dev.apatite.languagemodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the model says that a passage states, not yet checked. */
record Claim(
        @Nullable String treatment,
        @Nullable String response,
        @Nullable String sentence,
        boolean own,
        @Nullable String harm,
        @Nullable String dose,
        @Nullable Integer treated,
        @Nullable Integer responding) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST = 200;

    /** The claims of an answer; empty where the answer is not what was asked for. */
    static Optional<List<Claim>> of(String answer) {
        try {
            JsonNode rows = MAPPER.readTree(answer).path("findings");
            if (!rows.isArray() || rows.size() > MOST) {
                return Optional.empty();
            }
            List<Claim> claims = new ArrayList<>();
            rows.forEach(row -> claims.add(new Claim(
                    text(row, "treatment"),
                    text(row, "response"),
                    text(row, "sentence"),
                    row.path("own").asBoolean(false),
                    text(row, "harm"),
                    text(row, "dose"),
                    number(row, "treated"),
                    number(row, "responding"))));
            return Optional.of(claims);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode row, String name) {
        JsonNode value = row.path(name);
        return value.isTextual() && !value.asText().isBlank() ? value.asText().strip() : null;
    }

    private static @Nullable Integer number(JsonNode row, String name) {
        JsonNode value = row.path(name);
        return value.isInt() ? value.asInt() : null;
    }
}
