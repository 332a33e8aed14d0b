package onebook.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.seal.AddCheckpoint;
import onebook.seal.Equivocation;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import onebook.seal.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A witness answers as C2SP tlog-witness says, and cosigns one history of one company. */
class CosignerTest {
    private static final Signer WITNESS = Signer.create("witness.example/bank");
    private static final Witness KNOWN = Witness.parse(WITNESS.witnessKey());
    private static final Signer KEY = Signer.create(Ledgers.ORIGIN);
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-04-01T08:00");
    private final Ledgers ledger = new Ledgers(KEY, "a", "b", "c");
    private Cosigner cosigner;

    @BeforeEach
    void open() throws Exception {
        cosigner = Cosigner.open(folder, WITNESS, LogList.open(), clock);
    }

    @AfterEach
    void close() {
        cosigner.close();
    }

    private Cosigner.Answer ask(Ledgers log, long old) throws IOException {
        return cosigner.add(log.asks(old), log.vkey());
    }

    private List<Path> kept(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.toList();
        }
    }

    @Test
    void a_first_head_is_cosigned_and_published() throws Exception {
        Cosigner.Answer answer = ask(ledger, 0);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(KNOWN.cosigned(ledger.note() + answer.text())).contains(clock.instant());
        String hash = onebook.seal.Sha256.hex(Ledgers.ORIGIN);
        assertThat(cosigner.published(hash)).contains(ledger.note() + answer.text());
        assertThat(cosigner.published("0".repeat(64))).isEmpty();
    }

    @Test
    void a_log_that_grew_is_cosigned_and_one_that_was_rewritten_is_not() throws Exception {
        ask(ledger, 0);
        assertThat(ask(ledger.add("d", "e"), 3).status()).isEqualTo(200);
        Ledgers rewritten = new Ledgers(KEY, "a", "b", "X", "d", "e", "f");
        Cosigner.Answer answer = ask(rewritten, 5);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(kept("refused")).hasSize(1);
        assertThat(Files.readString(kept("refused").get(0))).endsWith(rewritten.note());
        assertThat(ask(ledger.add("f"), 5).status()).isEqualTo(200);
    }

    @Test
    void another_size_than_the_last_is_a_conflict_that_tells_it() throws Exception {
        ask(ledger, 0);
        Cosigner.Answer answer = ask(ledger.add("d"), 0);
        assertThat(answer).isEqualTo(new Cosigner.Answer(409, "text/x.tlog.size", "3\n"));
        assertThat(ask(ledger, 2).status()).isEqualTo(409);
        assertThat(ask(ledger, 3).status()).isEqualTo(200);
    }

    @Test
    void an_old_head_replayed_is_a_conflict_and_changes_nothing() throws Exception {
        String first = ledger.asks(0);
        cosigner.add(first, ledger.vkey());
        ask(ledger.add("d"), 3);
        assertThat(cosigner.add(first, ledger.vkey()).text()).isEqualTo("4\n");
        assertThat(new Ledgers(KEY, "a", "b", "c").asks(3)).startsWith("old 3\n\n");
        assertThat(ask(new Ledgers(KEY, "a", "b", "c"), 3).status()).isEqualTo(409);
        assertThat(ask(ledger, 4).status()).as("the same head again").isEqualTo(200);
    }

    @Test
    void two_roots_of_one_size_are_a_conflict_and_kept_as_a_proof() throws Exception {
        ask(ledger, 0);
        Ledgers other = new Ledgers(KEY, "a", "b", "X");
        assertThat(ask(other, 3)).isEqualTo(
                new Cosigner.Answer(409, "text/x.tlog.size", "3\n"));
        ask(other, 3);
        ask(other, 0);
        assertThat(kept("evidence")).as("once").hasSize(1);
        Equivocation proof = Equivocation.parse(Files.readString(kept("evidence").get(0)));
        assertThat(proof.kind()).isEqualTo(Equivocation.Kind.SAME_SIZE);
        assertThat(proof.second().note()).isEqualTo(other.note());
    }

    @ParameterizedTest
    @ValueSource(strings = {Ledgers.ORIGIN,
        "books.other.example/cn/91330106MA2K00001X/statutory",
        "books.onebook.example/cn/91330106ma2k00001x/statutory"})
    void one_legal_entity_has_one_statutory_log(String origin) throws Exception {
        ask(ledger, 0);
        Ledgers second = new Ledgers(Signer.create(origin), "other");
        Cosigner.Answer answer = ask(second, 0);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("one statutory log", KEY.vkey());
        Equivocation proof = Equivocation.parse(Files.readString(kept("evidence").get(0)));
        assertThat(proof.kind()).isEqualTo(Equivocation.Kind.TWO_LOGS);
        assertThat(Verifier.parse(KEY.vkey()).open(proof.first().note())).isPresent();
        assertThat(proof.second().note()).isEqualTo(second.note());
        assertThat(ask(ledger.add("d"), 3).status()).as("the first goes on").isEqualTo(200);
    }

    @Test
    void proofs_of_one_company_do_not_fill_the_disk() throws Exception {
        ask(ledger, 0);
        for (int i = 0; i < 20; i++) {
            ask(new Ledgers(Signer.create(Ledgers.ORIGIN), "x" + i), 0);
        }
        assertThat(kept("evidence")).hasSize(16);
    }

    @Test
    void another_company_and_another_book_have_their_own() throws Exception {
        ask(ledger, 0);
        for (String origin : List.of("books.onebook.example/cn/91330106MA2K00002Y/statutory",
                "books.onebook.example/cn/91330106MA2K00001X/management",
                "books.onebook.example/hk/91330106MA2K00001X/statutory")) {
            assertThat(ask(new Ledgers(Signer.create(origin), "1"), 0).status()).as(origin)
                    .isEqualTo(200);
        }
    }

    @Test
    void an_unknown_log_is_404_and_a_strangers_signature_is_403() throws Exception {
        Ledgers odd = new Ledgers(Signer.create("sum.golang.example"), "1");
        assertThat(ask(odd, 0).status()).isEqualTo(404);
        assertThat(cosigner.add(ledger.asks(0), Optional.empty()).status()).isEqualTo(404);
        Signer stranger = Signer.create(Ledgers.ORIGIN);
        assertThat(cosigner.add(ledger.asks(0), Optional.of(stranger.vkey())).status())
                .isEqualTo(403);
        assertThat(kept("logs")).isEmpty();
    }

    @Test
    void a_list_of_logs_is_the_whole_list() throws Exception {
        cosigner.close();
        LogList list = LogList.parse("# 合肥\nlog " + KEY.vkey() + "\n");
        cosigner = Cosigner.open(folder, WITNESS, list, clock);
        assertThat(cosigner.add(ledger.asks(0), Optional.empty()).status()).isEqualTo(200);
        Ledgers other = new Ledgers(
                Signer.create("books.onebook.example/cn/91330106MA2K00002Y/statutory"), "1");
        assertThat(ask(other, 0).status()).isEqualTo(404);
        Ledgers second = new Ledgers(Signer.create(Ledgers.ORIGIN), "1");
        assertThat(ask(second, 0).status()).isEqualTo(403);
    }

    @Test
    void what_is_no_request_is_400() throws Exception {
        String good = ledger.asks(0);
        String hash = Base64.getEncoder().encodeToString(new byte[32]) + "\n";
        for (String bad : List.of("", "old 0", "old 00" + good.substring(5),
                "old -1" + good.substring(5), good.replace("old 0\n", "old 0\n\n"),
                good.replace("old 0\n", "old 0\nAAAA\n"), good.replaceFirst("\n\n", "\n"),
                good.replace("old 0\n", "old 0\n" + hash.repeat(64)),
                good.replace("old 0\n", "old 9\n"), good.replace("\n3\n", "\n03\n"),
                good.replace("\n3\n", "\n3\nextension\n"), good.substring(0, good.length() - 1),
                good + "\u0000", "old 0\n" + "x".repeat(AddCheckpoint.LONGEST))) {
            assertThat(cosigner.add(bad, ledger.vkey()).status())
                    .as(bad.substring(0, Math.min(60, bad.length()))).isIn(400, 403);
        }
        assertThat(cosigner.add(good, Optional.of("no key")).status()).isEqualTo(400);
        assertThat(cosigner.add(good.replace("old 0\n", "old 0\n" + hash.repeat(63)),
                ledger.vkey()).status()).as("63 hashes are a wrong proof").isEqualTo(422);
        assertThat(kept("logs")).isEmpty();
    }

    @Test
    void a_changed_request_is_never_cosigned() throws Exception {
        ask(ledger, 0);
        ledger.add("d", "e", "f", "g");
        String good = ledger.asks(3);
        Random random = new Random(9162);
        for (int i = 0; i < 300; i++) {
            StringBuilder bad = new StringBuilder(good);
            int at = random.nextInt(bad.length());
            bad.setCharAt(at, (char) (bad.charAt(at) ^ 1 << random.nextInt(7)));
            Cosigner.Answer answer = cosigner.add(bad.toString(), ledger.vkey());
            assertThat(answer.status()).as("%d %s", at, bad).isIn(400, 403, 404, 409, 422);
        }
        assertThat(cosigner.add(good, ledger.vkey()).status()).isEqualTo(200);
    }

    @Test
    void it_remembers_after_a_restart_and_two_do_not_work_on_one_store() throws Exception {
        ask(ledger, 0);
        assertThatThrownBy(() -> Cosigner.open(folder, WITNESS, LogList.open(), clock))
                .isInstanceOfSatisfying(AnchorException.class, why -> assertThat(why.refusal())
                        .isEqualTo(Refusal.WITNESS_STORE_IS_IN_USE));
        cosigner.close();
        cosigner = Cosigner.open(folder, WITNESS, LogList.open(), clock);
        assertThat(ask(new Ledgers(KEY, "a", "b", "X"), 0).status()).isEqualTo(409);
        assertThat(cosigner.add(ledger.add("d").asks(3), Optional.empty()).status())
                .as("it knows the key").isEqualTo(200);
    }

    @Test
    void a_store_that_somebody_changed_is_refused() throws Exception {
        ask(ledger, 0);
        cosigner.close();
        Path log = kept("logs").get(0);
        String good = Files.readString(log);
        Ledgers other = new Ledgers(KEY, "a", "b", "X");
        for (String bad : List.of("", good.substring(1), good + "x\n",
                KEY.vkey() + "\n" + other.note(),
                KEY.vkey() + "\n" + Signer.create("w").cosign(other.note(), clock.instant()))) {
            Files.writeString(log, bad);
            assertThatThrownBy(() -> Cosigner.open(folder, WITNESS, LogList.open(), clock))
                    .isInstanceOfSatisfying(AnchorException.class, why ->
                            assertThat(why.refusal()).isEqualTo(Refusal.WITNESS_STORE_IS_DAMAGED));
        }
        Files.writeString(log, good);
        Cosigner.open(folder, WITNESS, LogList.open(), clock).close();
    }

    @Test
    void a_head_that_cannot_be_written_down_is_not_cosigned() throws Exception {
        Path logs = folder.resolve("logs");
        Files.delete(logs);
        Files.writeString(logs, "no folder");
        assertThatThrownBy(() -> ask(ledger, 0)).isInstanceOf(IOException.class);
        Files.delete(logs);
        Files.createDirectory(logs);
        assertThat(ask(ledger, 0).status()).as("nothing was remembered").isEqualTo(200);
    }

    @Test
    void a_clock_that_was_set_back_signs_nothing() throws Exception {
        ask(ledger, 0);
        clock.set("2025-04-01T08:00");
        assertThat(ask(ledger.add("d"), 3).status()).isEqualTo(503);
        clock.set("2026-04-01T08:01");
        assertThat(ask(ledger, 3).status()).isEqualTo(200);
        clock.set("2036-04-01T08:00");
        assertThat(ask(ledger.add("e"), 4).status()).isEqualTo(200);
    }
}
