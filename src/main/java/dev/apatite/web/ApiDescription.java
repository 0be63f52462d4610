package dev.apatite.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.web.page.ApiPage;
import dev.apatite.web.page.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the description of the API, an OpenAPI document, for the page that shows it to people. */
final class ApiDescription {
    private static final String SHAPES = "#/components/schemas/";
    private static final int DEEPEST = 8;

    private final JsonNode document;

    ApiDescription(JsonNode document) {
        this.document = document;
    }

    ApiPage page(Frame frame) {
        Map<String, List<ApiPage.Operation>> groups = new LinkedHashMap<>();
        document.get("tags").forEach(each -> groups.put(each.get("name").asText(), new ArrayList<>()));
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String group = method.getValue().at("/tags/0").asText();
                Objects.requireNonNull(groups.get(group), group)
                        .add(operation(method.getKey(), path.getKey(), method.getValue()));
            }
        }
        List<ApiPage.Shape> shapes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> shape :
                document.at("/components/schemas").properties()) {
            shapes.add(new ApiPage.Shape(shape.getKey(), rows(shape.getValue())));
        }
        return new ApiPage(
                frame,
                document.at("/info/description").asText(),
                groups.entrySet().stream()
                        .map(each -> new ApiPage.Group(each.getKey(), each.getValue()))
                        .toList(),
                shapes);
    }

    private ApiPage.Operation operation(String method, String path, JsonNode operation) {
        List<ApiPage.Row> parameters = new ArrayList<>();
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = resolved(each);
            parameters.add(new ApiPage.Row(
                    parameter.get("name").asText(),
                    type(parameter.get("schema")),
                    parameter.path("required").asBoolean(),
                    parameter.path("description").asText()));
        }
        Set<ApiPage.Row> body = new LinkedHashSet<>();
        operation.at("/requestBody/content").forEach(each -> body.addAll(rows(resolved(each.path("schema")))));
        List<ApiPage.Answer> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : operation.get("responses").properties()) {
            answers.add(answer(each.getKey(), resolved(each.getValue())));
        }
        return new ApiPage.Operation(
                OpenApi.id(method, path),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                parameters,
                List.copyOf(body),
                answers);
    }

    private ApiPage.Answer answer(String status, JsonNode answer) {
        JsonNode content = answer.path("content");
        List<String> mediaTypes =
                content.properties().stream().map(Map.Entry::getKey).toList();
        JsonNode json = content.path("application/json");
        JsonNode schema = json.path("schema");
        boolean inline = schema.has("properties");
        return new ApiPage.Answer(
                status,
                answer.path("description").asText(),
                mediaTypes,
                schema.isMissingNode() || inline ? null : type(schema),
                inline ? rows(schema) : List.of(),
                json.has("example") ? json.get("example").toPrettyString() : null);
    }

    /** The properties of an object, those of unnamed objects within it behind the path to them. */
    private List<ApiPage.Row> rows(JsonNode schema) {
        List<ApiPage.Row> rows = new ArrayList<>();
        addRows("", schema, rows, 0);
        return rows;
    }

    private void addRows(String before, JsonNode schema, List<ApiPage.Row> rows, int depth) {
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
            String name = before + each.getKey();
            JsonNode value = each.getValue();
            rows.add(new ApiPage.Row(
                    name,
                    type(value),
                    required.contains(each.getKey()),
                    value.path("description").asText()));
            JsonNode within = value;
            while (within.has("items")) {
                within = within.get("items");
                name += "[]";
            }
            if (within.has("properties") && depth < DEEPEST) {
                addRows(name + ".", within, rows, depth + 1);
            }
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private ApiPage.Type type(JsonNode schema) {
        if (schema.has("$ref")) {
            return new ApiPage.Type("", shape(schema.get("$ref")), "");
        }
        if (schema.has("anyOf")) {
            JsonNode named = schema.at("/anyOf/0");
            return new ApiPage.Type("", named.has("$ref") ? shape(named.get("$ref")) : null, " or null");
        }
        String words = schema.path("type").isArray()
                ? String.join(
                        " or ",
                        StreamSupport.stream(schema.get("type").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                : schema.path("type").asText("any");
        if (schema.has("enum")) {
            return new ApiPage.Type(
                    String.join(
                            ", ",
                            StreamSupport.stream(schema.get("enum").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList()),
                    null,
                    "");
        }
        JsonNode held = schema.has("items") ? schema.get("items") : schema.path("additionalProperties");
        if (held.isObject()) {
            ApiPage.Type inner = type(held);
            String outer = schema.has("items") ? words + " of " : "names with ";
            return new ApiPage.Type(outer + inner.words(), inner.shape(), inner.behind());
        }
        String standard = schema.has("default") ? ", " + schema.get("default").asText() + " if absent" : "";
        return new ApiPage.Type(words, null, standard);
    }

    private static @Nullable String shape(JsonNode reference) {
        return reference.asText().startsWith(SHAPES) ? reference.asText().substring(SHAPES.length()) : null;
    }
}
