package onebook.seal;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 word by word: recursive, slow, shares nothing with the product. */
final class ReferenceTree {
    private ReferenceTree() { }

    static byte[] hash(byte[]... parts) {
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                all.write(part);
            }
            return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    static byte[] mth(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return hash();
        }
        if (n == 1) {
            return hash(new byte[] {0}, d.get(0));
        }
        int k = k(n);
        return hash(new byte[] {1}, mth(d.subList(0, k)), mth(d.subList(k, n)));
    }

    static List<byte[]> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return new ArrayList<>();
        }
        int k = k(n);
        List<byte[]> path = m < k ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, n));
        path.add(m < k ? mth(d.subList(k, n)) : mth(d.subList(0, k)));
        return path;
    }

    static List<byte[]> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? new ArrayList<>() : new ArrayList<>(List.of(mth(d)));
        }
        int k = k(n);
        List<byte[]> proof = m <= k ? subproof(m, d.subList(0, k), b)
                : subproof(m - k, d.subList(k, n), false);
        proof.add(m <= k ? mth(d.subList(k, n)) : mth(d.subList(0, k)));
        return proof;
    }

    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
