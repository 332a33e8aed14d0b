package onebook.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of an RFC 6962 tree: the hashes of its complete subtrees from the largest to the
 * smallest. Enough to append leaves and to give the root, 32 bytes for each bit of the size; it
 * gives no proofs, for which see {@link MerkleLog}.
 */
public final class TreeEdge {
    private final List<byte[]> subtrees = new ArrayList<>();
    private long size;

    /** The edge of the empty tree. */
    public TreeEdge() { }

    /** Requires what {@link #bytes} gave at that size. */
    public TreeEdge(long size, byte[] bytes) {
        if (size < 0 || bytes.length != Long.bitCount(size) * MerkleLog.HASH_BYTES) {
            throw new MalformedException("no edge of a tree of " + size);
        }
        this.size = size;
        for (int at = 0; at < bytes.length; at += MerkleLog.HASH_BYTES) {
            subtrees.add(Arrays.copyOfRange(bytes, at, at + MerkleLog.HASH_BYTES));
        }
    }

    /** Requires the leaf hash of the next leaf. */
    public void append(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long rest = size; rest % 2 == 1; rest /= 2) {
            hash = MerkleLog.nodeHash(subtrees.remove(subtrees.size() - 1), hash);
        }
        subtrees.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        if (size == 0) {
            return Sha256.digest().digest();
        }
        byte[] hash = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            hash = MerkleLog.nodeHash(subtrees.get(i), hash);
        }
        return hash.clone();
    }

    /** The hashes one after another. */
    public byte[] bytes() {
        byte[] bytes = new byte[subtrees.size() * MerkleLog.HASH_BYTES];
        for (int i = 0; i < subtrees.size(); i++) {
            System.arraycopy(subtrees.get(i), 0, bytes, i * MerkleLog.HASH_BYTES,
                    MerkleLog.HASH_BYTES);
        }
        return bytes;
    }
}
