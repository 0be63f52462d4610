package dev.apatite.harvest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Europe PMC's search, page by page ({@code /search}, {@code resultType=core}). */
final class EuropePmcSearch {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 40_000_000;

    /**
     * A page of what was found.
     *
     * @param next the cursor of the next page; null where this is the last
     */
    record Page(
            int found,
            List<HarvestCandidate> papers,
            @Nullable String next) {}

    private final Web web;
    private final String base;
    private final JsonMapper mapper = JsonMapper.builder().build();

    EuropePmcSearch(Web web, String base) {
        this.web = web;
        this.base = base;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Page page(String query, String cursor) throws IOException, InterruptedException {
        URI address = URI.create(base + "/search?query=" + encoded(query) + "&resultType=core&format=json&pageSize="
                + PAGE + "&cursorMark=" + encoded(cursor));
        byte[] sent = web.get(address, LARGEST_PAGE)
                .orElseThrow(() -> new IOException(base + " has no search: it answers /search with \"not found\""));
        JsonNode answer = answer(sent);
        List<HarvestCandidate> papers = new ArrayList<>();
        answer.path("resultList").path("result").forEach(each -> papers.add(candidate(each)));
        String next = text(answer, "nextCursorMark");
        boolean last = papers.isEmpty() || next == null || next.equals(cursor);
        return new Page(answer.path("hitCount").asInt(), papers, last ? null : next);
    }

    private JsonNode answer(byte[] sent) throws IOException {
        JsonNode answer;
        try {
            answer = mapper.readTree(sent);
        } catch (IOException e) {
            throw new IOException(base + " answers a search with something that is not JSON", e);
        }
        if (!answer.path("hitCount").isNumber()) {
            String said = text(answer, "errMsg");
            throw new Web.Refused(base + " refuses the query" + (said == null ? "" : ": " + said));
        }
        return answer;
    }

    private static HarvestCandidate candidate(JsonNode result) {
        String source = String.valueOf(text(result, "source"));
        String id = String.valueOf(text(result, "id"));
        String pmcid = text(result, "pmcid");
        List<String> free = new ArrayList<>();
        for (JsonNode each : result.path("fullTextUrlList").path("fullTextUrl")) {
            String address = text(each, "url");
            String code = String.valueOf(text(each, "availabilityCode")).toUpperCase(Locale.ROOT);
            if (address != null && (code.equals("OA") || code.equals("F"))) {
                free.add(address);
            }
        }
        String fullText = pmcid != null ? pmcid : source.equals("PPR") ? id : null;
        return new HarvestCandidate(
                source,
                id,
                text(result, "pmid"),
                pmcid,
                text(result, "doi"),
                text(result, "title"),
                text(result, "license"),
                "Y".equals(text(result, "isOpenAccess")),
                fullText,
                free);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }
}
