package dev.apatite.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Findings and patients read by hand: {@code {documents: [...]}}, or {@code {papers: [...]}} with evidence per paper. */
record GoldFindings(List<Document> documents) {
    /**
     * One text.
     *
     * @param treatments of all its patients
     * @param complete whether every finding was read, so that what is no row is none
     */
    record Document(
            Path file,
            List<Person> patients,
            List<String> treatments,
            List<String> optional,
            List<Row> rows,
            boolean complete) {}

    record Person(@Nullable Double age, @Nullable String sex, List<List<String>> antibodies) {}

    /**
     * One finding.
     *
     * @param responses any of them is right
     * @param optional finding it and missing it are both right
     */
    record Row(
            String treatment,
            String printed,
            List<String> responses,
            String sentence,
            @Nullable String dose,
            @Nullable Boolean own,
            @Nullable Integer treated,
            @Nullable Integer responding,
            boolean optional) {}

    /** The texts are sought beside the gold file: in {@code entities/}, {@code ../data/} or {@code ../seeds/}. */
    static GoldFindings read(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(Files.readString(file));
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new IOException(file + " stands in no folder");
        }
        List<Document> documents = new ArrayList<>();
        for (JsonNode each : root.path("documents")) {
            documents.add(document(each, text(folder, each.path("file").asText()), "findings"));
        }
        for (JsonNode each : root.path("papers")) {
            Path text = folder.resolveSibling("seeds").resolve(each.path("file").asText());
            documents.add(document(each, text, "evidence"));
        }
        if (documents.isEmpty()) {
            throw new IOException(file + " has neither documents nor papers");
        }
        return new GoldFindings(documents);
    }

    private static Path text(Path folder, String file) {
        Path beside = folder.resolve("entities").resolve(file);
        return Files.exists(beside) ? beside : folder.resolveSibling("data").resolve(file);
    }

    private static Document document(JsonNode node, Path text, String rowsName) {
        List<Person> patients = new ArrayList<>();
        List<String> treatments = new ArrayList<>(strings(node.path("treatments")));
        List<String> optional = new ArrayList<>();
        for (JsonNode each : node.path("patients")) {
            List<List<String>> antibodies = new ArrayList<>();
            each.path("antibodies").forEach(pair -> antibodies.add(strings(pair)));
            patients.add(new Person(
                    each.path("age").isNumber() ? each.path("age").asDouble() : null, text(each, "sex"), antibodies));
            treatments.addAll(strings(each.path("treatments")));
            optional.addAll(strings(each.path("optionalTreatments")));
        }
        List<Row> rows = new ArrayList<>();
        node.path(rowsName).forEach(each -> rows.add(row(each)));
        return new Document(text, patients, treatments, optional, rows, rowsName.equals("findings"));
    }

    private static Row row(JsonNode node) {
        JsonNode response = node.path("response");
        String treatment = node.path("treatment").asText();
        String printed = text(node, "asPrinted");
        String sentence = text(node, "sentence");
        return new Row(
                treatment,
                printed == null ? treatment : printed,
                response.isArray() ? strings(response) : List.of(response.asText()),
                sentence == null ? node.path("quote").asText() : sentence,
                text(node, "dose"),
                node.has("own") ? Boolean.valueOf(node.path("own").asBoolean()) : null,
                number(node, "patients"),
                number(node, "responders"),
                node.path("optional").asBoolean() || !node.path("sure").asBoolean(true));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : null;
    }

    private static @Nullable Integer number(JsonNode node, String name) {
        return node.path(name).isNumber() ? Integer.valueOf(node.path(name).asInt()) : null;
    }

    /** The base name of a path in lower case, for messages. */
    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }
}
