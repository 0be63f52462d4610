package dev.apatite.cli;

import dev.apatite.ingest.Ingest;
import picocli.CommandLine.Option;

/** The confirmation that files which are away were deleted; {@code index} and {@code serve} have it by {@code @Mixin}. */
final class RemovalOption {
    @Option(
            names = "--allow-removals",
            description =
                    "Let the first run remove the papers of files that are not there, even of all of them at once;"
                            + " without it they stay while a disk or a folder may be out of reach.")
    private boolean allowed;

    void tell(Ingest ingest) {
        if (allowed) {
            ingest.allowRemovals();
        }
    }
}
