package dev.apatite.web.mcp;

import java.util.Map;

/** What a tool is called with; the schema has been checked by whoever calls, and again here. */
record Arguments(Map<String, Object> values) {
    private static final int USUAL = 10;
    private static final int MOST = 50;

    Arguments {
        values = values == null ? Map.of() : values;
    }

    String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : String.valueOf(value).strip();
    }

    String required(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    int limit() {
        return Math.clamp(number("limit", USUAL), 1, MOST);
    }

    int number(String name, int absent) {
        return values.get(name) instanceof Number number ? number.intValue() : absent;
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }
}
