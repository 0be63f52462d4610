package dev.apatite.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Places to work in, which clients share fairly: whoever had less of them comes first, so that one question is answered while
 * hundreds of clients ask hundreds each. After Goyal, Vin and Cheng, Start-time Fair Queuing, 1996: each question has a start
 * tag, the end of what its client had before or the present, whichever is later; the least is next.
 */
final class FairPlaces {
    /** What one client had. */
    static final class Account {
        private long finish;
        private @Nullable Long comeBack;
    }

    /** One question: it waits, has a place, and leaves it. */
    final class Turn implements AutoCloseable {
        private final Account account;
        private final long start;
        private final long arrival;
        private final Semaphore given = new Semaphore(0);
        private long began;
        private boolean over;

        private Turn(Account account, long start, long arrival) {
            this.account = account;
            this.start = start;
            this.arrival = arrival;
        }

        /** Leaves the place; a second time does nothing. */
        @Override
        public void close() {
            lock.lock();
            try {
                if (!over) {
                    over = true;
                    account.finish = Math.max(account.finish, start + System.nanoTime() - began);
                    free++;
                    giveAway();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private final Duration comeBack;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Turn> waiting = new PriorityQueue<>(
            Comparator.<Turn>comparingLong(each -> each.start).thenComparingLong(each -> each.arrival));
    private int free;
    private long present;
    private long arrivals;

    /** {@code comeBack} is how long those who had to go are asked to stay away; before it they come behind all others. */
    FairPlaces(int places, Duration comeBack) {
        free = places;
        this.comeBack = comeBack;
    }

    /** A place, null where none was free in time. */
    @Nullable
    Turn enter(Account account, Duration longest) throws InterruptedException {
        Turn turn = arrive(account);
        boolean mine = false;
        try {
            mine = turn.given.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!mine) {
                mine = !giveUp(turn);
                if (mine && Thread.currentThread().isInterrupted()) {
                    turn.close();
                }
            }
        }
        return mine ? turn : null;
    }

    private Turn arrive(Account account) {
        lock.lock();
        try {
            long start = Math.max(present, account.finish);
            if (account.comeBack != null && System.nanoTime() - account.comeBack < 0) {
                start += comeBack.toNanos();
            }
            Turn turn = new Turn(account, start, arrivals++);
            waiting.add(turn);
            giveAway();
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /** False where it has been given a place meanwhile. */
    private boolean giveUp(Turn turn) {
        lock.lock();
        try {
            if (!waiting.remove(turn)) {
                return false;
            }
            turn.account.comeBack = System.nanoTime() + comeBack.toNanos();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void giveAway() {
        while (free > 0 && !waiting.isEmpty()) {
            Turn next = waiting.remove();
            free--;
            present = Math.max(present, next.start);
            next.began = System.nanoTime();
            next.given.release();
        }
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
