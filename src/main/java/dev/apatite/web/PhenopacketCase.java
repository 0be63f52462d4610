package dev.apatite.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A GA4GH phenopacket (version 2) as a case: its terms are taken by their labels. */
final class PhenopacketCase {
    private static final Pattern AGE =
            Pattern.compile("P(?:(\\d{1,3})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?.*");

    private PhenopacketCase() {}

    /** Whether it looks like one. */
    static boolean is(JsonNode json) {
        return json.has("subject") || json.has("phenotypicFeatures") || json.has("diseases");
    }

    static Patient read(JsonNode packet) {
        List<Diagnosis> diagnoses = new ArrayList<>();
        packet.path("phenotypicFeatures").forEach(each -> condition(diagnoses, each, each.at("/type/label")));
        packet.path("diseases").forEach(each -> condition(diagnoses, each, each.at("/term/label")));
        List<AntibodyResult> antibodies = new ArrayList<>();
        for (JsonNode each : packet.path("measurements")) {
            String assay = each.at("/assay/label").asText("");
            String value = each.at("/value/ontologyClass/label").asText("").toLowerCase(Locale.ROOT);
            for (AntibodyStatus status : AntibodyStatus.values()) {
                if (!assay.isBlank() && value.equals(status.code())) {
                    antibodies.add(new AntibodyResult(null, assay, status));
                }
            }
        }
        List<String> treatments = new ArrayList<>();
        for (JsonNode each : packet.path("medicalActions")) {
            String agent = each.at("/treatment/agent/label")
                    .asText(each.at("/procedure/code/label").asText(""));
            if (!agent.isBlank()) {
                treatments.add(agent);
            }
        }
        JsonNode subject = packet.path("subject");
        Double years =
                years(subject.at("/timeAtLastEncounter/age/iso8601duration").asText(""));
        return new Patient(
                packet.path("id").asText(""),
                null,
                years,
                years == null ? null : AgeUnit.YEARS,
                sex(subject.path("sex").asText("")),
                diagnoses,
                List.of(),
                antibodies,
                List.of(),
                List.of(),
                treatments);
    }

    private static void condition(List<Diagnosis> diagnoses, JsonNode feature, JsonNode label) {
        if (!feature.path("excluded").asBoolean(false) && !label.asText("").isBlank()) {
            diagnoses.add(new Diagnosis(null, label.asText(), null));
        }
    }

    private static @Nullable Sex sex(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "FEMALE" -> Sex.FEMALE;
            case "MALE" -> Sex.MALE;
            default -> null;
        };
    }

    private static @Nullable Double years(String duration) {
        Matcher age = AGE.matcher(duration);
        if (!age.matches() || duration.length() < 3) {
            return null;
        }
        return number(age.group(1))
                + number(age.group(2)) / 12
                + number(age.group(3)) * 7 / 365.25
                + number(age.group(4)) / 365.25;
    }

    private static double number(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }
}
