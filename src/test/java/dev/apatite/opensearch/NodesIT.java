package dev.apatite.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.apatite.engine.EngineAway;
import dev.apatite.index.IndexException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said, and what is tried again, where nodes refuse, are away, or have too much to do; small servers play them. */
class NodesIT {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        servers.forEach(each -> each.stop(0));
    }

    /** What a server says to its n-th request, and with which status. */
    private record Said(int status, String body, Map<String, String> headers) {
        static Said of(int status, String body) {
            return new Said(status, body, Map.of());
        }
    }

    private interface Behaviour {
        Said answer(HttpExchange exchange, int number);
    }

    private URI serve(HttpServer server, String scheme, Behaviour behaviour) {
        int[] number = new int[1];
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            Said said = behaviour.answer(exchange, number[0]++);
            said.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        servers.add(server);
        server.start();
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    private URI serve(Behaviour behaviour) throws IOException {
        return serve(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http", behaviour);
    }

    private static Nodes nodes(List<URI> nodes, @Nullable String signIn, @Nullable Path authority, Duration patience) {
        return new Nodes(new ClusterSettings(nodes, "papers", signIn, authority, 1, 0), patience);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "one:data:knn two:data:knn         | -",
                "one:data:knn two:cluster_manager: | -",
                "one:data:                         | the cluster has no plugin opensearch-knn",
                "one:data:knn two:data: three:data:| the plugin opensearch-knn is missing on three, two",
                "-                                 | the cluster does not say which plugins it has (403)",
            })
    void meaningsAreKeptWhereAllNodesThatKeepDocumentsHaveThePlugin(@Nullable String nodes, @Nullable String lacking)
            throws IOException {
        String answer = nodes == null
                ? "{}"
                : Stream.of(nodes.split(" "))
                        .map(each -> each.split(":", -1))
                        .map(each -> "\"id-%s\":{\"name\":\"%s\",\"roles\":[\"%s\"],\"plugins\":[%s]}"
                                .formatted(
                                        each[0],
                                        each[0],
                                        each[1],
                                        each[2].isEmpty() ? "" : "{\"name\":\"opensearch-knn\"}"))
                        .collect(Collectors.joining(",", "{\"nodes\":{", "}}"));
        URI node = serve((exchange, number) -> Said.of(nodes == null ? 403 : 200, answer));
        ClusterSettings settings = new ClusterSettings(List.of(node), "papers", null, null, 1, 0);
        try (Nodes asking = new Nodes(settings, SHORT);
                Snapshots snapshots = new Snapshots(asking, "papers")) {
            ClusterMeanings meanings = new ClusterMeanings(asking, settings, snapshots);
            assertThat(meanings.lacking()).isEqualTo(Optional.ofNullable(lacking));
            assertThat(meanings.lacking()).isEqualTo(Optional.ofNullable(lacking));
            assertThat(asked).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "401 | -           | lets nobody in without a user and password; give a file with them by --cluster-sign-in",
                "401 | jane:secret | does not take the user jane with this password",
                "403 | -           | does not allow GET /papers: not yours",
                "403 | jane:secret | does not allow GET /papers to the user jane: not yours",
                "404 | -           | has nothing at /papers: not yours",
                "400 | -           | refused GET /papers with 400: not yours",
                "500 | -           | refused GET /papers with 500: not yours",
            })
    void aRefusalNamesTheNodeAndSaysWhatToDo(int status, @Nullable String signIn, String sentence) throws IOException {
        URI node = serve((exchange, number) -> Said.of(status, "{\"error\":{\"reason\":\"not yours\"}}"));
        try (Nodes nodes = nodes(List.of(node), signIn, null, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/papers?x=y", null))
                    .isInstanceOf(IndexException.class)
                    .hasMessage("the node " + node + " " + sentence)
                    .hasMessageNotContaining("secret");
        }
        assertThat(asked).as("what is refused for good is not asked again").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"429 | has too much to do (429): wait", "503 | is not ready (503): wait", "502 | answers 502: wait"
            })
    void whatPassesIsTriedAgainUntilPatienceEnds(int status, String sentence) throws IOException {
        URI node = serve((exchange, number) -> Said.of(status, "{\"error\":{\"reason\":\"wait\"}}"));
        try (Nodes nodes = nodes(List.of(node), null, null, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/papers", null))
                    .isInstanceOf(EngineAway.class)
                    .hasMessageEndingWith("the node " + node + " " + sentence);
        }
        assertThat(asked).hasSizeGreaterThan(2);
    }

    @Test
    void aNodeThatHasTooMuchToDoIsAskedAgainWhenItSaysSo() throws IOException {
        URI node = serve((exchange, number) ->
                number < 2 ? new Said(429, "", Map.of("Retry-After", "1")) : Said.of(200, "{\"ok\":true}"));
        try (Nodes nodes = nodes(List.of(node), null, null, LONG)) {
            assertThat(nodes.get("GET", "/", null).path("ok").asBoolean()).isTrue();
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void aNodeThatIsAwayIsNamedAndAnotherAnswersForIt() throws IOException {
        URI away;
        try (ServerSocket socket = new ServerSocket(0)) {
            away = URI.create("http://localhost:" + socket.getLocalPort());
        }
        try (Nodes nodes = nodes(List.of(away), null, null, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/", null))
                    .isInstanceOf(EngineAway.class)
                    .hasMessageContaining("the node " + away + " takes no connections");
        }
        URI there = serve((exchange, number) -> Said.of(200, "{}"));
        try (Nodes nodes = nodes(List.of(away, there), null, null, LONG)) {
            for (int i = 0; i < 4; i++) {
                assertThat(nodes.ask("GET", "/", null).isOk()).isTrue();
            }
        }
        assertThat(asked).hasSize(4);
    }

    @Test
    void aNameThatNobodyKnowsAndAnAnswerThatIsNoneAreSaid() throws IOException {
        URI unknown = URI.create("http://no-such-node.invalid:9200");
        try (Nodes nodes = nodes(List.of(unknown), null, null, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/", null)).hasMessageContaining("the node " + unknown);
        }
        URI page = serve((exchange, number) -> Said.of(200, "<html>a login page</html>"));
        try (Nodes nodes = nodes(List.of(page), null, null, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/", null))
                    .hasMessageContaining("the node " + page)
                    .hasMessageContaining("not OpenSearch's JSON");
        }
    }

    /** A key and its certificate, for localhost; the certificate alone stands in {@code ca.pem}. */
    private HttpsServer secure() throws IOException, GeneralSecurityException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        run(
                tool,
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD);
        run(
                tool,
                "-exportcert",
                "-rfc",
                "-alias",
                "node",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                folder.resolve("ca.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static void run(Path tool, String... arguments) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of(tool.toString()));
        call.addAll(List.of(arguments));
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void aNodeBehindTlsIsTrustedByTheFileThatSaysWhoSignsAndLetsInWhoSignsIn()
            throws IOException, GeneralSecurityException, InterruptedException {
        URI node = serve(secure(), "https", (exchange, number) -> {
            String sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            return sent.equals("Basic amFuZTpzw6ljcmV0") ? Said.of(200, "{\"ok\":true}") : Said.of(401, "");
        });
        Path authority = folder.resolve("ca.pem");
        try (Nodes nodes = nodes(List.of(node), "jane:sécret", authority, SHORT)) {
            assertThat(nodes.get("GET", "/", null).path("ok").asBoolean()).isTrue();
        }
        try (Nodes nodes = nodes(List.of(node), "jane:other", authority, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/", null)).hasMessageContaining("the user jane");
        }
        try (Nodes nodes = nodes(List.of(node), "jane:sécret", null, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/", null))
                    .hasMessageContaining("the node " + node)
                    .hasMessageContaining("--cluster-ca");
        }
        URI otherName = URI.create("https://[::1]:" + node.getPort());
        try (Nodes nodes = nodes(List.of(otherName), null, authority, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/", null)).hasMessageContaining("the node " + otherName);
        }
        URI plain = serve((exchange, number) -> Said.of(200, "{}"));
        URI asTls = URI.create("https://localhost:" + plain.getPort());
        try (Nodes nodes = nodes(List.of(asTls), null, authority, SHORT)) {
            assertThatThrownBy(() -> nodes.get("GET", "/", null))
                    .hasMessageContaining("the node " + asTls)
                    .hasMessageContaining("TLS");
        }
    }

    @Test
    void aFileWithoutCertificatesIsNamed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path broken = Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nnothing\n");
        List<URI> node = List.of(URI.create("https://localhost:9200"));
        for (Path each : List.of(empty, broken, folder.resolve("missing.pem"))) {
            assertThatThrownBy(() -> nodes(node, null, each, SHORT))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining(each.toString());
        }
    }

    @Test
    void ofABulkThatWasTakenInPartOnlyTheRestIsSentAgain() throws IOException {
        URI node = serve((exchange, number) -> Said.of(
                200,
                number == 0
                        ? "{\"errors\":true,\"items\":[{\"index\":{\"_id\":\"a\",\"status\":201}},"
                                + "{\"index\":{\"_id\":\"b\",\"status\":429}},{\"delete\":{\"_id\":\"c\",\"status\":404}}]}"
                        : "{\"errors\":false,\"items\":[{\"index\":{\"_id\":\"b\",\"status\":201}}]}"));
        try (Nodes nodes = nodes(List.of(node), null, null, LONG)) {
            Bulk bulk = new Bulk(nodes, "papers");
            bulk.add("a", List.of("{\"index\":{\"_id\":\"a\"}}", "{\"one\":1}"));
            bulk.add("b", List.of("{\"index\":{\"_id\":\"b\"}}", "{\"two\":2}", "{\"delete\":{\"_id\":\"c\"}}"));
            bulk.flush();
        }
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast()).contains("\"two\"").doesNotContain("\"one\"", "delete");
    }

    @Test
    void whatABulkCannotTakeAtAllIsNamed() throws IOException {
        URI node = serve((exchange, number) -> Said.of(
                200,
                "{\"errors\":true,\"items\":[{\"index\":{\"_id\":\"a\",\"status\":400,"
                        + "\"error\":{\"reason\":\"too long\"}}}]}"));
        try (Nodes nodes = nodes(List.of(node), null, null, LONG)) {
            Bulk bulk = new Bulk(nodes, "papers");
            bulk.add("a", List.of("{\"index\":{\"_id\":\"a\"}}", "{}"));
            assertThatThrownBy(bulk::flush)
                    .isInstanceOf(IndexException.class)
                    .hasMessageContainingAll("a", "400", "too long");
        }
    }
}
