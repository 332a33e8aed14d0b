package onebook.lender.submit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Refusal;
import onebook.seal.CanonicalJson;
import onebook.seal.Checkpoint;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Sha256;
import onebook.seal.Verifier;

/** Asks a registry, and believes no answer that its key, its log and its proof do not bear out. */
public final class RegistryClient implements AutoCloseable {
    private final LenderUrl url;
    private final String token;
    private final Wire wire;
    private final LenderKey key;

    /**
     * What a registry answered.
     *
     * @param notes the receipts as they are signed, in the order of what was asked
     * @param checkpoint of its log, signed; its tree holds the request
     */
    public record Registered(List<FinanceReceipt> receipts, List<String> notes, String checkpoint) {
        /** True where a person must compare some of it with others. */
        public boolean asksForReview() {
            return receipts.stream().anyMatch(one -> !one.review().isEmpty());
        }
    }

    /** Asks for the key; refuses where it is another than is given or known. */
    public RegistryClient(LenderUrl url, String token, Optional<Verifier> given,
            KnownLenders known, Patience patience) throws IOException {
        this.url = url;
        this.token = token;
        this.wire = new Wire(patience);
        this.key = LenderKey.ask(wire, url, given, known);
        known.remember(url, key.verifier());
    }

    public LenderKey key() {
        return key;
    }

    /** Refuses with RECEIVABLE_ALREADY_PLEDGED and the numbers that are; nothing is reserved. */
    public Registered reserve(List<Receivable> receivables, String nonce) {
        return entered("reserve", receivables, nonce);
    }

    /** As {@link #reserve}, but blocks nothing. */
    public Registered check(List<Receivable> receivables, String nonce) {
        return entered("check", receivables, nonce);
    }

    private Registered entered(String act, List<Receivable> receivables, String nonce) {
        Map<String, Object> body =
                Map.of("receivables", receivables.stream().map(Receivable::json).toList());
        Wire.Reply reply = post(act, body, nonce);
        if (reply.status() == 409) {
            throw new SubmissionRefused(Refusal.RECEIVABLE_ALREADY_PLEDGED,
                    blocked(reply, receivables));
        }
        return believed(reply, act.equals("reserve") ? "reserved" : "checked",
                receivables.size());
    }

    private static String blocked(Wire.Reply reply, List<Receivable> receivables) {
        try {
            List<?> places = (List<?>) ((Map<?, ?>) CanonicalJson.parse(reply.body()))
                    .get("blocked");
            return String.join(", ", places.stream().map(place ->
                    receivables.get(((Long) place).intValue()).number()).toList());
        } catch (RuntimeException strange) {
            return reply.why();
        }
    }

    /** The lender says that it paid out; {@code isReviewed} where a person compared the matches. */
    public Registered finance(List<String> ids, boolean isReviewed, String nonce) {
        return believed(post("finance", Map.of("ids", ids, "reviewed", isReviewed), nonce),
                "financed", ids.size());
    }

    public Registered release(List<String> ids, String nonce) {
        return believed(post("release", Map.of("ids", ids), nonce), "released", ids.size());
    }

    /** @param nonce makes the same request of another day another one */
    private Wire.Reply post(String act, Map<String, Object> body, String nonce) {
        String key = Sha256.hex(String.join("\n", "vb-registry/1", url.text(), act,
                Sha256.hex(CanonicalJson.write(body)), nonce) + "\n");
        Wire.Reply reply = wire.untilAnswered(() -> Wire.to(url.at("registry/" + act))
                .header("Authorization", "Bearer " + token).header("Idempotency-Key", key)
                .post(Wire.json(body)).build());
        if (!reply.isOk() && reply.status() != 409) {
            throw new SubmissionRefused(Refusal.LENDER_REFUSED_THIS, reply.why());
        }
        return reply;
    }

    private Registered believed(Wire.Reply reply, String state, int count) {
        if (!reply.isOk()) {
            throw new SubmissionRefused(Refusal.LENDER_REFUSED_THIS, reply.why());
        }
        try {
            Map<?, ?> json = new TreeMap<>((Map<?, ?>) CanonicalJson.parse(reply.body()));
            byte[] leaf = MerkleLog.leafHash(CanonicalJson.utf8((String) json.get("leaf")));
            long index = (Long) json.get("index");
            String checkpoint = (String) json.get("checkpoint");
            List<String> notes = new ArrayList<>();
            List<FinanceReceipt> receipts = new ArrayList<>();
            for (Object note : (List<?>) json.get("receipts")) {
                FinanceReceipt receipt = FinanceReceipt.open((String) note, key.verifier())
                        .filter(one -> one.state().equals(state) && one.leaf() == index
                                && Arrays.equals(one.leafHash(), leaf)).orElseThrow();
                notes.add((String) note);
                receipts.add(receipt);
            }
            if (receipts.size() == count && isIn(checkpoint, index, leaf, json.get("path"))) {
                return new Registered(receipts, notes, checkpoint);
            }
        } catch (RuntimeException strange) {
            throw new SubmissionRefused(Refusal.RECEIPT_IS_WRONG, "the registry's answer");
        }
        throw new SubmissionRefused(Refusal.RECEIPT_IS_WRONG, "the registry's log");
    }

    private boolean isIn(String note, long index, byte[] leaf, Object path) {
        Checkpoint head = key.verifier().open(note).map(Checkpoint::parse).orElseThrow();
        List<byte[]> hashes = new ArrayList<>();
        for (Object hash : (List<?>) path) {
            hashes.add(Base64.getDecoder().decode((String) hash));
        }
        if (!head.origin().equals(key.verifier().name())) {
            throw new MalformedException("the checkpoint of another log");
        }
        return MerkleLog.verifyInclusion(leaf, index, head.size(), hashes, head.root());
    }

    @Override
    public void close() {
        wire.close();
    }
}
