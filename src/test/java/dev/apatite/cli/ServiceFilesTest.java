package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** The commands that the files under {@code src/main/service} start are commands of this program. */
class ServiceFilesTest {
    private static final Path FILES = Path.of("src/main/service");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+(?::[-?]([^}]*))?}");

    static Stream<Arguments> commands() throws IOException {
        List<Arguments> commands = new ArrayList<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.sorted().toList()) {
                for (List<String> each : started(file)) {
                    commands.add(Arguments.of(file.getFileName().toString(), each));
                }
            }
        }
        return commands.stream();
    }

    private static List<List<String>> started(Path file) throws IOException {
        String text = Files.readString(file);
        String name = file.getFileName().toString();
        if (name.endsWith(".yaml")) {
            return entryPoints(text);
        }
        Stream<String> lines = text.lines();
        if (name.endsWith(".service")) {
            return lines.filter(each -> each.startsWith("ExecStart="))
                    .map(each ->
                            Arrays.asList(each.substring("ExecStart=".length()).split(" ")))
                    .toList();
        }
        return lines.filter(each -> each.startsWith("ENTRYPOINT "))
                .map(each -> strings(new Yaml().load(each.substring("ENTRYPOINT ".length()))))
                .toList();
    }

    private static List<List<String>> entryPoints(String text) {
        Map<?, ?> compose = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        List<List<String>> all = new ArrayList<>();
        for (Object each : ((Map<?, ?>) Objects.requireNonNull(compose.get("services"))).values()) {
            Object entry = ((Map<?, ?>) each).get("entrypoint");
            if (entry != null) {
                all.add(strings(entry));
            }
        }
        return all;
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("commands")
    void whatAServiceFileStartsIsACommandOfThisProgram(String file, List<String> command) {
        assertThat(command.getFirst()).endsWith("/bin/apatite");
        String[] arguments = command.stream()
                .skip(1)
                .map(each -> VARIABLE.matcher(each)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(found.group(1) == null ? "http://node:9200" : found.group(1))))
                .toArray(String[]::new);
        CommandLine line = Main.commandLine(arguments);
        assertThat(line.parseArgs(arguments).subcommand()).isNotNull();
    }

    static Stream<Path> composeFiles() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** What the Compose Specification knows of a service, as far as these files need it: another key is a slip. */
    private static final Set<String> OF_A_SERVICE = Set.of(
            "build",
            "cap_drop",
            "depends_on",
            "entrypoint",
            "environment",
            "healthcheck",
            "image",
            "networks",
            "ports",
            "read_only",
            "restart",
            "security_opt",
            "stop_grace_period",
            "tmpfs",
            "ulimits",
            "volumes");

    private static final Set<String> OF_A_FILE = Set.of("name", "networks", "services", "volumes");
    private static final Set<String> OF_A_CHECK = Set.of("interval", "retries", "start_period", "test", "timeout");

    @ParameterizedTest
    @MethodSource("composeFiles")
    void aComposeFileHasTheKeysOfTheSpecificationAndNamesOnlyWhatIsThere(Path file) throws IOException {
        Map<?, ?> compose = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
        assertThat(names(compose)).allMatch(each -> each.startsWith("x-") || OF_A_FILE.contains(each));
        Map<?, ?> services = map(compose.get("services"));
        assertThat(services).isNotEmpty();
        Set<String> used = new TreeSet<>();
        services.forEach((name, described) -> {
            Map<?, ?> service = map(described);
            assertThat(OF_A_SERVICE).as(name + "").containsAll(names(service));
            assertThat(OF_A_CHECK).as(name + "").containsAll(names(map(service.get("healthcheck"))));
            assertThat(service.containsKey("image") || service.containsKey("build"))
                    .isTrue();
            Map<?, ?> build = map(service.get("build"));
            if (!build.isEmpty()) {
                Path context = FILES.resolve(String.valueOf(build.get("context")));
                assertThat(context.resolve("pom.xml")).exists();
                assertThat(context.resolve(String.valueOf(build.get("dockerfile"))))
                        .exists();
            }
            assertThat(names(map(compose.get("networks")))).containsAll(all(service.get("networks")));
            map(service.get("depends_on")).forEach((other, how) -> {
                assertThat(names(services)).contains(String.valueOf(other));
                assertThat(map(services.get(other)).containsKey("healthcheck"))
                        .as(other + " can be waited for")
                        .isTrue();
            });
            assertThat(all(service.get("ports"))).allMatch(each -> each.startsWith("127.0.0.1:"));
            used.addAll(namedVolumes(service));
        });
        assertThat(names(map(compose.get("volumes")))).containsExactlyElementsOf(used);
    }

    private static Set<String> namedVolumes(Map<?, ?> service) {
        Set<String> named = new TreeSet<>();
        Set<String> targets = new TreeSet<>(all(service.get("tmpfs")));
        for (Object each : list(service.get("volumes"))) {
            if (each instanceof Map<?, ?> volume) {
                assertThat(List.of("bind", "volume", "tmpfs")).contains(String.valueOf(volume.get("type")));
                assertThat(targets.add(String.valueOf(volume.get("target")))).isTrue();
            } else {
                String[] parts = String.valueOf(each).split(":");
                named.add(parts[0]);
                assertThat(targets.add(parts[1]))
                        .as("mounted once: " + parts[1])
                        .isTrue();
            }
        }
        return named;
    }

    @Test
    void theImageTakesTheDistributionThatTheBuildMakesAndStartsItsLauncher() throws IOException {
        String image = Files.readString(FILES.resolve("Containerfile"));
        assertThat(image).contains("COPY --from=build /src/target/apatite /opt/apatite");
        // The assembly makes target/apatite with bin/apatite of the launcher's folder.
        assertThat(Path.of("src/main/launcher/apatite")).isRegularFile();
        assertThat(Files.readString(Path.of("pom.xml"))).contains("${project.build.directory}/apatite");
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<?, ?>) value;
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static List<String> all(@Nullable Object value) {
        return strings(list(value));
    }

    private static Set<String> names(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
