package dev.apatite.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** Rows as JSON, one a line. */
final class RowLinesExport<T> implements Export<T> {
    private final Appendable out;
    private final Function<T, Map<String, Object>> json;
    private final ObjectMapper mapper = JsonMapper.builder().build();

    RowLinesExport(Appendable out, Function<T, Map<String, Object>> json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void add(T row) throws IOException {
        out.append(mapper.writeValueAsString(json.apply(row))).append('\n');
    }

    @Override
    public void close() {}
}
