package onebook.lender;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.seal.Checkpoint;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import onebook.seal.TimeStamp;

/**
 * What somebody outside said about the log when it had a certain size: the body of a leaf of kind
 * "anchor".
 *
 * @param note the head with the cosignatures of witnesses
 * @param stamp an RFC 3161 response over the bytes of the note
 */
public record Anchor(String note, Optional<byte[]> stamp) {
    public static final String KIND = "anchor";
    private static final int LONGEST_NOTE = 16_384;

    public Anchor {
        if (note.length() > LONGEST_NOTE
                || stamp.filter(one -> one.length > TimeStamp.LONGEST).isPresent()) {
            throw new MalformedException("an anchor that fits no leaf");
        }
    }

    /** How many leaves it is about. */
    public long size() {
        return Checkpoint.claimed(note).size();
    }

    public Map<String, Object> body() {
        Map<String, Object> body = new TreeMap<>();
        body.put("size", size());
        body.put("note", note);
        body.put("note_sha256", Sha256.hex(note));
        stamp.ifPresent(bytes -> {
            body.put("tsr", Base64.getEncoder().encodeToString(bytes));
            body.put("tsr_sha256", Sha256.hex(bytes));
        });
        return body;
    }

    /** Throws {@link MalformedException} on anything that {@link #body} would not write. */
    public static Anchor of(Map<String, Object> values) {
        Body body = Body.of(values);
        try {
            Anchor anchor = new Anchor(body.text("note"), body.has("tsr")
                    ? Optional.of(Base64.getDecoder().decode(body.text("tsr")))
                    : Optional.empty());
            if (anchor.body().equals(values)) {
                return anchor;
            }
        } catch (IllegalArgumentException wrong) {
            throw new MalformedException("an anchor whose time stamp is not base64", wrong);
        }
        throw new MalformedException("an anchor that is not in its form");
    }
}
