package dev.apatite.web.europepmc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** The formats in which answers are sent. */
enum Sent {
    JSON("application/json"),
    XML("application/xml"),
    DC("application/xml");

    private static final String ROOT = "responseWrapper";

    private final String mediaType;

    Sent(String mediaType) {
        this.mediaType = mediaType;
    }

    static Sent of(String code) {
        for (Sent each : values()) {
            if (each.name().equalsIgnoreCase(code)) {
                return each;
            }
        }
        throw new Refused(400, "format must be json, xml or dc, not \"" + code.toLowerCase(Locale.ROOT) + "\"");
    }

    static boolean isNamed(String code) {
        return Arrays.stream(values()).anyMatch(each -> each.name().equalsIgnoreCase(code));
    }

    /** The best of what an {@code Accept} takes (RFC 9110, 12.5.1); XML where that is anything or none of theirs. */
    static Sent accepted(String accept) {
        QuotedQualityCSV taken = new QuotedQualityCSV();
        taken.addValue(accept);
        for (String each : taken.getValues()) {
            switch (each.toLowerCase(Locale.ROOT)) {
                case "application/json" -> {
                    return JSON;
                }
                case "application/dc" -> {
                    return DC;
                }
                case "application/xml", "text/xml", "text/html", "*/*", "application/*" -> {
                    return XML;
                }
                default -> {
                    // Not one of theirs; perhaps the next is.
                }
            }
        }
        return XML;
    }

    /** Sends an answer; Dublin Core is what stands in it under {@code resultList}. */
    void send(Context context, Map<String, Object> answer) {
        context.contentType(mediaType + "; charset=utf-8");
        context.res().addHeader("Vary", "Accept");
        context.result(
                switch (this) {
                    case JSON -> json(answer);
                    case XML -> XmlAnswer.of(ROOT, answer);
                    case DC -> DublinCore.of(ROOT, answer);
                });
    }

    /** Says why there is no answer, as Europe PMC does. */
    void refuse(Context context, int status, String sentence) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("version", EuropePmcApi.VERSION);
        error.put("errCode", status);
        error.put("errMsg", sentence);
        context.status(status);
        context.header("Cache-Control", "no-store");
        context.contentType(mediaType + "; charset=utf-8");
        if (this == JSON) {
            error.put("type", "about:blank");
            error.put("status", status);
            error.put("detail", sentence);
            context.result(json(error));
        } else {
            context.result(XmlAnswer.of("errorBean", error));
        }
    }

    static byte[] json(Object answer) {
        try {
            return Mapper.MAPPER.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Immutable once made. */
    private static final class Mapper {
        static final ObjectMapper MAPPER = JsonMapper.builder().build();
    }
}
