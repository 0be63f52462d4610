package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** The description of the API with what is derived: a name for each operation, and the address of the server. */
final class OpenApi {
    private OpenApi() {}

    static byte[] described(String document, String address, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsBytes(read(document, address, mapper));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode read(String document, String address, ObjectMapper mapper) {
        try {
            ObjectNode description = (ObjectNode) mapper.readTree(document);
            description.putArray("servers").addObject().put("url", address);
            for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    ((ObjectNode) operation.getValue()).put("operationId", id(operation.getKey(), path.getKey()));
                }
            }
            return description;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code getPapersByIdCitedBy} for a GET of {@code /api/v1/papers/{id}/citedBy}; pages begin with {@code getPage}. */
    static String id(String method, String path) {
        StringBuilder id = new StringBuilder(method);
        boolean europePmc = path.startsWith("/webservices/") || path.startsWith("/annotations_api/");
        id.append(europePmc ? "EuropePmc" : path.startsWith("/api/") ? "" : "Page");
        for (String part : path.replaceFirst("^(/api/v1|/webservices/rest|/annotations_api)", "")
                .split("[/.]+", -1)) {
            boolean variable = part.startsWith("{");
            String name = variable ? part.substring(1, part.length() - 1) : part;
            if (!name.isEmpty()) {
                id.append(variable ? "By" : "")
                        .append(name.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(name.substring(1));
            }
        }
        return id.toString();
    }
}
