package onebook.seal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The two verification algorithms of RFC 9162, step by step; each check of the text is there. */
final class MerkleProof {
    private MerkleProof() { }

    static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path,
            byte[] root) {
        if (index < 0 || index >= size || !areHashes(path) || !isHash(leafHash) || !isHash(root)) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] r = leafHash;
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = MerkleLog.nodeHash(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = MerkleLog.nodeHash(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(r, root);
    }

    static boolean extend(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot,
            List<byte[]> proof) {
        if (oldSize < 0 || oldSize > newSize || !areHashes(proof) || !isHash(oldRoot)
                || !isHash(newRoot)) {
            return false;
        }
        if (oldSize == newSize || oldSize == 0) {
            byte[] expected = oldSize == newSize ? newRoot : Sha256.digest().digest();
            return proof.isEmpty() && MessageDigest.isEqual(oldRoot, expected)
                    && (newSize > 0 || MessageDigest.isEqual(oldRoot, Sha256.digest().digest()));
        }
        if (proof.isEmpty()) {
            return false;
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            path.add(0, oldRoot);
        }
        return walk(oldSize, oldRoot, newSize, newRoot, path);
    }

    private static boolean walk(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot,
            List<byte[]> path) {
        int shift = Long.numberOfTrailingZeros(~(oldSize - 1));
        long fn = oldSize - 1 >> shift;
        long sn = newSize - 1 >> shift;
        byte[] fr = path.get(0);
        byte[] sr = path.get(0);
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = MerkleLog.nodeHash(c, fr);
                sr = MerkleLog.nodeHash(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = MerkleLog.nodeHash(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(fr, oldRoot) && MessageDigest.isEqual(sr, newRoot);
    }

    private static boolean areHashes(List<byte[]> hashes) {
        return hashes.size() <= Long.SIZE && hashes.stream().allMatch(MerkleProof::isHash);
    }

    private static boolean isHash(byte[] hash) {
        return hash.length == MerkleLog.HASH_BYTES;
    }
}
