package dev.apatite.query;

import dev.apatite.text.DataLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What papers call what people call otherwise: the rows of {@code everyday-names.tsv}. */
final class EverydayNames {
    /** The most words of a row. */
    static final int LONGEST = 4;

    /** How such names are told from concepts, where each can be switched off. */
    private static final String ID = "everyday:";

    private final Map<String, List<String>> names = new HashMap<>();

    private EverydayNames() {}

    static EverydayNames load() {
        EverydayNames loaded = new EverydayNames();
        DataLines.of(EverydayNames.class, "everyday-names.tsv").forEach(line -> {
            String[] cells = line.split("\t", -1);
            loaded.names.put(cells[0], Arrays.asList(cells[1].split("\\|")));
        });
        return loaded;
    }

    /** What papers call what was typed; none where that is no everyday name. */
    List<String> of(String typed) {
        return names.getOrDefault(key(typed), List.of());
    }

    /** The id by which the other names of a name are switched off. */
    static String id(String typed) {
        return ID + key(typed).replace(' ', '-');
    }

    private static String key(String typed) {
        int end = typed.length();
        while (end > 0 && !Character.isLetterOrDigit(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(0, end).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
