package dev.apatite.cli;

import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.web.mcp.McpService;
import io.modelcontextprotocol.server.McpSyncServer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Offers the corpus to a language model over standard input and output. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description =
                "Offers search, evidence, patients and papers as tools of the Model Context Protocol over standard"
                        + " input and output; \"serve\" does so at /mcp.")
final class McpCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where \"apatite serve\" shows the pages that answers point to (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:7070")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Override
    public Integer call() throws InterruptedException {
        Vocabulary vocabulary = index.vocabulary();
        CountDownLatch ended = new CountDownLatch(1);
        try (OpenPapers opened = engine.openToRead(index, vocabulary)) {
            Searcher searcher = opened.searcher();
            String version =
                    Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "unpackaged");
            McpSyncServer server = new McpService(searcher, version)
                    .overStreams(address.replaceAll("/+$", ""), new Ending(System.in, ended), System.out);
            ended.await();
            server.closeGracefully();
        }
        return 0;
    }

    /** Says when the input has ended. */
    private static final class Ending extends FilterInputStream {
        private final CountDownLatch ended;

        Ending(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            told(read);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            told(read);
            return read;
        }

        private void told(int read) {
            if (read < 0) {
                ended.countDown();
            }
        }
    }
}
