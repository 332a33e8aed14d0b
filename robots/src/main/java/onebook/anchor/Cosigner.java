package onebook.anchor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onebook.seal.AddCheckpoint;
import onebook.seal.Checkpoint;
import onebook.seal.Equivocation;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import onebook.seal.Witness;

/**
 * A witness at work (C2SP tlog-witness): cosigns a head that goes on from the one it cosigned
 * before. Beyond the protocol it cosigns one statutory log per legal entity, and keeps the signed
 * heads of whoever shows it a second. One request at a time: what it compares with is what it
 * wrote down last.
 */
public final class Cosigner implements AutoCloseable {
    /** A clock that was set back further than this tells nobody the time. */
    private static final Duration BACK = Duration.ofMinutes(1);
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    /** What is answered: an HTTP status, a media type and a text. */
    public record Answer(int status, String type, String text) { }

    private final WitnessStore store;
    private final Signer key;
    private final Witness own;
    private final LogList logs;
    private final Clock clock;

    private Cosigner(WitnessStore store, Signer key, LogList logs, Clock clock) {
        this.store = store;
        this.key = key;
        this.own = Witness.parse(key.witnessKey());
        this.logs = logs;
        this.clock = clock;
    }

    /** Throws {@link AnchorException} where another witness works there, or it is damaged. */
    public static Cosigner open(Path folder, Signer key, LogList logs, Clock clock)
            throws IOException, AnchorException {
        WitnessStore store = WitnessStore.open(folder, Witness.parse(key.witnessKey()));
        return new Cosigner(store, key, logs, clock);
    }

    /** The newest head of a log, cosigned. */
    synchronized Optional<String> published(String originHash) {
        return store.byHash(originHash).map(WitnessStore.Head::note);
    }

    /**
     * @param offered the public key of the log; asked for where its log is not known yet
     * @throws IOException where nothing can be written down; then nothing is cosigned
     */
    public synchronized Answer add(String request, Optional<String> offered) throws IOException {
        try {
            AddCheckpoint asked = AddCheckpoint.parse(request);
            String origin = asked.head().origin();
            Optional<WitnessStore.Head> last = store.head(origin);
            List<Verifier> keys = logs.of(origin, last.map(WitnessStore.Head::vkey), offered);
            if (keys.isEmpty()) {
                return refusal(404, "this witness does not know the log " + origin);
            }
            Optional<Verifier> signer = keys.stream()
                    .filter(one -> one.open(asked.note()).isPresent()).findFirst();
            if (signer.isEmpty()) {
                return refusal(403, "no key of the log signed the checkpoint");
            }
            Answer answer = judged(asked, signer.get(), last);
            if (answer.status() == 403 || answer.status() == 422) {
                store.refused(answer.status(), request);
            }
            return answer;
        } catch (MalformedException wrong) {
            return refusal(400, wrong.getMessage());
        }
    }

    private Answer judged(AddCheckpoint asked, Verifier signer,
            Optional<WitnessStore.Head> last) throws IOException {
        Checkpoint head = asked.head();
        Equivocation.Shown shown = new Equivocation.Shown(signer.vkey(),
                signer.bare(asked.note()).orElseThrow());
        Optional<WitnessStore.Head> rival = last.or(() -> store.statutory(head.origin()))
                .filter(one -> !one.vkey().equals(signer.vkey()));
        if (rival.isPresent()) {
            keepProof(rival.get(), shown);
            return refusal(403, "one legal entity has one statutory log: this witness cosigned "
                    + rival.get().vkey() + " before; both signed heads are kept as evidence");
        }
        if (asked.oldSize() > head.size()) {
            return refusal(400, "the old size is above the checkpoint's");
        }
        long known = last.map(one -> one.checkpoint().size()).orElse(0L);
        byte[] root = last.map(one -> one.checkpoint().root()).orElse(new MerkleLog().root());
        boolean isContrary = head.size() == known && !Arrays.equals(head.root(), root);
        if (isContrary && last.isPresent()) {
            keepProof(last.get(), shown);
        }
        if (asked.oldSize() != known || isContrary) {
            return new Answer(409, SIZE, known + "\n");
        }
        if (!MerkleLog.verifyConsistency(known, root, head.size(), head.root(), asked.proof())) {
            return refusal(422, "the log does not go on from the head of size " + known);
        }
        return cosigned(head.origin(), shown, last);
    }

    private void keepProof(WitnessStore.Head one, Equivocation.Shown other) throws IOException {
        String bare = Verifier.parse(one.vkey()).bare(one.note()).orElseThrow();
        Optional<Equivocation> proof = Equivocation.of(
                new Equivocation.Shown(one.vkey(), bare), other);
        if (proof.isPresent()) {
            store.keep(proof.get());
        }
    }

    private Answer cosigned(String origin, Equivocation.Shown shown,
            Optional<WitnessStore.Head> last) throws IOException {
        Instant now = clock.instant();
        Optional<Instant> before = last.flatMap(one -> own.cosigned(one.note()));
        if (before.isPresent() && now.isBefore(before.get().minus(BACK))
                || now.getEpochSecond() <= 0) {
            return refusal(503, "the clock of this witness stands before its last cosignature");
        }
        if (last.isEmpty() && store.isFull()) {
            return refusal(503, "this witness takes no further log");
        }
        String note = key.cosign(shown.note(), now);
        store.keep(origin, new WitnessStore.Head(shown.vkey(), note));
        return new Answer(200, TEXT, note.substring(shown.note().length()));
    }

    private static Answer refusal(int status, String sentence) {
        return new Answer(status, TEXT, sentence + "\n");
    }

    /** The public key to hand to lenders. */
    public String vkey() {
        return key.witnessKey();
    }

    @Override
    public void close() {
        store.close();
    }
}
