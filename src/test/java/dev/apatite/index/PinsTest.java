package dev.apatite.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that someone pages through stay open, a few of them and for a while. */
class PinsTest {
    private static final Duration USUAL = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private PaperIndex index;

    @BeforeEach
    void open() {
        index = PaperIndex.open(folder, Vocabulary.builtIn());
        commit(0);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void commit(int number) {
        try (IndexUpdate update = index.update()) {
            var paper = Papers.paper("paper" + number).title("Gout " + number).build();
            update.put(paper, Papers.provenance(paper));
            update.commit();
        }
    }

    private String goOn() {
        return index.read("", USUAL, view -> {
            view.goOn();
            return view.state();
        });
    }

    private String stateFor(String asked) {
        return index.read(asked, USUAL, IndexView::state);
    }

    @Test
    void aCommitThatSomeoneGoesOnWithIsReadAfterLaterOnes() {
        String first = goOn();
        commit(1);
        assertThat(stateFor(first)).isEqualTo(first);
        assertThat(stateFor("")).isNotEqualTo(first);
    }

    @Test
    void aCommitThatNobodyGoesOnWithIsNotKept() {
        String first = stateFor("");
        commit(1);
        assertThat(stateFor(first)).isNotEqualTo(first);
    }

    @Test
    void ofManyCommitsTheOneLongestUnusedIsLetGo() {
        List<String> states = new ArrayList<>();
        for (int i = 1; i <= Pins.MOST; i++) {
            states.add(goOn());
            commit(i);
        }
        assertThat(stateFor(states.getFirst())).isEqualTo(states.getFirst());
        states.add(goOn());
        assertThat(stateFor(states.get(1))).isNotEqualTo(states.get(1));
        assertThat(stateFor(states.getFirst())).isEqualTo(states.getFirst());
    }

    @Test
    void aRebuiltIndexIsReadAsItWasByWhoGoesOn() {
        String first = goOn();
        try (IndexUpdate anew = index.rebuild()) {
            anew.commit();
        }
        assertThat(index.<Integer>read(
                        first, USUAL, view -> view.searcher().getIndexReader().numDocs()))
                .isPositive();
        assertThat(index.summary().papers()).isZero();
    }

    @Test
    void aCommitThatWasUnusedForTooLongIsLetGo() throws IOException {
        AtomicLong clock = new AtomicLong();
        List<IndexView> released = new ArrayList<>();
        try (Pins pins = new Pins(released::add, clock::get)) {
            IndexView view = index.read(each -> {
                pins.keep(each);
                return each;
            });
            clock.addAndGet(Pins.LONGEST_UNUSED.toNanos() - 1);
            assertThat(Objects.requireNonNull(pins.acquire(view.state()))).isSameAs(view);
            clock.addAndGet(Pins.LONGEST_UNUSED.toNanos() - 1);
            pins.sweep();
            assertThat(released).isEmpty();
            clock.addAndGet(1);
            assertThat(pins.acquire(view.state())).isNull();
            assertThat(released).containsExactly(view);
            view.reader().decRef();
            view.reader().decRef();
        }
    }
}
