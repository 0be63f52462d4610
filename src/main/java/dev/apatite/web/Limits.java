package dev.apatite.web;

import java.time.Duration;

/**
 * How much a server does at once, and how long it waits for whom.
 *
 * @param places answers that are worked out at a time
 * @param exports exports that are sent at a time; each takes as long as its client
 * @param longestWait the longest that a request waits for a place
 * @param idle the longest that a connection may be silent
 * @param header the longest that a client may take to say what it asks for
 * @param leastRate bytes a second of a body or an answer, below which a client is given up
 * @param connections that may be open at a time; beyond it, silent ones are given up soon and new ones wait
 */
record Limits(
        int places,
        int exports,
        Duration longestWait,
        Duration idle,
        Duration header,
        long leastRate,
        int connections) {
    private static final int LEAST_PLACES = 4;

    /** Bounds for this machine. The rate is a tenth of a bad telephone line's. */
    static Limits standard() {
        return new Limits(
                Math.max(LEAST_PLACES, 2 * Runtime.getRuntime().availableProcessors()),
                32,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                500,
                4096);
    }

    Limits withExports(int most) {
        return new Limits(places, most, longestWait, idle, header, leastRate, connections);
    }

    Limits withHeader(Duration longest) {
        return new Limits(places, exports, longestWait, idle, longest, leastRate, connections);
    }
}
