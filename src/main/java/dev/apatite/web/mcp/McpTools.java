package dev.apatite.web.mcp;

import dev.apatite.search.BadRequest;
import dev.apatite.search.Searcher;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The tools, each a name, what it takes, and how it answers. */
final class McpTools {
    /** A tool and how it answers. */
    record Offered(Tool tool, Answer answer) {}

    /** Answers with a JSON object. */
    interface Answer {
        Map<String, Object> of(Arguments arguments);
    }

    private final McpJsonMapper json;
    private final McpAnswers answers;

    McpTools(Searcher searcher, Supplier<String> address, McpJsonMapper json) {
        this.json = json;
        answers = new McpAnswers(searcher, address);
    }

    List<Offered> all() {
        return List.of(
                offered(
                        "search_papers",
                        "Finds papers by words, phrases and fields of the query language (TITLE:, AUTH:, TREATMENT:,"
                                + " CONDITION:, FINDING:(diltiazem no_response), PUB_YEAR:[2010 TO 2020], AND OR NOT)."
                                + " Each with its best sentences and where they stand.",
                        QUERY,
                        answers::search),
                offered(
                        "find_sentences",
                        "Finds the sentences of the papers that say what is asked, best first, each with its address.",
                        QUERY,
                        answers::sentences),
                offered(
                        "find_evidence",
                        "Treatments and what came of them: each row one treatment, one stated outcome, and the"
                                + " sentence that states it; own cases of a paper, or what it cites.",
                        """
                        {"type":"object","properties":{
                          "query":{"type":"string","description":"which papers; empty for all"},
                          "treatment":{"type":"string","description":"a treatment or a class of treatments"},
                          "response":{"type":"string","enum":["complete_response","partial_response","no_response",
                            "progression","mixed","adverse_event","not_reported"]},
                          "own":{"type":"boolean","description":"only the papers' own patients, or only cited evidence"},
                          "limit":{"type":"integer","minimum":1,"maximum":50}}}
                        """,
                        answers::evidence),
                offered(
                        "find_patients",
                        "Reported cases: age, sex, diagnoses, antibodies, treatments and what came of them.",
                        """
                        {"type":"object","properties":{
                          "query":{"type":"string","description":"which papers; empty for all"},
                          "age":{"type":"string","description":"years, such as 20..40"},
                          "sex":{"type":"string","enum":["female","male"]},
                          "antibody":{"type":"string","description":"a name, or name:positive, name:negative"},
                          "given":{"type":"string","description":"a treatment that the patient got"},
                          "limit":{"type":"integer","minimum":1,"maximum":50}}}
                        """,
                        answers::patients),
                offered(
                        "read_paper",
                        "One paper: its bibliography, findings, and text section by section.",
                        """
                        {"type":"object","properties":{
                          "id":{"type":"string","description":"an id from another answer, a PMID, a PMCID or a DOI"},
                          "section":{"type":"integer","minimum":0,"description":"only this section"},
                          "from":{"type":"integer","minimum":0,"description":"begin at this section; the answer says where it stopped"}},
                          "required":["id"]}
                        """,
                        answers::paper),
                offered(
                        "cited_works",
                        "The works that papers cite, found by their own titles, authors and years, most cited first, with the papers that cite them.",
                        QUERY,
                        answers::works));
    }

    private static final String QUERY = """
            {"type":"object","properties":{
              "query":{"type":"string","description":"what to search for"},
              "limit":{"type":"integer","minimum":1,"maximum":50}},
              "required":["query"]}
            """;

    private Offered offered(String name, String description, String schema, Answer answer) {
        return new Offered(
                Tool.builder(name, json, schema).description(description).build(), answer);
    }

    /** The answer as text for those who read text, and as an object for those who read objects. */
    CallToolResult call(Offered offered, Map<String, Object> arguments) {
        try {
            Map<String, Object> answer = offered.answer().of(new Arguments(arguments));
            return CallToolResult.builder()
                    .addTextContent(json.writeValueAsString(answer))
                    .structuredContent(answer)
                    .isError(false)
                    .build();
        } catch (BadRequest | IllegalArgumentException e) {
            return CallToolResult.builder()
                    .addTextContent(String.valueOf(e.getMessage()))
                    .isError(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
