package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onebook.document.Document;
import onebook.exchange.Beancount;
import onebook.exchange.ArchiveFiles;
import onebook.exchange.ExportFolder;
import onebook.exchange.Gbt24589;
import onebook.exchange.LedgerFiles;
import onebook.exchange.PostingInfo;
import onebook.exchange.Retention;
import onebook.exchange.Whole;
import onebook.ledger.EntryNumber;
import onebook.ledger.Refusal;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.store.LogLines;
import onebook.store.StoreException;

/**
 * All of a book as files of other programs: accounts, vouchers, balances, the operation log, every
 * document with how it was booked, and how long each is to be kept. Works whatever the state of
 * the book: what a damaged book cannot say is named, all else is there.
 */
public final class BookExport {
    /** The program that wrote it, as audit interfaces ask. */
    static final String SOFTWARE = "OneBook 0.1.0";

    /** How accounts, vouchers and balances are written. */
    public enum Form { CSV, GBT24589, BEANCOUNT }

    /**
     * What was written.
     *
     * @param missing files that are incomplete, each with the reason; empty for a sound book
     */
    public record Report(Path folder, List<ExportFolder.Item> items, List<String> missing) { }

    private final Desk desk;
    private final OpenBook open;
    private final Whole book;
    private final ExportFolder folder;
    private final List<String> missing = new ArrayList<>();
    private Year lastYear;

    private BookExport(Desk desk, ExportFolder folder) {
        this.desk = desk;
        this.open = desk.book();
        this.folder = folder;
        this.book = new Whole(open.company(), open.chart(), open.journal().records(), SOFTWARE);
        this.lastYear = Year.of(open.company().from().year());
    }

    /** @param target a folder that is not there yet, or is empty */
    public static Report write(Desk desk, Path target, Form form, Charset charset) {
        synchronized (desk) {
            try {
                if (ExportFolder.isTaken(target)) {
                    throw new RefusedException(Refusal.FOLDER_IS_NOT_EMPTY, target.toString());
                }
                desk.handOut(Duty.EXPORT, "export as " + form.name().toLowerCase(Locale.ROOT)
                        + " to " + target);
                try (ExportFolder folder = new ExportFolder(target, charset)) {
                    return new BookExport(desk, folder).write(target, form);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private Report write(Path target, Form form) throws IOException {
        master();
        Map<String, String> files = documents();
        switch (form) {
            case CSV -> csv();
            case GBT24589 -> gbt24589();
            case BEANCOUNT -> text("book.beancount", "voucher", out ->
                    Beancount.write(book, files, out));
            default -> throw new IllegalArgumentException("form " + form);
        }
        log();
        if (!missing.isEmpty()) {
            folder.text("missing.txt", "log", out -> out.write(String.join("\n", missing) + "\n"));
        }
        folder.done(new Retention(Templates.text("exchange/retention.csv"), lastYear));
        return new Report(target, folder.items(), List.copyOf(missing));
    }

    /** Of a damaged entry nothing is made up: its file ends before it and says so. */
    private void kept(String path, Piece piece) throws IOException {
        try {
            piece.write();
        } catch (MalformedException | StoreException damaged) {
            missing.add(path + ": " + damaged.getMessage());
        }
    }

    private interface Piece {
        void write() throws IOException;
    }

    private void text(String path, String category, ExportFolder.Writing<Writer> writing)
            throws IOException {
        folder.text(path, category, out -> kept(path, () -> writing.to(out)));
    }

    private void master() throws IOException {
        folder.plain("company.yaml", "master", out ->
                out.write(open.journal().setting("profile").orElse("")));
        text("accounts.csv", "master", out -> LedgerFiles.accounts(book, out));
        text("dimensions.csv", "master", out -> ArchiveFiles.registers(
                new DimensionRegister(desk).all().stream().map(value -> new ArchiveFiles.Register(
                        value.dimension().name().toLowerCase(Locale.ROOT), value.name(),
                        value.isRegistered(), value.lines())).toList(), out));
    }

    private void csv() throws IOException {
        text("vouchers.csv", "voucher", out -> LedgerFiles.vouchers(book, out));
        text("balances.csv", "ledger", out -> LedgerFiles.balances(book, out));
    }

    private void gbt24589() throws IOException {
        kept("public-archives.xml", () -> {
            Gbt24589 standard = new Gbt24589(book, Templates.text("exchange/gbt24589.yaml"));
            folder.bytes("public-archives.xml", "master", out ->
                    standard.master(out, folder.charset()));
            folder.bytes("general-ledger.xml", "ledger", out ->
                    standard.ledger(out, folder.charset()));
        });
    }

    /** The documents and how each was booked; gives the path of each by its SHA-256. */
    private Map<String, String> documents() throws IOException {
        Map<String, List<EntryNumber>> booked = new LinkedHashMap<>();
        PostingInfo infos = new PostingInfo(book);
        kept("documents.csv", () -> {
            booked.putAll(infos.documents());
            lastYear = Year.of(infos.lastMonth().year());
        });
        Map<String, String> files = new LinkedHashMap<>();
        List<ArchiveFiles.Paper> rows = new ArrayList<>();
        Originals originals = new Originals(new Library(open));
        for (Document document : new Library(open).documents()) {
            String path = "evidence/" + document.id() + "." + extension(document);
            List<EntryNumber> entries = booked.getOrDefault(document.id(), List.of());
            files.put(document.id(), path);
            rows.add(new ArchiveFiles.Paper(document.id(), document.name(), path,
                    document.size(), entries, originals.keep(document)));
            originals.lacks(document).ifPresent(why -> missing.add(path + ": " + why));
            copy(document, path);
            String info = "posting-info/" + document.id() + ".xml";
            if (!entries.isEmpty()) {
                folder.bytes(info, "source", out -> kept(info, () ->
                        infos.write(document.id(), document.name(), entries, out)));
            }
        }
        text("documents.csv", "source", out -> ArchiveFiles.papers(rows, out));
        return files;
    }

    private void copy(Document document, String path) throws IOException {
        if (Files.isReadable(document.path())) {
            folder.bytes(path, "source", out -> Files.copy(document.path(), out));
        } else {
            missing.add(path + ": " + document.name() + " is not in the evidence folder");
        }
    }

    private static String extension(Document document) {
        return document.media() == Document.Media.UNKNOWN ? "bin"
                : document.media().name().toLowerCase(Locale.ROOT);
    }

    /** The operation log for people, and the whole log with its signed head for verifying. */
    private void log() throws IOException {
        text("log.csv", "log", out -> ArchiveFiles.operations(taker ->
                LogLines.each(open.journal(), "op", leaf -> taker.accept(operation(leaf))), out));
        folder.bytes("log.jsonl", "log", out -> LogLines.each(open.journal(), leaf -> {
            try {
                out.write(leaf);
                out.write('\n');
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }));
        Optional<String> head = open.journal().lastCheckpoint().map(Map.Entry::getValue);
        if (head.isPresent()) {
            folder.plain("checkpoint.txt", "log", out -> out.write(head.get()));
        }
        Path policy = Keyring.policy(open.file());
        if (Files.isReadable(policy)) {
            folder.bytes("policy.txt", "log", out -> Files.copy(policy, out));
        }
    }

    private static ArchiveFiles.Operation operation(byte[] bytes) {
        Leaf leaf = Leaf.parse(bytes);
        return new ArchiveFiles.Operation(leaf.index(), leaf.at().toString(),
                String.valueOf(leaf.body().get("who")), String.valueOf(leaf.body().get("what")));
    }
}
