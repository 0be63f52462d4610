package dev.apatite.languagemodel;

import dev.apatite.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What the model said, a file for each question, by a hash of all that it was asked: text, model, instructions. */
final class AnswerStore {
    private final Path folder;
    private final String asked;

    /** {@code asked} is what all questions have in common. */
    AnswerStore(Path folder, String asked) {
        this.folder = folder;
        this.asked = asked;
    }

    private Path file(String question) {
        String name = Sha256.hex(asked + '\0' + question, 16);
        return folder.resolve(name.substring(0, 2)).resolve(name + ".json");
    }

    /** What was said; empty where it was never asked, or is not to be read at present. */
    Optional<String> get(String question) {
        try {
            return Optional.of(Files.readString(file(question), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether it was asked and answered. */
    boolean has(String question) {
        return Files.exists(file(question));
    }

    void put(String question, String answer) throws IOException {
        Path file = file(question);
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "draft", ".new");
        try {
            Files.writeString(draft, answer, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
