package dev.apatite.web.page;

import dev.apatite.search.SearchRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A search as the end of an address: only what differs from the defaults. */
public final class SearchAddresses {
    private SearchAddresses() {}

    /** {@code ?query=...&treatment=...}, or nothing where everything is asked for. */
    public static String of(SearchRequest request) {
        List<String> parts = new ArrayList<>();
        if (!request.query().isEmpty()) {
            parts.add(part("query", request.query()));
        }
        request.filters().forEach((name, values) -> values.forEach(value -> parts.add(part(name, value))));
        if (!request.synonym()) {
            parts.add("synonym=false");
        }
        request.wording().except().forEach(each -> parts.add(part("except", each)));
        if (!request.wording().most()) {
            parts.add("match=all");
        }
        if (!request.wording().semantic()) {
            parts.add("semantic=false");
        }
        if (!request.wording().mend()) {
            parts.add("mend=false");
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

    /** One parameter of an address, escaped. */
    public static String part(String name, String value) {
        return name + "=" + encoded(value);
    }

    /** A value as it may stand in an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
