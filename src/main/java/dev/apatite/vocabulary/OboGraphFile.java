package dev.apatite.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.paper.MentionType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ontology in OBO Graph JSON, as the OBO foundry publishes beside each OBO file: {@code graphs} of {@code nodes}
 * (id, lbl, meta with synonyms and deprecated) and {@code edges} (sub, pred, obj).
 */
final class OboGraphFile {
    private final String name;
    private final ConceptTypes types;

    OboGraphFile(String name, ConceptTypes types) {
        this.name = name;
        this.types = types;
    }

    void read(InputStream in, VocabularyBuilder builder) {
        JsonNode graphs;
        try {
            graphs = new JsonMapper().readTree(in).path("graphs");
        } catch (IOException e) {
            throw new VocabularyException(name + ": is no ontology in OBO Graph JSON: " + e.getMessage(), e);
        }
        if (!graphs.isArray() || graphs.isEmpty()) {
            throw new VocabularyException(name + ": is no ontology in OBO Graph JSON: it has no graphs");
        }
        for (JsonNode graph : graphs) {
            Map<String, List<String>> parents = parents(graph.path("edges"));
            for (JsonNode node : graph.path("nodes")) {
                add(node, parents, builder);
            }
        }
    }

    private static Map<String, List<String>> parents(JsonNode edges) {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        for (JsonNode edge : edges) {
            String relation = edge.path("pred").asText();
            if (relation.equals("is_a") || relation.endsWith("#subClassOf")) {
                parents.computeIfAbsent(edge.path("sub").asText(), any -> new ArrayList<>())
                        .add(id(edge.path("obj").asText()));
            }
        }
        return parents;
    }

    private void add(JsonNode node, Map<String, List<String>> parents, VocabularyBuilder builder) {
        String address = node.path("id").asText();
        String id = id(address);
        String label = node.path("lbl").asText();
        Optional<MentionType> type = type(id);
        boolean concept = node.path("type").asText("CLASS").equals("CLASS");
        boolean deprecated = node.path("meta").path("deprecated").asBoolean();
        if (!concept || deprecated || type == null || type.isEmpty() || label.isEmpty()) {
            return;
        }
        List<String> synonyms = new ArrayList<>();
        for (JsonNode synonym : node.path("meta").path("synonyms")) {
            String value = synonym.path("val").asText();
            switch (synonym.path("pred").asText()) {
                case "hasExactSynonym" -> synonyms.add(value);
                case "hasRelatedSynonym" -> synonyms.add(value + "?");
                default -> {}
            }
        }
        List<String> above = parents.getOrDefault(address, List.of());
        builder.add(new Concept(id, label, type.get(), above, synonyms), name + ", " + id);
    }

    private @Nullable Optional<MentionType> type(String id) {
        Optional<MentionType> ofFile = types.ofFile(name);
        return ofFile == null ? types.ofId(id) : ofFile;
    }

    /** "HP:0000118" of "http://purl.obolibrary.org/obo/HP_0000118". */
    private static String id(String address) {
        String last = address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1);
        int underscore = last.lastIndexOf('_');
        return underscore < 0 ? last : last.substring(0, underscore) + ":" + last.substring(underscore + 1);
    }
}
