package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static onebook.lender.Forgery.assertBroken;
import static onebook.lender.Forgery.assertMalformed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.seal.Checkpoint;
import onebook.seal.Sha256;
import onebook.seal.Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on who signed what, and when: other keys, other packages, other histories. */
class SignatureAttackTest {
    @TempDir
    private Path folder;
    private Forgery forgery;

    @BeforeEach
    void a_forger() {
        forgery = new Forgery(folder);
    }

    @Test
    void a_manifest_signed_by_somebody_else_or_for_another_package() {
        Signer other = Signer.create(SmallBook.ORIGIN);
        assertBroken(forgery.unsigned(members -> {
            String body = Manifest.noteBody(Sha256.hex(members.get(PackageFiles.MANIFEST)),
                    Sha256.hex(members.get(PackageFiles.CHECKPOINT)));
            members.put(PackageFiles.MANIFEST_NOTE, other.sign(body).getBytes(UTF_8));
        }), "INT-SIGNATURE");
        byte[] replayed = PackageWriter.members(SmallBook.honest().leaf("op", "", Map.of()).pack())
                .get(PackageFiles.MANIFEST_NOTE);
        assertBroken(forgery.unsigned(members -> members.put(PackageFiles.MANIFEST_NOTE, replayed)),
                "INT-SIGNATURE");
    }

    @Test
    void a_checkpoint_of_another_log_by_the_same_key() {
        SmallBook book = SmallBook.honest();
        Checkpoint head = Checkpoint.of("books.onebook.example/other", AttackTest.log(book));
        assertBroken(forgery.resigned(book, members -> members.put(PackageFiles.CHECKPOINT,
                SmallBook.SIGNER.sign(head.body()).getBytes(UTF_8))), "INT-ORIGIN");
        assertMalformed(forgery.resigned(book, members -> members.put(PackageFiles.CHECKPOINT,
                SmallBook.SIGNER.sign("I owe you\n").getBytes(UTF_8))));
    }

    @Test
    void a_genesis_leaf_that_names_another_key() {
        SmallBook book = new SmallBook();
        Map<String, Object> genesis = book.genesis();
        genesis.put("log_vkey", Signer.create(SmallBook.ORIGIN).vkey());
        assertBroken(forgery.resigned(book.leaf("genesis", "", genesis), members -> { }),
                "INT-KEY");
    }

    @Test
    void a_package_made_anew_with_an_own_key_is_not_verified() throws IOException {
        SmallBook forged = new SmallBook().signedBy(Signer.create(SmallBook.ORIGIN)).begin()
                .close();
        Path file = forged.write(folder.resolve("x.obk"));
        assertThat(PackageVerifier.verify(file, SmallBook.policy(), Optional.empty()).exitCode())
                .isEqualTo(2);
    }

    // ---- time

    @Test
    void an_older_book_than_the_one_seen() {
        SmallBook grown = SmallBook.honest().leaf("op", "", Map.of());
        assertBroken(forgery.verify(Forgery.honest(), grown.checkpoint()),
                "INT-ROLLBACK");
    }

    @Test
    void another_history_than_the_one_seen() {
        SmallBook shownToTheTaxOffice = new SmallBook().begin().leaf("op", "", Map.of("who", "a"));
        assertBroken(forgery.verify(Forgery.honest(),
                shownToTheTaxOffice.checkpoint()), "INT-HISTORY");
    }

    @Test
    void a_checkpoint_of_somebody_else_says_nothing() {
        Signer stranger = Signer.create("books.onebook.example/stranger");
        for (String seen : List.of("", "x", stranger.sign(new Checkpoint(SmallBook.ORIGIN, 1,
                new byte[32]).body()), SmallBook.SIGNER.sign(new Checkpoint(
                "books.onebook.example/else", 1, new byte[32]).body()))) {
            Verdict verdict = forgery.verify(Forgery.honest(), seen);
            assertThat(verdict.exitCode()).isEqualTo(2);
            assertThat(verdict.findings()).extracting(Finding::id).containsExactly("POLICY-SEEN");
        }
    }
}
