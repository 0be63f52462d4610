package dev.apatite.cli;

import dev.apatite.languagemodel.Instructions;
import dev.apatite.languagemodel.ModelReading;
import dev.apatite.languagemodel.ModelSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A language model of the user's that reads the papers too; {@code index} and {@code serve} have it by {@code @Mixin}. */
final class ModelOption {
    private static final String KEY = "APATITE_READER_MODEL_KEY";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--reader-model",
            paramLabel = "URL",
            description =
                    "A language model of your own reads the papers too: the address of an OpenAI-compatible API, such"
                            + " as http://127.0.0.1:11434/v1. What it says counts only where it stands in the paper.")
    private @Nullable String address;

    @Option(names = "--reader-model-name", paramLabel = "NAME", description = "The model's name there.")
    private @Nullable String name;

    @Option(
            names = "--reader-model-key-file",
            paramLabel = "FILE",
            description = "A file that holds the API's key; else it is taken from the environment's " + KEY + ".")
    private @Nullable Path keyFile;

    @Option(
            names = "--reader-model-prompts",
            paramLabel = "DIR",
            description =
                    "Your own instructions.md, question.md or answer.schema.json in place of those that are shipped.")
    private @Nullable Path prompts;

    @Option(
            names = "--reader-model-timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long one answer may take (default: ${DEFAULT-VALUE}).")
    private int seconds;

    /** Whether a model is named. */
    boolean isNamed() {
        return address != null;
    }

    /** The reading beside an index; null where no model is named. */
    @Nullable
    ModelReading beside(Path index) {
        if (address == null) {
            if (name != null || keyFile != null || prompts != null) {
                throw bad("--reader-model names the address of the model that the other options speak of");
            }
            return null;
        }
        if (name == null) {
            throw bad("--reader-model-name says which model is to be asked at " + address);
        }
        if (seconds < 1 || seconds > 3600) {
            throw bad("--reader-model-timeout must be from 1 to 3600 seconds, not " + seconds);
        }
        if (prompts != null && !Files.isDirectory(prompts)) {
            throw bad("--reader-model-prompts: there is no folder " + prompts);
        }
        try {
            ModelSettings settings = new ModelSettings(URI.create(address), name, key(), Duration.ofSeconds(seconds));
            return new ModelReading(settings, Instructions.load(prompts), index);
        } catch (IllegalArgumentException e) {
            throw bad("--reader-model: " + e.getMessage());
        }
    }

    private @Nullable String key() {
        if (keyFile == null) {
            String key = System.getenv(KEY);
            return key == null || key.isBlank() ? null : key.strip();
        }
        try {
            return Files.readString(keyFile, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + keyFile + " cannot be read", e);
        }
    }

    private CommandLine.ParameterException bad(String words) {
        return new CommandLine.ParameterException(command.commandLine(), words);
    }
}
