package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Requests that are no HTTP, or are refused before any route is asked, are answered as all other errors are. */
final class ProtocolErrors extends ErrorHandler {
    private static final String MEDIA_TYPE = "application/problem+json; charset=utf-8";

    private final ObjectMapper mapper;

    ProtocolErrors(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, body(code), callback);
    }

    // Jetty 12.1 deprecates it and still calls it for what is no HTTP.
    @SuppressWarnings("removal")
    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
        return body(status);
    }

    private static String sentence(int code) {
        if (code == HttpStatus.PAYLOAD_TOO_LARGE_413) {
            return "the request is too large";
        }
        if (code == HttpStatus.URI_TOO_LONG_414) {
            return Guard.TOO_LONG;
        }
        return code < 500 || code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
                ? "the request is not valid HTTP"
                : "something went wrong here";
    }

    private ByteBuffer body(int code) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.getMessage(code));
        problem.put("status", code);
        problem.put("detail", sentence(code));
        try {
            return ByteBuffer.wrap(mapper.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
