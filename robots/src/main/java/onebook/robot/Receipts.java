package onebook.robot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import onebook.document.PdfFile;
import onebook.document.Refused;
import onebook.invoice.PageImage;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.lender.Anchor;
import onebook.lender.SeenNote;
import onebook.print.NotePage;
import onebook.print.QrPicture;
import onebook.seal.Checkpoint;
import onebook.seal.Cosignatures;
import onebook.seal.Leaf;
import onebook.seal.Verifier;
import onebook.store.Encryption;
import onebook.store.LogLines;

/**
 * A page for every closed month that says what the book was: whoever keeps one finds out later
 * whether its history was exchanged. As text, which programs compare, and as a PDF for a folder.
 */
public final class Receipts {
    private final BookView view;
    private final OpenBook open;

    /** @param note the head with what witnesses said of it */
    public record Receipt(String text, String note, List<String> lines) { }

    Receipts(BookView view) {
        this.view = view;
        this.open = view.book();
    }

    /** Over the newest head that a witness saw and the close is part of, else the newest head. */
    public Receipt of(Period month) {
        synchronized (view) {
            OptionalLong close = closeOf(month);
            if (close.isEmpty()) {
                throw new RefusedException(Refusal.PERIOD_IS_NOT_SEALED, month.toString());
            }
            List<String> cosigned = new ArrayList<>();
            LogLines.each(open.journal(), Anchor.KIND, bytes -> {
                Anchor anchor = Anchor.of(Leaf.parse(bytes).body());
                if (anchor.size() > close.getAsLong()
                        && !Cosignatures.claimed(anchor.note()).isEmpty()) {
                    cosigned.add(anchor.note());
                }
            });
            String note = cosigned.isEmpty()
                    ? open.journal().lastCheckpoint().map(Map.Entry::getValue).orElseThrow()
                    : cosigned.get(cosigned.size() - 1);
            return receipt(month, note);
        }
    }

    private OptionalLong closeOf(Period month) {
        List<Long> found = new ArrayList<>();
        LogLines.each(open.journal(), "close", bytes -> {
            Leaf leaf = Leaf.parse(bytes);
            if (leaf.period().equals(month.toString())) {
                found.add(leaf.index());
            }
        });
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
    }

    private Receipt receipt(Period month, String note) {
        Checkpoint head = Checkpoint.claimed(note);
        List<String> lines = new ArrayList<>(List.of(
                "company / 企业: " + open.company().name().replaceAll("\\p{Cntrl}", " ") + "  "
                        + open.company().taxId(),
                "closed month / 已结账期间: " + month,
                "leaves / 记录: " + head.size(),
                "root / 根: " + Base64.getEncoder().encodeToString(head.root())));
        List<Cosignatures.Claim> witnesses = Cosignatures.claimed(note);
        witnesses.forEach(one -> lines.add("seen by / 见证: " + one.name() + "  " + one.at()));
        if (witnesses.isEmpty()) {
            lines.add("seen by / 见证: nobody yet / 尚无");
        }
        lines.add(SeenNote.keyLine(SealCheck.keyOf(open.file())));
        List<String> why = Templates.text("lender/receipt.txt").lines().toList();
        String text = SeenNote.RECEIPT + "\n" + String.join("\n", lines) + "\n" + SeenNote.BEGIN
                + "\n" + note + SeenNote.END + "\n" + String.join("\n", why) + "\n";
        lines.addAll(note.lines().toList());
        lines.addAll(why);
        return new Receipt(text, note, lines);
    }

    /** The page as it looks on paper, to look at before it is kept. */
    public BufferedImage picture(Period month, String by) throws IOException {
        NotePage page = page(of(month));
        Path pdf = open.onTheWay(".pdf");
        try {
            save(page, pdf, by);
            try (PdfFile drawn = PdfFile.open(pdf)) {
                return drawn.render(1, PageImage.MAX_SIDE);
            }
        } catch (Refused unreadable) {
            throw new RefusedException(unreadable.refusal(), unreadable.getMessage());
        } finally {
            Files.deleteIfExists(pdf);
        }
    }

    private void save(NotePage page, Path pdf, String by) throws IOException {
        try (OutputStream out = Files.newOutputStream(pdf)) {
            page.pdf(out, by, LocalDateTime.now(open.clock()));
        }
    }

    private NotePage page(Receipt receipt) {
        boolean fits = receipt.note().getBytes(StandardCharsets.UTF_8).length
                <= QrPicture.MOST_BYTES;
        return new NotePage(SeenNote.RECEIPT, receipt.lines(), fits ? receipt.note()
                : Verifier.parse(SealCheck.keyOf(open.file())).bare(receipt.note())
                        .orElseThrow());
    }

    /** Gives the two files: X.pdf and, beside it, X.txt. */
    public List<Path> write(Period month, Path pdf, String by) throws IOException {
        Receipt receipt = of(month);
        Path text = pdf.resolveSibling(
                pdf.getFileName().toString().replaceFirst("(?i)\\.pdf$", "") + ".txt");
        Deliverables.atomically(text, path -> Files.writeString(path, receipt.text()));
        Deliverables.atomically(pdf, path -> save(page(receipt), path, by));
        return List.of(pdf, text);
    }

    /**
     * Beside the book, where it is not encrypted: of an encrypted one nothing is written that was
     * not asked for.
     */
    public List<Path> afterClose(Period month, String by) throws IOException {
        Path book = open.file();
        return Encryption.isEncrypted(book) ? List.of() : write(month, book.resolveSibling(
                book.getFileName() + ".receipt-" + month + ".pdf"), by);
    }
}
