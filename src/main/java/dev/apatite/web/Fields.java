package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a form or a JSON object says, by names that are known; blank is nothing. */
final class Fields {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> longest;
    private final String what;

    /**
     * The body of a request, a form or a JSON object.
     *
     * @param what is described ("a mark"), for messages
     * @param longest how long each may be, by name
     */
    Fields(Context context, Json json, String what, Map<String, Integer> longest) {
        this.what = what;
        this.longest = longest;
        String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            readJson(context.body(), json);
        } else {
            context.formParamMap().forEach((name, all) -> put(name, all.isEmpty() ? "" : all.getFirst()));
        }
    }

    private void readJson(String text, Json json) {
        try {
            JsonNode body = json.mapper().readTree(text);
            if (!body.isObject()) {
                throw new ParameterException("body", "the body must be a JSON object");
            }
            body.properties()
                    .forEach(each -> put(
                            each.getKey(),
                            each.getValue().isNull() ? "" : each.getValue().asText()));
        } catch (JsonProcessingException e) {
            throw new ParameterException("body", "the body is not JSON");
        }
    }

    private void put(String name, String value) {
        Integer most = longest.get(name);
        if (most == null) {
            throw new ParameterException(name, what + " has no field " + name);
        }
        if (value.length() > most) {
            throw new ParameterException(name, name + " is longer than " + most + " characters");
        }
        if (!value.isBlank()) {
            values.put(name, value.strip());
        }
    }

    /** Whether something is said under a name. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** What is said under a name; null where nothing is. */
    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String get(String name, String absent) {
        return values.getOrDefault(name, absent);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new ParameterException(name, what + " needs " + name);
        }
        return value;
    }

    /** True or false; null where nothing is said. */
    @Nullable
    Boolean flag(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        if (Set.of("true", "false").contains(value.toLowerCase(Locale.ROOT))) {
            return value.equalsIgnoreCase("true");
        }
        throw new ParameterException(name, name + " must be true or false, not \"" + value + "\"");
    }
}
