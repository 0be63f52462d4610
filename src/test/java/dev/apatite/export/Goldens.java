package dev.apatite.export;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import dev.apatite.paper.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two papers, one of which has everything, and the files that hold what each format makes of them to a byte. */
final class Goldens {
    private static final Path FOLDER = Path.of("src/test/resources/dev/apatite/export");

    private Goldens() {}

    static Paper full() {
        Patient patient = new Patient(
                "10.1000_open_a-1",
                "Case 1",
                9.5,
                AgeUnit.YEARS,
                Sex.FEMALE,
                List.of(
                        new Diagnosis("HP:0003761", "calcinosis", "2 years"),
                        new Diagnosis(null, "juvenile dermatomyositis", null)),
                List.of("asthma"),
                List.of(new AntibodyResult("antibody:anti-scl-70", "anti-Scl-70", AntibodyStatus.POSITIVE)),
                List.of(new TestResult("ESR", "110", "mm/h"), new TestResult("CRP", "normal", null)),
                List.of("elbow"),
                List.of("diltiazem", "prednisone"));
        return paper("10.1000_open_a")
                .title("Diltiazem for calcinosis in an anti-Scl-70 positive girl from Toronto: pH & DNA")
                .year(2016)
                .journal("Skin & Bone Letters")
                .doi("10.1000/open_a%b")
                .ids("26000001", "PMC4700001")
                .printed("2016-03-07", "12", "3", "97", "97", "https://creativecommons.org/licenses/by-nc/4.0/")
                .issn("1234-5679")
                .type(ArticleType.CASE_REPORT)
                .author("Roe", "Jane A. Jr", "0000-0002-1825-0097", "Skin Clinic; Old Town")
                .author("The Calcinosis Group", null)
                .keyword("calcinosis")
                .keyword("calcium; channel")
                .section(SectionKind.ABSTRACT, "Abstract", "A girl was treated (p < 0.05) with 100% success.")
                .section(
                        SectionKind.CASE,
                        "Case",
                        "She got diltiazem 60 mg daily \uD83D\uDE42. The calcinosis cleared with diltiazem.")
                .cites("1", "Old A. Bone and calcium. Bone. 1990.", "w1")
                .treats("diltiazem", "diltiazem")
                .mentions(MentionType.CONDITION, "calcinosis", "calcinosis", Assertion.AFFIRMED)
                .patient(patient)
                .finding("diltiazem", Response.COMPLETE_RESPONSE, true, 1, "The calcinosis cleared with diltiazem.")
                .build();
    }

    static Paper bare() {
        return paper("sha-0")
                .title("=A Cold Hand")
                .year(1999)
                .author("Roe", "Jane")
                .build();
    }

    /** To write the files anew after a change that is meant: {@code -Dapatite.golden=write}, and look at what differs. */
    static void golden(String name, String written) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("apatite.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
