package dev.apatite.web;

import java.util.Set;

/**
 * Where to listen, and to whom.
 *
 * @param host the address; anything but loopback lets others in
 * @param port 0 takes a free one
 * @param readers origins ({@code https://example.org}) whose pages may read the API's answers; {@code *} for all
 */
public record ServerSettings(String host, int port, Access access, Set<String> readers) {
    public ServerSettings {
        readers = Set.copyOf(readers);
    }

    /** Pages of no other server may read the answers. */
    public ServerSettings(String host, int port, Access access) {
        this(host, port, access, Set.of());
    }

    /** Anyone on this machine may do anything. */
    public ServerSettings(String host, int port) {
        this(host, port, Access.local());
    }

    /** This machine only, port 7070. */
    public static ServerSettings standard() {
        return new ServerSettings("127.0.0.1", 7070);
    }

    /** The beginning of the addresses that an answer names, where a request came in at {@code scheme} and {@code host}. */
    String address(String scheme, String host) {
        if (access.publicUrl() == null) {
            return scheme + "://" + host;
        }
        String url = access.publicUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
