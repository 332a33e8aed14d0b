package onebook.lender.submit;

import static onebook.lender.submit.SubmissionTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onebook.ledger.Money;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a registry wrote down outlives its process, and is not believed where it was changed. */
class RegistryStoreTest {
    @TempDir
    private Path folder;
    private Counter counter;
    private int nonce;

    @BeforeEach
    void open() {
        counter = new Counter(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private static Receivable invoice(int number, String amount) {
        return new Receivable("26342000%012d".formatted(number), "91340104MA828A91X5",
                "91340104MA9LP6902C", Money.parse(amount), LocalDate.parse("2026-03-05"),
                Optional.empty(), Optional.empty());
    }

    private RegistryClient.Registered ask(String token,
            Function<RegistryClient, RegistryClient.Registered> what) {
        try (RegistryClient client = new RegistryClient(counter.url(), token, Optional.empty(),
                counter.known(), counter.patience())) {
            return what.apply(client);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<String> reserve(String token, Receivable... receivables) {
        nonce++;
        return ask(token, client -> client.reserve(List.of(receivables), "n" + nonce))
                .receipts().stream().map(FinanceReceipt::id).toList();
    }

    @Test
    void the_registry_remembers_over_a_restart_and_a_torn_last_line_is_no_damage()
            throws IOException {
        List<String> ids = reserve(Counter.BORROWER, invoice(1, "10.00"),
                invoice(2, "5.00"));
        ask(Counter.LENDER, client -> client.finance(ids.subList(0, 1), false, "f"));
        Path log = counter.store.resolve("registry/log.jsonl");
        counter.close();
        Files.writeString(log, "{\"act\":\"rele", StandardOpenOption.APPEND);
        counter.open();
        for (int number = 1; number <= 2; number++) {
            Receivable one = invoice(number, number == 1 ? "10.00" : "5.00");
            assertRefused(Refusal.RECEIVABLE_ALREADY_PLEDGED, () -> reserve(Counter.OTHER, one));
        }
        ask(Counter.LENDER, client -> client.release(ids, "r"));
        reserve(Counter.OTHER, invoice(1, "10.00"));
    }

    @Test
    void a_log_that_was_changed_or_cut_is_not_served() throws IOException {
        reserve(Counter.BORROWER, invoice(1, "10.00"));
        reserve(Counter.BORROWER, invoice(2, "20.00"));
        counter.close();
        Path log = counter.store.resolve("registry/log.jsonl");
        String honest = Files.readString(log);
        for (String changed : List.of(honest.replace("reserved", "released"), "",
                honest.lines().findFirst().orElseThrow() + "\n")) {
            Files.writeString(log, changed);
            assertRefused(Refusal.STORE_IS_DAMAGED, counter::open);
        }
        Files.writeString(log, honest);
        Path key = counter.store.resolve("registry/fingerprint.key");
        String secret = Files.readString(key);
        Files.delete(key);
        assertRefused(Refusal.STORE_IS_DAMAGED, counter::open);
        Files.writeString(key, secret);
        counter.open();
    }
}
