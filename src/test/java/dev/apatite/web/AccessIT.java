package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may reach a server and change something there, by requests as proxies and browsers send them. */
class AccessIT {
    private static final String TOKEN = "a-token-of-a-test";

    @TempDir
    private Path folder;

    @Test
    void behindAProxyThatSpeaksHttpsMarksWorkAndOtherPagesAreRefused() throws IOException {
        Access access = new Access(URI.create("https://papers.example.org/"), Set.of(), null, false);
        try (Site site = new Site(folder, access)) {
            for (String host : new String[] {"papers.example.org", "papers.example.org:443", "127.0.0.1"}) {
                assertThat(mark(site, host, "Origin: https://papers.example.org"))
                        .isEqualTo(303);
            }
            assertThat(mark(site, "papers.example.org", "Origin: https://evil.example"))
                    .isEqualTo(403);
            assertThat(mark(site, "papers.example.org", "Origin: null")).isEqualTo(403);
            assertThat(mark(site, "papers.example.org", "Sec-Fetch-Site: cross-site"))
                    .isEqualTo(403);
            assertThat(mark(site, "evil.example", "Origin: https://evil.example"))
                    .isEqualTo(403);
            assertThat(body(site, "GET /opensearch.xml", "Host: 127.0.0.1"))
                    .contains("https://papers.example.org/")
                    .doesNotContain("127.0.0.1");
        }
    }

    @Test
    void anAllowedNameIsAnsweredWithHttpAndHttpsOrigins() throws IOException {
        try (Site site = new Site(folder, new Access(null, Set.of("Lab.example"), null, false))) {
            assertThat(mark(site, "lab.example:7070", "Origin: http://lab.example:7070"))
                    .isEqualTo(303);
            assertThat(mark(site, "lab.example", "Origin: https://lab.example")).isEqualTo(303);
            assertThat(mark(site, "lab.example", "Origin: https://other.example"))
                    .isEqualTo(403);
            assertThat(status(site, "GET /", "Host: other.example")).isEqualTo(403);
        }
    }

    @Test
    void changesNeedASignInWhereOneIsKeptAndReadingDoesNot() throws IOException {
        SignIn signIn = SignIn.of(
                "test",
                "# two\n" + SignIn.passwordLine("ann", "secret: words".toCharArray()) + "\n\n"
                        + SignIn.tokenLine("robot", TOKEN) + "\n");
        try (Site site = new Site(folder, new Access(null, Set.of(), signIn, false))) {
            assertThat(status(site, "GET /", "Host: localhost")).isEqualTo(200);
            assertThat(post(site, "/api/v1/search", "query=calcinosis", "Host: localhost"))
                    .isEqualTo(200);
            assertThat(mark(site, "localhost", "Accept: text/html")).isEqualTo(401);
            assertThat(mark(site, "localhost", "Authorization: Bearer wrong")).isEqualTo(401);
            assertThat(mark(site, "localhost", basic("ann", "wrong"))).isEqualTo(401);
            assertThat(mark(site, "localhost", basic("bob", "secret: words"))).isEqualTo(401);
            assertThat(mark(site, "localhost", "Authorization: Basic %%%")).isEqualTo(401);
            assertThat(mark(site, "localhost", "Authorization: Bearer " + TOKEN))
                    .isEqualTo(303);
            assertThat(mark(site, "localhost", basic("ann", "secret: words"))).isEqualTo(303);
            assertThat(mark(site, "localhost", basic("robot", TOKEN))).isEqualTo(303);
            assertThat(post(site, "/status/removals", "absence=1-0", "Host: localhost"))
                    .isEqualTo(401);
        }
    }

    @Test
    void readingNeedsASignInWhereThatIsAskedFor() throws IOException {
        SignIn signIn = SignIn.of("test", SignIn.tokenLine("robot", TOKEN));
        try (Site site = new Site(folder, new Access(null, Set.of(), signIn, true))) {
            assertThat(status(site, "GET /", "Host: localhost")).isEqualTo(401);
            assertThat(status(site, "GET /api/v1/search?query=a", "Host: localhost"))
                    .isEqualTo(401);
            assertThat(status(site, "GET /health", "Host: localhost")).isEqualTo(200);
            assertThat(status(site, "GET /", "Host: localhost", "Authorization: bearer " + TOKEN))
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ann:plain",
        "ann:sha256:12",
        "ann:pbkdf2-sha256:0:ab:00",
        ":sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "# only a remark",
    })
    void aFileThatNamesNobodyIsRefused(String lines) {
        assertThatThrownBy(() -> SignIn.of("users.txt", lines))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("users.txt");
    }

    private static String basic(String name, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static int mark(Site site, String host, String header) throws IOException {
        String finding = site.json("/api/v1/evidence?treatment=pamidronate")
                .at("/resultList/result/0/id")
                .asText();
        return post(site, "/evidence/mark", "finding=" + finding + "&verdict=right", "Host: " + host, header);
    }

    private static int post(Site site, String path, String body, String... headers) throws IOException {
        return code(exchange(site, "POST " + path, body, headers));
    }

    private static int status(Site site, String request, String... headers) throws IOException {
        return code(exchange(site, request, "", headers));
    }

    private static String body(Site site, String request, String... headers) throws IOException {
        return exchange(site, request, "", headers);
    }

    private static int code(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    private static String exchange(Site site, String request, String body, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((request + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                            + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            StringBuilder answer = new StringBuilder();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            in.lines().forEach(line -> answer.append(line).append('\n'));
            return answer.toString();
        }
    }
}
