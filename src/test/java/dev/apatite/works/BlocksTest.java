package dev.apatite.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
    private static CitedWork work(String title, int year, String doi) {
        return new CitedWork("marlow", title, 0, year, "skin", "12", "145", doi, "", 0, null);
    }

    /** The two print one place and begin alike, but stand far apart by year and by title. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 60})
    void worksAreComparedHoweverManyShareTheirDoi(int others) {
        CitedWork one = work("calcified nodules of the forearm", 1990, "10.1016/j");
        CitedWork misprinted = work("the calcified nodules of the forearm", 2020, "10.1016/j");
        List<CitedWork> works = new ArrayList<>(List.of(one, misprinted));
        for (int i = 0; i < others; i++) {
            String title = "lump" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + " of the skin number" + i;
            works.add(new CitedWork("roe" + i, title, 0, 2000, "skin", "1", "" + i, "10.1016/j", "", 0, null));
        }
        CitedWork[] sorted = works.stream().sorted(CitedWork.ORDER).toArray(CitedWork[]::new);
        Set<Set<CitedWork>> compared = new HashSet<>();
        new Blocks(sorted).forEach((i, j) -> compared.add(new HashSet<>(Arrays.asList(sorted[i], sorted[j]))));
        assertThat(compared).contains(Set.of(one, misprinted));
    }
}
