package dev.apatite.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** A paper as one line of JSON, the form in which scripts, child processes and the index hold it. */
public final class PaperJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Writes every key, absent facts as null or empty arrays, without line feeds. */
    public String write(Paper paper) {
        try {
            return mapper.writeValueAsString(paper);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UncheckedIOException where the text is not such a paper
     */
    public Paper read(String json) {
        try {
            return mapper.readValue(json, Paper.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
