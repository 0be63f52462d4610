package dev.apatite.works;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of some papers names works as if the whole corpus were grouped anew. */
class RegroupingTest {
    private final StandingPapers corpus = new StandingPapers();

    private static Paper paper(String id, @Nullable String title, @Nullable String doi, List<Reference> references) {
        return CitingPapers.paper(id, title, doi, List.of(), references);
    }

    private static Reference reference(String family, String title, int year, @Nullable String doi) {
        return MadeCitations.reference(
                List.of(new PersonName(family, "P")),
                title,
                "J Skin",
                year,
                new @Nullable String[3],
                new @Nullable String[] {doi, null});
    }

    private void assertThatAllAreNamedAsIfAnew() {
        for (Paper each : new WorkReconciler().reconcile(List.copyOf(corpus.papers()))) {
            assertThat(corpus.works(each.id()))
                    .as(each.id())
                    .isEqualTo(each.references().stream().map(Reference::workId).toList());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void manyChangesOneAfterTheOtherAreAsOneGrouping(int seed) {
        Random random = new Random(seed);
        List<Reference> pieces = Stream.of(
                        "Roy/Hardening of the skin in forty tailors of Kazan and their families/J Skin",
                        "Sato/Softening of the nails in painters: a study of many years in two towns/Acta Derm",
                        "Quinn/Treatment of calcified nodules with warm water and with patience/Br J Rheumatol",
                        "Marlow/Lumps of all kinds in children with long illness of the joints/Curr Opin Rheumatol")
                .map(each -> each.split("/"))
                .map(each -> MadeCitations.reference(
                        List.of(new PersonName(each[0], "P")),
                        each[1],
                        each[2],
                        1999,
                        new @Nullable String[3],
                        new @Nullable String[2]))
                .toList();
        MadeCitations made = new MadeCitations(pieces, 120, seed);
        int next = 0;
        for (int step = 0; step < 30; step++) {
            List<String> standing = corpus.papers().stream().map(Paper::id).toList();
            List<String> leaving =
                    standing.stream().filter(each -> random.nextInt(12) == 0).toList();
            List<Paper> coming = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                boolean replaces = !leaving.isEmpty() && random.nextBoolean();
                int number = random.nextInt(30);
                Reference itself = made.work(number);
                List<Reference> references = IntStream.range(0, 6)
                        .mapToObj(any -> made.next(random).reference())
                        .toList();
                String id = replaces ? leaving.get(random.nextInt(leaving.size())) : "paper-" + next++;
                if (coming.stream().noneMatch(each -> each.id().equals(id))) {
                    coming.add(paper(id, itself.title(), itself.doi(), references));
                }
            }
            corpus.change(leaving, coming);
            assertThatAllAreNamedAsIfAnew();
        }
    }

    @Test
    void aPaperThatComesGivesItsNameToTheWorkThatItIs() {
        Reference cited = reference("Marlow", "Hardening of the skin in forty tailors of Kazan", 2011, "10.1000/n");
        corpus.change(List.of(), List.of(paper("citing", "Another", null, List.of(cited))));
        assertThat(corpus.works("citing")).containsExactly("10.1000_n");

        assertThat(corpus.change(
                        List.of(),
                        List.of(paper(
                                "itself", "Hardening of the skin in forty tailors of Kazan", "10.1000/n", List.of()))))
                .containsExactly("citing");
        assertThat(corpus.works("citing")).containsExactly("itself");

        assertThat(corpus.change(List.of("itself"), List.of())).containsExactly("citing");
        assertThat(corpus.works("citing")).containsExactly("10.1000_n");
    }

    @Test
    void whatTheChangeDoesNotTouchIsNotRenamed() {
        corpus.change(
                List.of(),
                List.of(
                        paper(
                                "a",
                                "A",
                                null,
                                List.of(reference("Roy", "Hardening of the skin in tailors", 2011, null))),
                        paper("b", "B", null, List.of(reference("Sato", "Softening of the nails", 1999, null)))));
        assertThat(corpus.change(
                        List.of(),
                        List.of(paper(
                                "c",
                                "C",
                                null,
                                List.of(reference("Sato", "Softening of the nails", 1999, "10.1000/s"))))))
                .isEqualTo(Set.of("b"));
        assertThat(corpus.works("a")).containsExactly("roy-2011-hardening-of-the-skin-in-tailors");
        assertThat(corpus.works("b")).containsExactly("10.1000_s");
    }

    @Test
    void aNameThatBecomesFreeIsTakenByWhoWantedIt() {
        Reference one = reference("Roy", "Hard skin of the hands and feet part one", 2011, null);
        Reference two = reference("Roy", "Hard skin of the hands and feet part two", 2011, null);
        corpus.change(List.of(), List.of(paper("a", "A", null, List.of(one)), paper("b", "B", null, List.of(two))));
        assertThat(corpus.works("a")).containsExactly("roy-2011-hard-skin-of-the-hands-and");
        assertThat(corpus.works("b")).containsExactly("roy-2011-hard-skin-of-the-hands-and-2");

        assertThat(corpus.change(List.of("a"), List.of())).containsExactly("b");
        assertThat(corpus.works("b")).containsExactly("roy-2011-hard-skin-of-the-hands-and");
    }

    @Test
    void aReferenceThatSaysTooLittleHasNoWork() {
        corpus.change(List.of(), List.of(paper("a", "A", null, List.of(reference("Roy", "", 0, null)))));
        assertThat(corpus.works("a")).containsExactly((String) null);
    }
}
