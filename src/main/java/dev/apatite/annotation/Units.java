package dev.apatite.annotation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The units of doses: which words are units, and their UCUM codes. */
final class Units {
    private final Map<String, String> amounts = new LinkedHashMap<>();
    private final Map<String, String> denominators = new LinkedHashMap<>();
    private final Map<String, String> concentrations = new LinkedHashMap<>();

    Units() {
        for (String[] row : ResourceLines.cells("units.tsv", 3)) {
            Map<String, String> names = switch (row[0]) {
                case "amount" -> amounts;
                case "per" -> denominators;
                default -> concentrations;
            };
            for (String printed : row[1].split("\\|")) {
                names.putIfAbsent(printed, row[2]);
            }
        }
    }

    /** A regular expression for the units that may follow a number. */
    String amountPattern() {
        return alternatives(amounts);
    }

    /** A regular expression for the units that may follow a slash. */
    String denominatorPattern() {
        return alternatives(denominators);
    }

    /** A regular expression for what may follow the slash of a concentration, which is no dose. */
    String concentrationPattern() {
        return alternatives(concentrations);
    }

    /** The UCUM code of a printed unit such as {@code mg/kg/day}, or null where it is not known whole. */
    @Nullable
    String ucum(String printed) {
        String[] parts = printed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*\\bper\\b\\s*", "/")
                .split("\\s*/\\s*");
        String numerator = amounts.get(parts[0].strip());
        if (numerator == null) {
            return null;
        }
        StringBuilder code = new StringBuilder(numerator);
        for (int i = 1; i < parts.length; i++) {
            String part = denominators.get(parts[i].strip());
            if (part == null) {
                return null;
            }
            code.append('/').append(part);
        }
        return code.toString();
    }

    /** All codes that the table maps to. */
    List<String> codes() {
        return java.util.stream.Stream.concat(amounts.values().stream(), denominators.values().stream())
                .distinct()
                .toList();
    }

    private static String alternatives(Map<String, String> names) {
        return names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.quote(name).replace(" ", "\\E\\s?\\Q"))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
