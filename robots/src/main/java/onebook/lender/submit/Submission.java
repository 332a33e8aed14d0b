package onebook.lender.submit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;
import onebook.ledger.Refusal;
import onebook.lender.Verdict;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import onebook.seal.Verifier;

/** Sends one package to one lender; begins where an earlier sending of it was broken off. */
public final class Submission implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private final LenderUrl url;
    private final KnownLenders known;
    private final Wire wire;
    private Consent consent;
    private String key = "";
    private Progress progress = (sent, total) -> true;
    private Optional<String> place = Optional.empty();

    /** Told while bytes leave; from the thread that sends. */
    public interface Progress {
        /** False stops: what arrived is dropped, and the sending is refused. */
        boolean at(long sent, long total);
    }

    /**
     * What came back.
     *
     * @param note the receipt as it is signed
     * @param verdict the verdict's JSON, as {@link onebook.lender.VerdictText#json} gives it
     * @param bytes how many left this time; 0 where the lender had the package already
     */
    public record Sent(Receipt receipt, String note, String verdict, LenderKey key, long bytes) { }

    public Submission(LenderUrl url, KnownLenders known, Patience patience) {
        this(url, known, new Wire(patience));
    }

    Submission(LenderUrl url, KnownLenders known, Wire wire) {
        this.url = url;
        this.known = known;
        this.wire = wire;
    }

    /**
     * Sends what was agreed to.
     *
     * @param given the lender's key where it was handed over
     * @throws IOException where the file cannot be read
     */
    public Sent send(Consent agreed, Optional<Verifier> given, Progress told) throws IOException {
        consent = agreed;
        progress = told;
        LenderKey lender = LenderKey.ask(wire, url, given, known);
        key = idempotencyKey();
        try (FileChannel file = FileChannel.open(agreed.file())) {
            long before = create();
            long offset = before;
            while (offset < agreed.size()) {
                offset = patch(file, offset);
            }
            Sent sent = finish(lender, offset - before);
            known.remember(url, lender.verifier());
            return sent;
        } catch (SubmissionRefused refused) {
            if (refused.refusal() == Refusal.RUN_WAS_STOPPED) {
                place.ifPresent(at -> wire.farewell(Wire.to(at).delete().build()));
            }
            throw refused;
        }
    }

    /** From any thread. What arrived is dropped. */
    public void cancel() {
        wire.stop();
    }

    /** From the bytes, not from their hash alone, so that only who has them can ask. */
    private String idempotencyKey() throws IOException {
        MessageDigest whole = Sha256.digest();
        MessageDigest keyed = Sha256.digest();
        keyed.update(CanonicalJson.utf8("vb-upload/1\n" + url.text() + "\n"));
        try (FileChannel file = FileChannel.open(consent.file())) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            while (file.read(chunk.clear()) >= 0) {
                whole.update(chunk.flip());
                keyed.update(chunk.rewind());
            }
        }
        if (!HexFormat.of().formatHex(whole.digest()).equals(consent.sha256())) {
            throw new SubmissionRefused(Refusal.CONSENT_IS_MISSING,
                    consent.file() + " is not the file any more that was agreed to");
        }
        return HexFormat.of().formatHex(keyed.digest());
    }

    /** Gives how many bytes arrived before. */
    private long create() {
        String digest = Base64.getEncoder().encodeToString(
                HexFormat.of().parseHex(consent.sha256()));
        Wire.Reply reply = wire.untilAnswered(() -> Wire.to(url.at("uploads"))
                .header("Idempotency-Key", key)
                .header("Upload-Length", Long.toString(consent.size()))
                .header("Repr-Digest", "sha-256=:" + digest + ":").post(Wire.NOTHING).build());
        if (reply.status() != 201 && reply.status() != 200) {
            throw refused(reply);
        }
        place = Optional.of(url.within(reply.headers().getOrDefault("Location", "")));
        return offset(reply);
    }

    private long offset(Wire.Reply reply) {
        long offset = reply.number("Upload-Offset");
        if (offset > consent.size()) {
            throw new SubmissionRefused(Refusal.LENDER_REFUSED_THIS, "it has more than there is");
        }
        return offset;
    }

    private static SubmissionRefused refused(Wire.Reply reply) {
        Refusal why = reply.status() == 413 ? Refusal.FILE_IS_TOO_LARGE
                : Refusal.LENDER_REFUSED_THIS;
        return new SubmissionRefused(why, reply.why());
    }

    /** Sends from the offset on; gives the offset from which to go on. */
    private long patch(FileChannel file, long from) {
        Request.Builder request = Wire.to(place.orElseThrow())
                .header("Upload-Offset", Long.toString(from));
        try {
            Wire.Reply reply = wire.once(request.patch(
                    new Slice(file, from, consent.size(), this::told)).build());
            if (reply.isOk()) {
                return further(from, offset(reply));
            }
            if (reply.status() != 409 && reply.status() != 404 && !reply.mayPass()) {
                throw refused(reply);
            }
            wire.again(reply);
        } catch (IOException broken) {
            wire.again(broken);
        }
        return further(from, arrived());
    }

    private boolean told(long sent) {
        boolean goOn = progress.at(sent, consent.size());
        if (!goOn) {
            wire.stop();
        }
        return goOn;
    }

    private long further(long from, long to) {
        if (to > from) {
            wire.gotOn();
        }
        return to;
    }

    private long arrived() {
        Wire.Reply reply = wire.untilAnswered(() -> Wire.to(place.orElseThrow()).head().build());
        if (reply.status() == 404) {
            return create(); // it was dropped meanwhile
        }
        if (!reply.isOk()) {
            throw refused(reply);
        }
        return offset(reply);
    }

    private Sent finish(LenderKey lender, long bytes) {
        Wire.Reply reply = wire.untilAnswered(() ->
                Wire.to(place.orElseThrow() + "/finish").post(Wire.NOTHING).build());
        if (reply.status() != 200) {
            throw refused(reply);
        }
        try {
            Map<?, ?> body = (Map<?, ?>) CanonicalJson.parse(reply.body());
            String note = (String) body.get("receipt");
            Receipt receipt = Receipt.open(note, lender.verifier())
                    .filter(this::isOfThis).orElseThrow(() -> wrong("it is of something else"));
            Map<?, ?> verdict = (Map<?, ?>) body.get("verdict");
            boolean same = Long.valueOf(receipt.verdict()).equals(verdict.get("exit"));
            if (!same) {
                throw wrong("the verdict beside it is another");
            }
            return new Sent(receipt, note, CanonicalJson.text(CanonicalJson.write(verdict)),
                    lender, bytes);
        } catch (ClassCastException | NullPointerException | MalformedException strange) {
            throw wrong("the answer is not in its form");
        }
    }

    private boolean isOfThis(Receipt receipt) {
        boolean isMalformed = receipt.verdict() == Verdict.MALFORMED
                && receipt.checkpointSha256().equals(Receipt.NONE);
        return receipt.packageSha256().equals(consent.sha256()) && receipt.size() == consent.size()
                && (isMalformed || receipt.checkpointSha256()
                        .equals(consent.contents().checkpointSha256()));
    }

    private static SubmissionRefused wrong(String why) {
        return new SubmissionRefused(Refusal.RECEIPT_IS_WRONG, why);
    }

    @Override
    public void close() {
        wire.close();
    }
}
