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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
}
