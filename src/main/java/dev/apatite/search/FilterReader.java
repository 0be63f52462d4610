package dev.apatite.search;

import dev.apatite.index.FacetDimensions;
import dev.apatite.index.Schema;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Response;
import dev.apatite.paper.Sex;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads the filters of a request. Values of one name are joined by OR, names by AND; age and sex are of one patient. A
 * name or a shape that is not known is an error, a concept that is not known finds nothing.
 */
final class FilterReader {
    private static final Set<String> NAMES = Set.of(
            "treatment",
            "condition",
            "antibody",
            "site",
            "given",
            "finding",
            "age",
            "sex",
            "year",
            "journal",
            "response",
            "minConfidence",
            "section");

    /** What only findings can be chosen by. */
    private static final List<String> OF_FINDINGS = List.of("own", "mark");

    private final EvidenceQueries evidence;

    FilterReader(EvidenceQueries evidence) {
        this.evidence = evidence;
    }

    Filters read(SearchRequest request, Rows rows) {
        Filters.Builder filters = new Filters.Builder();
        filters.least = least(request.filters().getOrDefault("minConfidence", List.of()));
        Map<String, Query> patients = new LinkedHashMap<>();
        request.filters().forEach((name, all) -> {
            List<String> values = all.stream()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
            if (!NAMES.contains(name) && !(rows == Rows.FINDINGS && OF_FINDINGS.contains(name))) {
                throw new BadRequest(
                        name,
                        "there is no filter " + name + "; filters are "
                                + NAMES.stream().sorted().collect(Collectors.joining(", "))
                                + (rows == Rows.FINDINGS ? ", " + String.join(", ", OF_FINDINGS) : ""));
            }
            if (!values.isEmpty()) {
                filters.selected.put(
                        name, values.stream().map(each -> shown(name, each)).toList());
                add(name, values, rows, filters, patients);
            }
        });
        if (rows != Rows.PATIENTS) {
            patients.keySet().forEach(each -> ofOnePatient(each, patients, filters));
        }
        return filters.build();
    }

    /** Age and sex are of one patient: whoever counts one as if it were not chosen still has the other to heed. */
    private void ofOnePatient(String dimension, Map<String, Query> patients, Filters.Builder filters) {
        filters.ofFacets.put(dimension, evidence.papersWithPatient(Filters.all(patients.values())));
        Map<String, Query> others = new LinkedHashMap<>(patients);
        others.remove(dimension);
        if (!others.isEmpty()) {
            filters.without.put(dimension, evidence.papersWithPatient(Filters.all(others.values())));
        }
    }

    private void add(
            String name, List<String> values, Rows rows, Filters.Builder filters, Map<String, Query> patients) {
        switch (name) {
            case "treatment" -> treatment(values, rows, filters);
            case "condition" ->
                facet(FacetDimensions.CONDITION, either(values, concept(MentionType.CONDITION)), filters);
            case "site" -> facet(FacetDimensions.SITE, either(values, concept(MentionType.SITE)), filters);
            case "antibody" -> antibody(values, filters);
            case "year" -> facet(FacetDimensions.YEAR, either(values, this::year), filters);
            case "journal" -> facet(FacetDimensions.JOURNAL, either(values, FilterReader::journal), filters);
            case "section" -> facet(FacetDimensions.SECTION, either(values, FilterReader::section), filters);
            case "given" -> {
                Function<String, Query> given = each -> evidence.concept(Schema.GIVEN, MentionType.TREATMENT, each);
                if (rows != Rows.PATIENTS) {
                    filters.papers.add(either(values, given));
                }
                filters.patients.put(name, either(values, given));
            }
            case "finding" -> {
                Query findings = sure(either(values, this::finding), filters.least);
                if (rows != Rows.FINDINGS) {
                    filters.papers.add(evidence.papersWithFinding(findings));
                }
                filters.findings.put(name, findings);
            }
            case "response" -> {
                Query findings = sure(either(values, FilterReader::response), filters.least);
                if (rows != Rows.FINDINGS) {
                    facet(FacetDimensions.RESPONSE, evidence.papersWithFinding(findings), filters);
                }
                filters.findings.put(name, findings);
            }
            case "minConfidence" -> {
                Query findings = confidence(filters.least);
                if (rows == Rows.PAPERS) {
                    filters.papers.add(evidence.papersWithFinding(findings));
                }
                filters.findings.put(name, findings);
            }
            case "mark" -> {
                // The search for findings chooses by it what counts as one: MarkFilter.
            }
            case "own" -> filters.findings.put(name, either(values, FilterReader::own));
            case "age" -> {
                Query ages = either(values, this::age);
                patients.put(FacetDimensions.AGE, ages);
                filters.patients.put(name, ages);
            }
            default -> {
                Query sexes = either(values, FilterReader::sex);
                patients.put(FacetDimensions.SEX, sexes);
                filters.patients.put(name, sexes);
            }
        }
    }

    /** A value as its facet lists it: the concept's preferred name. */
    private String shown(String name, String value) {
        @Nullable
        MentionType type = switch (name) {
            case "treatment", "given" -> MentionType.TREATMENT;
            case "condition" -> MentionType.CONDITION;
            case "site" -> MentionType.SITE;
            case "antibody" -> MentionType.ANTIBODY;
            default -> null;
        };
        if (type == null) {
            return value;
        }
        int colon = type == MentionType.ANTIBODY ? value.lastIndexOf(':') : -1;
        return colon < 0
                ? evidence.preferred(type, value)
                : evidence.preferred(type, value.substring(0, colon)) + value.substring(colon);
    }

