package dev.apatite.web.europepmc;

import dev.apatite.paper.Mention;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of concepts: the search that finds a concept wherever it is affirmed. */
final class Tags {
    private Tags() {}

    static String query(Mention mention) {
        String field = switch (mention.type()) {
            case TREATMENT -> "TREATMENT:";
            case CONDITION -> "CONDITION:";
            case ANTIBODY -> "ANTIBODY:";
            case SITE -> "SITE:";
            case TEST, ORGANISM, IMAGING -> "";
        };
        return URLEncoder.encode(field + '"' + mention.name().replace("\"", "") + '"', StandardCharsets.UTF_8);
    }
}
