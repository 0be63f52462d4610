package dev.apatite.search;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made when it is first asked for, once. Safe to share between threads. */
final class Later<T> {
    private final Supplier<T> making;
    private volatile @Nullable T made;

    Later(Supplier<T> making) {
        this.making = making;
    }

    T get() {
        T known = made;
        if (known == null) {
            synchronized (this) {
                known = made;
                if (known == null) {
                    known = making.get();
                    made = known;
                }
            }
        }
        return known;
    }
}
