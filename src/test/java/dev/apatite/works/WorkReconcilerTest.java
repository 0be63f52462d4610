package dev.apatite.works;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkReconcilerTest {
    private static final String NODULES =
            "Marlow/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/";

    /** Family/title/journal/year/volume/page/doi, empty where not printed. */
    private static Reference reference(String fields) {
        String[] part = (fields + "///////").split("/", -1);
        return new Reference(
                null,
                fields,
                part[0].isEmpty() ? List.of() : List.of(new PersonName(part[0], "P")),
                or(part[1]),
                or(part[2]),
                part[3].isEmpty() ? null : Integer.valueOf(part[3]),
                or(part[4]),
                null,
                or(part[5]),
                null,
                part[6].isEmpty() ? null : "10.1000/" + part[6],
                null,
                null,
                null);
    }

    private static @Nullable String or(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Paper paper(
            String id, @Nullable String title, @Nullable String doi, List<String> related, Reference... references) {
        return CitingPapers.paper(id, title, doi, related, List.of(references));
    }

    private static List<@Nullable String> works(String... references) {
        List<Paper> papers = new ArrayList<>();
        for (String each : references) {
            papers.add(paper("p" + papers.size(), "Paper number " + papers.size(), null, List.of(), reference(each)));
        }
        List<@Nullable String> ids = new ArrayList<>();
        new WorkReconciler()
                .reconcile(papers)
                .forEach(each -> ids.add(each.references().getFirst().workId()));
        return ids;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the same            | Marlow/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/2011/12/145",
                "a family misspelt   | Marlwo/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/2011/12/145",
                "diacritics          | Márlôw/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/2011/12/145",
                "year turned about   | Marlow/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/2101/12/145",
                "no year             | Marlow/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol//12/145",
                "no volume, no page  | Marlow/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/2011",
                "journal in full     | Marlow/Calcified nodules of the forearm in limited scleroderma/Journal of Imaging in Rheumatology/2011",
                "journal as acronym  | Marlow/Calcified nodules of the forearm in limited scleroderma/JIR/2011",
                "brackets, case      | Marlow/[Calcified Nodules of the Forearm in Limited Scleroderma]/J Imag Rheumatol/2011/12/145",
                "a word misspelt     | Marlow/Calcified noduls of the forearm in limitted scleroderma/J Imag Rheumatol/2011",
                "no authors          | /Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/2011/12/145",
                "no title            | Marlow//J Imag Rheumatol/2011/12/145",
                "a digit of the page | Marlow/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/2011/12/146",
                "a year early        | Marlow/Calcified nodules of the forearm in limited scleroderma/J Imag Rheumatol/2010/12/145",
            })
    void oneWorkWithTypingErrorsIsOneWork(String what, String reference) {
        List<@Nullable String> ids = works(NODULES + "2011/12/145", reference);
        assertThat(ids.get(0)).as(what).isNotNull().isEqualTo(ids.get(1));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Reyes/Hard skin: part I. Causes/J Skin/2011/65/1     | Reyes/Hard skin: part II. Treatment/J Skin/2011/65/15",
                "Reyes/Hard skin/J Skin/2011/65/1                     | Reyes/Hard skin/J Skin/2011/65/15",
                "Reyes/Hard skin of the hands and feet part 1/J Skin/2011 | Reyes/Hard skin of the hands and feet part 2/J Skin/2011",
                "Reyes/Calcinosis: causes and care/Curr Skin/2015/27/542 | Reyes/Calcinosis: causes and care/J Scler/2022/7/7",
                "Reyes/Outcomes in 78 patients with hard skin/J Skin/2011 | Reyes/Outcomes in 75 patients with hard skin/J Skin/2011",
                "Reyes/Editorial/J Skin/2011                          | Sato/Editorial/J Skin/2011",
                "Reyes/Hard skin in adults with lupus/J Skin/2011/1/1 | Sato/Hard skin in adults with lupus/Acta Derm/2011/8/99",
                "Reyes/A long study of hard skin in scleroderma/J Skin/2011/1/1/a | Reyes/A long study of hard skin in scleroderma/J Skin/2011/5/9/b",
            })
    void likeWorksStayApart(String one, String other) {
        List<@Nullable String> ids = works(one, other);
        assertThat(ids).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void aVagueCitationDoesNotJoinTwoWorks() {
        List<@Nullable String> ids = works(
                "Reyes/Calcinosis in the skin and how to treat it/J Skin/2015/27/542",
                "Reyes/Calcinosis in the skin and how to treat it",
                "Reyes/Calcinosis in the skin and how to treat it/J Skin/2022/34/7");
        assertThat(ids.get(0)).isNotEqualTo(ids.get(2));
    }

    @Test
    void aWorkInTheCorpusIsItsPaper() {
        Paper cited =
                paper("10.1000_n", "Calcified nodules of the forearm in limited scleroderma", "10.1000/n", List.of());
        Paper citing = paper(
                "b",
                "Another",
                null,
                List.of(),
                reference(NODULES + "2011"),
                reference("Quinn/Lumps of all kinds/Skin/2013"),
                reference("//////n"));
        assertThat(new WorkReconciler().reconcile(List.of(cited, citing)).get(1).references())
                .extracting(Reference::workId)
                .containsExactly("10.1000_n", "quinn-2013-lumps-of-all-kinds", "10.1000_n");
    }

    @Test
    void aDigestIsNotTheWorkThatItDigests() {
        Paper digest =
                paper("digest", "Calcified nodules of the forearm in limited scleroderma", null, List.of("10.1000/n"));
        Paper citing = paper("b", "Another", null, List.of(), reference(NODULES + "2011/12/145/n"));
        assertThat(new WorkReconciler()
                        .reconcile(List.of(digest, citing))
                        .get(1)
                        .references()
                        .getFirst()
                        .workId())
                .isEqualTo("10.1000_n");
    }

    @Test
    void tooLittleToFindItAgainIsNoWork() {
        assertThat(works("Marlow", "///2011", "/Skin")).containsOnlyNulls();
    }

    @Test
    void theOrderOfThePapersDoesNotMatter() {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String title = "Hard skin of the hands, series " + i / 4 + " of many";
            papers.add(paper(
                    "p" + i, "T" + i, null, List.of(), reference("Reyes/" + title + "/J Skin/" + (2010 + i % 2))));
        }
        List<Paper> there = new WorkReconciler().reconcile(papers);
        Collections.shuffle(papers, new Random(3));
        assertThat(new WorkReconciler().reconcile(papers)).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void twentyThousandReferencesTakeSeconds() {
        Random random = new Random(1);
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Reference[] references = new Reference[50];
            for (int k = 0; k < 50; k++) {
                int work = random.nextInt(8_000);
                references[k] = reference("Name" + work % 900 + "/Treatment of calcinosis with drug "
                        + work * 7919 % 8_000 + " in connective tissue disease/J Skin/" + (1980 + work % 40) + "/"
                        + work % 60 + "/" + work % 997);
            }
            papers.add(paper("p" + i, "Paper " + i, null, List.of(), references));
        }
        List<Paper> done =
                Assertions.assertTimeout(Duration.ofSeconds(30), () -> new WorkReconciler().reconcile(papers));
        assertThat(done.stream()
                        .flatMap(each -> each.references().stream())
                        .map(Reference::workId)
                        .distinct()
                        .count())
                .isGreaterThan(7_000)
                .isLessThan(8_001);
    }
}
