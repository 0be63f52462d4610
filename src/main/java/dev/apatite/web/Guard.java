package dev.apatite.web;

import dev.apatite.web.europepmc.EuropePmcApi;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every answer is sent with, and who may ask. A server answers only to its own names, so that no page elsewhere can
 * reach it through a name of its own (DNS rebinding), takes changes only from its own pages, and, where sign-ins are kept,
 * only from those who signed in.
 */
final class Guard {
    private static final String READER = "apatite.reader";
    private static final int LONGEST = 8000;

    /** What is said of an address that is too long, wherever that is found. */
    static final String TOO_LONG =
            "the address is longer than " + LONGEST + " characters; send the same names as a form by POST";

    private static final int DAY = 24 * 60 * 60;
    private static final Pattern LENT =
            Pattern.compile("/(api|webservices|europepmc|annotations_api)/.*|/openapi\\.json");
    /** What changes nothing (RFC 9110, 9.2.1). */
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private static final Set<String> FROM_ITSELF = Set.of("same-origin", "none");

    private final ServerSettings settings;
    private final Access access;
    private final Set<String> asking;

    /** {@code asking} are the addresses at which a POST only asks. */
    Guard(ServerSettings settings, Set<String> asking) {
        this.settings = settings;
        this.access = settings.access();
        this.asking = asking;
    }

    void register(JavalinConfig config) {
        config.routes.before(context -> {
            headers(context);
            context.attribute(EuropePmcApi.ADDRESS, settings.address(context.scheme(), String.valueOf(context.host())));
            if (!PercentEncoding.isSound(context.req().getRequestURI())) {
                throw new BadRequestResponse("the address is not encoded as it should be");
            }
            PercentEncoding.check(context.queryString());
            if (!access.answersTo(settings.host(), context.header("Host"))) {
                throw new ForbiddenResponse("this server answers only under its own name; a start with --public-url or"
                        + " --allow-host names others");
            }
            if (!SAFE.contains(context.method()) && !fromItself(context) && !isLentQuestion(context)) {
                throw new ForbiddenResponse("this server takes changes only from its own pages");
            }
            signIn(context);
            if (context.req().getRequestURI().length()
                            + String.valueOf(context.queryString()).length()
                    > LONGEST) {
                throw new HttpResponseException(414, TOO_LONG);
            }
            lend(context);
        });
    }

    /** Lets pages of other servers read what programs read, where the start of the server names them. */
    private void lend(Context context) {
        if (settings.readers().isEmpty() || !LENT.matcher(context.path()).matches()) {
            return;
        }
        context.res().addHeader("Vary", "Origin");
        String origin = context.header("Origin");
        if (!isReader(origin)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", settings.readers().contains("*") ? "*" : String.valueOf(origin));
        context.header("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
        if (context.method() == HandlerType.OPTIONS && context.header("Access-Control-Request-Method") != null) {
            boolean asked = asking.contains(context.path());
            context.header("Access-Control-Allow-Methods", asked ? "GET, HEAD, POST" : "GET, HEAD");
            context.header("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match");
            context.header("Access-Control-Max-Age", String.valueOf(DAY));
        }
    }

    private boolean isReader(@Nullable String origin) {
        return settings.readers().contains("*")
                || (origin != null && settings.readers().contains(origin));
    }

    /** Whether a page that may read asks a question that is too long for an address. */
    private boolean isLentQuestion(Context context) {
        return context.method() == HandlerType.POST
                && asking.contains(context.path())
                && LENT.matcher(context.path()).matches()
                && isReader(context.header("Origin"));
    }

    private static void headers(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        // Not "no-referrer": browsers would then send the forms of these pages with the Origin "null".
        context.header("Referrer-Policy", "same-origin");
        context.header("Cache-Control", "no-cache");
        context.res().addHeader("Vary", "Accept-Encoding");
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    /** Programs send neither header; a browser always does with a change, and another page's are not this server's. */
    private boolean fromItself(Context context) {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        return (origin == null || access.isOwn(origin, context.header("Host")))
                && (site == null || FROM_ITSELF.contains(site.toLowerCase(Locale.ROOT)));
    }

    private void signIn(Context context) {
        SignIn signIn = access.signIn();
        boolean reads = SAFE.contains(context.method())
                || (context.method() == HandlerType.POST && asking.contains(context.path()));
        if (signIn == null) {
            return;
        }
        Optional<String> who = signIn.who(context.header("Authorization"));
        who.ifPresent(name -> context.attribute(READER, name));
        // A browser asks beforehand without a name, and learns nothing but which methods there are.
        boolean open = context.path().equals("/health") || context.method() == HandlerType.OPTIONS;
        boolean needed = !reads || (access.readersToo() && !open);
        if (needed && who.isEmpty()) {
            context.header("WWW-Authenticate", "Basic realm=\"Apatite\", charset=\"UTF-8\"");
            throw new UnauthorizedResponse("sign in to do this; who may is named at the server's start");
        }
    }

    /** The beginning of the addresses of this server, as whoever asks knows it. */
    static String address(Context context) {
        return Objects.requireNonNull(
                context.<String>attribute(EuropePmcApi.ADDRESS), "every request passes here first");
    }

    /** Who signed in; null where nobody did. */
    static @Nullable String reader(Context context) {
        return context.attribute(READER);
    }
}
