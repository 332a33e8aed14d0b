package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.schedule.SettableClock;
import onebook.seal.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book goes on under another key, and whoever knew the old one can follow. */
class LogKeysTest {
    private static final SettableClock CLOCK = new SettableClock("2026-02-20T12:00");
    private static final OptionalLong ALL = OptionalLong.empty();
    @TempDir
    private Path folder;
    private Firm firm;
    private Path policy;
    private String first;

    @BeforeEach
    void a_book() throws IOException {
        firm = Firm.first(folder).begin(CLOCK);
        firm.sells(1, "2026-01-05", 1000);
        try (Desk desk = open()) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
            policy = desk.policy();
        }
        first = Files.readString(policy);
    }

    private Desk open() {
        return Desk.open(firm.book(), CLOCK);
    }

    private Verdict packed(String known) throws IOException {
        Path pack = folder.resolve("x.obk");
        try (Desk desk = open()) {
            new Deliverables(desk, folder).pack(new Deliverables.Order("tax-loan",
                    Period.parse("2026-01"), Period.parse("2026-01"), ""), pack);
            assertThat(desk.audit()).isEmpty();
        }
        return PackageVerifier.verify(pack, Policy.parse(known), Optional.empty());
    }

    @Test
    void a_rotated_key_signs_from_then_on_and_the_old_policy_still_follows() throws IOException {
        try (Desk desk = open()) {
            String next = LogKeys.of(desk).rotate(ALL, "王芳");
            assertThat(desk.audit()).isEmpty();
            assertThat(Files.readString(policy)).isEqualTo("log " + next + "\n")
                    .isNotEqualTo(first);
            assertThat(Verifier.parse(next).open(desk.checkpoint().orElseThrow())).isPresent();
        }
        assertThat(folder.resolve("book.onebook.key.old.p12")).exists();
        assertThat(packed(first).exitCode()).isEqualTo(4);
        assertThat(packed(Files.readString(policy)).findings()).anyMatch(one ->
                one.id().equals("KEY-ROTATED"));
    }

    @Test
    void a_lost_key_is_replaced_by_the_recovery_key_that_was_announced() throws IOException {
        Path recovery = folder.resolve("recovery.p12");
        try (Desk desk = open()) {
            LogKeys.of(desk).announceRecovery(recovery, "纸上的口令".toCharArray(), "王芳");
        }
        Files.delete(folder.resolve("book.onebook.key.p12"));
        try (Desk desk = open()) {
            assertRefused(() -> LogKeys.of(desk).rotate(ALL, "王芳"), Refusal.KEY_CANNOT_BE_OPENED);
            assertRefused(() -> LogKeys.of(desk).recover(recovery, "another".toCharArray(), ALL,
                    "王芳"), Refusal.KEY_CANNOT_BE_OPENED);
            LogKeys.of(desk).recover(recovery, "纸上的口令".toCharArray(), OptionalLong.of(2), "王芳");
        }
        assertThat(packed(first).findings()).extracting(one -> one.id())
                .contains("KEY-RECOVERED", "KEY-COMPROMISED");
    }

    @Test
    void a_recovery_key_of_another_book_is_refused() throws IOException {
        Firm second = Firm.first(Files.createDirectories(folder.resolve("second"))).begin(CLOCK);
        Path recovery = folder.resolve("recovery.p12");
        try (Desk other = Desk.open(second.book(), CLOCK); Desk desk = open()) {
            LogKeys.of(other).announceRecovery(recovery, "纸上的口令".toCharArray(), "王芳");
            assertRefused(() -> LogKeys.of(desk).recover(recovery, "纸上的口令".toCharArray(), ALL,
                    "王芳"), Refusal.RECOVERY_KEY_IS_NOT_ANNOUNCED);
            assertRefused(() -> LogKeys.of(other).rotate(OptionalLong.of(99_999), "王芳"),
                    Refusal.LEAF_IS_UNKNOWN);
        }
    }

    @Test
    void a_program_that_died_between_log_and_key_file_goes_on_with_the_new_key()
            throws IOException {
        byte[] old = Files.readAllBytes(folder.resolve("book.onebook.key.p12"));
        try (Desk desk = open()) {
            LogKeys.of(desk).rotate(ALL, "王芳");
        }
        Files.move(folder.resolve("book.onebook.key.p12"),
                folder.resolve("book.onebook.key.next.p12"));
        Files.write(folder.resolve("book.onebook.key.p12"), old);
        Files.writeString(policy, first);
        assertThat(packed(first).exitCode()).isEqualTo(4);
        assertThat(Files.readString(policy)).isNotEqualTo(first);
        Files.write(folder.resolve("book.onebook.key.p12"), old);
        try (Desk desk = open()) {
            assertRefused(() -> LogKeys.of(desk).rotate(ALL, "王芳"), Refusal.KEY_CANNOT_BE_OPENED);
        }
    }

    private static void assertRefused(Runnable command, Refusal refusal) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal()).isEqualTo(refusal);
    }
}
