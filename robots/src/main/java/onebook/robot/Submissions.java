package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Refusal;
import onebook.lender.submit.Consent;
import onebook.lender.submit.KnownLenders;
import onebook.lender.submit.LenderKey;
import onebook.lender.submit.LenderUrl;
import onebook.lender.submit.Patience;
import onebook.lender.submit.Submission;
import onebook.lender.submit.SubmissionRefused;
import onebook.seal.Checkpoint;
import onebook.seal.Leaf;
import onebook.seal.MerkleLog;
import onebook.seal.Sha256;
import onebook.store.LogLines;

/**
 * Sends a package to a lender and writes down that it left: the receipt beside the package, and a
 * leaf where a book is given. Call it off the window's thread; {@link #cancel} from any.
 */
public final class Submissions implements AutoCloseable {
    private final Order order;
    private final Optional<Desk> desk;
    private final Submission submission;

    /**
     * What was agreed to.
     *
     * @param lenderKey the lender's vkey where it was handed over
     * @param by who agreed
     */
    public record Order(Consent consent, String url, Optional<String> lenderKey, String by) { }

    /**
     * What became of it.
     *
     * @param receipt the file with the signed receipt
     */
    public record Done(Submission.Sent sent, Path receipt) { }

    /** @param desk the book that the package was made from, where it is to write that down */
    public Submissions(Order order, Optional<Desk> desk, Patience patience) {
        this.order = order;
        this.desk = desk;
        this.submission = told(() -> new Submission(LenderUrl.parse(order.url()),
                KnownLenders.ofUser(), patience));
    }

    /** What would leave; refuses where the file is no package. */
    public static Consent consent(Path pack) {
        return told(() -> Consent.of(pack));
    }

    /** Sends it, or what is still missing of it; a second time nothing is sent and all is kept. */
    public Done send(Submission.Progress progress) {
        desk.ifPresent(this::mustBeOfThisBook);
        Submission.Sent sent = told(() -> submission.send(order.consent(),
                order.lenderKey().map(LenderKey::parse), progress));
        Path receipt = keep(sent.note());
        try {
            desk.ifPresent(book -> write(book, sent));
        } catch (RuntimeException failed) {
            throw new RefusedException(Refusal.SENT_BUT_NOT_WRITTEN_DOWN,
                    receipt + ": " + failed.getMessage());
        }
        return new Done(sent, receipt);
    }

    public void cancel() {
        submission.cancel();
    }

    /** Something of handing over. */
    interface Step<T> {
        T run() throws IOException;
    }

    /** Refusals of handing over are refusals of the robot. */
    static <T> T told(Step<T> step) {
        try {
            return step.run();
        } catch (SubmissionRefused refused) {
            throw new RefusedException(refused.refusal(), refused.getMessage());
        } catch (IOException broken) {
            throw new RefusedException(Refusal.FILE_IS_BROKEN, broken.toString());
        }
    }

    /** Before anything leaves: the book may write it down, and the package is of its log. */
    private void mustBeOfThisBook(Desk book) {
        synchronized (book) {
            OpenBook open = book.book();
            open.mayWrite(Duty.LEND, order.by());
            open.signer();
            String note = order.consent().contents().checkpoint();
            Checkpoint head = Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1));
            MerkleLog log = open.journal().log();
            boolean isOurs = head.origin().equals(Keyring.origin(open.company()))
                    && head.size() <= log.size()
                    && Arrays.equals(head.root(), log.rootAt(head.size()));
            if (!isOurs) {
                throw new RefusedException(Refusal.PACKAGE_IS_OF_ANOTHER_BOOK,
                        order.consent().file().toString());
            }
        }
    }

    /** Beside the package; a receipt of another lender that stands there stays. */
    private Path keep(String note) {
        Path pack = order.consent().file().toAbsolutePath();
        String name = pack.getFileName().toString().replaceFirst("\\.obk$", "");
        try {
            for (int number = 1; ; number++) {
                Path file = pack.resolveSibling(name + ".receipt"
                        + (number == 1 ? "" : "-" + number) + ".txt");
                if (!Files.exists(file)) {
                    Path part = pack.resolveSibling("." + file.getFileName() + ".part");
                    Files.writeString(part, note, StandardCharsets.UTF_8);
                    return Files.move(part, file);
                }
                if (Files.readString(file).equals(note)) {
                    return file;
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(Desk book, Submission.Sent sent) {
        synchronized (book) {
            OpenBook open = book.book();
            String receipt = Sha256.hex(sent.note());
            boolean[] isThere = new boolean[1];
            LogLines.each(open.journal(), "disclose", leaf -> isThere[0] |=
                    receipt.equals(Leaf.parse(leaf).body().get("receipt_sha256")));
            if (!isThere[0]) {
                open.mayWrite(Duty.LEND, order.by());
                open.journal().transaction(() -> {
                    open.journal().leaf("disclose", "", body(sent, receipt), List.of());
                    return open.checkpoint();
                });
            }
        }
    }

    private Map<String, Object> body(Submission.Sent sent, String receipt) {
        Consent consent = order.consent();
        Map<String, Object> body = new TreeMap<>();
        body.put("who", order.by());
        body.put("at", sent.receipt().at().toString());
        body.put("lender", sent.receipt().lender());
        body.put("host", LenderUrl.parse(order.url()).host());
        body.put("package_sha256", consent.sha256());
        body.put("size", consent.size());
        body.put("profile", consent.contents().profile());
        body.put("level", consent.contents().level());
        body.put("from", consent.contents().from().toString());
        body.put("to", consent.contents().to().toString());
        body.put("kinds", List.copyOf(consent.contents().kinds().keySet()));
        body.put("fields", List.copyOf(consent.contents().fields()));
        body.put("documents", consent.contents().documents().size());
        body.put("names", consent.disclosesNames());
        body.put("texts", consent.disclosesTexts());
        body.put("receipt_sha256", receipt);
        body.put("receipt", sent.note());
        body.put("verdict", sent.receipt().verdict());
        return body;
    }

    @Override
    public void close() {
        submission.close();
    }
}
