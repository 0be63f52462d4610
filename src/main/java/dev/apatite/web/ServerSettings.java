package dev.apatite.web;

/**
 * Where to listen.
 *
 * @param host the address; anything but loopback lets others in
 * @param port 0 takes a free one
 */
public record ServerSettings(String host, int port) {
    /** This machine only, port 7070. */
    public static ServerSettings standard() {
        return new ServerSettings("127.0.0.1", 7070);
    }
}
