package dev.apatite.search;

import static dev.apatite.index.Papers.paper;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Papers;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;

/** Five small papers, of our own writing, and a searcher over them. */
final class SampleIndex implements AutoCloseable {
    final PaperIndex index;
    final Searcher searcher;

    SampleIndex(Path folder) {
        Vocabulary vocabulary = Vocabulary.builtIn();
        index = PaperIndex.open(folder, vocabulary);
        searcher = new EmbeddedSearcher(index, vocabulary);
        put(papers());
    }

    void put(List<Paper> papers) {
        try (IndexUpdate update = index.update()) {
            papers.forEach(each -> update.put(each, Papers.provenance(each)));
            update.commit();
        }
    }

    /** An index that is there, opened anew. */
    record Opened(PaperIndex index, Searcher searcher) implements AutoCloseable {
        @Override
        public void close() {
            searcher.close();
            index.close();
        }
    }

    static Opened opened(Path folder) {
        Vocabulary vocabulary = Vocabulary.builtIn();
        PaperIndex index = PaperIndex.open(folder, vocabulary);
        return new Opened(index, new EmbeddedSearcher(index, vocabulary));
    }

    static List<Paper> papers() {
        return List.of(
                paper("thio")
                        .title("Sodium thiosulfate for calcinosis cutis")
                        .year(2015)
                        .journal("Skin Letters")
                        .doi("10.1000/thio")
                        .author("Düzgün", "Nurşen")
                        .keyword("calcinosis")
                        .section(
                                SectionKind.CASE,
                                "The case",
                                "A 44-year-old woman had anti-Scl-70 antibodies.\nShe got diltiazem without any effect."
                                        + " Topical sodium thiosulfate cleared the lesions <b>fully</b>.")
                        .section(SectionKind.DISCUSS, "Discussion", "STS binds calcium. Oedema was seen once.")
                        .cites("1", "Old A. Bone and calcium. 1990.", "w1")
                        .treats("sodium thiosulfate", "Sodium thiosulfate")
                        .treats("diltiazem", "diltiazem")
                        .treats("sodium thiosulfate", "Topical sodium thiosulfate")
                        .treats("sodium thiosulfate", "STS")
                        .mentions(MentionType.ANTIBODY, "anti-Scl-70", "anti-Scl-70", Assertion.AFFIRMED)
                        .patient(44, Sex.FEMALE, "anti-Scl-70", AntibodyStatus.POSITIVE, "diltiazem")
                        .finding("diltiazem", Response.NO_RESPONSE, true, 1, "She got diltiazem without any effect.")
                        .finding(
                                "sodium thiosulfate",
                                Response.COMPLETE_RESPONSE,
                                true,
                                1,
                                "Topical sodium thiosulfate cleared the lesions <b>fully</b>.")
                        .build(),
                paper("pam")
                        .title("Pamidronate in a boy with dermatomyositis")
                        .year(2018)
                        .journal("Bone Reports")
                        .author(
                                "Smith",
                                "John Adam",
                                "0000-0002-1825-0097",
                                "Division of Rheumatology, Toronto, Canada")
                        .section(SectionKind.ABSTRACT, null, "Pamidronate helped a boy whose lymphoedema was severe.")
                        .section(
                                SectionKind.CASE,
                                "Case",
                                "A boy of 9 years had no anti-Scl-70. Pamidronate reduced the pain.",
                                "IL-1β was high and 99mTc uptake too.")
                        .section(
                                SectionKind.DISCUSS,
                                null,
                                "Diltiazem helped in nine of seventeen patients [1]. Aluminium hydroxide was not tried.")
                        .cites("1", "Old A. Bone and calcium. 1990.", "w1")
                        .cites("2", "Duzgun N. Sodium thiosulfate for calcinosis cutis. 2015.", "thio")
                        .treats("pamidronate", "Pamidronate")
                        .treats("diltiazem", "Diltiazem")
                        .mentions(MentionType.ANTIBODY, "anti-Scl-70", "anti-Scl-70", Assertion.NEGATED)
                        .patient(9, Sex.MALE, "anti-Scl-70", AntibodyStatus.NEGATIVE, "pamidronate")
                        .finding("pamidronate", Response.PARTIAL_RESPONSE, true, 1, "Pamidronate reduced the pain.")
                        .finding(
                                "diltiazem",
                                Response.PARTIAL_RESPONSE,
                                false,
                                17,
                                "Diltiazem helped in nine of seventeen patients [1].",
                                "1")
                        .build(),
                unsure(paper("review")
                        .title("Bisphosphonates: a review")
                        .year(2010)
                        .journal("Bone Reports")
                        .section(
                                SectionKind.INTRO,
                                "Introduction",
                                "Bisphosphonates are old. In one study diltiazem helped many [7].")
                        .cites("7", "Old A. Bone and calcium. 1990.", "w1")
                        .treats("bisphosphonates", "Bisphosphonates")
                        .treats("diltiazem", "diltiazem")
                        .finding(
                                "diltiazem",
                                Response.PARTIAL_RESPONSE,
                                false,
                                12,
                                "In one study diltiazem helped many [7].",
                                "7")
                        .build()),
                paper("citing")
                        .title("Hands and cold")
                        .year(2020)
                        .journal("Skin Letters")
                        .section(SectionKind.METHODS, "Methods", "We counted hands in winter, and tumours.")
                        .cites("1", "Duzgun N. Sodium thiosulfate for calcinosis cutis. 2015.", "thio")
                        .build(),
                paper("undated")
                        .title("An undated note on hands")
                        .section(SectionKind.OTHER, null, "Nothing but hands. A cold hand is a cold hand.")
                        .build());
    }

    @Override
    public void close() {
        searcher.close();
        index.close();
    }

    /** The same paper, whose findings are more doubtful than not. */
    private static Paper unsure(Paper paper) {
        return paper.annotated(
                paper.mentions(),
                paper.patients(),
                paper.findings().stream()
                        .map(each -> each.judged(0.4, null, null, List.of()))
                        .toList());
    }
}
