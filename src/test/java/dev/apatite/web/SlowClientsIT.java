package dev.apatite.web;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Searches are answered while slow clients and greedy ones sit there; by real sockets. */
@Timeout(300)
class SlowClientsIT {
    private static final String SEARCH = "/api/v1/search?query=calcinosis";
    private static final String ASK = "GET " + SEARCH + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int ASKED = 20;

    @TempDir
    private Path folder;

    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void searchesAnswerWhileThreeHundredClientsDripABody() throws IOException {
        try (Site site = new Site(folder)) {
            connect(
                    site,
                    300,
                    "POST /api/v1/search HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000\r\n\r\nquery=a");
            for (int i = 0; i < ASKED; i++) {
                drip();
                assertThat(site.get(SEARCH).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void searchesAnswerWhileThreeHundredClientsDripAHeaderAndTheseAreGivenUp() throws IOException {
        try (Site site = new Site(folder, Limits.standard().withHeader(Duration.ofSeconds(2)))) {
            connect(site, 300, "GET " + SEARCH + " HTTP/1.1\r\nHost: localhost\r\nX-Long: ");
            for (int i = 0; i < ASKED; i++) {
                drip();
                assertThat(site.get(SEARCH).statusCode()).isEqualTo(200);
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> drip() == 0);
            assertThat(site.get(SEARCH).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatIsSilentBetweenItsQuestionsIsNotTakenForOneThatDripsThem() throws IOException {
        try (Site site = new Site(folder, Limits.standard().withHeader(Duration.ofMillis(400)))) {
            connect(site, 1, ASK);
            Socket client = clients.getFirst();
            long begun = System.nanoTime();
            // Longer than a header may take, with the connection kept.
            for (int i = 0; System.nanoTime() - begun < Duration.ofSeconds(2).toNanos(); i++) {
                assertThat(client.getInputStream().read()).as("question %s", i).isEqualTo('H');
                skipAnswer(client);
                client.getOutputStream().write(ASK.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void searchesAnswerWhileFiveHundredClientsTakeNothingOfTheirAnswers() throws IOException {
        try (Site site = new Site(folder)) {
            // Each asks for more than the buffers of a connection hold, and reads nothing.
            connect(site, 500, ASK.repeat(20));
            for (int i = 0; i < ASKED; i++) {
                assertThat(site.get(SEARCH).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void searchesAnswerOrAreRefusedInWordsWhileThreeHundredClientsSendTwoHundredSearchesEach() throws IOException {
        try (Site site = new Site(folder)) {
            connect(site, 300, ASK.repeat(200));
            int answered = 0;
            for (int i = 0; i < ASKED; i++) {
                HttpResponse<String> answer = site.get(SEARCH);
                assertThat(answer.statusCode()).isIn(200, 503);
                if (answer.statusCode() == 200) {
                    answered++;
                } else {
                    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                    assertThat(answer.body()).contains("too much is asked of this server at once");
                }
                assertThat(site.get("/health").statusCode()).isEqualTo(200);
            }
            assertThat(answered).isGreaterThan(ASKED / 2);
        }
    }

    @Test
    void noMoreExportsAreSentAtATimeThanTheBoundAllowsAndSearchesGoOn() throws IOException {
        try (Site site = new Site(folder, large(), Limits.standard().withExports(2))) {
            String export = "/api/v1/search?query=&format=jsonl";
            assertThat(site.get(export).body().length()).isGreaterThan(LARGER_THAN_BUFFERS);
            connect(site, 2, "GET " + export + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await().atMost(Duration.ofMinutes(1)).until(() -> site.get(export).statusCode() == 503);
            HttpResponse<String> refused = site.get(export);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("60");
            assertThat(refused.body()).contains("too many exports at once");
            assertThat(site.get("/api/v1/search?query=hands").statusCode()).isEqualTo(200);
            close();
            await().atMost(Duration.ofMinutes(1)).until(() -> site.get(export).statusCode() == 200);
        }
    }

    @Test
    void theThreadsThatAnsweredComeDownAgain() throws IOException {
        try (Site site = new Site(folder)) {
            connect(site, 300, ASK.repeat(5));
            assertThat(site.get(SEARCH).statusCode()).isEqualTo(200);
            assertThat(answering()).isPositive();
            close();
            await().atMost(Duration.ofMinutes(2)).until(() -> answering() == 0);
        }
    }

    private static final int LARGER_THAN_BUFFERS = 16 << 20;

    /** Papers of which an export is larger than what a connection holds. */
    private static List<Paper> large() {
        String text = "Nothing but hands. ".repeat(50_000);
        return IntStream.range(0, 20)
                .mapToObj(i -> paper("large" + i)
                        .title("Hands " + i)
                        .section(SectionKind.OTHER, null, text)
                        .build())
                .toList();
    }

    private static long answering() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith("apatite-answer-"))
                .count();
    }

    /** Connects so many clients, each with a thread that sends the request and then nothing. */
    private void connect(Site site, int number, String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < number; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.server.port()));
            clients.add(socket);
            Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(bytes);
                } catch (IOException closed) {
                    // The server has given it up, or the test is over.
                }
            });
        }
    }

    /** One more byte of each that the server has not given up; how many these are. */
    private int drip() {
        int still = 0;
        for (Socket client : clients) {
            try {
                client.getOutputStream().write('a');
                client.getOutputStream().flush();
                still++;
            } catch (IOException givenUp) {
                // That is what it is for.
            }
        }
        return still;
    }

    private static void skipAnswer(Socket client) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            header.append((char) client.getInputStream().read());
        }
        String length = header.toString().replaceAll("(?is).*content-length: ([0-9]+).*", "$1");
        client.getInputStream().readNBytes(Integer.parseInt(length));
    }
}
