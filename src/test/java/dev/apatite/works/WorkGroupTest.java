package dev.apatite.works;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkGroupTest {
    private static WorkGroup.Member member(int number, int citations, @Nullable String paper) {
        CitedWork work = new CitedWork(
                "marlow", "nodules of the forearm " + number, 0, 2011, "skin", "12", "145", "", "", 0, paper);
        return new WorkGroup.Member(work, citations, number);
    }

    @Test
    void aPaperOfTheCorpusStaysInItsGroupHoweverManyCiteIt() {
        WorkGroup group = WorkGroup.of(member(0, 0, "the-paper"));
        for (int i = 1; i <= 100; i++) {
            group = group.with(WorkGroup.of(member(i, i, null)));
        }
        assertThat(group.members()).hasSizeLessThan(100);
        assertThat(group.speaker().paper()).isEqualTo("the-paper");
        assertThat(group.speaker().title()).endsWith(" 100");
    }
}
