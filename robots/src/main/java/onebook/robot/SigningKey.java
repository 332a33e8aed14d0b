package onebook.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import onebook.ledger.Company;
import onebook.ledger.Refusal;
import onebook.seal.KeyChain;
import onebook.seal.Signer;
import onebook.store.SqliteJournal;

/** The key that signs the log of one open book, unlocked when it is first needed. */
final class SigningKey {
    private final Path book;
    private final Company company;
    private final Passphrases passphrases;
    private final SqliteJournal journal;
    private Optional<KeyChain> chain;
    private Optional<CompletableFuture<Signer>> unlocking = Optional.empty();

    SigningKey(Path book, Company company, Passphrases passphrases, SqliteJournal journal) {
        this.journal = journal;
        this.chain = LogKeys.chain(journal);
        this.book = book;
        this.company = company;
        this.passphrases = passphrases;
    }

    /** Which key signs at which size; empty where the first leaf cannot be read. */
    Optional<KeyChain> chain() {
        return chain;
    }

    /** Reads again which keys sign the log. */
    void readChain() {
        chain = LogKeys.chain(journal);
    }

    private Optional<String> vkey() {
        return chain.map(keys -> keys.current().vkey());
    }

    /** It was just made. */
    void is(Signer signer) {
        unlocking = Optional.of(CompletableFuture.completedFuture(signer));
    }

    /** What was to follow does not. */
    void forget() {
        unlocking = Optional.empty();
    }

    /** Begins to unlock it beside other work, for that is slow on purpose. */
    void soon() {
        if (unlocking.isEmpty()) {
            unlocking = Optional.of(CompletableFuture.supplyAsync(this::unlocked));
        }
    }

    /** Refuses where it is not there or the passphrase is another. */
    Signer signer() {
        soon();
        try {
            return unlocking.orElseThrow().join();
        } catch (CompletionException failed) {
            unlocking = Optional.empty(); // another time it may be there
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private Signer unlocked() {
        try {
            Optional<Signer> next = Files.exists(Keyring.next(book)) ? followed()
                    : Optional.empty();
            Signer signer = next.isPresent() ? next.get()
                    : Keyring.load(book, company, passphrases.keyOrDemo());
            if (!vkey().orElse(signer.vkey()).equals(signer.vkey())) {
                throw new IOException(Keyring.file(book) + " is not the key of this log any more");
            }
            return signer;
        } catch (IOException wrong) {
            throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED, wrong.getMessage());
        }
    }

    /** The log was handed on to the next key, but the program died before its file took place. */
    private Optional<Signer> followed() throws IOException {
        Signer next;
        try {
            next = Signer.load(Keyring.next(book), passphrases.keyOrDemo(),
                    Keyring.origin(company));
        } catch (IOException another) {
            return Optional.empty(); // the key there is may still be the one
        }
        if (!vkey().equals(Optional.of(next.vkey()))) {
            return Optional.empty();
        }
        Keyring.takeNext(book, next.vkey());
        return Optional.of(next);
    }
}
