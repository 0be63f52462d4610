package dev.apatite.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every answer is sent with, and who may ask. A server on loopback answers only to loopback's names, so that no page
 * elsewhere can reach it through a name of its own (DNS rebinding), and takes changes only from its own pages.
 */
final class Guard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean onlyLoopback;
    private final String host;

    Guard(String host) {
        this.host = host.toLowerCase(Locale.ROOT);
        onlyLoopback = LOOPBACK.contains(this.host) || this.host.startsWith("127.");
    }

    void register(JavalinConfig config) {
        config.routes.before(context -> {
            headers(context);
            if (onlyLoopback && !known(name(context.header("Host")))) {
                throw new ForbiddenResponse("this server answers only to localhost");
            }
            if (context.method() == HandlerType.POST && !sameOrigin(context)) {
                throw new ForbiddenResponse("this server takes changes only from its own pages");
            }
        });
    }

    private static void headers(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        // Not "no-referrer": browsers would then send the forms of these pages with the Origin "null".
        context.header("Referrer-Policy", "same-origin");
        context.header("Cache-Control", "no-cache");
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    private boolean known(@Nullable String name) {
        return name != null && (LOOPBACK.contains(name) || name.equals(host));
    }

    /** Programs send no Origin; a browser always does with a change, and another page's is not this host. */
    private static boolean sameOrigin(Context context) {
        String origin = context.header("Origin");
        return origin == null || origin.equals("http://" + context.header("Host"));
    }

    private static @Nullable String name(@Nullable String hostHeader) {
        if (hostHeader == null) {
            return null;
        }
        int port = hostHeader.lastIndexOf(':');
        String name = port > hostHeader.lastIndexOf(']') ? hostHeader.substring(0, port) : hostHeader;
        return name.toLowerCase(Locale.ROOT);
    }
}
