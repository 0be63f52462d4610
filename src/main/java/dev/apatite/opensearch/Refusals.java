package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.index.IndexException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence, which names the node, why it does not do what it was asked for. */
final class Refusals {
    private static final int DEEPEST = 10;

    private Refusals() {}

    /** What a node refuses for good. */
    static IndexException of(ClusterSettings settings, String method, String path, Nodes.Answer answer) {
        String asked = method + " " + path.split("\\?")[0];
        String reason = reason(answer.body());
        String because = reason.isEmpty() ? "" : ": " + reason;
        return new IndexException(
                switch (answer.status()) {
                    case 401 ->
                        settings.signIn() == null
                                ? "the node " + answer.node()
                                        + " lets nobody in without a user and password; give a file with them by"
                                        + " --cluster-sign-in"
                                : "the node " + answer.node() + " does not take the user " + user(settings)
                                        + " with this password";
                    case 403 ->
                        "the node " + answer.node() + " does not allow " + asked
                                + (settings.signIn() == null ? "" : " to the user " + user(settings)) + because;
                    case 404 -> "the node " + answer.node() + " has nothing at " + path.split("\\?")[0] + because;
                    default -> "the node " + answer.node() + " refused " + asked + " with " + answer.status() + because;
                });
    }

    private static String user(ClusterSettings settings) {
        String signIn = String.valueOf(settings.signIn());
        return signIn.substring(0, Math.max(0, signIn.indexOf(':')));
    }

    private static String reason(JsonNode body) {
        JsonNode error = body.path("error");
        return error.path("root_cause")
                .path(0)
                .path("reason")
                .asText(error.path("reason").asText(error.isTextual() ? error.asText() : ""));
    }

    /** What passes: a node has too much to do, or stands behind something that does not reach it. */
    static String passing(Nodes.Answer answer) {
        String reason = reason(answer.body());
        return "the node " + answer.node()
                + switch (answer.status()) {
                    case 429 -> " has too much to do (429)";
                    case 503 -> " is not ready (503)";
                    default -> " answers " + answer.status();
                }
                + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** What keeps a node from being reached at all. */
    static String unreachable(URI node, IOException failure) {
        String where = "the node " + node;
        if (has(failure, CertificateException.class)) {
            return where + " shows a certificate that is signed by nobody known, or for another name; the file of"
                    + " --cluster-ca says who signs: " + words(deepest(failure));
        }
        if (failure instanceof SSLException) {
            return where + " speaks no TLS that is understood here; is it http? " + words(failure);
        }
        if (has(failure, UnresolvedAddressException.class)) {
            return where + " has a name that is not known";
        }
        if (failure instanceof HttpTimeoutException) {
            boolean inTheHandshake = failure instanceof HttpConnectTimeoutException && "https".equals(node.getScheme());
            return where + " did not answer in time" + (inTheHandshake ? "; does it speak TLS?" : "");
        }
        if (failure instanceof ConnectException) {
            return where + " takes no connections" + (words(failure).isEmpty() ? "" : ": " + words(failure));
        }
        return where + " breaks off: " + (words(failure).isEmpty() ? "no answer" : words(failure));
    }

    private static String words(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }

    private static Throwable deepest(Throwable failure) {
        Throwable each = failure;
        for (int i = 0; i < DEEPEST && each.getCause() != null; i++) {
            each = each.getCause();
        }
        return each;
    }

    private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        Throwable each = failure;
        for (int i = 0; i < DEEPEST && each != null; i++) {
            if (kind.isInstance(each)) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }
}
