package dev.apatite.languagemodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the model is told: {@code instructions.md} for every question, {@code question.md} with the places {@code {title}},
 * {@code {section}} and {@code {text}}, and {@code answer.schema.json}, the JSON schema of its answers. A file of the same
 * name in a folder of the user's takes the place of the shipped one.
 */
public record Instructions(String instructions, String question, JsonNode schema) {
    private static final String SYSTEM = "instructions.md";
    private static final String QUESTION = "question.md";
    private static final String SCHEMA = "answer.schema.json";

    /** Those that are shipped, or what the user's folder has in their place. */
    public static Instructions load(@Nullable Path folder) {
        try {
            return new Instructions(
                    text(folder, SYSTEM), text(folder, QUESTION), new ObjectMapper().readTree(text(folder, SCHEMA)));
        } catch (IOException e) {
            throw new UncheckedIOException("the instructions for the model cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(@Nullable Path folder, String name) throws IOException {
        if (folder != null && Files.exists(folder.resolve(name))) {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        }
        try (InputStream in = Objects.requireNonNull(Instructions.class.getResourceAsStream("prompts/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The question about a passage. */
    String ask(String title, Passages.Passage passage) {
        // The text last: what it holds is never taken for a place.
        return question.replace("{title}", title.replace("{text}", ""))
                .replace("{section}", passage.heading().replace("{text}", ""))
                .replace("{text}", passage.text());
    }
}
