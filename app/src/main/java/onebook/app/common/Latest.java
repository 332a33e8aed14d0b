package onebook.app.common;

import java.util.concurrent.atomic.AtomicInteger;

/** The newest request of one view: what was asked for before it is no longer wanted. */
public final class Latest {
    private final AtomicInteger newest = new AtomicInteger();

    int next() {
        return newest.incrementAndGet();
    }

    int now() {
        return newest.get();
    }

    boolean is(int asked) {
        return newest.get() == asked;
    }
}
