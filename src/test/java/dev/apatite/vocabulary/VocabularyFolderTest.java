package dev.apatite.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.paper.MentionType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyFolderTest {
    @TempDir
    private Path folder;

    @Test
    void a_csv_file_adds_concepts_that_are_found_like_the_built_in_ones() throws IOException {
        write(
                "local.csv",
                "name,type,synonyms,parents\n\"fizzomycin, oral\",treatment,FZM|Fizzo,treatment:antibiotics\n");

        Vocabulary vocabulary = Vocabulary.load(folder);

        assertThat(vocabulary.find(MentionType.TREATMENT, "fizzo"))
                .hasValueSatisfying(concept -> assertThat(concept.name()).isEqualTo("fizzomycin, oral"));
        assertThat(vocabulary.withDescendants("treatment:antibiotics")).contains("treatment:fizzomycin-oral");
    }

    @Test
    void a_concept_that_is_there_already_gains_names() throws IOException {
        write("more.csv", "name,type,synonyms\nColchicine,treatment,Fizzicine\n");

        Vocabulary vocabulary = Vocabulary.load(folder);

        assertThat(vocabulary.find(MentionType.TREATMENT, "fizzicine"))
                .isEqualTo(vocabulary.find(MentionType.TREATMENT, "colchicine"))
                .hasValueSatisfying(concept -> assertThat(concept.name()).isEqualTo("colchicine"));
    }

    @Test
    void obo_terms_have_the_type_of_their_ids_prefix() throws IOException {
        write("hp.obo", """
                format-version: 1.4

                [Term]
                id: HP:0000001
                name: Fizz anomaly

                [Term]
                id: HP:0000002
                name: Fizz elbow
                synonym: "Fizzy elbow, \\"acute\\"" EXACT []
                synonym: "FE" RELATED []
                synonym: "Elbow" BROAD []
                is_a: HP:0000001 ! Fizz anomaly

                [Term]
                id: HP:0000003
                name: Old fizz
                is_obsolete: true

                [Typedef]
                id: part_of
                name: part of
                """);

        Vocabulary vocabulary = Vocabulary.load(folder);

        assertThat(vocabulary.concept("HP:0000002")).isNotNull().satisfies(concept -> {
            assertThat(concept.type()).isEqualTo(MentionType.CONDITION);
            assertThat(concept.parents()).containsExactly("HP:0000001");
            assertThat(concept.synonyms()).isEqualTo(List.of("Fizzy elbow, \"acute\"", "FE?"));
        });
        assertThat(vocabulary.concept("HP:0000003")).isNull();
    }

    @Test
    void types_txt_says_what_unknown_ontologies_hold() throws IOException {
        write("own.obo", "[Term]\nid: OWN:1\nname: fizzing bath\n");
        assertThatThrownBy(() -> Vocabulary.load(folder))
                .isInstanceOf(VocabularyException.class)
                .hasMessageContaining("own.obo, line 1")
                .hasMessageContaining("types.txt");

        write("types.txt", "# ours\nOWN = treatment\n");

        assertThat(Vocabulary.load(folder).find(MentionType.TREATMENT, "fizzing baths"))
                .isPresent();
    }

    @Test
    void mesh_descriptors_keep_their_tree() throws IOException {
        write("desc.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE DescriptorRecordSet SYSTEM "https://example.org/not-fetched.dtd">
                <DescriptorRecordSet>
                <DescriptorRecord><DescriptorUI>D1</DescriptorUI>
                  <DescriptorName><String>Fizz Diseases</String></DescriptorName>
                  <TreeNumberList><TreeNumber>C99</TreeNumber></TreeNumberList></DescriptorRecord>
                <DescriptorRecord><DescriptorUI>D2</DescriptorUI>
                  <DescriptorName><String>Calcinosis, Fizzing</String></DescriptorName>
                  <TreeNumberList><TreeNumber>C99.100</TreeNumber></TreeNumberList>
                  <ConceptList><Concept><ConceptName><String>x</String></ConceptName><TermList>
                    <Term><String>Fizz Stone</String></Term></TermList></Concept></ConceptList></DescriptorRecord>
                <DescriptorRecord><DescriptorUI>D3</DescriptorUI>
                  <DescriptorName><String>Fizz University</String></DescriptorName>
                  <TreeNumberList><TreeNumber>I02.100</TreeNumber></TreeNumberList></DescriptorRecord>
                </DescriptorRecordSet>
                """);

        Vocabulary vocabulary = Vocabulary.load(folder);

        assertThat(vocabulary.find(MentionType.CONDITION, "fizz stones")).hasValueSatisfying(concept -> {
            assertThat(concept.name()).isEqualTo("fizzing calcinosis");
            assertThat(concept.parents()).containsExactly("mesh:D1");
        });
        assertThat(vocabulary.concept("mesh:D3")).isNull();
    }

    @Test
    void obo_graphs_are_read_too() throws IOException {
        write("graph.json", """
                {"graphs": [{"id": "http://purl.obolibrary.org/obo/hp.json", "nodes": [
                  {"id": "http://purl.obolibrary.org/obo/HP_0000001", "lbl": "Fizz anomaly", "type": "CLASS"},
                  {"id": "http://purl.obolibrary.org/obo/HP_0000002", "lbl": "Fizz elbow", "type": "CLASS",
                   "meta": {"synonyms": [{"pred": "hasExactSynonym", "val": "Fizzy elbow"},
                                         {"pred": "hasRelatedSynonym", "val": "Fizz"}]}},
                  {"id": "http://purl.obolibrary.org/obo/HP_0000003", "lbl": "Fizz of old", "type": "CLASS",
                   "meta": {"deprecated": true}},
                  {"id": "http://purl.obolibrary.org/obo/hp#has_fizz", "lbl": "has fizz", "type": "PROPERTY"}],
                 "edges": [{"sub": "http://purl.obolibrary.org/obo/HP_0000002", "pred": "is_a",
                            "obj": "http://purl.obolibrary.org/obo/HP_0000001"}]}]}
                """);

        Vocabulary vocabulary = Vocabulary.load(folder);
        assertThat(vocabulary.find(MentionType.CONDITION, "fizzy elbow"))
                .hasValueSatisfying(concept -> assertThat(concept.parents()).containsExactly("HP:0000001"))
                .hasValueSatisfying(concept -> assertThat(concept.synonyms()).containsExactly("Fizzy elbow", "Fizz?"));
        assertThat(vocabulary.find(MentionType.CONDITION, "fizz of old")).isEmpty();
    }

    @Test
    void a_graph_file_without_graphs_is_an_error_that_names_it() throws IOException {
        write("graph.json", "{\"nodes\": []}");

        assertThatThrownBy(() -> Vocabulary.load(folder))
                .isInstanceOf(VocabularyException.class)
                .hasMessageStartingWith("graph.json: is no ontology in OBO Graph JSON");
    }

    @Test
    void errors_name_file_and_line() throws IOException {
        write("bad.tsv", "# fine\ntreatment:x\ttreatment\tx\n");

        assertThatThrownBy(() -> Vocabulary.load(folder))
                .isInstanceOf(VocabularyException.class)
                .hasMessage("bad.tsv, line 2: has 3 columns instead of 5");
    }

    @Test
    void circles_and_unknown_parents_do_no_harm() throws IOException {
        write("circle.tsv", "fizz:a\tcondition\tfizz a\tfizz:b|fizz:nowhere\t\nfizz:b\tcondition\tfizz b\tfizz:a\t\n");

        Vocabulary vocabulary = Vocabulary.load(folder);

        assertThat(vocabulary.withAncestors("fizz:a")).contains("fizz:b");
        assertThat(vocabulary.withAncestors("fizz:b")).containsExactly("fizz:b");
    }

    @Test
    void the_version_changes_with_the_folder() throws IOException {
        String before = Vocabulary.load(folder).version();
        write("local.csv", "name,type\nfizzomycin,treatment\n");

        assertThat(Vocabulary.load(folder).version())
                .isNotEqualTo(before)
                .isEqualTo(Vocabulary.load(folder).version());
        assertThat(before).isEqualTo(Vocabulary.builtIn().version());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
