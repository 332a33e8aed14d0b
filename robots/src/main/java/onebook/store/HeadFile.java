package onebook.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import onebook.seal.TreeEdge;

/**
 * The newest signed head of a book, kept beside it: an older copy of the book that takes its place
 * is found out. Written after the transaction that signed it, so it never runs ahead of the book.
 */
public final class HeadFile {
    private static final int LONGEST = 65_536;

    private HeadFile() { }

    public static Path of(Path book) {
        return book.resolveSibling(book.getFileName() + ".head");
    }

    /** Empty where there is none, or nothing that a head could be. */
    public static Optional<String> note(Path book) {
        Path file = of(book);
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0 && Files.size(file) < LONGEST
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What was committed stands even where this fails: the head before it is still true. */
    static void write(Path book, String note) {
        Path part = DurableFile.part(of(book));
        try {
            Files.writeString(part, note);
            Files.move(part, of(book), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            part.toFile().delete();
        }
    }

    /** Why the log does not go on from a head that was signed; empty where it does. */
    public static Optional<String> disagreement(SqliteJournal journal, long size, byte[] root) {
        BookFile file = journal.file();
        file.refresh();
        long there = file.one("SELECT n + 1 FROM leaf ORDER BY n DESC LIMIT 1",
                row -> row.getLong(1)).orElse(0L); // another process may write it meanwhile
        if (size > there) {
            return Optional.of("the signed head beside the book covers " + size
                    + " leaves, the book has only " + there + ": this is an older copy of it");
        }
        boolean isSame = file.one("SELECT hashes FROM edge WHERE size = ?",
                row -> new TreeEdge(size, row.getBytes(1)), size)
                .map(edge -> Arrays.equals(edge.root(), root)).orElse(false);
        return isSame ? Optional.empty()
                : Optional.of("the log is not the one whose head of size " + size + " was signed");
    }
}
