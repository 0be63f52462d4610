package dev.apatite.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A text with brat's standoff annotations beside it: {@code X.txt} and {@code X.ann}. */
record BratFile(String name, String text, List<Entity> entities) {
    /** A text-bound annotation; a span in several pieces is taken from the first start to the last end. */
    record Entity(String type, int start, int end, String text) {
        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }

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
            List<Entity> entities = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] cells = line.split("\t", -1);
                if (line.startsWith("T") && cells.length == 3) {
                    entities.add(entity(cells, text));
                }
            }
            read.add(new BratFile(name, text, List.copyOf(entities)));
        }
        return read;
    }

    /** brat counts characters, Java counts UTF-16 units. */
    private static Entity entity(String[] cells, String text) {
        String[] numbers = cells[1].split("[ ;]", -1);
        int start = text.offsetByCodePoints(0, Integer.parseInt(numbers[1]));
        int end = text.offsetByCodePoints(0, Integer.parseInt(numbers[numbers.length - 1]));
        return new Entity(numbers[0], start, end, cells[2]);
    }

    List<Entity> of(String type) {
        return entities.stream().filter(each -> each.type().equals(type)).toList();
    }
}
