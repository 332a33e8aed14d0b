package onebook.lender.submit;

import com.sun.net.httpserver.HttpExchange;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Ends the connection of a request that takes too long or whose bytes come too slowly. */
final class Watch implements AutoCloseable {
    private final HttpExchange exchange;
    private final Limits limits;
    private final boolean isUpload;
    private final AtomicLong came = new AtomicLong();
    private final ScheduledFuture<?> look;
    private long seen;
    private long spans;

    Watch(ScheduledExecutorService time, HttpExchange exchange, Limits limits) {
        this.exchange = exchange;
        this.limits = limits;
        this.isUpload = exchange.getRequestMethod().equals("PATCH");
        long millis = limits.grace().toMillis();
        this.look = time.scheduleAtFixedRate(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    void came(int bytes) {
        came.addAndGet(bytes);
    }

    private void look() {
        spans++;
        long now = came.get();
        boolean isSlow = isUpload
                && now - seen < limits.slowest() * limits.grace().toMillis() / 1000;
        seen = now;
        if (isSlow || spans * limits.grace().toMillis() > limits.request().toMillis()) {
            exchange.close();
        }
    }

    @Override
    public void close() {
        look.cancel(false);
    }
}