    /** A treatment that papers affirm; among findings, the treatment of the finding. */
    private void treatment(List<String> values, Rows rows, Filters.Builder filters) {
        if (rows == Rows.FINDINGS) {
            filters.findings.put(
                    "treatment",
                    either(values, each -> evidence.concept(Schema.TREATMENT, MentionType.TREATMENT, each)));
        } else {
            facet(FacetDimensions.TREATMENT, either(values, concept(MentionType.TREATMENT)), filters);
        }
    }

    private void antibody(List<String> values, Filters.Builder filters) {
        List<Query> rows = new ArrayList<>();
        Query papers = either(values, value -> {
            Optional<AntibodyStatus> status = status(value);
            if (status.isEmpty()) {
                return evidence.concept(Schema.CONCEPT, MentionType.ANTIBODY, value);
            }
            Query patients = evidence.antibody(value.substring(0, value.lastIndexOf(':')), status.get());
            rows.add(patients);
            return evidence.papersWithPatient(patients);
        });
        facet(FacetDimensions.ANTIBODY, papers, filters);
        if (rows.size() == values.size()) {
            BooleanQuery.Builder either = new BooleanQuery.Builder();
            rows.forEach(each -> either.add(each, Occur.SHOULD));
            filters.patients.put("antibody", either.build());
        }
    }

    private static Optional<AntibodyStatus> status(String value) {
        int colon = value.lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String typed = value.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        return Optional.of(Arrays.stream(AntibodyStatus.values())
                .filter(each -> each.code().equals(typed))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "antibody", "an antibody is written name, name:positive or name:negative, not " + value)));
    }

    private static void facet(String dimension, Query query, Filters.Builder filters) {
        filters.ofFacets.put(dimension, query);
    }

    private Function<String, Query> concept(MentionType type) {
        return value -> evidence.concept(Schema.CONCEPT, type, value);
    }

    private static Query either(List<String> values, Function<String, Query> query) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        values.stream().distinct().forEach(each -> either.add(query.apply(each), Occur.SHOULD));
        return new ConstantScoreQuery(either.build());
    }

    private Query finding(String value) {
        int colon = value.lastIndexOf(':');
        if (colon <= 0 || colon == value.length() - 1) {
            throw new BadRequest(
                    "finding", "a finding is written treatment:response, as in diltiazem:no_response, not " + value);
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        String treatment = value.substring(0, colon).strip();
        if (!treatment.equals("*")) {
            both.add(evidence.concept(Schema.TREATMENT, MentionType.TREATMENT, treatment), Occur.MUST);
        }
        both.add(response("finding", value.substring(colon + 1).strip()), Occur.MUST);
        return both.build();
    }

    private static Query response(String value) {
        return response("response", value);
    }

    private static Query response(String parameter, String value) {
        String code = value.toLowerCase(Locale.ROOT);
        if (Arrays.stream(Response.values()).noneMatch(each -> each.code().equals(code))) {
            throw new BadRequest(
                    parameter,
                    "there is no response " + value + "; responses are "
                            + Arrays.stream(Response.values())
                                    .map(Response::code)
                                    .collect(Collectors.joining(", ")));
        }
        return new TermQuery(new Term(Schema.RESPONSE, code));
    }

    /** The least confidence that a finding may have; of several that are given, the greatest. */
    static double least(List<String> values) {
        double least = 0;
        for (String value : values) {
            try {
                double each = Double.parseDouble(value);
                if (!(each >= 0 && each <= 1)) {
                    throw new NumberFormatException(value);
                }
                least = Math.max(least, each);
            } catch (NumberFormatException e) {
                throw new BadRequest("minConfidence", "a confidence is a number from 0 to 1, not " + value);
            }
        }
        return least;
    }

    private static Query confidence(double least) {
        return DoublePoint.newRangeQuery(Schema.CONFIDENCE, least, Double.POSITIVE_INFINITY);
    }

    /** Findings that are as sure as asked for: the confidence is of the same finding as what is said of it. */
    private static Query sure(Query findings, double least) {
        return least == 0 ? findings : Filters.all(List.of(findings, confidence(least)));
    }

    private static Query own(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new BadRequest("own", "own is true or false, not " + value);
        }
        return new TermQuery(new Term(Schema.OWN, value));
    }

    private Query age(String value) {
        NumberRange range = NumberRange.read("age", value);
        return evidence.age(range.from(), range.to());
    }

    private Query year(String value) {
        NumberRange range = NumberRange.read("year", value);
        return IntField.newRangeQuery(Schema.YEAR, range.from(), range.to());
    }

    private static Query sex(String value) {
        String code = value.toLowerCase(Locale.ROOT);
        if (Arrays.stream(Sex.values()).noneMatch(each -> each.code().equals(code))) {
            throw new BadRequest("sex", "sex is female or male, not " + value);
        }
        return new TermQuery(new Term(Schema.SEX, code));
    }

    private static Query journal(String value) {
        return new TermQuery(new Term(Schema.JOURNAL_NAME, Vocabulary.fold(value)));
    }

    private static Query section(String value) {
        return new TermQuery(new Term(Schema.SECTION, sectionField(value)));
    }

    /** The text field that a section filter names. */
    static String sectionField(String value) {
        String field = value.toUpperCase(Locale.ROOT);
        if (!Schema.TEXTS.contains(field) || field.equals(Schema.IDS)) {
            throw new BadRequest(
                    "section",
                    "there is no section " + value + "; sections are "
                            + Schema.TEXTS.stream()
                                    .filter(each -> !each.equals(Schema.IDS))
                                    .collect(Collectors.joining(", ")));
        }
        return field;
    }
}
