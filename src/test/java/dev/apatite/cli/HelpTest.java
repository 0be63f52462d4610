package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command explains itself. */
class HelpTest {
    static Stream<List<String>> commands() {
        return below(Main.commandLine(), List.of()).stream();
    }

    private static List<List<String>> below(CommandLine command, List<String> path) {
        List<List<String>> all = new ArrayList<>();
        all.add(path);
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            all.addAll(below(sub, longer));
        });
        return all;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsPrintedAndIsNoFailure(List<String> path) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(path);
        arguments.add("--help");
        int code = Main.commandLine().setOut(new PrintWriter(out)).execute(arguments.toArray(String[]::new));
        assertThat(code).isZero();
        assertThat(out.toString()).contains("Usage: ").contains(String.join(" ", path));
        assertThat(out.toString().lines())
                .as("what a terminal of 80 columns shows")
                .allMatch(each -> each.length() <= 80);
    }
}
