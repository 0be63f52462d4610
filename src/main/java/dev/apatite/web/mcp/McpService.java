package dev.apatite.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.search.Searcher;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tools over a transport. */
public final class McpService {
    /** Where they answer over HTTP. */
    public static final String PATH = "/mcp";

    private static final String NAME = "apatite";
    private static final String INSTRUCTIONS =
            "A corpus of clinical case literature. Quote the sentence and its address with whatever you take from an"
                    + " answer; a finding is what a paper says, not advice.";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final McpJsonMapper json = new JacksonMcpJsonMapper(mapper);
    private final Searcher searcher;
    private final String version;

    /**
     * Answers from a searcher, which stays the caller's to close.
     *
     * @param version of this program
     */
    public McpService(Searcher searcher, String version) {
        this.searcher = searcher;
        this.version = version;
    }

    /** Over HTTP, each request by itself. */
    public final class OverHttp implements AutoCloseable {
        private final Supplier<String> address;
        private @Nullable HttpServletStatelessServerTransport transport;
        private @Nullable McpStatelessSyncServer server;

        private OverHttp(Supplier<String> address) {
            this.address = address;
        }

        /** Made when it is first asked for, which most servers never are. */
        private synchronized HttpServletStatelessServerTransport transport() {
            HttpServletStatelessServerTransport known = transport;
            if (known != null) {
                return known;
            }
            HttpServletStatelessServerTransport made = HttpServletStatelessServerTransport.builder()
                    .jsonMapper(json)
                    .messageEndpoint(PATH)
                    .build();
            McpTools tools = new McpTools(searcher, address, json);
            server = McpServer.sync(made)
                    .serverInfo(NAME, version)
                    .instructions(INSTRUCTIONS)
                    .jsonMapper(json)
                    .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                    .capabilities(ServerCapabilities.builder().tools(false).build())
                    .tools(tools.all().stream()
                            .map(each -> new McpStatelessServerFeatures.SyncToolSpecification(
                                    each.tool(), (context, request) -> tools.call(each, request.arguments())))
                            .toList())
                    .build();
            transport = made;
            return made;
        }

        /** Answers one request. */
        public void handle(Context context) {
            try {
                byte[] body = context.bodyAsBytes();
                if (!isMessage(body)) {
                    throw new BadRequestResponse("the body must be one JSON-RPC message");
                }
                transport().service(new ReadRequest(context.req(), body), context.res());
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The transport answers anything else with how it failed, which is nobody's business. */
        private boolean isMessage(byte[] body) {
            try {
                JsonNode message = mapper.readTree(body);
                return message.isObject() && message.path("jsonrpc").asText().equals("2.0") && message.has("method");
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public synchronized void close() {
            if (server != null) {
                server.close();
            }
        }
    }

    /** The tools over HTTP; {@code address} is that of the pages. */
    public OverHttp overHttp(Supplier<String> address) {
        return new OverHttp(address);
    }

    /** The tools over streams, until the input ends or the server is closed. */
    public McpSyncServer overStreams(String address, InputStream in, OutputStream out) {
        McpTools tools = new McpTools(searcher, () -> address, json);
        return McpServer.sync(new StdioServerTransportProvider(json, in, out))
                .serverInfo(NAME, version)
                .instructions(INSTRUCTIONS)
                .jsonMapper(json)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .tools(tools.all().stream()
                        .map(each -> new McpServerFeatures.SyncToolSpecification(
                                each.tool(), (exchange, request) -> tools.call(each, request.arguments())))
                        .toList())
                .build();
    }
}
