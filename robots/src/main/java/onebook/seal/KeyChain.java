package onebook.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which key signs the heads of a log at which size: the one the first leaf names, then those that
 * leaves of kind "key" hand on to. A change counts where the key before it signed it and the key
 * behind it agrees; or, where the key is lost, where a recovery key signed it that the key before
 * had announced. What the first leaf says is no announcement: nobody signed it by itself.
 */
public final class KeyChain {
    /**
     * A change of the key.
     *
     * @param leaf place of the leaf; heads of more leaves are signed with the new key
     * @param isRecovered where the recovery key signed, not the key before
     * @param trusted where a key was stolen: so many leaves are vouched for
     */
    public record Change(long leaf, Verifier key, boolean isRecovered, OptionalLong trusted) { }

    private final List<Change> changes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Verifier first;
    private Optional<String> recoverySha256 = Optional.empty();

    /** @param first the key that the first leaf names */
    public KeyChain(Verifier first) {
        this.first = first;
    }

    /** Requires leaves of kind "key" in their order; one that does not hold changes no key. */
    public void add(Leaf leaf) {
        try {
            Map<String, Object> body = leaf.body();
            switch (text(body, "do")) {
                case "recovery" -> announce(leaf.index(), body);
                case "rotate" -> change(leaf.index(), body, current());
                case "recover" -> change(leaf.index(), body, recovery(body));
                default -> throw new MalformedException("nothing a key leaf does");
            }
        } catch (MalformedException wrong) {
            problems.add("leaf " + leaf.index() + ": " + wrong.getMessage());
        }
    }

    private void announce(long index, Map<String, Object> body) {
        String sha256 = text(body, "recovery_sha256");
        require(current().open(text(body, "note")).filter(KeyStatement.recovery(current(), sha256,
                index)::equals).isPresent(), "the recovery key is not announced by the log's key");
        recoverySha256 = Optional.of(sha256);
    }

    private Verifier recovery(Map<String, Object> body) {
        String vkey = text(body, "recovery_vkey");
        require(recoverySha256.filter(Sha256.hex(vkey)::equals).isPresent(),
                "the recovery key is not the one that the log's key announced");
        return Verifier.parse(vkey);
    }

    private void change(long index, Map<String, Object> body, Verifier signer) {
        Verifier next = Verifier.parse(text(body, "vkey"));
        OptionalLong trusted = body.get("trusted") instanceof Long size ? OptionalLong.of(size)
                : OptionalLong.empty();
        String statement = KeyStatement.change(current(), next, index, trusted);
        String note = text(body, "note");
        require(next.name().equals(first.name()), "the new key is of another log");
        require(!holds(next), "the new key was a key of this log before");
        require(trusted.orElse(0) >= 0 && trusted.orElse(0) <= index,
                "more leaves are trusted than there are");
        require(signer.open(note).filter(statement::equals).isPresent(),
                "the change of the key is not signed by who may change it");
        require(next.open(note).filter(statement::equals).isPresent(),
                "the new key does not agree to the change");
        changes.add(new Change(index, next, signer != current(), trusted));
        recoverySha256 = Optional.empty(); // the new key says itself who may follow it
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }

    private static String text(Map<String, Object> body, String key) {
        if (body.get(key) instanceof String text) {
            return text;
        }
        throw new MalformedException("no " + key);
    }

    /** The key that signs the newest head. */
    public Verifier current() {
        return changes.isEmpty() ? first : changes.get(changes.size() - 1).key();
    }

    /** The key that signs a head of so many leaves. */
    public Verifier at(long size) {
        Verifier key = first;
        for (Change change : changes) {
            if (size > change.leaf()) {
                key = change.key();
            }
        }
        return key;
    }

    /** The text of a signed head, where the key signed it whose turn it was. */
    public Optional<String> open(String note) {
        try {
            long size = Checkpoint.parse(Note.split(note).body()).size();
            return at(size).open(note);
        } catch (MalformedException noHead) {
            return Optional.empty();
        }
    }

    /** True where it is or was the log's key. */
    public boolean holds(Verifier key) {
        return first.hasKeyOf(key)
                || changes.stream().anyMatch(change -> change.key().hasKeyOf(key));
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Hash of the recovery key that may follow the current key. */
    public Optional<String> recoverySha256() {
        return recoverySha256;
    }

    /** Leaves that claim a change which does not hold. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
