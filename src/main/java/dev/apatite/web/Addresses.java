package dev.apatite.web;

import dev.apatite.search.SearchRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A search as the end of an address: only what differs from the defaults. */
final class Addresses {
    private Addresses() {}

    /** {@code ?query=...&treatment=...}, or nothing where everything is asked for. */
    static String of(SearchRequest request) {
        List<String> parts = new ArrayList<>();
        if (!request.query().isEmpty()) {
            parts.add(part("query", request.query()));
        }
        request.filters().forEach((name, values) -> values.forEach(value -> parts.add(part(name, value))));
        if (!request.synonym()) {
            parts.add("synonym=false");
        }
        if (!request.sort().isEmpty()) {
            parts.add(part("sort", request.sort()));
        }
        if (request.pageSize() != SearchRequest.DEFAULT_PAGE_SIZE) {
            parts.add("pageSize=" + request.pageSize());
        }
        if (!request.cursor().equals(SearchRequest.FIRST_PAGE)) {
            parts.add(part("cursorMark", request.cursor()));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    static String part(String name, String value) {
        return name + "=" + encoded(value);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
