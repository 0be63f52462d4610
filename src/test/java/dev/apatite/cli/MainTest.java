package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Which commands there are. */
class MainTest {
    @Test
    void everyCommandIsKnownByItsOwnName() {
        assertThat(Main.commandLine().getSubcommands().keySet()).containsExactlyElementsOf(Main.COMMANDS.keySet());
    }

    @Test
    void aCommandThatIsCalledIsTheOnlyOne() {
        assertThat(Main.commandLine("search", "patient").getSubcommands()).containsOnlyKeys("search");
    }

    @Test
    void anUnknownCommandIsNamed() {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine("serch", "patient").setErr(new PrintWriter(out, true));
        assertThat(line.execute("serch", "patient")).isEqualTo(2);
        assertThat(out.toString()).contains("there is no command serch");
    }
}
