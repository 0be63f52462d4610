package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches are answered while slow clients sit there; by real sockets. */
class SlowClientsIT {
    private static final int DRIPPING = 300;
    private static final int TAKING_NOTHING = 40;

    @TempDir
    private Path folder;

    @Test
    void searchesAnswerWhileHundredsOfClientsDripABody() throws IOException {
        try (Site site = new Site(folder)) {
            List<Socket> slow = clients(
                    site,
                    DRIPPING,
                    "POST /api/v1/search HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000\r\n\r\nquery=a");
            try {
                for (int i = 0; i < 20; i++) {
                    drip(slow);
                    assertThat(site.get("/api/v1/search?query=calcinosis").statusCode())
                            .isEqualTo(200);
                }
            } finally {
                close(slow);
            }
        }
    }

    @Test
    void searchesAnswerWhileHundredsOfClientsTakeNothingOfTheirAnswers() throws IOException {
        try (Site site = new Site(folder)) {
            String request = "GET /api/v1/search?query=calcinosis HTTP/1.1\r\nHost: localhost\r\n\r\n";
            // Each asks for more than the buffers of a connection hold, and reads nothing.
            List<Socket> slow = clients(site, TAKING_NOTHING, request.repeat(50));
            try {
                for (int i = 0; i < 20; i++) {
                    assertThat(site.get("/api/v1/search?query=calcinosis").statusCode())
                            .isEqualTo(200);
                }
            } finally {
                close(slow);
            }
        }
    }

    private static List<Socket> clients(Site site, int number, String request) throws IOException {
        List<Socket> clients = new ArrayList<>();
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < number; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.server.port()));
            clients.add(socket);
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }
        return clients;
    }

    /** One more byte of each that the server has not given up. */
    private static void drip(List<Socket> clients) {
        for (Socket client : clients) {
            try {
                client.getOutputStream().write('a');
                client.getOutputStream().flush();
            } catch (IOException e) {
                assertThat(e).as("given up by the server").isNotNull();
            }
        }
    }

    private static void close(List<Socket> clients) throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }
}
