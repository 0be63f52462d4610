package dev.apatite.reading.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.byline.Affiliations;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What stands between a manuscript's title and its abstract, a slash for each new paragraph and two for a new line, and
 * whose addresses are read from it. Authors are divided by semicolons, their addresses by plus signs.
 */
class TextAffiliationsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Marks of every kind.
                "Ada Hall^{1}, Ben Okri^{1,2*} / ^{1}Department of Stones, Utopia / ^{2}Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Department of Stones, Utopia + Sea College, Atlantis",
                "Ada Hall¹, Ben Okri² / ¹Department of Stones, Utopia // ²Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Sea College, Atlantis",
                "Ada Hall^1^, Ben Okri^1,2,\\*^ / ^1^ Department of Stones, Utopia / ^2^ Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Department of Stones, Utopia + Sea College, Atlantis",
                "Ada Hall<sup>a</sup>, Ben Okri<sup>b,∗</sup> / <sup>a</sup>Department of Stones, Utopia, <sup>b</sup>Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Sea College, Atlantis",
                "Ada Hall*, Ben Okri**, Cleo Ray† / *Department of Stones, Utopia // **Sea College, Atlantis // †Moon Clinic, Lunaria"
                        + " | Hall: Department of Stones, Utopia; Okri: Sea College, Atlantis; Ray: Moon Clinic, Lunaria",
                "Ada Hall1, Ben Okri1,2 / 1. Department of Stones, Utopia 2. Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Department of Stones, Utopia + Sea College, Atlantis",
                "Ada Hall 1, Ben Okri 2 / 1 Department of Stones, Utopia, 2 Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Sea College, Atlantis",
                "Ada Hall (1), Ben Okri (2) / (1) Department of Stones, Utopia // (2) Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Sea College, Atlantis",
                "Ada Hall^{1-3} / ^{1}Department of Stones, Utopia // ^{2}Sea College, Atlantis // ^{3}Moon Clinic, Lunaria"
                        + " | Hall: Department of Stones, Utopia + Sea College, Atlantis + Moon Clinic, Lunaria",
                // One address is everybody's; several without marks are nobody's, but for a single author.
                "Ada Hall, Ben Okri / Department of Stones, Utopia University"
                        + " | Hall: Department of Stones, Utopia University; Okri: Department of Stones, Utopia University",
                "Ada Hall, Ben Okri / Department of Stones, Utopia / Sea College, Atlantis | Hall:; Okri:",
                "Ada Hall, MD / Department of Stones, Utopia / Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia + Sea College, Atlantis",
                "Ada Hall, Ben Okri / ^{1}Department of Stones, Utopia // ^{2}Sea College, Atlantis | Hall:; Okri:",
                "Ada Hall^{1}, Ben Okri^{3} / ^{1}Department of Stones, Utopia // ^{2}Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri:",
                // What is no address.
                "Ada Hall^{1}, Ben Okri^{1*} / ^{1}Department of Stones, Utopia. Email: hall@stones.example / *Corresponding author: Ben Okri, Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Department of Stones, Utopia",
                "Ada Hall^{1†}, Ben Okri^{1†} / ^{1}Department of Stones, Utopia // ^{†}These authors contributed equally to the College"
                        + " | Hall: Department of Stones, Utopia; Okri: Department of Stones, Utopia",
                "Ada Hall^{1}, Ben Okri^{2} / Correspondence to: Ada Hall, // Department of Stones, Utopia | Hall:; Okri:",
                // Positions are no addresses; the one behind them is shared.
                "Ada Hall^{1}, Ben Okri^{2} / ^{1}Professor and Head, ^{2}Assistant Professor, // Deptt. of Stones, Utopia College"
                        + " | Hall: Deptt. of Stones, Utopia College; Okri: Deptt. of Stones, Utopia College",
                // An address under each name, or under a few.
                "Ada Hall, MD / Department of Stones, Utopia / Ben Okri, PhD / Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Sea College, Atlantis",
                "Ada Hall, MD, Ben Okri, PhD / Department of Stones, Utopia / Cleo Ray, MD / Sea College, Atlantis"
                        + " | Hall: Department of Stones, Utopia; Okri: Department of Stones, Utopia; Ray: Sea College, Atlantis",
                // Addresses that name their authors.
                "Ada Hall, Ben C. Okri, and Cleo Ray / From the Department of Stones (AH, BCO), Utopia University, Utopia; and Sea College (C.R.), Atlantis."
                        + " | Hall: Department of Stones, Utopia University, Utopia; Okri: Department of Stones, Utopia University, Utopia; Ray: Sea College, Atlantis",
                "Ada Hall, MD; Ben Okri, PhD / Author Affiliations: Department of Stones (Hall) and Department of Sand (Okri), Utopia University, Utopia"
                        + " | Hall: Department of Stones, Utopia University, Utopia; Okri: Department of Sand, Utopia University, Utopia",
                "Ada Hall, Ben Okri, Cleo Ray / Department of Stones (AH, XY), Utopia; Sea College (CR), Atlantis | Hall:; Okri:; Ray:",
                // Marks that no address bears.
                "Ada Hall^{1}, Ben Okri^{2} / Department of Stones, Utopia University | Hall:; Okri:",
                "Ada Hall^{1}, Ben Okri^{1,*} / Department of Stones, Utopia University"
                        + " | Hall: Department of Stones, Utopia University; Okri: Department of Stones, Utopia University",
                // An address glued to the names.
                "Ada Hall^a^aDepartment of Stones, Utopia University | Hall: Department of Stones, Utopia University",
            })
    void addresses(String front, String addresses) throws ReadingException {
        assertThat(read(front, "").authors.stream()
                        .map(author -> (author.family() + ": " + String.join(" + ", author.affiliations())).strip())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(addresses);
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Ada Hall (0000-0002-1825-0097), Ben Okri     | -   | 0000-0002-1825-0097; null",
                "Ada Hall^{1} https://orcid.org/0000-0002-1825-0097, Ben Okri^{1} https://orcid.org/0000-0001-5109-3700 | - | 0000-0002-1825-0097; 0000-0001-5109-3700",
                "Ada Hall, Ben Okri | ORCID / Ben Okri https://orcid.org/0000-0002-1825-0097              | null; 0000-0002-1825-0097",
                "Ada Hall, Ben Okri | ORCID iDs: 0000-0002-1825-0097 (Ada Hall); 0000-0001-5109-3700 (Ben Okri) | 0000-0002-1825-0097; 0000-0001-5109-3700",
                "Ada Hall, Ben Okri | A. Hall: 0000-0002-1825-0097, B. Okri: 0000-0001-5109-3700          | 0000-0002-1825-0097; 0000-0001-5109-3700",
                // A wrong check digit, nobody's, two for one author.
                "Ada Hall, Ben Okri | Ada Hall https://orcid.org/0000-0002-1825-0098                      | null; null",
                "Ada Hall, Ben Okri | ORCID: 0000-0002-1825-0097                                          | null; null",
                "Ada Hall, Ben Okri | Ada Hall 0000-0002-1825-0097, Ada Hall 0000-0001-5109-3700         | null; null",
                "Ada Hall, MD       | ORCID: 0000-0002-1825-0097                                          | 0000-0002-1825-0097",
                "Ada Hall, MD       | The author's ORCID iD (https://orcid.org/0000-0002-1825-0097)       | 0000-0002-1825-0097",
                "Ada Hall, MD       | Academic Editor: Jane Roe https://orcid.org/0000-0002-1825-0097     | null",
                "Ada Hall, MD       | Редактор: Иван Белов https://orcid.org/0000-0002-1825-0097           | null",
            })
    void orcids(String front, String back, String orcids) throws ReadingException {
        assertThat(read(front, back == null ? "" : back).authors.stream()
                        .map(author -> "" + author.orcid())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(orcids);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\" , Sea College, and , \"  | Sea College",
                "\"Sea College and\"         | Sea College",
                "\"; and Sea College (\"     | Sea College",
                "\"Sea College, and, and,\"  | Sea College, and",
                "\"College by the strand\"   | College by the strand",
            })
    void theSignsAroundAnAddressGo(String printed, String address) {
        assertThat(AddressText.cleaned(printed)).isEqualTo(address);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void headingsOfAddressesThatComeBackCostWhatTheyAreLong() throws ReadingException {
        String headings = "Authors and affiliations\n\nDepartment of Stones, Utopia\n\n".repeat(6000);
        TextAffiliations addresses = new TextAffiliations(TextBlocks.of("Ada Hall\n\n" + headings), 1);
        addresses.add(List.of(Author.of("Hall", "Ada")), 0, 1);
        assertThat(addresses.linked())
                .containsExactly(new Author("Hall", "Ada", null, List.of("Department of Stones, Utopia")));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void linesThatGoOnForeverAreOneAddressTooLong() {
        Affiliations addresses = new Affiliations(Set.of());
        addresses.add("Department of Stones,\n".repeat(60_000));
        assertThat(addresses.isEmpty()).isTrue();
    }

    private static PaperDraft read(String front, String back) throws ReadingException {
        return new TextReader()
                .read("# Stones in the skin of a baker\n\n" + lines(front)
                        + "\n\n## Abstract\n\nA baker had stones in his skin. Nothing took them away.\n\n## Notes\n\n"
                        + lines(back));
    }

    private static String lines(String text) {
        return text.replace(" // ", "\n").replace(" / ", "\n\n");
    }
}
