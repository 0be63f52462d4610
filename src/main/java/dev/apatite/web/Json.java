package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;

/** Answers in JSON. */
final class Json {
    private static final String MEDIA_TYPE = "application/json; charset=utf-8";

    private final ObjectMapper mapper = JsonMapper.builder().build();

    ObjectMapper mapper() {
        return mapper;
    }

    void answer(Context context, Object body) {
        try {
            TaggedAnswers.send(context, MEDIA_TYPE, mapper.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
