package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client does wrong is answered with a 4xx (or the 505 of HTTP's versions) and a problem, never with a 500. */
class ClientErrorsIT {
    /** The request as sent, line feeds written as \r\n, and the status. */
    private static final String[][] REQUESTS = {
        {"GET /papers/%u002e HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"GET /api/v1/papers/%u002e HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"GET /api/v1/papers/a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"GET /api/v1/papers/%E9 HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"GET /api/v1/search?query=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"GET /api/v1/search?query=%E9 HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"GET /api/v1/search?query=caf%C3%A9+%25 HTTP/1.1\r\nHost: localhost\r\n\r\n", "200"},
        {"GET /api/v1/search?query=a%2 HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"GET /../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"GET / HTTP/1.1\r\n\r\n", "400"},
        {"GET / HTTP/1.1\r\nHost: local host\r\n\r\n", "400"},
        {"GET / HTTP/9.1\r\nHost: localhost\r\n\r\n", "505"},
        {"\u0000\u0001\r\n\r\n", "400"},
        {"BREW /api/v1/search HTTP/1.1\r\nHost: localhost\r\n\r\n", "405"},
        {
            post(
                    "Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded",
                    "zz\r\nquery=a\r\n0\r\n\r\n"),
            "400"
        },
        {post("Content-Length: 8\r\nContent-Type: application/x-www-form-urlencoded", "query=%z"), "400"},
        {post("Content-Length: 7\r\nContent-Type: application/x-www-form-urlencoded", "query=a"), "200"},
        {post("Content-Length: 5\r\nContent-Type: multipart/form-data; boundary=x", "--x\r\n"), "415"},
        {post("Content-Length: 99999999\r\nContent-Type: application/x-www-form-urlencoded", "query=a"), "413"},
    };

    @TempDir
    private Path folder;

    @Test
    void everyOneOfThemIsAnsweredWithItsStatusAndAProblem() throws IOException {
        try (Site site = new Site(folder)) {
            for (String[] each : REQUESTS) {
                String answer = exchange(site, each[0]);
                assertThat(answer).as(each[0]).startsWith("HTTP/1.1 " + each[1] + " ");
                if (!each[1].equals("200") && !each[0].startsWith("GET /papers")) {
                    assertThat(answer)
                            .as(each[0])
                            .containsIgnoringCase("Content-Type: application/problem+json")
                            .contains("\"status\":" + each[1])
                            .doesNotContain("Exception", "jetty");
                }
            }
        }
    }

    private static String post(String headers, String body) {
        return "POST /api/v1/search HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n" + body;
    }

    private static String exchange(Site site, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
