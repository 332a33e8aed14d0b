package onebook.lender.submit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import onebook.ledger.Refusal;
import onebook.lender.Policy;
import onebook.seal.Signer;

/**
 * A lender's server: takes packages in, verifies them, answers signed receipts, and keeps the
 * registry of pledges. Speaks plain http, for a proxy that speaks TLS before it. Killed at any
 * moment it goes on where it was.
 */
public final class Receiver implements AutoCloseable {
    static final Answer NOT_THERE =
            Answer.error(404, "NOT_THERE", "There is nothing at this place.");
    static final Answer NO_SUCH_METHOD =
            Answer.error(405, "NO_SUCH_METHOD", "This place does not know that method.");
    private static final int THREADS = 32;
    private static final int WAITING = 64;

    static {
        // before the first server of this process: what reads a request without a handler yet
        String seconds = Long.toString(Limits.USUAL.request().toSeconds());
        for (String setting : new String[] {"maxReqTime", "maxRspTime"}) {
            String name = "sun.net.httpserver." + setting;
            System.setProperty(name, System.getProperty(name, seconds));
        }
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * Who receives.
     *
     * @param name of the lender, as receipts say it
     * @param policy by which packages are verified
     * @param tokens who may use the registry
     */
    public record Lender(String name, Signer key, Policy policy, Tokens tokens) { }

    private final Clock clock;
    private final Limits limits;
    private final Lender lender;
    private final FileChannel locked;
    private final HttpServer server;
    private final ExecutorService threads;
    private final ScheduledExecutorService time;
    private final Guard guard;
    private final Uploads uploads;
    private final RegistryDoor registry;

    /**
     * Begins to listen.
     *
     * @param address port 0 takes a free one
     * @throws IOException where the store cannot be written or the port is taken
     */
    public Receiver(Path store, InetSocketAddress address, Lender lender, Limits limits,
            Clock clock) throws IOException {
        this.clock = clock;
        this.limits = limits;
        this.lender = lender;
        this.locked = lock(Files.createDirectories(store));
        try {
            UploadStore files = new UploadStore(store, clock, limits);
            this.guard = new Guard(clock, limits);
            this.uploads = new Uploads(files, limits, new Verifying(files, lender, clock));
            this.registry = new RegistryDoor(new Registry(store.resolve("registry"), lender,
                    clock), lender.tokens(), new Guard(clock, limits));
            this.server = HttpServer.create(address, THREADS);
        } catch (IOException | RuntimeException failed) {
            locked.close();
            throw failed;
        }
        this.time = Executors.newSingleThreadScheduledExecutor(Receiver::daemon);
        this.threads = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING), Receiver::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        return thread;
    }

    /** One process serves a store. */
    private static FileChannel lock(Path store) throws IOException {
        FileChannel file = FileChannel.open(store.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException isThisProcess) {
            file.close();
        }
        if (lock == null) {
            file.close();
            throw new SubmissionRefused(Refusal.STORE_IS_SERVED_ELSEWHERE, store.toString());
        }
        return file;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String who = address(exchange);
        OptionalInt wait = guard.enter(who);
        try (exchange) {
            if (wait.isPresent()) {
                Answer.later(429, wait.getAsInt(), "TOO_MANY_REQUESTS",
                        "This address asks too often; wait.").to(exchange);
                return;
            }
            try (Watch watch = new Watch(time, exchange, limits)) {
                answer(exchange, who, watch).to(exchange);
            } finally {
                guard.leave(who);
            }
        }
    }

    private Answer answer(HttpExchange exchange, String who, Watch watch) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        try {
            if (path.equals("/key")) {
                return exchange.getRequestMethod().equals("GET")
                        ? Answer.text(lender.key().vkey() + "\n") : NO_SUCH_METHOD;
            }
            if (path.startsWith("/registry/")) {
                return registry.answer(exchange, path.substring("/registry/".length()));
            }
            return uploads.answer(exchange, who, watch);
        } catch (RuntimeException unforeseen) {
            return Answer.error(500, "INTERNAL_ERROR", "Something unforeseen happened here.");
        }
    }

    /** Behind a proxy of this computer the address it names, else the peer's. */
    private static String address(HttpExchange exchange) {
        InetSocketAddress peer = exchange.getRemoteAddress();
        String forwarded = Uploads.header(exchange.getRequestHeaders(), "X-Forwarded-For");
        if (peer.getAddress().isLoopbackAddress() && !forwarded.isEmpty()) {
            String[] all = forwarded.split(",");
            String last = all[all.length - 1].strip();
            return last.substring(0, Math.min(last.length(), 64));
        }
        return peer.getAddress().getHostAddress();
    }

    /** For a person: when it began and what it signs with. */
    public String greeting() {
        return "http://%s:%d  %s  %s".formatted(server.getAddress().getHostString(), port(),
                lender.key().vkey(), clock.instant());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        time.shutdownNow();
        try {
            registry.close();
            locked.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
