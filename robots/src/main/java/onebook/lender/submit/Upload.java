package onebook.lender.submit;

import com.sun.net.httpserver.HttpExchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;

/** One file on its way: what was announced of it, and who adds to it now. */
final class Upload {
    static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int PATIENCE_SECONDS = 5;

    /**
     * What a sender announced.
     *
     * @param key of idempotency, 64 hex digits
     * @param sha256 64 hex digits
     */
    record Announced(String key, long length, String sha256) { }

    private final String id;
    private final Announced announced;
    private final String address;
    private final Instant since;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant touched;
    private volatile HttpExchange adding;

    Upload(String id, Announced announced, String address, Instant since) {
        this.id = id;
        this.announced = announced;
        this.address = address;
        this.since = since;
        this.touched = since;
    }

    String id() {
        return id;
    }

    Announced announced() {
        return announced;
    }

    String address() {
        return address;
    }

    Instant since() {
        return since;
    }

    Instant touched() {
        return touched;
    }

    void touch(Instant now) {
        touched = now;
    }

    /** Ends whoever adds to it, and gives it to this one alone; false where that takes too long. */
    boolean take(HttpExchange next) {
        HttpExchange before = adding;
        if (before != null && lock.isLocked()) {
            before.close();
        }
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        adding = next;
        return true;
    }

    /** Does not end whoever works on it; false where somebody does. */
    boolean takeIfFree() {
        return lock.tryLock();
    }

    void give() {
        adding = null;
        lock.unlock();
    }

    byte[] bytes() {
        Map<String, Object> json = new TreeMap<>();
        json.put("address", address);
        json.put("at", since.toString());
        json.put("key", announced.key());
        json.put("length", announced.length());
        json.put("sha256", announced.sha256());
        return CanonicalJson.write(json);
    }

    /** Throws {@link MalformedException} where these are not what {@link #bytes} gave. */
    static Upload parse(String id, byte[] bytes) {
        try {
            Map<?, ?> json = (Map<?, ?>) CanonicalJson.parse(bytes);
            return new Upload(id, new Announced((String) json.get("key"),
                    (Long) json.get("length"), (String) json.get("sha256")),
                    (String) json.get("address"), Instant.parse((String) json.get("at")));
        } catch (ClassCastException | NullPointerException | DateTimeException wrong) {
            throw new MalformedException("not what is kept of an upload", wrong);
        }
    }
}
