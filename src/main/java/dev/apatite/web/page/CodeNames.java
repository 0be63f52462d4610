package dev.apatite.web.page;

import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import dev.apatite.search.Highlight;
import dev.apatite.text.NumberWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes in words, as a reader expects them. */
public final class CodeNames {
    private static final Map<String, String> FILTERS = Map.of(
            "given", "treatment given",
            "finding", "finding",
            "own", "patients",
            "citing", "cited by papers on",
            "inCorpus", "in this corpus",
            "minConfidence", "confidence",
            "mark", "readers' mark");

    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry("TITLE", "Title"),
            Map.entry("ABSTRACT", "Abstract"),
            Map.entry("INTRO", "Introduction"),
            Map.entry("METHODS", "Methods"),
            Map.entry("RESULTS", "Results"),
            Map.entry("DISCUSS", "Discussion"),
            Map.entry("CONCL", "Conclusion"),
            Map.entry("CASE", "Case"),
            Map.entry("FIG", "Figure"),
            Map.entry("TABLE", "Table"),
            Map.entry("SUPPL", "Supplement"),
            Map.entry("APPENDIX", "Appendix"),
            Map.entry("ACK_FUND", "Acknowledgements"),
            Map.entry("AUTH_CON", "Authors' contributions"),
            Map.entry("COMP_INT", "Competing interests"),
            Map.entry("ABBR", "Abbreviations"),
            Map.entry("KW", "Keywords"),
            Map.entry("REF", "References"),
            Map.entry("OTHER", "Text"));

    private static final double NEAR_ENOUGH = 0.045;

    private CodeNames() {}

    /** Two letters that stand for a response beside its colour. */
    public static String letters(Response response) {
        return switch (response) {
            case COMPLETE_RESPONSE -> "CR";
            case PARTIAL_RESPONSE -> "PR";
            case NO_RESPONSE -> "NR";
            case PROGRESSION -> "PD";
            case MIXED -> "MX";
            case ADVERSE_EVENT -> "AE";
            case NOT_REPORTED -> "NS";
        };
    }

    public static String response(Response response) {
        return switch (response) {
            case COMPLETE_RESPONSE -> "complete response";
            case PARTIAL_RESPONSE -> "partial response";
            case NO_RESPONSE -> "no response";
            case PROGRESSION -> "progression";
            case MIXED -> "mixed";
            case ADVERSE_EVENT -> "adverse event";
            case NOT_REPORTED -> "outcome not stated";
        };
    }

    /** A type of mentions in the plural. */
    public static String plural(MentionType type) {
        return switch (type) {
            case ANTIBODY -> "antibodies";
            case IMAGING -> "imaging";
            default -> type.code() + "s";
        };
    }

    private static String response(String code) {
        return Arrays.stream(Response.values())
                .filter(each -> each.code().equalsIgnoreCase(code.strip()))
                .findFirst()
                .map(CodeNames::response)
                .orElse(code);
    }

    /** Whether a highlight says no more than the heading that stands before it anyway. */
    public static boolean repeatsHeading(Highlight highlight) {
        String heading = highlight.heading();
        return heading != null
                && heading.strip().equalsIgnoreCase(highlight.text().strip());
    }

    /** The stylesheet's name for a response. */
    public static String css(Response response) {
        return letters(response).toLowerCase(Locale.ROOT);
    }

    public static String sign(AntibodyStatus status) {
        return status == AntibodyStatus.POSITIVE ? "+" : "\u2212";
    }

    /** The name of a field or kind of section. */
    public static String section(@Nullable String code) {
        return code == null ? "Title" : SECTIONS.getOrDefault(code, "Text");
    }

    /** The printed heading, or what kind of section it is. */
    public static String section(@Nullable SectionKind kind, @Nullable String heading) {
        return heading == null || heading.isBlank() ? section(kind == null ? null : kind.name()) : heading;
    }

    /** "54-year-old woman", as far as it is reported. */
    public static String person(Patient patient) {
        String person = patient.sex() == null ? "patient" : sex(patient.sex(), patient.age(), patient);
        return patient.age() == null ? person : age(patient) + "-old " + person;
    }

    private static String sex(Sex sex, @Nullable Double age, Patient patient) {
        boolean child = age != null && patient.ageUnit() != null && years(patient) < 18;
        if (child) {
            return sex == Sex.FEMALE ? "girl" : "boy";
        }
        return sex == Sex.FEMALE ? "woman" : "man";
    }

    private static double years(Patient patient) {
        double age = patient.age() == null ? 0 : patient.age();
        return patient.ageUnit() == null
                ? age
                : switch (patient.ageUnit()) {
                    case YEARS -> age;
                    case MONTHS -> age / 12;
                    case WEEKS, DAYS -> 0;
                };
    }

    private static String age(Patient patient) {
        String unit = patient.ageUnit() == null ? "years" : patient.ageUnit().code();
        return number(patient.age()) + "-" + unit.substring(0, unit.length() - 1);
    }

    /** "54", or "7 months". */
    public static String shortAge(Patient patient) {
        if (patient.age() == null) {
            return "";
        }
        String unit = patient.ageUnit() == null ? "years" : patient.ageUnit().code();
        return number(patient.age()) + (unit.equals("years") ? "" : " " + unit);
    }

    /** A number without a needless fraction. */
    public static String number(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        return number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : String.format(Locale.ROOT, "%.1f", number);
    }

    /** A share in words: "About two of three", by the simplest fraction that is near enough. */
    public static String share(double share) {
        int of = 10;
        for (int each : List.of(2, 3, 4, 5)) {
            if (Math.abs(Math.rint(share * each) / each - share) < NEAR_ENOUGH) {
                of = each;
                break;
            }
        }
        int right = Math.clamp(Math.round(share * of), 0, of);
        if (right == 0) {
            return "Hardly any";
        }
        return right == of ? "Nearly all" : "About " + NumberWords.of(right) + " of " + NumberWords.of(of);
    }

    /** "1 paper", "12 papers". */
    public static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d", count) + " " + (count == 1 ? one : many);
    }

    /** The name of a filter. */
    public static String filter(String name) {
        return FILTERS.getOrDefault(name, name);
    }

    /** A filter's value as a reader would write it. */
    public static String filterValue(String name, String value) {
        return switch (name) {
            case "response" -> response(value);
            case "inCorpus" -> value.equals("true") ? "yes" : "no";
            case "minConfidence" -> value.equals("0") ? "likely and possible" : "from " + value;
            case "mark" -> value.equals("none") ? "not marked" : "marked " + value;
            case "own" -> value.equals("true") ? "the paper's own" : "cited evidence";
            case "finding" -> {
                int colon = value.lastIndexOf(':');
                yield colon < 0 ? value : value.substring(0, colon) + ": " + response(value.substring(colon + 1));
            }
            case "antibody" -> value.replace(":positive", " +").replace(":negative", " \u2212");
            case "age", "year" -> value.replace("..", "\u2013");
            case "section" -> section(value.toUpperCase(Locale.ROOT));
            default -> value;
        };
    }
}
