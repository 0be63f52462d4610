package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools, asked by the protocol's own client over both transports. */
class McpIT {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final JacksonMcpJsonMapper JSON =
            new JacksonMcpJsonMapper(JsonMapper.builder().build());

    @TempDir
    static Path folder;

    static Site site;

    @BeforeAll
    static void start() {
        site = new Site(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static McpSyncClient client(McpClientTransport transport) {
        return McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .build();
    }

    private static McpSyncClient overHttp() {
        return client(HttpClientStreamableHttpTransport.builder(site.address)
                .endpoint("/mcp")
                .jsonMapper(JSON)
                .build());
    }

    private static JsonNode call(McpSyncClient client, String tool, Map<String, Object> arguments) throws Exception {
        McpSchema.CallToolResult result = client.callTool(new McpSchema.CallToolRequest(tool, arguments));
        String text = ((McpSchema.TextContent) result.content().getFirst()).text();
        assertThat(result.isError()).as(text).isNotEqualTo(Boolean.TRUE);
        return MAPPER.readTree(text);
    }

    @Test
    void everyToolAnswersWithSentencesAndAddresses() throws Exception {
        try (McpSyncClient client = overHttp()) {
            client.initialize();
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactlyInAnyOrder(
                            "search_papers",
                            "find_sentences",
                            "find_evidence",
                            "find_patients",
                            "read_paper",
                            "cited_works");

            JsonNode found = call(client, "search_papers", Map.of("query", "thiosulfate", "limit", 5));
            assertThat(found.at("/papers/0/id").asText()).isEqualTo("thio");
            assertThat(found.at("/papers/0/sentences/0/sentence").asText()).contains("thiosulfate");
            assertThat(found.at("/papers/0/sentences/0/address").asText()).startsWith(site.address + "/papers/thio");

            JsonNode sentences = call(client, "find_sentences", Map.of("query", "pamidronate"));
            assertThat(sentences.at("/sentences/0/sentence").asText()).contains("Pamidronate");
            // As many as there are, not only those that a page of papers shows.
            assertThat(sentences.get("hitCount").asInt())
                    .isEqualTo(site.json("/api/v1/sentences?query=pamidronate")
                            .get("hitCount")
                            .asInt());

            JsonNode evidence =
                    call(client, "find_evidence", Map.of("treatment", "diltiazem", "response", "no_response"));
            assertThat(evidence.get("hitCount").asInt()).isEqualTo(1);
            assertThat(evidence.at("/findings/0/sentence").asText()).isEqualTo("She got diltiazem without any effect.");
            assertThat(evidence.at("/findings/0/address").asText()).isEqualTo(site.address + "/papers/thio#section-0");

            JsonNode patients = call(client, "find_patients", Map.of("sex", "female", "age", "40..50"));
            assertThat(patients.at("/patients/0/outcomes")).hasSize(2);

            JsonNode paper = call(client, "read_paper", Map.of("id", "10.1000/thio"));
            assertThat(paper.at("/sections/0/text").asText()).contains("anti-Scl-70");
            assertThat(paper.at("/findings")).hasSize(2);

            JsonNode works = call(client, "cited_works", Map.of("query", "bone calcium"));
            assertThat(works.at("/works/0/citedByCount").asInt()).isEqualTo(2);
        }
    }

    @Test
    void whatCannotBeAnsweredIsAnErrorInWords() {
        try (McpSyncClient client = overHttp()) {
            client.initialize();
            McpSchema.CallToolResult unknown =
                    client.callTool(new McpSchema.CallToolRequest("read_paper", Map.of("id", "nowhere")));
            assertThat(unknown.isError()).isTrue();
            assertThat(unknown.content().toString()).contains("nowhere");
            McpSchema.CallToolResult bad =
                    client.callTool(new McpSchema.CallToolRequest("search_papers", Map.of("query", "TITEL:a")));
            assertThat(bad.isError()).isTrue();
            assertThat(bad.content().toString()).contains("TITLE");
        }
    }

    @Test
    void theSameToolsAnswerOverStandardInputAndOutput() throws Exception {
        ServerParameters command = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.apatite.cli.Main",
                        "mcp",
                        "--index",
                        folder.toString(),
                        "--address",
                        "http://pages.example")
                .build();
        try (McpSyncClient client = client(new StdioClientTransport(command, JSON))) {
            client.initialize();
            JsonNode found = call(client, "search_papers", Map.of("query", "pamidronate"));
            assertThat(found.at("/papers/0/address").asText()).isEqualTo("http://pages.example/papers/pam");
        }
    }

    @Test
    void whatIsNoMessageIsAProblemInWords() {
        var answer = site.post("/mcp", "application/json", "{\"broken");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("JSON-RPC").doesNotContain("stackTrace");
    }

    @Test
    void pagesElsewhereCannotCallTheTools() {
        assertThat(site.post(
                                "/mcp",
                                "application/json",
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
                                "Accept",
                                "application/json, text/event-stream",
                                "Origin",
                                "http://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
    }
}
