package onebook.lender.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import onebook.lender.PackageContents;
import onebook.lender.PackageVerifier;
import onebook.lender.Verdict;
import onebook.lender.VerdictText;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;

/** Verifies a file that arrived whole and signs the receipt; one file at a time. */
final class Verifying implements Uploads.Finish {
    private final UploadStore store;
    private final Receiver.Lender lender;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1);

    Verifying(UploadStore store, Receiver.Lender lender, Clock clock) {
        this.store = store;
        this.lender = lender;
        this.clock = clock;
    }

    @Override
    public Answer of(Upload upload) throws IOException {
        if (!one.tryAcquire()) {
            return Answer.later(503, 2, "BUSY", "Another package is verified; wait.");
        }
        try {
            boolean isMoved = !Files.exists(store.part(upload));
            Path file = isMoved ? store.arrived(upload) : store.part(upload);
            if (!Files.exists(file)
                    || !Sha256.hex(file).equals(upload.announced().sha256())) {
                store.drop(upload);
                return Answer.error(422, "DIGEST_IS_ANOTHER",
                        "What arrived is not what was announced; it was dropped, send it anew.");
            }
            if (store.answer(upload).isPresent()) {
                store.answered(upload, new byte[0], Files.exists(store.arrived(upload)));
            } else {
                verify(upload, file);
            }
            return Uploads.answered(store.answer(upload).orElseThrow());
        } finally {
            one.release();
        }
    }

    private void verify(Upload upload, Path file) throws IOException {
        Verdict verdict = PackageVerifier.verify(file, lender.policy(), Optional.empty());
        String checkpoint = Receipt.NONE;
        if (verdict.exitCode() != Verdict.MALFORMED) {
            try {
                checkpoint = PackageContents.of(file).checkpointSha256();
            } catch (MalformedException unreadable) {
                checkpoint = Receipt.NONE;
            }
        }
        Receipt receipt = new Receipt(upload.announced().sha256(), upload.announced().length(),
                checkpoint, clock.instant().truncatedTo(ChronoUnit.SECONDS), lender.name(),
                verdict.exitCode());
        byte[] answer = CanonicalJson.write(Map.of("receipt", receipt.signedBy(lender.key()),
                "verdict", CanonicalJson.parse(CanonicalJson.utf8(VerdictText.json(verdict)))));
        store.answered(upload, answer, verdict.exitCode() != Verdict.MALFORMED);
    }
}
