package dev.apatite.web.europepmc;

import java.util.Arrays;
import java.util.Locale;

/** How much of each paper an answer holds. */
enum Detail {
    IDLIST,
    LITE,
    CORE;

    static Detail of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refused(400, "resultType must be idlist, lite or core, not \"" + code + "\""));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
