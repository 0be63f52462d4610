package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ranking that is kept from one request serves only those that would come to the same. */
class RankingsTest {
    private static final List<String> ANIMALS = List.of("lion", "giraffe", "ostrich", "gazelle", "hyena");

    @TempDir
    private Path folder;

    private static Paper zebra(int number) {
        String others = String.join(" ", ANIMALS.subList(0, number % ANIMALS.size()));
        return paper("zebra" + number)
                .title("Paper " + number)
                .year(2000 + number % 4)
                .section(
                        SectionKind.CASE,
                        null,
                        "zebra ".repeat(1 + number % 3) + "grazing " + others.repeat(1 + number % 2))
                .build();
    }

    private static List<SearchRequest> requests() {
        SearchRequest plain = SearchRequest.of("zebra grazing lion");
        return List.of(
                plain,
                plain.withFilters(Map.of("year", List.of("2001"))),
                plain.withFilters(Map.of("year", List.of("2003"))),
                SearchRequest.of("zebra grazing hyena"),
                plain.withPageSize(3),
                plain);
    }

    private static List<String> answer(Searcher searcher, SearchRequest request) {
        return searcher.search(request).hits().stream()
                .map(each -> each.paper().id() + " " + each.score())
                .toList();
    }

    private SampleIndex zebras(String name) {
        SampleIndex sample = new SampleIndex(folder.resolve(name));
        sample.put(IntStream.range(0, 60).mapToObj(RankingsTest::zebra).toList());
        return sample;
    }

    @Test
    void whatWasAskedBeforeChangesNoAnswer() {
        List<List<String>> oneAfterTheOther;
        try (SampleIndex sample = zebras("all")) {
            oneAfterTheOther = requests().stream()
                    .map(each -> answer(sample.searcher, each))
                    .toList();
        }
        for (int i = 0; i < oneAfterTheOther.size(); i++) {
            try (SampleIndex fresh = zebras("only" + i)) {
                assertThat(oneAfterTheOther.get(i))
                        .as("request %d", i)
                        .isNotEmpty()
                        .isEqualTo(answer(fresh.searcher, requests().get(i)));
            }
        }
    }
}
