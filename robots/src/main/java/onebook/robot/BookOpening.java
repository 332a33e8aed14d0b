package onebook.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.store.Encryption;
import onebook.store.SqliteJournal;
import onebook.store.StoreException;

/** Opens a book, or says in a refusal why it cannot be. */
final class BookOpening {
    private BookOpening() { }

    static OpenBook open(Path file, Clock clock, Passphrases passphrases) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Refusal.BOOK_NOT_FOUND, file.toString());
        }
        try {
            if (Files.size(file) == 0) {
                throw new RefusedException(Refusal.BOOK_IS_DAMAGED, "the file is empty: " + file);
            }
            return open(file, Encryption.open(file, clock, passphrases.book()), clock,
                    passphrases);
        } catch (IOException broken) {
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, broken.getMessage());
        } catch (StoreException broken) {
            throw new RefusedException(broken.refusal().orElse(Refusal.BOOK_IS_DAMAGED),
                    broken.detail());
        } catch (MalformedException | IllegalArgumentException | DateTimeException
                | NullPointerException | ArithmeticException broken) { // what a changed bit makes
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED,
                    "a row cannot be read: " + broken.getMessage());
        }
    }

    private static OpenBook open(Path file, SqliteJournal journal, Clock clock,
            Passphrases passphrases) {
        try {
            return new OpenBook(file, journal, clock, passphrases);
        } catch (RefusedException refused) {
            journal.close();
            throw refused;
        } catch (IllegalArgumentException | NoSuchElementException | MalformedException
                | DateTimeException | NullPointerException | ArithmeticException broken) {
            journal.close();
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, broken.getMessage());
        }
    }
}
