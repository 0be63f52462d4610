package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What people see: wrapped and bold on a terminal, whole and plain elsewhere, and safe everywhere. */
class TerminalTest {
    private static final String LONG = "Topical sodium thiosulfate cleared the lesions fully within three months.";

    private static String printed(int width, boolean styled, Consumer<Terminal> prints) {
        StringWriter out = new StringWriter();
        prints.accept(new Terminal(new PrintWriter(out), width, styled));
        return out.toString();
    }

    @Test
    void aLineIsWrappedBetweenWordsAtTheWidthAndStaysIndented() {
        String text = printed(40, false, terminal -> terminal.line(2, LONG));
        assertThat(text.lines()).allMatch(each -> each.length() <= 40 && each.startsWith("  "));
        assertThat(text.replaceAll("\\s+", " ").strip()).isEqualTo(LONG);
    }

    @Test
    void elsewhereALineIsLeftWholeAndPlain() {
        assertThat(printed(0, false, terminal -> terminal.line(2, LONG))).isEqualTo("  " + LONG + "\n");
        assertThat(printed(0, false, terminal -> terminal.marked(0, "a <hit> here", '<', '>', "*")))
                .isEqualTo("a *hit* here\n");
    }

    @Test
    void whatWasFoundIsBoldOnATerminal() {
        assertThat(printed(80, true, terminal -> terminal.marked(0, "a <hit> here", '<', '>', "*")))
                .isEqualTo("a \u001b[1mhit\u001b[0m here\n");
    }

    @Test
    void controlCharactersOfAPaperAreSpeltOut() {
        String hostile = "a title\u001b[2J\u0007 that \u202e turns";
        for (Consumer<Terminal> prints : java.util.List.<Consumer<Terminal>>of(
                terminal -> terminal.line(hostile),
                terminal -> terminal.heading(hostile),
                terminal -> terminal.marked(0, hostile, '<', '>', "*"))) {
            assertThat(printed(0, false, prints))
                    .doesNotContain("\u001b", "\u0007", "\u202e")
                    .contains("\\u001b[2J\\u0007");
        }
        assertThat(Terminal.cell(hostile, 40)).hasSize(40).doesNotContain("\u001b");
    }

    @Test
    void columnsAreFilledOrCut() {
        assertThat(Terminal.cell("abc", 5)).isEqualTo("abc  ");
        assertThat(Terminal.cell("abcdef", 5)).isEqualTo("abcd\u2026");
    }
}
