package dev.apatite.web;

import dev.apatite.search.SearchRequest;
import dev.apatite.search.Wording;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request's parameters, of its address or of its form, by name; one that nobody knows is an error, not silence. */
final class Parameters {
    /** What narrows the papers, findings and patients; each may be given several times. */
    static final List<String> FILTERS = List.of(
            "treatment",
            "condition",
            "antibody",
            "site",
            "given",
            "finding",
            "minConfidence",
            "response",
            "own",
            "mark",
            "age",
            "sex",
            "year",
            "journal",
            "section",
            "citing",
            "inCorpus");

    /** What may be given several times, each time with another value. */
    private static final Set<String> MANY =
            Stream.concat(FILTERS.stream(), Stream.of("except")).collect(Collectors.toUnmodifiableSet());

    private static final Pattern FORMS =
            Pattern.compile("(?i)\\s*(application/x-www-form-urlencoded|multipart/form-data)\\s*(;.*)?");

    /** How the words of a query are taken; wherever there is a query. */
    private static final Set<String> WORDING = Set.of("synonym", "except", "match", "semantic", "mend");

    private static final int LONGEST_VALUE = 20_000;
    private static final int MOST_VALUES = 500;

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads the parameters, which must be filters or be listed in {@code known}. */
    static Parameters of(Context context, Set<String> known) {
        return of(context, known, context.method() == HandlerType.POST);
    }

    /** Reads the parameters of the address alone: the body is something else than a form. */
    static Parameters ofAddress(Context context, Set<String> known) {
        return of(context, known, false);
    }

    private static Parameters of(Context context, Set<String> known, boolean form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        add(values, context.queryParamMap());
        if (form) {
            add(values, context.formParamMap());
        }
        if (form) {
            checkForm(context);
        }
        int count = 0;
        for (Map.Entry<String, List<String>> each : values.entrySet()) {
            String name = each.getKey();
            if (!known.contains(name) && !FILTERS.contains(name)) {
                throw unknown(name, known);
            }
            if (!MANY.contains(name) && distinct(each.getValue()).size() > 1) {
                throw new ParameterException(
                        name,
                        name + " is given with several values, of which it can have one: " + distinct(each.getValue()));
            }
            count += each.getValue().size();
            if (each.getValue().stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
                throw new ParameterException(name, name + " is longer than " + LONGEST_VALUE + " characters");
            }
        }
        if (count > MOST_VALUES) {
            throw new ParameterException("query", "there are more than " + MOST_VALUES + " parameters");
        }
        return new Parameters(values);
    }

    /** A body of another kind would be read as one strange name. */
    private static void checkForm(Context context) {
        String type = context.contentType();
        if (type != null
                && !type.isBlank()
                && !context.body().isEmpty()
                && !FORMS.matcher(type).matches()) {
            throw new HttpResponseException(
                    415,
                    "parameters are sent as a form (application/x-www-form-urlencoded or multipart/form-data), not as "
                            + type);
        }
    }

    private static List<String> distinct(List<String> given) {
        return given.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static ParameterException unknown(String name, Set<String> known) {
        String nearest = nearest(name, known);
        boolean near = nearest != null && distance(name, nearest) <= Math.max(1, nearest.length() / 3);
        Set<String> own = new TreeSet<>(known);
        return new ParameterException(
                name,
                "there is no parameter " + name + "; "
                        + (near
                                ? "did you mean " + nearest + "?"
                                : "here are " + String.join(", ", own) + " and the filters "
                                        + String.join(", ", FILTERS)));
    }

    private static void add(Map<String, List<String>> values, Map<String, List<String>> more) {
        more.forEach((name, list) ->
                values.computeIfAbsent(name, any -> new ArrayList<>()).addAll(list));
    }

    /** These names, and those that say how the words of a query are taken. */
    static Set<String> andWording(String... names) {
        Set<String> all = new HashSet<>(WORDING);
        all.addAll(List.of(names));
        return Set.copyOf(all);
    }

    boolean has(String name) {
        return !text(name, "").isEmpty();
    }

    String text(String name, String absent) {
        List<String> list = values.getOrDefault(name, List.of());
        return list.isEmpty() || list.getFirst().isBlank()
                ? absent
                : list.getFirst().strip();
    }

    boolean flag(String name, boolean absent) {
        String text = text(name, String.valueOf(absent)).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "yes", "1", "on" -> true;
            case "false", "no", "0", "off" -> false;
            default -> throw new ParameterException(name, name + " must be true or false, not \"" + text + "\"");
        };
    }

    int number(String name, int absent, int least, int most) {
        String text = text(name, String.valueOf(absent));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, like a number out of bounds.
        }
        throw new ParameterException(
                name, name + " must be a whole number from " + least + " to " + most + ", not \"" + text + "\"");
    }

    /** What is searched for, with the filters that are not empty. */
    SearchRequest request(int defaultPageSize) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String filter : FILTERS) {
            List<String> given = values.getOrDefault(filter, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!given.isEmpty()) {
                filters.put(filter, given);
            }
        }
        return new SearchRequest(
                text("query", ""),
                filters,
                wording(),
                text("sort", ""),
                number("pageSize", defaultPageSize, 0, SearchRequest.LARGEST_PAGE),
                text("cursorMark", SearchRequest.FIRST_PAGE),
                true,
                true);
    }

    private Wording wording() {
        return new Wording(
                flag("synonym", true),
                values.getOrDefault("except", List.of()).stream()
                        .filter(value -> !value.isBlank())
                        .map(String::strip)
                        .toList(),
                most(),
                flag("semantic", true),
                flag("mend", true));
    }

    private boolean most() {
        String match = text("match", "most").toLowerCase(Locale.ROOT);
        if (!match.equals("most") && !match.equals("all")) {
            throw new ParameterException("match", "match must be most or all, not \"" + match + "\"");
        }
        return match.equals("most");
    }

    private static @Nullable String nearest(String name, Set<String> known) {
        Set<String> all = new TreeSet<>(known);
        all.addAll(FILTERS);
        return all.stream()
                .min((a, b) -> Integer.compare(distance(name, a), distance(name, b)))
                .orElse(null);
    }

    /** Levenshtein's distance, case ignored. */
    private static int distance(String a, String b) {
        String first = a.toLowerCase(Locale.ROOT).substring(0, Math.min(a.length(), 40));
        String second = b.toLowerCase(Locale.ROOT);
        int[] row = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                int substitution = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[second.length()];
    }
}
