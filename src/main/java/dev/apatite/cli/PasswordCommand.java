package dev.apatite.cli;

import dev.apatite.web.SignIn;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the line that lets somebody sign in; the password itself is kept nowhere. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description =
                "Asks for a password, or takes it from standard input, and prints the line for serve --sign-in FILE.")
final class PasswordCommand implements Callable<Integer> {
    private static final int SHORTEST = 8;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Who signs in.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--token", description = "Make a token for a script instead; it is printed before the line.")
    private boolean token;

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[^:\\s]+")) {
            throw refused("a name has no colons and no spaces");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (token) {
            String fresh = SignIn.newToken();
            out.println("# the token, for the header \"Authorization: Bearer ...\"; it is kept nowhere: " + fresh);
            out.println(SignIn.tokenLine(name, fresh));
            return 0;
        }
        char[] password = password();
        if (password.length < SHORTEST) {
            throw refused("a password has " + SHORTEST + " characters or more");
        }
        out.println(SignIn.passwordLine(name, password));
        return 0;
    }

    private static char[] password() throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? new char[0] : typed;
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        return line == null ? new char[0] : line.toCharArray();
    }

    private CommandLine.ParameterException refused(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }
}
