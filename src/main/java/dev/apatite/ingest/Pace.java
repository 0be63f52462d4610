package dev.apatite.ingest;

import java.time.Duration;

/**
 * How often a folder is looked at: at an interval, and less often where a look takes long, so that looking at it never takes
 * more than a three-hundredth of a processor. A folder in which something changes is looked at again at the interval.
 */
final class Pace {
    private static final int SHARE = 300;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration interval;

    Pace(Duration interval) {
        this.interval = interval;
    }

    /** From one look to the next. */
    Duration wait(Duration worked, boolean changing) {
        Duration wanted = worked.multipliedBy(SHARE);
        if (changing || wanted.compareTo(interval) < 0) {
            return interval;
        }
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
