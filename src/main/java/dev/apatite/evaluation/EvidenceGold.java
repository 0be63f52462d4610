package dev.apatite.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.evidence.GoldDocument;
import dev.apatite.annotation.evidence.GoldDocument.Kind;
import dev.apatite.annotation.evidence.GoldRow;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of texts that people read, to learn the judge of evidence from: {@code *.json} with findings of papers and
 * texts, {@code *-train.jsonl} with sentences that tell harm of drugs, {@code entities/<name>/*.ann} with names. A text
 * is sought in the folder, in its {@code entities}, and in {@code data} and {@code seeds} beside it.
 */
public final class EvidenceGold {
    /** The papers that the project began with are to be read as a careful reader does. */
    private static final double FOUNDING = 5;

    private static final int SHORTEST_NAME = 3;
    private static final int MOST_WORDS = 7;
    private static final Set<String> NAMED = Set.of("Medication", "Therapeutic_procedure");

    private final ObjectMapper json = new ObjectMapper();
    private final PaperReader reader = new PaperReader();
    private final Annotator annotator = Annotator.byRules(Vocabulary.builtIn());
    private final Path folder;
    private final List<String> unread = new ArrayList<>();

    public EvidenceGold(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** What could not be read, each with its reason. */
    public List<String> unread() {
        return unread;
    }

    /** All texts in a fixed order. */
    public List<GoldDocument> read() throws IOException {
        Map<String, Set<String>> names = entities();
        List<GoldDocument> documents = new ArrayList<>();
        for (Path file : files(".json")) {
            JsonNode root = json.readTree(Files.readString(file));
            for (JsonNode each : root.path("documents")) {
                add(each, "findings", names, documents);
            }
            for (JsonNode each : root.path("papers")) {
                add(each, "evidence", names, documents);
            }
        }
        for (Path file : files("-train.jsonl")) {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    documents.add(sentences(json.readTree(line)));
                }
            }
        }
        if (documents.isEmpty()) {
            throw new IOException(folder + " holds no findings that were read by hand");
        }
        return documents;
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** Names of treatments in the entity files, by the text's base name. */
    private Map<String, Set<String>> entities() throws IOException {
        Map<String, Set<String>> names = new HashMap<>();
        Path entities = folder.resolve("entities");
        if (!Files.isDirectory(entities)) {
            return names;
        }
        List<Path> folders;
        try (Stream<Path> all = Files.list(entities)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        for (Path each : folders) {
            for (BratFile file : BratFile.read(each)) {
                Set<String> here = names.computeIfAbsent(file.name() + ".txt", any -> new LinkedHashSet<>());
                file.entities().stream()
                        .filter(entity -> NAMED.contains(entity.type()))
                        .forEach(entity -> addName(here, entity.text()));
            }
        }
        return names;
    }

    private void add(JsonNode node, String rows, Map<String, Set<String>> names, List<GoldDocument> documents) {
        String file = node.path("file").asText();
        Path found = find(file);
        if (found == null || found.getParent() == null) {
            unread.add(file + ": not found");
            return;
        }
        String name = found.getFileName().toString();
        try {
            Paper paper = reader.read(found.getParent(), name);
            List<GoldRow> read = new ArrayList<>();
            node.path(rows).forEach(each -> read.add(row(each)));
            Set<String> printed = new LinkedHashSet<>(names.getOrDefault(name, Set.of()));
            for (GoldRow row : read) {
                addName(printed, row.printed());
                addName(printed, row.treatment());
            }
            node.path("treatments").forEach(each -> addName(printed, each.asText()));
            boolean text = file.endsWith(".txt") && !rows.equals("evidence");
            documents.add(new GoldDocument(
                    name,
                    text ? Kind.TEXT : Kind.PAPER,
                    rows.equals("evidence") ? FOUNDING : 1,
                    annotator.script(paper),
                    annotator.longForms(paper),
                    read,
                    printed));
        } catch (ReadingException e) {
            unread.add(file + ": " + e.getMessage());
        }
    }

    private @Nullable Path find(String file) {
        for (Path root : List.of(
                folder.resolve("entities"), folder, folder.resolveSibling("data"), folder.resolveSibling("seeds"))) {
            Path found = root.resolve(file);
            if (Files.isRegularFile(found)) {
                return found;
            }
        }
        return null;
    }

    private static GoldRow row(JsonNode node) {
        JsonNode response = node.path("response");
        String code = response.isArray() ? response.path(0).asText() : response.asText();
        String treatment = node.path("treatment").asText();
        return new GoldRow(
                treatment,
                node.path("asPrinted").asText(treatment),
                Response.valueOf(code.toUpperCase(Locale.ROOT)),
                node.path("own").asBoolean(true),
                node.path("sure").asBoolean(!node.path("optional").asBoolean(false)),
                node.hasNonNull("sentence")
                        ? node.path("sentence").asText()
                        : node.path("quote").asText());
    }

    private GoldDocument sentences(JsonNode node) {
        String id = node.path("pmid").asText();
        List<String> paragraphs = new ArrayList<>();
        List<GoldRow> rows = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode sentence : node.path("sentences")) {
            String text = sentence.path("text").asText();
            paragraphs.add(text);
            for (JsonNode event : sentence.path("events")) {
                boolean harm = event.path("event").asText().equals("adverse");
                for (JsonNode drug : event.path("drugs")) {
                    addName(names, drug.asText());
                    rows.add(new GoldRow(
                            drug.asText(),
                            drug.asText(),
                            harm ? Response.ADVERSE_EVENT : Response.PARTIAL_RESPONSE,
                            true,
                            true,
                            text));
                }
            }
        }
        Paper paper = Paper.ofText(
                id,
                id + ".txt",
                "Report " + id,
                new Section(SectionKind.CASE, "Case report", 1, List.of(String.join(" ", paragraphs))));
        return new GoldDocument(
                id, Kind.SENTENCES, 1, annotator.script(paper), annotator.longForms(paper), rows, names);
    }

    private static void addName(Set<String> names, String name) {
        String folded = TextMatch.fold(name);
        if (folded.length() >= SHORTEST_NAME && folded.split(" ").length <= MOST_WORDS && !isBare(folded)) {
            names.add(folded);
        }
    }

    /** Names that say nothing by themselves. */
    private static boolean isBare(String folded) {
        for (String word : folded.split(" ")) {
            if (!Set.of(
                            "treatment",
                            "therapy",
                            "surgery",
                            "operation",
                            "procedure",
                            "drug",
                            "drugs",
                            "medication",
                            "medications",
                            "the",
                            "a",
                            "of",
                            "it",
                            "this",
                            "that",
                            "these",
                            "both",
                            "management",
                            "regimen",
                            "combination",
                            "intervention",
                            "surgical",
                            "medical",
                            "treated",
                            "therapies")
                    .contains(word)) {
                return false;
            }
        }
        return true;
    }
}
