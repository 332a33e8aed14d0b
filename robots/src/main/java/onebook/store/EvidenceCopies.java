package onebook.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import onebook.ledger.Refusal;

/** The files of a book's documents, plain or encrypted, and how they become the other. */
final class EvidenceCopies {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-][0-9A-Za-z._-]{0,200}");

    private final Path book;
    private final List<String> names;

    /** @param documents names of files in the evidence folder; what is no name is left alone */
    EvidenceCopies(Path book, List<String> documents) {
        this.book = book;
        this.names = documents.stream().filter(name -> NAME.matcher(name).matches()).toList();
    }

    /** Where plain books keep their documents: all that are in one folder share it. */
    static Path plain(Path book) {
        return book.resolveSibling("evidence");
    }

    /** A folder of this book alone: another book beside it has another key. */
    static Path encrypted(Path book) {
        return book.resolveSibling(book.getFileName() + ".evidence");
    }

    static Path readable(Path book, BookKey key) {
        return EncryptedFolder.at(encrypted(book), key);
    }

    /** Takes away what a killed process was writing. Requires the writer's lock. */
    static void sweep(Path book) throws IOException {
        Files.deleteIfExists(DurableFile.part(book));
        Files.deleteIfExists(DurableFile.part(HeadFile.of(book)));
        sweepFolder(encrypted(book));
        if (!new EvidenceCopies(book, List.of()).areShared()) {
            sweepFolder(plain(book));
        }
    }

    private static void sweepFolder(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
            for (Path part : parts) {
                Files.delete(part);
            }
        } catch (NoSuchFileException none) {
            return;
        }
    }

    /** Afterwards the disk has an encrypted copy of every plain file. */
    void encrypt(BookKey key) throws IOException {
        for (String name : names) {
            Path plain = plain(book).resolve(name);
            if (Files.isRegularFile(plain)) {
                byte[] bytes = Files.readAllBytes(plain);
                Files.createDirectories(encrypted(book));
                DurableFile.write(encrypted(book).resolve(name), out -> {
                    EncryptedOutput encrypted = new EncryptedOutput(out,
                            EncryptedHead.of(EncryptedHead.Kind.EVIDENCE, new byte[0]), key);
                    encrypted.write(bytes);
                    encrypted.finish();
                });
            }
        }
    }

    /** Afterwards the disk has a plain copy of every encrypted file. */
    void decrypt(BookKey key) throws IOException {
        for (String name : names) {
            if (Files.isRegularFile(encrypted(book).resolve(name))) {
                byte[] bytes = bytes(readable(book, key).resolve(name));
                Path plain = plain(book).resolve(name);
                if (!Files.isRegularFile(plain)
                        || !Arrays.equals(Files.readAllBytes(plain), bytes)) {
                    Files.createDirectories(plain(book));
                    DurableFile.write(plain, out -> out.write(bytes));
                }
            }
        }
    }

    private static byte[] bytes(Path encrypted) {
        try {
            return Files.readAllBytes(encrypted);
        } catch (IOException damaged) {
            throw new StoreException(Refusal.BOOK_IS_DAMAGED, encrypted.toString(), damaged);
        }
    }

    /** Whether another book in the folder may need the plain files. */
    boolean areShared() throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(book.toAbsolutePath().getParent(), "*.onebook")) {
            for (Path file : files) {
                if (!file.getFileName().equals(book.getFileName())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Deletes plain files that have an encrypted copy, where no other book may need them. */
    int deletePlain() throws IOException {
        return areShared() ? 0 : delete(plain(book), encrypted(book));
    }

    int deleteEncrypted() throws IOException {
        return delete(encrypted(book), plain(book));
    }

    private int delete(Path folder, Path copies) throws IOException {
        int deleted = 0;
        for (String name : names) {
            if (Files.isRegularFile(copies.resolve(name))
                    && Files.deleteIfExists(folder.resolve(name))) {
                deleted++;
            }
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            if (left.iterator().hasNext()) {
                return deleted;
            }
        } catch (NoSuchFileException none) {
            return deleted;
        }
        Files.delete(folder);
        return deleted;
    }
}
