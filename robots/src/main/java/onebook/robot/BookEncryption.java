package onebook.robot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.store.Encryption;
import onebook.store.SourceTables;

/**
 * A book and its evidence become encrypted on the disk, or plain again, or get another passphrase.
 * The log says so. The desk is closed by it: the file it had open is no longer the book's.
 */
public final class BookEncryption {
    private final Desk desk;

    public BookEncryption(Desk desk) {
        this.desk = desk;
    }

    /** Makes a book that never lay plain on the disk. */
    public static Desk create(Path book, String profile, Clock clock, Passphrases passphrases) {
        return new Desk(NewBook.create(book, profile, clock, passphrases));
    }

    /** Refuses with NOTHING_TO_DO where it is encrypted, evidence and all. */
    public void encrypt(char[] passphrase, String by) {
        Path book = desk.file();
        boolean isEncrypted = Encryption.isEncrypted(book);
        List<String> documents = leave(isEncrypted ? Optional.empty()
                : Optional.of("encrypt the book"), by);
        if (!Encryption.encrypt(book, documents, passphrase)) {
            throw new RefusedException(Refusal.NOTHING_TO_DO, book + " is encrypted");
        }
    }

    /** Refuses with NOTHING_TO_DO where it is plain, evidence and all. */
    public void decrypt(String by) {
        Path book = desk.file();
        Passphrases passphrases = desk.book().passphrases();
        boolean isEncrypted = Encryption.isEncrypted(book);
        List<String> documents = leave(isEncrypted ? Optional.of("decrypt the book")
                : Optional.empty(), by);
        if (!Encryption.decrypt(book, documents, passphrases.book())) {
            throw new RefusedException(Refusal.NOTHING_TO_DO, book + " is not encrypted");
        }
    }

    /** Copies of the book made before still open with the passphrase they were made with. */
    public void change(char[] next, String by) {
        Path book = desk.file();
        Passphrases passphrases = desk.book().passphrases();
        if (!Encryption.isEncrypted(book)) {
            desk.close();
            throw new RefusedException(Refusal.NOTHING_TO_DO, book + " is not encrypted");
        }
        leave(Optional.of("change the passphrase of the book"), by);
        Encryption.change(book, passphrases.book().orElseThrow(), next);
    }

    /** Notes it in the log, closes the desk and gives the files of its documents. */
    private List<String> leave(Optional<String> what, String by) {
        try (desk) {
            OpenBook open = desk.book();
            open.mayWrite();
            what.ifPresent(text -> open.journal().transaction(() -> {
                open.operation(by, text);
                return null;
            }));
            return open.journal().sources().documents().stream()
                    .map(SourceTables.DocumentRow::file).toList();
        }
    }

    /** Whether plain evidence stays because another book lies in the same folder. */
    public static boolean leavesPlainEvidence(Path book) {
        return Encryption.leavesPlainEvidence(book);
    }
}
