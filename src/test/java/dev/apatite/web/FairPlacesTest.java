package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Whoever had less comes first; whoever is sent away comes behind those that came in the meantime. */
class FairPlacesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FairPlaces places = new FairPlaces(1, LONG);
    private final List<String> order = new CopyOnWriteArrayList<>();

    @Test
    void oneQuestionComesBeforeTheSecondOfThoseWhoHadOne() throws Exception {
        FairPlaces.Account greedy = new FairPlaces.Account();
        place(greedy).close();
        FairPlaces.Turn first = place(new FairPlaces.Account());
        List<Thread> waiting = List.of(ask("greedy", greedy, 1), ask("modest", new FairPlaces.Account(), 2));
        first.close();
        for (Thread each : waiting) {
            each.join();
        }
        assertThat(order).containsExactly("modest", "greedy");
    }

    @Test
    void thoseWhoHadNothingComeInTheirOrder() throws Exception {
        FairPlaces.Turn first = place(new FairPlaces.Account());
        List<Thread> waiting = List.of(
                ask("first", new FairPlaces.Account(), 1),
                ask("second", new FairPlaces.Account(), 2),
                ask("third", new FairPlaces.Account(), 3));
        first.close();
        for (Thread each : waiting) {
            each.join();
        }
        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void whoeverHadToGoAndComesBackTooSoonWaitsBehindNewcomers() throws Exception {
        FairPlaces.Turn first = place(new FairPlaces.Account());
        FairPlaces.Account impatient = new FairPlaces.Account();
        assertThat(places.enter(impatient, Duration.ofMillis(1))).isNull();
        List<Thread> waiting = List.of(ask("impatient", impatient, 1), ask("newcomer", new FairPlaces.Account(), 2));
        first.close();
        for (Thread each : waiting) {
            each.join();
        }
        assertThat(order).containsExactly("newcomer", "impatient");
    }

    @Test
    void whoeverIsInterruptedLeavesNoPlaceTaken() throws Exception {
        FairPlaces.Turn first = place(new FairPlaces.Account());
        Thread interrupted = ask("interrupted", new FairPlaces.Account(), 1);
        interrupted.interrupt();
        interrupted.join();
        first.close();
        place(new FairPlaces.Account()).close();
        assertThat(order).isEmpty();
    }

    private FairPlaces.Turn place(FairPlaces.Account account) throws InterruptedException {
        return Objects.requireNonNull(places.enter(account, LONG));
    }

    /** Asks in a thread of its own, which waits as one of so many once this returns. */
    private Thread ask(String name, FairPlaces.Account account, int waiting) {
        Thread thread = Thread.ofVirtual().start(() -> {
            try (FairPlaces.Turn turn = place(account)) {
                assertThat(turn).isNotNull();
                order.add(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> places.waiting() == waiting);
        return thread;
    }
}
