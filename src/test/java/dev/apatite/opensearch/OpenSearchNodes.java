package dev.apatite.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OpenSearch as processes of its own on this machine, one node or more. Needed is its distribution without plugins, unpacked, in
 * {@code target/opensearch} (mvn -Popensearch) or where the property {@code apatite.opensearch} says; without it
 * tests are skipped and say so ({@link NeedsOpenSearch}). The node that all tests share has the plugin for vectors where that
 * is unpacked in {@code target/opensearch-knn}. As root the nodes run as "nobody", for OpenSearch refuses root.
 */
public final class OpenSearchNodes implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(300);
    /** Little memory, and code that starts quickly rather than runs quickly: no node lives long. */
    private static final String OPTIONS = "-Xms512m -Xmx512m -XX:TieredStopAtLevel=1";

    private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid", "nobody", "--clear-groups", "--");

    private static final List<Runnable> USERS = new ArrayList<>();

    private static @Nullable OpenSearchNodes shared;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OpenSearchNodes::end, "opensearch-end"));
    }

    private OpenSearchNodes(Path folder) {
        this.folder = folder;
    }

    /**
     * The address of a node that all tests of this run share, so that each has to use an index of a name of its own: one
     * that runs already where the property {@code apatite.opensearch.nodes} names it, and else one that ends with this JVM.
     */
    public static synchronized List<URI> one() throws IOException, InterruptedException {
        String running = System.getProperty("apatite.opensearch.nodes", "");
        if (!running.isEmpty()) {
            return ClusterSettings.nodes(running);
        }
        if (shared == null) {
            shared = start(1, plugin());
        }
        return shared.addresses();
    }

    /** Ends with this JVM what uses the shared node, while the node still answers. */
    public static synchronized void atEnd(Runnable user) {
        USERS.add(user);
    }

    private static synchronized void end() {
        USERS.forEach(Runnable::run);
        if (shared != null) {
            shared.closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException left) {
            System.err.println("left behind: " + folder);
        }
    }

    /** Starts so many nodes without plugins that know each other, and waits until they do. */
    public static OpenSearchNodes start(int number) throws IOException, InterruptedException {
        return start(number, Optional.empty());
    }

    private static OpenSearchNodes start(int number, Optional<Path> plugin) throws IOException, InterruptedException {
        Path unpacked = distribution().orElseThrow(() -> new IOException(missing()));
        OpenSearchNodes nodes = new OpenSearchNodes(Files.createTempDirectory("apatite-opensearch"));
        try {
            Path readable = nodes.readable(unpacked);
            Path distribution = plugin.isEmpty() ? readable : nodes.withPlugin(readable, plugin.get());
            List<Integer> http =
                    IntStream.range(0, number).mapToObj(any -> free()).toList();
            List<Integer> transport =
                    IntStream.range(0, number).mapToObj(any -> free()).toList();
            for (int i = 0; i < number; i++) {
                nodes.begin(distribution, i, http, transport);
            }
            nodes.await(number);
            return nodes;
        } catch (IOException | InterruptedException | RuntimeException e) {
            nodes.close();
            throw e;
        }
    }

    /** Whether there is OpenSearch to test with: unpacked, or a node that runs already. */
    static boolean isThere() {
        return !System.getProperty("apatite.opensearch.nodes", "").isEmpty()
                || distribution().isPresent();
    }

    /** Whether the node that tests share has the plugin for vectors. */
    static boolean keepsVectors() {
        String running = System.getProperty("apatite.opensearch.nodes", "");
        if (running.isEmpty()) {
            return plugin().isPresent();
        }
        URI plugins = ClusterSettings.nodes(running).getFirst().resolve("/_cat/plugins");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(plugins).build(), HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("opensearch-knn");
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Path> plugin() {
        return Optional.of(namedPlugin())
                .filter(each -> Files.isReadable(each.resolve("plugin-descriptor.properties")));
    }

    private static Path namedPlugin() {
        return Path.of(System.getProperty("apatite.opensearch.knn", "target/opensearch-knn"))
                .toAbsolutePath();
    }

    /** Why there is no plugin. */
    static String missingPlugin() {
        return "needs the plugin opensearch-knn in " + namedPlugin() + ", which mvn -Popensearch puts there";
    }

    /** The distribution with a plugin, and the same without it left as it is. */
    private Path withPlugin(Path distribution, Path plugin) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        try (Stream<Path> parts = Files.list(distribution)) {
            for (Path each : parts.filter(part -> !part.endsWith("plugins")).toList()) {
                Files.createSymbolicLink(home.resolve(each.getFileName()), each);
            }
        }
        Path installed = Files.createDirectories(home.resolve("plugins/opensearch-knn"));
        try (Stream<Path> parts = Files.list(plugin)) {
            for (Path each : parts.toList()) {
                Files.copy(each, installed.resolve(each.getFileName()));
            }
        }
        return home;
    }

    /** Where it is unpacked; empty where it is not. */
    static Optional<Path> distribution() {
        Path named = named();
        if (!Files.isDirectory(named)) {
            return Optional.empty();
        }
        try (Stream<Path> inside = Stream.concat(Stream.of(named), Files.list(named))) {
            return inside.filter(each -> Files.isReadable(each.resolve("bin/opensearch")))
                    .map(Path::toAbsolutePath)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path named() {
        return Path.of(System.getProperty("apatite.opensearch", "target/opensearch"));
    }

    /** Why there is none. */
    static String missing() {
        return "needs OpenSearch in " + named().toAbsolutePath() + ", which mvn -Popensearch puts there";
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(Path distribution, int node, List<Integer> http, List<Integer> transport) throws IOException {
        Path home = Files.createDirectories(folder.resolve("node" + node));
        Path config = Files.createDirectories(home.resolve("config"));
        Path logs = Files.createDirectories(home.resolve("logs"));
        Files.copy(distribution.resolve("config/log4j2.properties"), config.resolve("log4j2.properties"));
        // Whoever runs the node need not be who unpacked the distribution.
        Files.writeString(
                config.resolve("jvm.options"),
                Files.readString(distribution.resolve("config/jvm.options")).replace("logs/", logs + "/"));
        List<String> lines = new ArrayList<>(List.of(
                "cluster.name: apatite-test",
                "node.name: node" + node,
                "network.host: 127.0.0.1",
                "http.port: " + http.get(node),
                "transport.port: " + transport.get(node),
                "path.data: " + home.resolve("data"),
                "path.logs: " + logs,
                "action.auto_create_index: false",
                "cluster.routing.allocation.disk.threshold_enabled: false"));
        if (http.size() == 1) {
            lines.add("discovery.type: single-node");
        } else {
            lines.add("discovery.seed_hosts: "
                    + transport.stream()
                            .map(each -> "\"127.0.0.1:" + each + "\"")
                            .toList());
            lines.add("cluster.initial_cluster_manager_nodes: "
                    + IntStream.range(0, http.size())
                            .mapToObj(each -> "node" + each)
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        Files.write(config.resolve("opensearch.yml"), lines);
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            run("chown", "-R", "nobody", folder.toString());
            command.addAll(AS_NOBODY);
        }
        command.addAll(List.of("bash", distribution.resolve("bin/opensearch").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile());
        builder.environment().put("OPENSEARCH_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("OPENSEARCH_PATH_CONF", config.toString());
        builder.environment().put("OPENSEARCH_JAVA_OPTS", OPTIONS);
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        processes.add(builder.start());
        addresses.add(URI.create("http://127.0.0.1:" + http.get(node)));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The distribution, or a copy of it where it lies in a folder that those who are to run it may not enter. */
    private Path readable(Path distribution) throws IOException {
        List<String> look = new ArrayList<>(AS_NOBODY);
        look.addAll(List.of("test", "-r", distribution.resolve("bin/opensearch").toString()));
        if (!isRoot() || run(look.toArray(String[]::new)) == 0) {
            return distribution;
        }
        Path copy = folder.resolve("distribution");
        run("chmod", "755", folder.toString());
        run("cp", "-a", distribution.toString(), copy.toString());
        return copy;
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void await(int number) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STARTING.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (URI each : addresses) {
                URI health = each.resolve("/_cluster/health?wait_for_nodes=" + number + "&timeout=30s");
                while (!isUp(client, health)) {
                    if (System.nanoTime() > deadline || processes.stream().noneMatch(Process::isAlive)) {
                        throw new IOException("OpenSearch does not start; see " + folder);
                    }
                    TimeUnit.MILLISECONDS.sleep(300);
                }
            }
        }
    }

    /** Waits until every part of every index stands on as many nodes as it is to. */
    public void awaitReplicas() throws InterruptedException, IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI health = addresses.getFirst().resolve("/_cluster/health?wait_for_status=green&timeout=60s");
            if (!isUp(client, health)) {
                throw new IOException("the replicas are not there after a minute; see " + folder);
            }
        }
    }

    private static boolean isUp(HttpClient client, URI health) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where the nodes answer. */
    public List<URI> addresses() {
        return List.copyOf(addresses);
    }

    /** Ends a node as a power cut would. */
    public void kill(int node) throws InterruptedException {
        Process process = processes.get(node);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        for (Process each : processes) {
            each.descendants().forEach(ProcessHandle::destroyForcibly);
            try {
                each.destroyForcibly().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
