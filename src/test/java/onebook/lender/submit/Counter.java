package onebook.lender.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onebook.lender.SmallBook;
import onebook.schedule.SettableClock;
import onebook.seal.Signer;

/** A lender's server in a folder, and what a sender beside it needs. */
public final class Counter implements AutoCloseable {
    static final String KEY_NAME = "huishang.example";
    public static final Signer KEY = Signer.create(KEY_NAME);
    public static final String NAME = "徽商银行";
    public static final String BORROWER = "token-of-the-borrowers-1";
    public static final String LENDER = "token-of-the-lender-here";
    public static final String OTHER = "token-of-another-lenders";
    public final SettableClock clock = new SettableClock("2026-04-02T12:00");
    final Path store;
    final List<Long> waits = new ArrayList<>();
    private final Limits limits;
    private Receiver receiver;

    Counter(Path store, Limits limits) {
        this.store = store;
        this.limits = limits;
        open();
    }

    public Counter(Path store) {
        this(store, Limits.USUAL);
    }

    void open() {
        try {
            receiver = new Receiver(store, new InetSocketAddress("127.0.0.1", 0), lender(), limits,
                    clock);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Receiver.Lender lender() {
        return new Receiver.Lender(NAME, KEY, SmallBook.policy(), Tokens.parse(
                tokenLine("borrower", BORROWER, NAME) + tokenLine("lender", LENDER, NAME)
                + tokenLine("borrower", OTHER, "杭州银行")));
    }

    static String tokenLine(String role, String token, String name) {
        return role + " " + onebook.seal.Sha256.hex(token) + " " + name + "\n";
    }

    int port() {
        return receiver.port();
    }

    public LenderUrl url() {
        return LenderUrl.parse("http://127.0.0.1:" + port());
    }

    /** Does not really wait, and writes down how long it would have. */
    public Patience patience() {
        return new Patience(6, Duration.ofMillis(100), Duration.ofSeconds(60),
                Duration.ofMinutes(5), millis -> {
                    waits.add(millis);
                    Thread.sleep(Math.min(millis, 20));
                });
    }

    KnownLenders known() {
        return new KnownLenders(store.resolveSibling("lenders.txt"));
    }

    Submission sending(LenderUrl url) {
        return new Submission(url, known(), patience());
    }

    List<String> kept(String folder) {
        try (Stream<Path> all = Files.list(store.resolve(folder))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
