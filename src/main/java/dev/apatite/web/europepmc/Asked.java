package dev.apatite.web.europepmc;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a request as Europe PMC takes them: names in any case, the first value counts, unknown ones pass. Where
 * no format is named, the {@code Accept} of the request is asked, and where that names none of theirs, it is XML.
 */
final class Asked {
    private static final int LARGEST_PAGE = 1000;
    private static final int USUAL_PAGE = 25;
    private static final Set<String> FLAGS_ON = Set.of("true", "yes", "y", "1", "on");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final String accept;

    private Asked(String accept) {
        this.accept = accept;
    }

    static Asked of(Context context) {
        Asked asked = new Asked(String.valueOf(context.header("Accept")));
        asked.add(context.queryParamMap());
        if (context.method() == HandlerType.POST) {
            asked.add(context.formParamMap());
        }
        return asked;
    }

    /** The parameters in a path as the first clients wrote them: {@code search/query=malaria&resulttype=core}. */
    static Asked ofPath(Context context, String path) {
        Asked asked = of(context);
        for (String pair : path.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                asked.add(Map.of(pair.substring(0, equals), List.of(decoded(pair.substring(equals + 1)))));
            }
        }
        return asked;
    }

    /**
     * Also what the first clients wrote behind a list in the path: {@code /MED/1/citations/2/25/json} is the second page of
     * 25 as JSON, {@code /MED/1/databaseLinks/EMBL/1} the first one of a database.
     */
    Asked withPath(String tail) {
        for (String each : tail.split("/", -1)) {
            boolean number = each.matches("[0-9]{1,9}");
            String name = number ? (values.containsKey("page") ? "pagesize" : "page") : "database";
            add(Map.of(Sent.isNamed(each) ? "format" : name, List.of(each)));
        }
        return this;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The server has decoded the path already; a lone percent sign is meant.
            return text;
        }
    }

    private void add(Map<String, List<String>> more) {
        more.forEach((name, list) -> {
            String value = list.isEmpty() ? "" : list.getFirst().strip();
            if (!value.isEmpty()) {
                values.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
            }
        });
    }

    /** {@code name} in lower case. */
    String text(String name, String absent) {
        return values.getOrDefault(name, absent);
    }

    boolean flag(String name) {
        return FLAGS_ON.contains(text(name, "").toLowerCase(Locale.ROOT));
    }

    /** Rows per page; more than there can be is as many as there can be. */
    int pageSize() {
        return Math.min(LARGEST_PAGE, number("pagesize", USUAL_PAGE, 0));
    }

    /** The page, from 1 on. */
    int page() {
        return number("page", 1, 1);
    }

    private int number(String name, int absent, int least) {
        String text = text(name, String.valueOf(absent));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw new Refused(400, name + " must be a whole number of at least " + least + ", not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    Sent format() {
        String named = text("format", "");
        return named.isEmpty() ? Sent.accepted(accept) : Sent.of(named);
    }

    /** How much of a record is asked for: {@code idlist}, {@code lite} or {@code core}. */
    Detail detail(Detail absent) {
        return Detail.of(text("resulttype", absent.code()));
    }
}
