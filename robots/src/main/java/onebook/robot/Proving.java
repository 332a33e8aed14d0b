package onebook.robot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import onebook.ledger.EntryNumber;
import onebook.ledger.Refusal;
import onebook.seal.LogProof;
import onebook.store.LogLines;

/**
 * Hands out one leaf of a book with the proof that it stands in the log, for somebody who is to see
 * nothing else.
 */
public final class Proving {
    private final Desk desk;

    private Proving(Desk desk) {
        this.desk = desk;
    }

    public static Proving of(Desk desk) {
        return new Proving(desk);
    }

    /** Place of the leaf of an entry; refuses where there is no such entry. */
    public long leafOf(EntryNumber number) {
        synchronized (desk) {
            return LogLines.leafOf(desk.book().journal(), number).orElseThrow(() ->
                    new RefusedException(Refusal.ENTRY_IS_UNKNOWN, number.toString()));
        }
    }

    /** Where the bytes of the leaf go: beside the proof, with another ending. */
    public static Path leafFile(Path proof) {
        String name = proof.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return proof.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".leaf");
    }

    /**
     * Writes the proof and beside it the leaf, both or a refusal; the log says that it left the
     * book.
     */
    public void write(long leaf, Path proof) {
        synchronized (desk) {
            byte[] bytes = LogLines.leaf(desk.book().journal(), leaf).orElseThrow(() ->
                    new RefusedException(Refusal.LEAF_IS_UNKNOWN, String.valueOf(leaf)));
            desk.handOut(Duty.LEND, "prove leaf " + leaf);
            String head = desk.sealed();
            try {
                atomically(leafFile(proof), bytes);
                atomically(proof, LogProof.of(desk.book().journal().log(), leaf, head).text()
                        .getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new RefusedException(Refusal.BOOK_CANNOT_BE_WRITTEN, failed.getMessage());
            }
        }
    }

    private static void atomically(Path target, byte[] bytes) throws IOException {
        Path whole = target.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling(".part-" + whole.getFileName());
        try {
            Files.write(part, bytes);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
