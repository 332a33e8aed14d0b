package onebook.robot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import onebook.ledger.Company;
import onebook.ledger.Refusal;
import onebook.seal.Signer;

/** The key that signs the log of one open book, unlocked when it is first needed. */
final class SigningKey {
    private final Path book;
    private final Company company;
    private final Passphrases passphrases;
    private Optional<CompletableFuture<Signer>> unlocking = Optional.empty();

    SigningKey(Path book, Company company, Passphrases passphrases) {
        this.book = book;
        this.company = company;
        this.passphrases = passphrases;
    }

    /** It was just made. */
    void is(Signer signer) {
        unlocking = Optional.of(CompletableFuture.completedFuture(signer));
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
            return Keyring.load(book, company, passphrases.keyOrDemo());
        } catch (IOException wrong) {
            throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED, wrong.getMessage());
        }
    }
}
