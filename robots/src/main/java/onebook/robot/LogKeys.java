package onebook.robot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import onebook.ledger.Refusal;
import onebook.seal.KeyChain;
import onebook.seal.KeyStatement;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import onebook.store.LogLines;
import onebook.store.SqliteJournal;

/**
 * The keys of a book's log one after another: another one in time, one after a theft, one after the
 * old was lost. The log goes on as it was; what a lender was handed stays good.
 */
public final class LogKeys {
    private final Desk desk;

    private LogKeys(Desk desk) {
        this.desk = desk;
    }

    public static LogKeys of(Desk desk) {
        return new LogKeys(desk);
    }

    /** What the leaves say; empty where the first cannot be read. */
    static Optional<KeyChain> chain(SqliteJournal journal) {
        try {
            Optional<byte[]> genesis = LogLines.leaf(journal, 0);
            if (genesis.isEmpty() || !(Leaf.parse(genesis.get()).body().get("log_vkey")
                    instanceof String vkey)) {
                return Optional.empty();
            }
            KeyChain chain = new KeyChain(Verifier.parse(vkey));
            List<Leaf> leaves = new ArrayList<>();
            LogLines.keys(journal, bytes -> leaves.add(Leaf.parse(bytes)));
            leaves.forEach(chain::add);
            return Optional.of(chain);
        } catch (MalformedException unreadable) {
            return Optional.empty();
        }
    }

    /** The key that signs now, as a lender is handed it. */
    public String current() {
        synchronized (desk) {
            return keys().current().vkey();
        }
    }

    private KeyChain keys() {
        return open().key().chain().orElseThrow(() ->
                new RefusedException(Refusal.BOOK_IS_DAMAGED, "the first leaf names no key"));
    }

    private OpenBook open() {
        return desk.book();
    }

    /**
     * Another key takes the place of the book's key, which says so itself.
     *
     * @param trusted where the old key was stolen: only so many leaves are vouched for
     */
    public String rotate(OptionalLong trusted, String by) {
        synchronized (desk) {
            open().mayWrite(Duty.ADMINISTER, by);
            return change("rotate", open().signer(), Map.of(), trusted, by);
        }
    }

    /** Makes a recovery key that may say later which key follows the book's key. */
    public String announceRecovery(Path file, char[] passphrase, String by) {
        synchronized (desk) {
            open().mayWrite(Duty.ADMINISTER, by);
            Signer signing = open().signer();
            Signer recovery = Signer.create(recoveryName());
            try {
                recovery.store(file, passphrase);
            } catch (IOException unwritable) {
                throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED,
                        "cannot be written: " + unwritable.getMessage());
            }
            open().journal().transaction(() -> {
                open().operation(by, "announce a recovery key");
                announce(signing, Sha256.hex(recovery.vkey()));
                return open().checkpoint();
            });
            open().key().readChain();
            return recovery.vkey();
        }
    }

    private String recoveryName() {
        return Keyring.origin(open().company()) + "/recovery";
    }

    private void announce(Signer signing, String sha256) {
        long index = open().journal().edge().size();
        Map<String, Object> body = new TreeMap<>();
        body.put("do", "recovery");
        body.put("recovery_sha256", sha256);
        body.put("note", signing.sign(KeyStatement.recovery(signing.verifier(), sha256, index)));
        open().journal().leaf("key", "", body, List.of());
    }

    /** Another key takes the place of one that was lost, which the recovery key says. */
    public String recover(Path file, char[] passphrase, OptionalLong trusted, String by) {
        synchronized (desk) {
            open().mayWrite(Duty.ADMINISTER, by);
            Signer recovery;
            try {
                recovery = Signer.load(file, passphrase, recoveryName());
            } catch (IOException wrong) {
                throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED, wrong.getMessage());
            }
            if (!keys().recoverySha256().equals(Optional.of(Sha256.hex(recovery.vkey())))) {
                throw new RefusedException(Refusal.RECOVERY_KEY_IS_NOT_ANNOUNCED,
                        file.toString());
            }
            return change("recover", recovery, Map.of("recovery_vkey", recovery.vkey()), trusted,
                    by);
        }
    }

    private String change(String how, Signer signing, Map<String, Object> more,
            OptionalLong trusted, String by) {
        KeyChain before = keys();
        if (trusted.orElse(0) < 0 || trusted.orElse(0) > open().journal().edge().size()) {
            throw new RefusedException(Refusal.LEAF_IS_UNKNOWN, "trusted " + trusted.orElse(0));
        }
        Signer next = Signer.create(Keyring.origin(open().company()));
        try {
            Keyring.storeNext(open().file(), next, open().passphrases().keyOrDemo());
            open().journal().transaction(() -> {
                open().operation(by, how + " the key of the log");
                long index = open().journal().edge().size();
                Map<String, Object> body = new TreeMap<>(more);
                body.put("do", how);
                body.put("vkey", next.vkey());
                trusted.ifPresent(size -> body.put("trusted", size));
                body.put("note", next.countersign(signing.sign(KeyStatement.change(
                        before.current(), next.verifier(), index, trusted))));
                open().journal().leaf("key", "", body, List.of());
                before.recoverySha256().ifPresent(sha256 -> announce(next, sha256));
                open().key().is(next);
                return open().checkpoint();
            });
            open().key().readChain();
            Keyring.takeNext(open().file(), next.vkey());
            return next.vkey();
        } catch (IOException unwritable) {
            throw new RefusedException(Refusal.BOOK_CANNOT_BE_WRITTEN, unwritable.getMessage());
        } catch (RuntimeException failed) {
            open().key().forget();
            throw failed;
        }
    }
}
