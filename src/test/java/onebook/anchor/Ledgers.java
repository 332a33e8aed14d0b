package onebook.anchor;

import java.util.Optional;
import onebook.seal.AddCheckpoint;
import onebook.seal.Checkpoint;
import onebook.seal.MerkleLog;
import onebook.seal.Signer;

/** A log of a company that grows leaf by leaf, and what it asks a witness for. */
public final class Ledgers {
    public static final String ORIGIN =
            "books.onebook.example/cn/91330106MA2K00001X/statutory";
    final Signer key;
    public final MerkleLog tree = new MerkleLog();

    public Ledgers(Signer key, String... leaves) {
        this.key = key;
        for (String leaf : leaves) {
            tree.append(leaf.getBytes());
        }
    }

    public Ledgers add(String... leaves) {
        for (String leaf : leaves) {
            tree.append(leaf.getBytes());
        }
        return this;
    }

    public String note() {
        return key.sign(Checkpoint.of(key.name(), tree).body());
    }

    String asks(long old) {
        return AddCheckpoint.of(tree, old, note()).text();
    }

    Optional<String> vkey() {
        return Optional.of(key.vkey());
    }

    public WitnessClient.Log shown() {
        return new WitnessClient.Log(key.vkey(), note(), tree);
    }
}
