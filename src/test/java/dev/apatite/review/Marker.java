package dev.apatite.review;

import dev.apatite.paper.Response;
import java.nio.file.Path;

/**
 * A process of its own that keeps marks until it is stopped or has made enough, and says of each whether it was kept; for
 * tests that kill it, or leave it no room.
 */
final class Marker {
    private Marker() {}

    /** Takes the index folder, a prefix for the findings' ids, and how many marks to make. */
    public static void main(String[] arguments) {
        Reviews reviews = Reviews.open(Path.of(arguments[0]));
        int most = Integer.parseInt(arguments[2]);
        for (int i = 1; i <= most; i++) {
            String id = arguments[1] + i;
            try {
                reviews.add(mark(id));
                System.out.println("kept " + id);
            } catch (ReviewException e) {
                System.out.println("refused " + id);
            }
            System.out.flush();
        }
    }

    static Mark mark(String finding) {
        return new Mark(
                finding,
                "p",
                Verdict.RIGHT,
                "diltiazem",
                Response.NO_RESPONSE,
                "Diltiazem did not help \u2013 at all. ".repeat(5),
                null,
                null,
                null,
                "2026-01-02T03:04:05Z",
                "",
                null,
                null,
                null,
                false,
                null);
    }
}
