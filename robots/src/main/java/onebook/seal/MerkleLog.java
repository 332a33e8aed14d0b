package onebook.seal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 section 2.1 with SHA-256: leaf = H(00 || bytes), node = H(01 ||
 * left || right), empty tree = H(). Keeps the hash of every complete subtree, 64 bytes per leaf,
 * so that any root or proof of any earlier size is a few look-ups.
 */
public final class MerkleLog {
    public static final int HASH_BYTES = 32;

    /** The hashes of complete subtrees of one height, one after another. */
    private static final class Row {
        private byte[] bytes = new byte[8 * HASH_BYTES];
        private int count;

        void add(byte[] hash) {
            int end = Math.multiplyExact(count, HASH_BYTES);
            if (end == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.multiplyExact(end, 2));
            }
            System.arraycopy(hash, 0, bytes, end, HASH_BYTES);
            count++;
        }

        byte[] get(long index) {
            int at = Math.toIntExact(index) * HASH_BYTES;
            return Arrays.copyOfRange(bytes, at, at + HASH_BYTES);
        }
    }

    private final List<Row> rows = new ArrayList<>(List.of(new Row()));

    public void append(byte[] leafBytes) {
        appendHash(leafHash(leafBytes));
    }

    /** Requires the leaf hash of the next leaf, 32 bytes. */
    public void appendHash(byte[] hash) {
        if (hash.length != HASH_BYTES) {
            throw new MalformedException("a hash of %d bytes".formatted(hash.length));
        }
        byte[] subtree = hash;
        for (int height = 0; ; height++) {
            if (height == rows.size()) {
                rows.add(new Row());
            }
            Row row = rows.get(height);
            row.add(subtree);
            if (row.count % 2 == 1) {
                return;
            }
            subtree = nodeHash(row.get(row.count - 2), subtree);
        }
    }

    public long size() {
        return rows.get(0).count;
    }

    public byte[] root() {
        return rootAt(size());
    }

    public byte[] rootAt(long size) {
        require(size >= 0 && size <= size(), "no tree of size " + size);
        return size == 0 ? Sha256.digest().digest() : hashOf(0, size);
    }

    public byte[] leafHash(long index) {
        return subtree(0, index);
    }

    /** Hash of the complete subtree over leaves index * 2^height to (index + 1) * 2^height - 1. */
    public byte[] subtree(int height, long index) {
        require(height >= 0 && height < rows.size() && index >= 0 && index < rows.get(height).count,
                "no subtree %d of height %d".formatted(index, height));
        return rows.get(height).get(index);
    }

    /** PATH(index, D[size]) of RFC 9162 section 2.1.3.1. */
    public List<byte[]> inclusion(long index, long size) {
        require(index >= 0 && index < size && size <= size(),
                "no leaf %d of %d".formatted(index, size));
        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    private void path(long index, long from, long to, List<byte[]> out) {
        if (to - from == 1) {
            return;
        }
        long split = from + split(to - from);
        if (index < split) {
            path(index, from, split, out);
            out.add(hashOf(split, to));
        } else {
            path(index, split, to, out);
            out.add(hashOf(from, split));
        }
    }

    /** PROOF(oldSize, D[newSize]) of RFC 9162 section 2.1.4.1; empty for equal sizes or old 0. */
    public List<byte[]> consistency(long oldSize, long newSize) {
        require(oldSize >= 0 && oldSize <= newSize && newSize <= size(),
                "no trees of %d and %d".formatted(oldSize, newSize));
        List<byte[]> proof = new ArrayList<>();
        if (oldSize > 0 && oldSize < newSize) {
            subproof(oldSize, 0, newSize, proof);
        }
        return proof;
    }

    /** SUBPROOF; the old tree's hash is left out where it begins at 0, as the verifier has it. */
    private void subproof(long old, long from, long to, List<byte[]> out) {
        if (old == to) {
            if (from > 0) {
                out.add(hashOf(from, to));
            }
            return;
        }
        long split = from + split(to - from);
        if (old <= split) {
            subproof(old, from, split, out);
            out.add(hashOf(split, to));
        } else {
            subproof(old, split, to, out);
            out.add(hashOf(from, split));
        }
    }

    private byte[] hashOf(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return subtree(height, from >> height);
        }
        long split = from + split(width);
        return nodeHash(hashOf(from, split), hashOf(split, to));
    }

    /** The largest power of two below the width, which is at least 2. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }

    public static byte[] leafHash(byte[] leafBytes) {
        return leafHash(leafBytes, leafBytes.length);
    }

    /** Of the first {@code length} bytes. */
    static byte[] leafHash(byte[] leafBytes, int length) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 0);
        digest.update(leafBytes, 0, length);
        return digest.digest();
    }

    public static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** RFC 9162 section 2.1.3.2. */
    public static boolean verifyInclusion(byte[] leafHash, long index, long size, List<byte[]> path,
            byte[] root) {
        return MerkleProof.includes(leafHash, index, size, path, root);
    }

    /**
     * RFC 9162 section 2.1.4.2. Equal sizes need equal roots and no proof; every tree is consistent
     * with the empty one, whose root must be H().
     */
    public static boolean verifyConsistency(long oldSize, byte[] oldRoot, long newSize,
            byte[] newRoot, List<byte[]> proof) {
        return MerkleProof.extend(oldSize, oldRoot, newSize, newRoot, proof);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
