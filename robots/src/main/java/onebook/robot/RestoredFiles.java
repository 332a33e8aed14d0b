package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import onebook.ledger.Refusal;
import onebook.store.BackupManifest;
import onebook.store.HeadFile;

/** The files of a book that is restored: where each waits until all are sound, then goes. */
final class RestoredFiles {
    private final Path waiting;
    private final Path folder;
    private final BackupManifest manifest;

    /** @param waiting the book in a scratch folder; its other files lie beside it as ever */
    RestoredFiles(Path waiting, Path folder, BackupManifest manifest) {
        this.waiting = waiting;
        this.folder = folder;
        this.manifest = manifest;
    }

    Path book() {
        return waiting;
    }

    /** Where a part waits. */
    Path of(BackupManifest.Part part) {
        return switch (part.name()) {
            case BackupManifest.POLICY -> Keyring.policy(waiting);
            case BackupManifest.KEY -> Keyring.file(waiting);
            default -> part.name().startsWith(BackupManifest.EVIDENCE)
                    ? evidence().resolve(part.name().substring(BackupManifest.EVIDENCE.length()))
                    : waiting.resolveSibling(part.name());
        };
    }

    private Path evidence() {
        return manifest.evidenceOf(waiting);
    }

    /** Refuses before anything is written. */
    void requireRoom(long backupBytes) throws IOException {
        long parts = manifest.parts().stream().mapToLong(part -> part.file().size()).sum();
        if (parts > backupBytes) {
            throw new RefusedException(Refusal.BACKUP_IS_DAMAGED,
                    "it says it holds " + parts + " bytes, and has " + backupBytes);
        }
        Path book = folder.resolve(waiting.getFileName());
        for (Path taken : List.of(book, sibling(book, "-wal"), sibling(book, "-journal"),
                HeadFile.of(book),
                Keyring.policy(book), Keyring.file(book))) {
            if (Files.exists(taken)) {
                throw new RefusedException(Refusal.BOOK_EXISTS, taken.toString());
            }
        }
        long needed = manifest.bytesUnpacked();
        long there = Files.getFileStore(folder).getUsableSpace();
        if (needed > there) {
            throw new RefusedException(Refusal.BOOK_CANNOT_BE_WRITTEN, (needed >> 20)
                    + " MB are needed in " + folder + ", " + (there >> 20) + " MB are free");
        }
    }

    private static Path sibling(Path book, String ending) {
        return book.resolveSibling(book.getFileName() + ending);
    }

    /** Everything goes to its place, the book last: without it there is no book. Gives the book. */
    Path place() throws IOException {
        Deque<Path> placed = new ArrayDeque<>();
        try {
            for (Path file : files()) {
                Path target = folder.resolve(waiting.getParent().relativize(file));
                Files.createDirectories(target.getParent());
                if (isThere(file, target)) {
                    continue;
                }
                Files.move(file, target);
                placed.push(target);
            }
            return folder.resolve(waiting.getFileName());
        } catch (IOException | RuntimeException failed) {
            for (Path target : placed) {
                Files.deleteIfExists(target);
            }
            if (failed instanceof FileAlreadyExistsException taken) {
                throw new RefusedException(Refusal.BOOK_EXISTS, taken.getMessage());
            }
            throw failed;
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        manifest.parts().stream().skip(1).map(this::of).forEach(files::add);
        files.add(waiting);
        return files;
    }

    /** Evidence that another book of the folder has as well is the same file. */
    private boolean isThere(Path file, Path target) {
        try {
            return file.startsWith(evidence()) && Files.isRegularFile(target)
                    && Files.mismatch(file, target) < 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
