package onebook.anchor;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.seal.AddCheckpoint;
import onebook.seal.Checkpoint;
import onebook.seal.Cosignatures;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;

/** Asks a witness to cosign the head of a log (C2SP tlog-witness). */
public final class WitnessClient {
    private static final int MOST_ANSWER = 16_384;
    private static final int ROUNDS = 3;

    private final Post post;

    /**
     * What is shown to a witness.
     *
     * @param vkey the log's public key, for a witness that does not know it yet
     * @param note the signed head
     * @param tree of the log, at least as large as the head says
     */
    public record Log(String vkey, String note, MerkleLog tree) { }

    public WitnessClient() {
        this(Post.patient());
    }

    WitnessClient(Post post) {
        this.post = post;
    }

    /**
     * The head with the witness's line below what was there.
     *
     * @param guess the size of the head that the witness saw last; it says so where it is another
     */
    public String cosign(Place witness, Log log, long guess) throws AnchorException {
        long size = Checkpoint.claimed(log.note()).size();
        long old = guess;
        for (int round = 0; round < ROUNDS; round++) {
            Post.Answer answer = ask(witness, log, old);
            if (answer.status() == 200) {
                return joined(witness, log.note(), answer.text());
            }
            Optional<Long> told = told(answer);
            if (told.isEmpty() || told.get() == old) {
                throw new AnchorException(Refusal.WITNESS_REFUSES, witness.url() + " answers "
                        + answer.status() + ": " + Post.firstLine(answer.text()));
            }
            old = told.get();
            if (old > size) {
                throw new AnchorException(Refusal.WITNESS_REFUSES, witness.url() + " saw " + old
                        + " leaves of this log, here are " + size);
            }
        }
        throw new AnchorException(Refusal.PLACE_ANSWERS_WRONGLY,
                witness.url() + " tells another size each time");
    }

    private Post.Answer ask(Place witness, Log log, long old) throws AnchorException {
        String url = witness.url().toString().replaceFirst("/+$", "") + "/add-checkpoint";
        String body = AddCheckpoint.of(log.tree(), old, log.note()).text();
        return post.send(url, Map.of("Content-Type", "text/plain; charset=utf-8",
                WitnessServer.LOG_KEY, log.vkey()), body.getBytes(StandardCharsets.UTF_8),
                MOST_ANSWER);
    }

    /** The size of a conflict; empty for any other answer. */
    private static Optional<Long> told(Post.Answer answer) {
        boolean isSize = answer.status() == 409 && answer.type().startsWith("text/x.tlog.size")
                && answer.text().matches("(0|[1-9][0-9]{0,17})\n");
        return isSize ? Optional.of(Long.parseLong(answer.text().strip())) : Optional.empty();
    }

    private static String joined(Place witness, String note, String answer)
            throws AnchorException {
        try {
            String all = Cosignatures.joined(note, answer);
            if (witness.witness().isPresent()) {
                String line = witness.witness().get().line(all).orElseThrow(() ->
                        new MalformedException("no cosignature of its key"));
                return note.contains(line) ? note : note + line;
            }
            if (all.equals(note)) {
                throw new MalformedException("no cosignature");
            }
            return all;
        } catch (MalformedException wrong) {
            throw new AnchorException(Refusal.PLACE_ANSWERS_WRONGLY,
                    witness.url() + ": " + wrong.getMessage());
        }
    }
}
