package dev.apatite.evaluation;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text with brat's standoff annotations beside it: {@code X.txt} and {@code X.ann}. */
record BratFile(String name, String text, List<Entity> entities, List<Relation> relations) {
    /** A text-bound annotation; a span in several pieces is taken from the first start to the last end. */
    record Entity(String type, int start, int end, String text) {
        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }

    /** Two text-bound annotations, or events by what triggers them, and how the first stands to the second. */
    record Relation(String type, Entity first, Entity second) {}

    static List<BratFile> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".ann"))
                    .sorted()
                    .toList();
        }
        List<BratFile> read = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replaceFirst("\\.ann$", "");
            String text = Files.readString(file.resolveSibling(name + ".txt"), StandardCharsets.UTF_8);
            Map<String, Entity> byId = new LinkedHashMap<>();
            Map<String, String> triggers = new HashMap<>();
            List<String[]> related = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] cells = line.split("\t", -1);
                if (line.startsWith("T") && cells.length == 3) {
                    byId.put(cells[0], entity(cells, text));
                } else if (line.startsWith("E") && cells.length > 1) {
                    triggers.put(cells[0], cells[1].strip().split(" ", -1)[0].replaceFirst("^.*:", ""));
                } else if (line.startsWith("R") && cells.length > 1) {
                    related.add(cells[1].strip().split(" ", -1));
                }
            }
            List<Relation> relations = new ArrayList<>();
            for (String[] each : related) {
                if (each.length == 3) {
                    Entity first = argument(each[1], byId, triggers);
                    Entity second = argument(each[2], byId, triggers);
                    if (first != null && second != null) {
                        relations.add(new Relation(each[0], first, second));
                    }
                }
            }
            read.add(new BratFile(name, text, List.copyOf(byId.values()), List.copyOf(relations)));
        }
        return read;
    }

    private static @Nullable Entity argument(String cell, Map<String, Entity> byId, Map<String, String> triggers) {
        String id = cell.replaceFirst("^.*:", "");
        return byId.get(triggers.getOrDefault(id, id));
    }

    /** brat counts characters, Java counts UTF-16 units. */
    private static Entity entity(String[] cells, String text) {
        String[] numbers = cells[1].split("[ ;]", -1);
        int start = text.offsetByCodePoints(0, Integer.parseInt(numbers[1]));
        int end = text.offsetByCodePoints(0, Integer.parseInt(numbers[numbers.length - 1]));
        return new Entity(numbers[0], start, end, cells[2]);
    }

    /** The whole text as a case report's case. */
    Paper paper() {
        Section section = new Section(SectionKind.CASE, null, 1, Arrays.asList(text.split("\n", -1)));
        return Paper.ofText(name, name + ".txt", null, section);
    }

    List<Entity> of(String type) {
        return entities.stream().filter(each -> each.type().equals(type)).toList();
    }
}
