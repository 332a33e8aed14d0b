package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import onebook.ledger.Company;
import onebook.seal.Signer;

/**
 * The log key of a book, in a PKCS#12 file beside it; the public half in a policy file, which is
 * what a lender is handed. The passphrase comes from outside; a book made without one has a demo
 * key.
 */
final class Keyring {
    static final String DEMO_PASSPHRASE = "demo-key-not-for-real-books";

    private Keyring() { }

    /** C2SP origin of the one statutory log of a company. */
    static String origin(Company company) {
        return "books.onebook.example/cn/" + company.taxId() + "/statutory";
    }

    static Signer create(Path book, Company company, char[] passphrase) {
        try {
            Signer signer = Signer.create(origin(company));
            signer.store(file(book), passphrase);
            Files.writeString(policy(book), "log " + signer.vkey() + "\n");
            return signer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Throws {@link IOException} where the passphrase is wrong or the file is gone. */
    static Signer load(Path book, Company company, char[] passphrase) throws IOException {
        return Signer.load(file(book), passphrase, origin(company));
    }

    /** A key that is to follow, beside the one there is. One that never followed is replaced. */
    static void storeNext(Path book, Signer next, char[] passphrase) throws IOException {
        Files.deleteIfExists(next(book));
        next.store(next(book), passphrase);
    }

    /** It follows: the key before it is kept under another name. */
    static void takeNext(Path book, String vkey) throws IOException {
        if (Files.exists(file(book))) {
            Files.move(file(book), book.resolveSibling(book.getFileName() + ".key.old.p12"),
                    StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(next(book), file(book), StandardCopyOption.ATOMIC_MOVE);
        Path part = book.resolveSibling(".part-" + policy(book).getFileName());
        Files.writeString(part, "log " + vkey + "\n");
        Files.move(part, policy(book), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    static Path next(Path book) {
        return book.resolveSibling(book.getFileName() + ".key.next.p12");
    }

    static Path file(Path book) {
        return book.resolveSibling(book.getFileName() + ".key.p12");
    }

    static Path policy(Path book) {
        return book.resolveSibling(book.getFileName() + ".policy.txt");
    }
}
