package dev.apatite.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was read out of plain words, and how it is said.
 *
 * @param findings treatments with their responses, all of one treatment
 * @param people age, sex and antibodies of a patient
 * @param concepts what else is named
 * @param words what is left
 */
record EvidencePhrase(
        List<String> findings, Map<String, List<String>> people, Map<String, List<String>> concepts, String words) {
    private static final int OLDEST = 150;

    EvidencePhrase withWords(String rest) {
        return new EvidencePhrase(findings, people, concepts, rest);
    }

    EvidencePhrase findingAlone() {
        return new EvidencePhrase(findings, Map.of(), Map.of(), "");
    }

    /** Whether it says more of a patient than a sex or an age alone. */
    boolean describesPatients() {
        return people.size() > 1 || people.containsKey("antibody") || !people.isEmpty() && !concepts.isEmpty();
    }

    EvidenceReading reading() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        if (!findings.isEmpty()) {
            filters.put("finding", findings);
        }
        filters.putAll(people);
        concepts.forEach(filters::putIfAbsent);
        return new EvidenceReading(label(), findings.isEmpty(), filters, words);
    }

    private String label() {
        List<String> parts = new ArrayList<>();
        String who = who();
        if (!who.isEmpty()) {
            parts.add((findings.isEmpty() ? "" : "in ") + who);
        }
        people.getOrDefault("antibody", List.of()).forEach(each -> parts.add(each.replace(":", " ")));
        concepts.forEach((name, values) -> parts.add((name.equals("given") ? "given " : "") + values.getFirst()));
        if (!words.isEmpty()) {
            parts.add("with the words " + words);
        }
        if (findings.isEmpty()) {
            return "Patients: " + String.join(", ", parts);
        }
        String first = findings.getFirst();
        String treatment = first.substring(0, first.lastIndexOf(':'));
        String had = findings.stream()
                .map(each -> said(each.substring(each.lastIndexOf(':') + 1)))
                .collect(Collectors.joining(" or "));
        return "Papers where " + (treatment.equals("*") ? "a treatment" : treatment) + " had " + had
                + parts.stream().map(each -> ", " + each).collect(Collectors.joining());
    }

    private String who() {
        String sex = people.getOrDefault("sex", List.of("")).getFirst();
        String years = people.getOrDefault("age", List.of("")).getFirst();
        String noun = switch (sex) {
            case "female" -> "female patients";
            case "male" -> "male patients";
            default -> years.isEmpty() ? "" : "patients";
        };
        if (years.isEmpty()) {
            return noun;
        }
        int dots = years.indexOf("..");
        int from = Integer.parseInt(years.substring(0, dots));
        int to = Integer.parseInt(years.substring(dots + 2));
        return noun
                + (to >= OLDEST
                        ? " of " + from + " years or more"
                        : from == to ? " of " + from + " years" : " of " + from + " to " + to + " years");
    }

    private static String said(String response) {
        return switch (response) {
            case "complete_response" -> "a complete response";
            case "partial_response" -> "a partial response";
            case "no_response" -> "no response";
            case "progression" -> "progression";
            case "mixed" -> "mixed results";
            default -> "an adverse event";
        };
    }
}
