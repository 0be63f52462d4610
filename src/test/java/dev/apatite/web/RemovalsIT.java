package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.ingest.Absence;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers of files that are away are removed by a button on the status page, which confirms just those files. */
class RemovalsIT {
    private static final Pattern FIELD = Pattern.compile("name=\"absence\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void theButtonConfirmsTheRemovalOfTheFilesThatThePageNames() {
        try (Site site = new Site(folder)) {
            assertThat(site.get("/status").body()).doesNotContain("/status/removals");
            site.absence.set(new Absence(new TreeSet<>(List.of("a.pdf", "b.pdf", "c.pdf")), 4));
            String page = site.get("/status").body();
            assertThat(page).contains("<form method=\"post\" action=\"/status/removals\">");
            HttpResponse<String> answer = site.form("/status/removals", "absence=" + fingerprint(page));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/status");
            assertThat(Objects.requireNonNull(site.absence.get()).files()).isEmpty();
            assertThat(site.get("/status").body()).doesNotContain("/status/removals");
        }
    }

    @Test
    void aPageThatNamedOtherFilesConfirmsNothing() {
        try (Site site = new Site(folder)) {
            site.absence.set(new Absence(new TreeSet<>(List.of("a.pdf", "b.pdf")), 4));
            String old = fingerprint(site.get("/status").body());
            site.absence.set(new Absence(new TreeSet<>(List.of("a.pdf", "b.pdf", "c.pdf")), 4));
            assertThat(site.form("/status/removals", "absence=" + old).statusCode())
                    .isEqualTo(409);
            assertThat(site.form("/status/removals", "").statusCode()).isEqualTo(400);
            assertThat(site.form(
                                    "/status/removals",
                                    "absence=" + fingerprint(site.get("/status").body()),
                                    "Origin",
                                    "http://elsewhere.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(Objects.requireNonNull(site.absence.get()).files()).hasSize(3);
        }
    }

    private static String fingerprint(String page) {
        Matcher matcher = FIELD.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
