package onebook.lender.submit;

import static onebook.lender.submit.SubmissionTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onebook.ledger.Money;
import onebook.ledger.Refusal;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One receivable, one lender. */
class RegistryTest {
    private static final String SELLER = "91340104MA828A91X5";
    private static final String BUYER = "91340104MA9LP6902C";
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
        return invoice("26342000%012d".formatted(number), amount, Optional.empty());
    }

    private static Receivable invoice(String number, String amount, Optional<LocalDate> due) {
        return new Receivable(number, SELLER, BUYER, Money.parse(amount),
                LocalDate.parse("2026-03-05"), Optional.empty(), due);
    }

    private RegistryClient client(String token) {
        try {
            return new RegistryClient(counter.url(), token, Optional.empty(), counter.known(),
                    counter.patience());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private RegistryClient.Registered reserve(String token, Receivable... receivables) {
        try (RegistryClient client = client(token)) {
            return client.reserve(List.of(receivables), "n" + nonce++);
        }
    }

    private static List<String> ids(RegistryClient.Registered registered) {
        return registered.receipts().stream().map(FinanceReceipt::id).toList();
    }

    private void release(String token, List<String> ids) {
        try (RegistryClient client = client(token)) {
            client.release(ids, "r" + nonce++);
        }
    }

    private void finance(String token, List<String> ids, boolean isReviewed) {
        try (RegistryClient client = client(token)) {
            client.finance(ids, isReviewed, "f" + nonce++);
        }
    }

    @Test
    void an_invoice_that_one_lender_has_no_other_gets_and_nobody_hears_whose_it_is() {
        RegistryClient.Registered first = reserve(Counter.BORROWER, invoice(1, "1010.00"));
        assertThat(first.receipts().get(0).until())
                .contains(counter.clock.instant().plus(Registry.RESERVED));
        assertThatThrownBy(() -> reserve(Counter.OTHER, invoice(2, "5.00"), invoice(1, "1010.00")))
                .isInstanceOfSatisfying(SubmissionRefused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.RECEIVABLE_ALREADY_PLEDGED);
                    assertThat(refused.getMessage()).isEqualTo("26342000000000000001");
                });
        reserve(Counter.OTHER, invoice(2, "5.00")); // none of the refused request was kept
        assertRefused(Refusal.RECEIVABLE_ALREADY_PLEDGED,
                () -> reserve(Counter.BORROWER, invoice(1, "1010.00")));
        assertRefused(Refusal.RECEIVABLE_ALREADY_PLEDGED,
                () -> reserve(Counter.BORROWER, invoice(9, "1.00"), invoice(9, "1.00")));
    }

    @Test
    void of_many_who_ask_for_one_invoice_at_once_exactly_one_gets_it() throws Exception {
        int askers = 16;
        CyclicBarrier start = new CyclicBarrier(askers);
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try (Registry registry = new Registry(folder.resolve("race"), Counter.lender(),
                counter.clock)) {
            for (int round = 0; round < 20; round++) {
                int number = round;
                List<Callable<Integer>> asks = new ArrayList<>();
                for (int i = 0; i < askers; i++) {
                    String who = "lender " + i;
                    asks.add(() -> {
                        Ask ask = ask(Ask.Act.RESERVE, who + number, invoice(number, "10.00"));
                        start.await();
                        return registry.answer(ask, new Tokens.Holder(who,
                                Tokens.Role.BORROWER)).status();
                    });
                }
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : threads.invokeAll(asks)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsOnlyOnce(200)
                        .allMatch(status -> status == 200 || status == 409);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Ask ask(Ask.Act act, String key, Receivable one) {
        return Ask.parse(act, Sha256.hex(key), CanonicalJson.write(
                java.util.Map.of("receivables", List.of(one.json()))));
    }

    @Test
    void two_clients_race_over_the_line_and_one_wins() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> asks = new ArrayList<>();
            for (String token : List.of(Counter.BORROWER, Counter.OTHER)) {
                RegistryClient client = client(token);
                asks.add(() -> {
                    start.await();
                    try (client) {
                        client.reserve(List.of(invoice(7, "70.00")), "x");
                        return true;
                    } catch (SubmissionRefused refused) {
                        return false;
                    }
                });
            }
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> one : threads.invokeAll(asks)) {
                won.add(one.get());
            }
            assertThat(won).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_reservation_ends_after_72_hours_and_a_financed_one_does_not() {
        List<String> ids = ids(reserve(Counter.BORROWER, invoice(1, "10.00"), invoice(2, "20.00")));
        finance(Counter.LENDER, ids.subList(0, 1), false);
        counter.clock.set("2026-04-05T11:59");
        assertRefused(Refusal.RECEIVABLE_ALREADY_PLEDGED,
                () -> reserve(Counter.OTHER, invoice(2, "20.00")));
        counter.clock.set("2026-04-05T12:00");
        reserve(Counter.OTHER, invoice(2, "20.00"));
        assertRefused(Refusal.RECEIVABLE_ALREADY_PLEDGED,
                () -> reserve(Counter.OTHER, invoice(1, "10.00")));
        assertRefused(Refusal.LENDER_REFUSED_THIS,
                () -> finance(Counter.LENDER, ids.subList(1, 2), false));
    }

    @Test
    void a_borrower_releases_what_is_reserved_and_only_the_lender_what_is_paid_out() {
        List<String> ids = ids(reserve(Counter.BORROWER, invoice(1, "10.00")));
        assertRefused(Refusal.LENDER_REFUSED_THIS, () -> finance(Counter.BORROWER, ids, false));
        assertRefused(Refusal.LENDER_REFUSED_THIS, () -> release(Counter.OTHER, ids));
        finance(Counter.LENDER, ids, false);
        assertRefused(Refusal.LENDER_REFUSED_THIS, () -> release(Counter.BORROWER, ids));
        release(Counter.LENDER, ids);
        assertRefused(Refusal.LENDER_REFUSED_THIS, () -> release(Counter.LENDER, ids));
        List<String> next = ids(reserve(Counter.OTHER, invoice(1, "10.00")));
        release(Counter.OTHER, next);
        reserve(Counter.BORROWER, invoice(1, "10.00"));
    }

    @Test
    void what_looks_like_another_is_compared_by_a_person_before_it_is_paid_out() {
        Optional<LocalDate> due = Optional.of(LocalDate.parse("2026-06-30"));
        reserve(Counter.OTHER, invoice("26342000000000000001", "10.00", due));
        RegistryClient.Registered same = reserve(Counter.BORROWER, invoice(2, "10.00"));
        assertThat(same.asksForReview()).isTrue();
        assertThat(same.receipts().get(0).review()).containsExactly("f2");
        RegistryClient.Registered dated = reserve(Counter.BORROWER, new Receivable(
                "26342000000000000003", SELLER, BUYER, Money.parse("10.00"),
                LocalDate.parse("2026-03-09"), Optional.of("C-1"), due));
        assertThat(dated.receipts().get(0).review()).containsExactly("f4");
        RegistryClient.Registered contract = reserve(Counter.OTHER, new Receivable(
                "26342000000000000004", SELLER, BUYER, Money.parse("99.00"),
                LocalDate.parse("2026-03-10"), Optional.of(" ｃ－1 "), Optional.empty()));
        assertThat(contract.receipts().get(0).review()).containsExactly("f3");
        assertRefused(Refusal.LENDER_REFUSED_THIS,
                () -> finance(Counter.LENDER, ids(same), false));
        finance(Counter.LENDER, ids(same), true);
    }

    @Test
    void writing_a_number_otherwise_does_not_make_it_another() {
        reserve(Counter.BORROWER, invoice("0340026130|00000017", "10.00", Optional.empty()));
        assertRefused(Refusal.RECEIVABLE_ALREADY_PLEDGED, () -> reserve(Counter.OTHER,
                invoice("０３４００ 26130｜0000 0017\u200b", "11.00", Optional.empty())));
        for (String number : List.of("", "17", "26342000-000000000001", "2634200000000000000A")) {
            assertThatThrownBy(() -> invoice(number, "1.00", Optional.empty()))
                    .isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> invoice(1, "-1.00")).isInstanceOf(MalformedException.class);
    }

    @Test
    void the_same_request_again_gets_the_same_answer_while_it_holds() {
        try (RegistryClient client = client(Counter.BORROWER)) {
            List<Receivable> one = List.of(invoice(1, "10.00"));
            String first = client.reserve(one, "once").notes().get(0);
            assertThat(client.reserve(one, "once").notes()).containsExactly(first);
            counter.clock.set("2026-04-08T12:00");
            assertThat(client.reserve(one, "once").notes().get(0)).isNotEqualTo(first);
        }
    }

    @Test
    void who_has_no_token_is_told_nothing_and_who_asks_too_often_waits() {
        assertRefused(Refusal.LENDER_REFUSED_THIS,
                () -> reserve("token-of-somebody-else!", invoice(1, "10.00")));
        assertRefused(Refusal.LENDER_REFUSED_THIS, () -> reserve("short", invoice(1, "10.00")));
        counter.close();
        counter = new Counter(folder.resolve("busy"), Limits.USUAL.withPerMinute(30));
        for (int i = 0; i < 14; i++) {
            reserve(Counter.BORROWER, invoice(i, "%d.00".formatted(i + 1)));
        }
        counter.waits.clear();
        assertRefused(Refusal.LENDER_CANNOT_BE_REACHED, () -> {
            for (int i = 14; i < 40; i++) {
                reserve(Counter.BORROWER, invoice(i, "%d.00".formatted(i + 1)));
            }
        });
        assertThat(counter.waits).contains(60_000L);
    }

    @Test
    void nothing_that_is_kept_or_answered_names_an_invoice_or_a_party() throws IOException {
        RegistryClient.Registered done = reserve(Counter.BORROWER, invoice(1, "1010.00"));
        String kept = Files.readString(counter.store.resolve("registry/log.jsonl"))
                + done.notes() + done.checkpoint();
        assertThat(kept).doesNotContain("26342000000000000001", SELLER, BUYER, "1010.00")
                .doesNotContain(Sha256.hex("f1\n26342000000000000001\n"));
    }
}
