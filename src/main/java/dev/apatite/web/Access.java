package dev.apatite.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which names a server answers, and who may do what.
 *
 * @param publicUrl under which people reach it, as through a proxy that speaks HTTPS; null where that is the address that it
 *     listens on
 * @param hosts further names that it answers to, in lower case, with a port where one is asked for
 * @param signIn who may change something, null where anyone may
 * @param readersToo whether also reading needs a sign-in
 */
public record Access(
        @Nullable URI publicUrl,
        Set<String> hosts,
        @Nullable SignIn signIn,
        boolean readersToo) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    public Access {
        hosts = hosts.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        if (publicUrl != null
                && (publicUrl.getHost() == null
                        || publicUrl.getRawQuery() != null
                        || !List.of("http", "https").contains(String.valueOf(publicUrl.getScheme())))) {
            throw new WebException("the public address " + publicUrl + " is no http or https address", null);
        }
    }

    /** This machine only: anyone on it may do anything. */
    public static Access local() {
        return new Access(null, Set.of(), null, false);
    }

    /** Whether an address is this machine's own, which no other can reach. */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.matches("127(\\.[0-9]{1,3}){3}");
    }

    /** Whether a server that listens on {@code listening} answers to a header {@code Host}. */
    boolean answersTo(String listening, @Nullable String header) {
        if (header == null || header.isEmpty()) {
            return false;
        }
        String whole = header.toLowerCase(Locale.ROOT);
        String name = withoutPort(whole);
        return isLoopback(name)
                || name.equals(listening.toLowerCase(Locale.ROOT))
                || Stream.concat(hosts.stream(), publicHost())
                        .anyMatch(each -> each.equals(name) || each.equals(whole));
    }

    private Stream<String> publicHost() {
        return publicUrl == null
                ? Stream.empty()
                : Stream.of(publicUrl.getHost().toLowerCase(Locale.ROOT));
    }

    /** Whether a page of this server, whose request had this header {@code Host}, has that header {@code Origin}. */
    boolean isOwn(String origin, @Nullable String host) {
        String given = origin.toLowerCase(Locale.ROOT);
        if (publicUrl != null && given.equals(originOf(publicUrl))) {
            return true;
        }
        String whole = String.valueOf(host).toLowerCase(Locale.ROOT);
        // A proxy that speaks HTTPS for a name which was allowed passes its requests on as plain HTTP.
        boolean allowed = hosts.contains(withoutPort(whole)) || hosts.contains(whole);
        return given.equals("http://" + whole) || (allowed && given.equals("https://" + whole));
    }

    private static String originOf(URI url) {
        int port = url.getPort();
        boolean usual = port < 0 || port == (url.getScheme().equals("https") ? 443 : 80);
        return (url.getScheme() + "://" + url.getHost() + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }

    private static String withoutPort(String host) {
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }
}
