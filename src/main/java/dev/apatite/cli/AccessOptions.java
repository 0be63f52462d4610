package dev.apatite.cli;

import dev.apatite.web.Access;
import dev.apatite.web.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who may reach a server and change something there; {@code serve} has them by {@code @Mixin}. */
final class AccessOptions {
    /** Lines as in the file of {@code --sign-in}. */
    static final String ENVIRONMENT = "APATITE_SIGN_IN";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The address under which others reach this server, as through a proxy that speaks HTTPS.")
    private @Nullable URI publicUrl;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A further name that the server answers to; may be given several times.")
    private Set<String> hosts = new LinkedHashSet<>();

    @Option(
            names = "--sign-in",
            paramLabel = "FILE",
            description =
                    "Who may change something: lines that \"apatite password NAME\" prints. The environment variable "
                            + ENVIRONMENT + " may hold them instead.")
    private @Nullable Path signIn;

    @Option(names = "--sign-in-to-read", description = "Reading needs a sign-in too.")
    private boolean readersToo;

    @Option(
            names = "--open",
            description =
                    "Beyond this machine, anyone who reaches the server may read and change marks without a sign-in.")
    private boolean open;

    /**
     * The settings, for a server that listens on {@code host}.
     *
     * @throws CommandLine.ParameterException where others could reach it and it is not said under which name, or who may
     *     change something
     */
    Access settings(String host) {
        SignIn known = signIn();
        boolean beyond = !Access.isLoopback(host);
        boolean reachable = beyond || publicUrl != null || !hosts.isEmpty();
        if (beyond && publicUrl == null && hosts.isEmpty()) {
            throw refused("--host " + host + " lets others reach this server; say under which name: --public-url URL or"
                    + " --allow-host NAME");
        }
        if (reachable && known == null && !open) {
            throw refused("others can reach this server; say who may change something with --sign-in FILE or "
                    + ENVIRONMENT + " (\"apatite password NAME\" prints a line for it), or let anyone with --open");
        }
        if (known != null && open) {
            throw refused("--open lets anyone change something; it cannot be given together with a sign-in");
        }
        if (readersToo && known == null) {
            throw refused("--sign-in-to-read needs --sign-in FILE or " + ENVIRONMENT);
        }
        return new Access(publicUrl, hosts, known, readersToo);
    }

    /** Whether anyone may change something from elsewhere. */
    boolean isOpen() {
        return open;
    }

    private @Nullable SignIn signIn() {
        if (signIn != null) {
            try {
                return SignIn.of(signIn.toString(), Files.readString(signIn));
            } catch (IOException e) {
                throw refused("the file of --sign-in, " + signIn + ", cannot be read");
            }
        }
        String lines = System.getenv(ENVIRONMENT);
        return lines == null || lines.isBlank() ? null : SignIn.of(ENVIRONMENT, lines);
    }

    private CommandLine.ParameterException refused(String why) {
        return new CommandLine.ParameterException(command.commandLine(), why);
    }
}
