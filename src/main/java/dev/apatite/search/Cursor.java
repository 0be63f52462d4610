package dev.apatite.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Points behind the last row of a page. It holds that row's sort values, so that the next page is found without going
 * through those before, a checksum of the request that it belongs to, and the state of what was searched, so that the
 * next page is of the same.
 */
final class Cursor {
    private static final String VERSION = "2";
    private static final int LONGEST = 8192;

    private final String request;
    private final Searched searched;

    private Cursor(String request, Searched searched) {
        this.request = request;
        this.searched = searched;
    }

    /** The state of what was searched by the page before, as {@link Searched} writes it; empty for the first page. */
    static String searched(String typed) {
        try {
            String[] lines = lines(typed);
            return lines.length > 2 && lines[0].equals(VERSION) ? lines[2] : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String[] lines(String typed) {
        return typed.length() > LONGEST
                ? new String[0]
                : new String(Base64.getUrlDecoder().decode(typed), StandardCharsets.UTF_8).split("\n", -1);
    }

    /** Cursors of one request: all pages of it, and of no other. */
    static Cursor of(SearchRequest request, String rows, String order, Searched searched) {
        CRC32 sum = new CRC32();
        for (String each :
                List.of(rows, order, request.query(), request.wording().toString())) {
            add(sum, each);
        }
        request.filters().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            add(sum, each.getKey());
            each.getValue().stream().sorted().forEach(value -> add(sum, value));
        });
        return new Cursor(Long.toHexString(sum.getValue()), searched);
    }

    private static void add(CRC32 sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update(0);
    }

    /** Writes the place behind a row; what was searched is to stay as it is until the next page is asked for. */
    String after(Object... values) {
        searched.view().goOn();
        StringBuilder text = new StringBuilder(VERSION)
                .append('\n')
                .append(request)
                .append('\n')
                .append(searched.state());
        for (Object value : values) {
            text.append('\n').append(written(value));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String written(Object value) {
        return switch (value) {
            case Float number -> "f" + number;
            case Double number -> "d" + number;
            case Long number -> "l" + number;
            case Integer number -> "i" + number;
            case BytesRef bytes -> "s" + Base64.getEncoder().encodeToString(BytesRef.deepCopyOf(bytes).bytes);
            default -> throw new IllegalStateException("no cursor can hold " + value);
        };
    }

    /**
     * The values of the row behind which a page begins; null for the first page.
     *
     * @param pattern a row's values, to know their number and kinds by
     */
    Object @Nullable [] read(String typed, List<Class<?>> pattern) {
        if (typed.isEmpty() || typed.equals(SearchRequest.FIRST_PAGE)) {
            return null;
        }
        try {
            String[] lines = lines(typed);
            if (lines.length < 3 || !lines[0].equals(VERSION)) {
                throw invalid();
            }
            if (!lines[1].equals(request)) {
                throw new BadRequest("cursorMark", "this cursor belongs to another search; begin with *");
            }
            Object[] values = Arrays.stream(lines).skip(3).map(Cursor::value).toArray();
            if (values.length != pattern.size()) {
                throw invalid();
            }
            for (int i = 0; i < values.length; i++) {
                if (!pattern.get(i).isInstance(values[i])) {
                    throw invalid();
                }
            }
            return values;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw invalid();
        }
    }

    /** The same as a row to search after. */
    @Nullable
    FieldDoc row(String typed, org.apache.lucene.search.Sort sort) {
        List<Class<?>> pattern = Arrays.stream(sort.getSort())
                .<Class<?>>map(each -> switch (each.getType()) {
                    case SCORE -> Float.class;
                    case STRING -> BytesRef.class;
                    case DOUBLE -> Double.class;
                    case INT -> Integer.class;
                    default -> Long.class;
                })
                .toList();
        Object[] values = read(typed, pattern);
        return values == null ? null : new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
    }

    private static Object value(String line) {
        String text = line.substring(1);
        return switch (line.charAt(0)) {
            case 'f' -> Float.valueOf(text);
            case 'd' -> Double.valueOf(text);
            case 'l' -> Long.valueOf(text);
            case 'i' -> Integer.valueOf(text);
            case 's' -> new BytesRef(Base64.getDecoder().decode(text));
            default -> throw invalid();
        };
    }

    private static BadRequest invalid() {
        return new BadRequest("cursorMark", "this is no cursor; take the one that the page before gave, or *");
    }
}
