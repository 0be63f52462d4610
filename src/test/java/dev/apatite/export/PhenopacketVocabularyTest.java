package dev.apatite.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import dev.apatite.index.Papers;
import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import dev.apatite.search.Concepts;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phenopackets.schema.v2.Phenopacket;
import org.phenopackets.schema.v2.core.Disease;
import org.phenopackets.schema.v2.core.OntologyClass;
import org.phenopackets.schema.v2.core.PhenotypicFeature;

/** Phenopackets name conditions as the standards do that a user loads, and put what is no diagnosis elsewhere. */
class PhenopacketVocabularyTest {
    /** Made up but for its form. */
    private static final String OBO = """
            format-version: 1.2

            [Term]
            id: MONDO:9900001
            name: systemic sclerosis

            [Term]
            id: MONDO:9900002
            name: hypothyroidism

            [Term]
            id: HP:9900003
            name: Hypothyroidism

            [Term]
            id: HP:9900004
            name: Nausea

            [Term]
            id: HP:9900005
            name: Pain
            """;

    private static Phenopacket packet(Vocabulary vocabulary, Patient patient, Paper paper) throws IOException {
        Phenopackets.Source source = Phenopackets.Source.of(paper);
        StringBuilder out = new StringBuilder();
        PhenopacketExport.write(out, new Phenopackets(new Concepts(vocabulary), source).of(patient, paper.findings()));
        Phenopacket.Builder read = Phenopacket.newBuilder();
        JsonFormat.parser().merge(out.toString(), read);
        return read.build();
    }

    private static Patient patient() {
        return new Patient(
                "p-1",
                null,
                44.0,
                AgeUnit.YEARS,
                Sex.FEMALE,
                List.of(
                        new Diagnosis("condition:systemic-sclerosis", "systemic sclerosis", null),
                        new Diagnosis(
                                "condition:limited-cutaneous-systemic-sclerosis",
                                "limited cutaneous systemic sclerosis",
                                null),
                        new Diagnosis("condition:pain", "pain", null)),
                List.of("hypothyroidism", "a thing that no vocabulary has"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Paper paper() {
        return Papers.paper("p")
                .title("A case")
                .section(SectionKind.CASE, "Case", "Colchicine caused nausea.")
                .finding("colchicine", Response.ADVERSE_EVENT, true, 1, "Colchicine caused nausea.")
                .build();
    }

    @Test
    void classesBesideTheirMembersAreLeftOutAndSignsAreFeatures() throws IOException {
        Phenopacket packet = packet(Vocabulary.builtIn(), patient(), paper());
        assertThat(packet.getDiseasesList())
                .extracting(Disease::getTerm)
                .extracting(OntologyClass::getLabel)
                .containsExactly(
                        "limited cutaneous systemic sclerosis", "hypothyroidism", "a thing that no vocabulary has");
        assertThat(packet.getPhenotypicFeaturesList())
                .extracting(PhenotypicFeature::getType)
                .extracting(OntologyClass::getLabel)
                .containsExactly("pain");
    }

    @Test
    void whatALoadedStandardListsHasItsIds(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("standards.obo"), OBO);
        Vocabulary vocabulary = Vocabulary.load(folder);
        Patient plain = patient();
        Phenopacket packet = packet(vocabulary, plain, paper());
        assertThat(packet.getDiseasesList())
                .extracting(each -> each.getTerm().getId())
                .contains("MONDO:9900002", "apatite:condition-a-thing-that-no-vocabulary-has");
        assertThat(packet.getPhenotypicFeaturesList())
                .extracting(each -> each.getType().getId())
                .containsExactly("HP:9900005");
        assertThat(packet.getMetaData().getResourcesList())
                .extracting(each -> each.getIriPrefix())
                .contains("http://purl.obolibrary.org/obo/MONDO_", "http://purl.obolibrary.org/obo/HP_");
        assertThat(new Concepts(vocabulary)
                        .standard(null, dev.apatite.paper.MentionType.CONDITION, "nausea", List.of("HP:")))
                .isEqualTo("HP:9900004");
    }
}
