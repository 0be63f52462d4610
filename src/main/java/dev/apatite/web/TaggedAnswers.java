package dev.apatite.web;

import dev.apatite.text.Sha256;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sends whole answers, each under a tag by which whoever has it already need not get it again (RFC 9110, 8.8.3). */
final class TaggedAnswers {
    private TaggedAnswers() {}

    static void send(Context context, String mediaType, byte[] body) {
        context.contentType(mediaType);
        boolean read = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        if (read && context.statusCode() == HttpStatus.OK.getCode()) {
            String tag = tag(body);
            context.header("ETag", tag);
            if (has(context.header("If-None-Match"), tag)) {
                context.status(HttpStatus.NOT_MODIFIED);
                return;
            }
        }
        context.result(body);
    }

    /** Weak, because the same answer may be sent compressed or not. */
    private static String tag(byte[] body) {
        return "W/\"" + Sha256.hex(body, 12) + "\"";
    }

    private static boolean has(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
}
