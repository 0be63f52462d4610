package dev.apatite.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Author;
import dev.apatite.paper.Content;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Response;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is stored beside a whole paper, as JSON. */
public final class StoredJson {
    /** One of a paper's outcomes; the confidence of the surest finding that tells it, null where none was judged. */
    public record Outcome(
            String treatment,
            Response response,
            boolean own,
            @Nullable Double confidence) {}

    /** One of a paper's antibody results. */
    public record Serum(String name, AntibodyStatus status) {}

    /** What a list shows of a paper. */
    public record Card(
            String id,
            @Nullable String title,
            List<Author> authors,
            @Nullable String journal,
            @Nullable Integer year,
            @Nullable String volume,
            @Nullable String issue,
            @Nullable String firstPage,
            @Nullable String lastPage,
            @Nullable String doi,
            @Nullable String pmid,
            @Nullable String pmcid,
            String sourceFile,
            List<Outcome> outcomes,
            List<Serum> sera) {
        private static Card of(Paper paper, List<Outcome> outcomes, List<Serum> sera) {
            return new Card(
                    paper.id(),
                    paper.title(),
                    paper.authors().stream()
                            .map(each -> new Author(each.family(), each.given(), each.orcid(), List.of()))
                            .toList(),
                    paper.journal(),
                    paper.year(),
                    paper.volume(),
                    paper.issue(),
                    paper.firstPage(),
                    paper.lastPage(),
                    paper.doi(),
                    paper.pmid(),
                    paper.pmcid(),
                    paper.sourceFile(),
                    outcomes,
                    sera);
        }
    }

    /**
     * A paper without its text and references: what lists show of it, and what it is compared by.
     *
     * @param bare the paper without sections, tables, references, warnings and what was recognised in it
     * @param textLength of its sections, in UTF-16 units
     */
    record Sheet(Paper bare, int textLength, List<Outcome> outcomes, List<Serum> sera) {
        private static final int MOST_CHIPS = 40;

        static Sheet of(Paper paper) {
            return new Sheet(
                    PaperOutline.bare(paper).withReferences(List.of()),
                    PaperOutline.textLength(paper),
                    outcomes(paper),
                    sera(paper));
        }

        /** The paper as a list shows it. */
        Card card() {
            return Card.of(bare, outcomes, sera);
        }

        private static List<Outcome> outcomes(Paper paper) {
            Map<Outcome, Outcome> own = new LinkedHashMap<>();
            Map<Outcome, Outcome> cited = new LinkedHashMap<>();
            for (Finding finding : paper.findings()) {
                Outcome outcome =
                        new Outcome(finding.treatment(), finding.response(), finding.own(), finding.confidence());
                (finding.own() ? own : cited)
                        .merge(
                                new Outcome(finding.treatment(), finding.response(), finding.own(), null),
                                outcome,
                                Sheet::surer);
            }
            return Stream.concat(own.values().stream(), cited.values().stream())
                    .limit(MOST_CHIPS)
                    .toList();
        }

        /** What was not judged is what a reader or the paper's own table says. */
        private static Outcome surer(Outcome one, Outcome other) {
            Double first = one.confidence();
            Double second = other.confidence();
            return first == null || second != null && first >= second ? one : other;
        }

        private static List<Serum> sera(Paper paper) {
            Set<Serum> sera = new LinkedHashSet<>();
            for (Patient patient : paper.patients()) {
                for (AntibodyResult result : patient.antibodies()) {
                    sera.add(new Serum(result.name(), result.status()));
                }
            }
            return sera.stream().limit(MOST_CHIPS).toList();
        }
    }

    /**
     * Where a finding or patient stands in its paper.
     *
     * @param toPaper how many documents further on the paper's own stands
     * @param kind of the section in which a finding is stated, null for the title or a patient
     * @param heading of that section
     * @param works that a finding cites
     * @param findings how many documents further back the findings of a patient stand
     * @param mark what a reader said of a finding, null where nobody said anything
     */
    public record Place(
            int toPaper,
            @Nullable SectionKind kind,
            @Nullable String heading,
            @Nullable Integer page,
            List<String> works,
            List<Integer> findings,
            @Nullable String mark) {
        static Place of(Paper paper, Finding finding, int toPaper, @Nullable String mark) {
            Section section = finding.section() >= 0
                            && finding.section() < paper.sections().size()
                    ? paper.sections().get(finding.section())
                    : null;
            return new Place(
                    toPaper,
                    section == null ? null : section.kind(),
                    section == null ? null : section.heading(),
                    Content.page(paper.content().pages(), finding.section(), finding.start()),
                    paper.references().stream()
                            .filter(each -> each.label() != null
                                    && each.workId() != null
                                    && finding.citedReferences().contains(each.label()))
                            .map(Reference::workId)
                            .distinct()
                            .toList(),
                    List.of(),
                    mark);
        }

        static Place of(Paper paper, Patient patient, int toPaper, int place) {
            List<Integer> findings = new ArrayList<>();
            for (int i = 0; i < paper.findings().size(); i++) {
                if (patient.id().equals(paper.findings().get(i).patient())) {
                    findings.add(place - paper.references().size() - i);
                }
            }
            return new Place(toPaper, null, null, null, List.of(), findings, null);
        }
    }

    /** A row and its place. */
    public record Placed<T>(T row, Place place) {}

    private final ObjectMapper mapper = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Writes a record. */
    public String write(Object record) {
        try {
            return mapper.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote, in UTF-8. */
    <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
