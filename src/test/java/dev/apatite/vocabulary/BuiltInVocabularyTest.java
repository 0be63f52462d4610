package dev.apatite.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.MentionType;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInVocabularyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final NameMatcher MATCHER = new NameMatcher(VOCABULARY);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            high-dose methotrexate     | treatment | methotrexate
            HD-MTX                     | treatment | methotrexate
            R-MPV                      | treatment | R-MPV
            frusemide                  | treatment | furosemide
            Lasilix                    | treatment | furosemide
            lasilix                    | treatment | furosemide
            augmentine                 | treatment | amoxicillin-clavulanic acid
            Doliprane                  | treatment | acetaminophen
            Nolotil                    | treatment | metamizole
            Sintrom                    | treatment | acenocoumarol
            trinitrine                 | treatment | nitroglycerin
            vit. D                     | treatment | vitamin D
            vitamin B9                 | treatment | folic acid
            MAP protocol               | treatment | MAP chemotherapy
            CVP regimen                | treatment | CVP
            Wegener's granulomatosis   | condition | granulomatosis with polyangiitis
            Horton's disease           | condition | giant cell arteritis
            Basedow disease            | condition | Graves' disease
            algodystrophy              | condition | complex regional pain syndrome
            type 2 DM                  | condition | type 2 diabetes mellitus
            paroxysmal AF              | condition | atrial fibrillation
            knee OA                    | condition | osteoarthritis
            IVIG                       | treatment | intravenous immunoglobulin
            IVIg                       | treatment | intravenous immunoglobulin
            Ara-C                      | treatment | cytarabine
            ara-C                      | treatment | cytarabine
            Lantus                     | treatment | insulin glargine
            NPH insulin                | treatment | isophane insulin
            Humalog                    | treatment | insulin lispro
            long-acting insulin        | treatment | basal insulin
            ESWT                       | treatment | extracorporeal shock wave therapy
            ESWL                       | treatment | extracorporeal shock wave lithotripsy
            Istin                      | treatment | amlodipine
            Hidroferol                 | treatment | calcifediol
            acfol                      | treatment | folic acid
            quinalbarbitone            | treatment | secobarbital
            lysuride                   | treatment | lisuride
            Tardyferon                 | treatment | iron supplementation
            phenobarbitone             | treatment | phenobarbital
            lignocaine                 | treatment | lidocaine
            mucoviscidosis             | condition | cystic fibrosis
            Steinert disease           | condition | myotonic dystrophy
            COAD                       | condition | obstructive lung disease
            """)
    void names_that_clinicians_use(String name, String type, String concept) {
        Words words = Words.of(name);
        assertThat(MATCHER.at(words, 0).stream()
                        .filter(match -> match.end() == words.size())
                        .flatMap(match -> match.names().stream())
                        .map(NameMatcher.Name::concept)
                        .filter(each -> each.type() == MentionType.valueOf(type.toUpperCase(Locale.ROOT)))
                        .map(Concept::name))
                .anySatisfy(
                        each -> assertThat(each.replace("'s", "")).isEqualToIgnoringCase(concept.replace("'s", "")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "foster", "luminal", "emend", "pots", "all", "map", "charge", "dress", "ten", "crest", "pan", "gist", "chop"
    })
    void words_that_name_nothing(String word) {
        assertThat(MATCHER.at(Words.of("the " + word + " of it"), 1)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is no {1}")
    @CsvSource({
        "lesion, postoperative complication",
        "fibrosis, postoperative complication",
        "inflammation, postoperative complication",
        "atrophy, postoperative complication",
        "necrosis, postoperative complication",
        "mass, neoplasm",
        "nodule, neoplasm",
        "cyst, neoplasm"
    })
    void findings_are_no_diseases_of_one_kind(String name, String ancestor) {
        Concept concept = Objects.requireNonNull(VOCABULARY.concept("condition:" + name), name);
        assertThat(ancestors(concept)).contains("pathological finding").doesNotContain(ancestor);
    }

    @Test
    void every_treatment_is_one_of_a_class() {
        assertThat(VOCABULARY.concepts().stream()
                        .filter(each -> each.type() == MentionType.TREATMENT
                                && each.parents().isEmpty())
                        .map(Concept::name))
                .containsExactlyInAnyOrder("drug therapy", "therapeutic procedures");
    }

    private static String ancestors(Concept concept) {
        return Stream.concat(
                        concept.parents().stream(),
                        concept.parents().stream()
                                .map(VOCABULARY::concept)
                                .filter(each -> each != null)
                                .map(BuiltInVocabularyTest::ancestors))
                .map(id -> {
                    Concept known = VOCABULARY.concept(id);
                    return known == null ? id : known.name();
                })
                .collect(Collectors.joining("|"));
    }
}
