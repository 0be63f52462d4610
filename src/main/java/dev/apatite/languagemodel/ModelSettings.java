package dev.apatite.languagemodel;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which model, and where.
 *
 * @param address of the API, without {@code /chat/completions}: "http://127.0.0.1:11434/v1"
 * @param name as the API knows the model
 * @param key sent as a bearer token; null for none
 * @param longest for one answer, from the question to its last byte
 */
public record ModelSettings(
        URI address, String name, @Nullable String key, Duration longest) {
    /**
     * Refuses an address that is none.
     *
     * @throws IllegalArgumentException in words for the user
     */
    public ModelSettings {
        String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "the address of a model begins with http:// or https:// and a host, not \"" + address + "\"");
        }
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException("the address of a model holds no password; keys come from a file");
        }
    }

    URI completions() {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/chat/completions");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return name + " at " + address;
    }
}
