package onebook.seal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proofs that are right, and each spoilt in every way somebody might try, in the form in which
 * transparency logs publish such cases: a list of JSON objects, hashes as base64. Made by
 * {@link ReferenceTree}; what is wrong with a case stands in its description.
 */
final class ProofVectors {
    /** The eight inputs of the tests that RFC 6962 logs share. */
    private static final List<byte[]> LEAVES = Stream.of("", "00", "10", "2021", "3031",
            "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex).toList();
    private static final List<Integer> SIZES = List.of(1, 2, 3, 5, 6, 7, 8);
    private static final byte[] OTHER = ReferenceTree.hash("another".getBytes());

    /** Of one leaf in a tree. */
    record Inclusion(String desc, long index, long size, byte[] leaf, byte[] root,
            List<byte[]> proof, boolean isWrong) {
        String json() {
            return "{\"desc\":\"%s\",\"leafIdx\":%d,\"treeSize\":%d,\"leafHash\":%s,\"root\":%s,"
                    .formatted(desc, index, size, base64(leaf), base64(root))
                    + "\"proof\":%s,\"wantErr\":%s}".formatted(base64(proof), isWrong);
        }
    }

    /** Of one tree in a larger one. */
    record Consistency(String desc, long size1, long size2, byte[] root1, byte[] root2,
            List<byte[]> proof, boolean isWrong) {
        String json() {
            return "{\"desc\":\"%s\",\"size1\":%d,\"size2\":%d,\"root1\":%s,\"root2\":%s,"
                    .formatted(desc, size1, size2, base64(root1), base64(root2))
                    + "\"proof\":%s,\"wantErr\":%s}".formatted(base64(proof), isWrong);
        }
    }

    private ProofVectors() { }

    private static String base64(byte[] bytes) {
        return '"' + Base64.getEncoder().encodeToString(bytes) + '"';
    }

    private static String base64(List<byte[]> hashes) {
        return hashes.stream().map(ProofVectors::base64).collect(Collectors.joining(",", "[", "]"));
    }

    static List<Inclusion> inclusions() {
        List<Inclusion> all = new ArrayList<>();
        for (int size : SIZES) {
            for (int index = 0; index < size; index++) {
                inclusion(index, size, all);
            }
        }
        all.add(new Inclusion("a leaf of the empty tree", 0, 0, OTHER, ReferenceTree.hash(),
                List.of(), true));
        all.add(new Inclusion("the leaf as the root of the empty tree", 0, 0, OTHER, OTHER,
                List.of(), true));
        return all;
    }

    private static void inclusion(int index, int size, List<Inclusion> all) {
        List<byte[]> tree = LEAVES.subList(0, size);
        byte[] leaf = ReferenceTree.mth(List.of(LEAVES.get(index)));
        byte[] root = ReferenceTree.mth(tree);
        List<byte[]> path = ReferenceTree.path(index, tree);
        String which = "leaf %d of %d".formatted(index, size);
        all.add(new Inclusion(which, index, size, leaf, root, path, false));
        for (long other : new long[] {Math.abs(index - 1L), index + 1, index ^ 2, index + size}) {
            all.add(new Inclusion(which + " as " + other, other, size, leaf, root, path, true));
        }
        // a smaller or larger tree may have the same path: the root then belongs to neither
        for (long other : new long[] {0, size / 2, 2L * size}) {
            if (other <= index || pathLength(index, other) != path.size()) {
                all.add(new Inclusion(which + " in a tree of " + other, index, other, leaf, root,
                        path, true));
            }
        }
        all.add(new Inclusion(which + ", another leaf", index, size, OTHER, root, path, true));
        all.add(new Inclusion(which + ", another root", index, size, leaf, OTHER, path, true));
        spoilt(path, root, leaf).forEach(bad -> all.add(new Inclusion(which + bad.how, index, size,
                leaf, root, bad.proof, true)));
    }

    private static int pathLength(long index, long size) {
        int length = 0;
        for (long from = 0, to = size; to - from > 1; length++) {
            long split = from + Long.highestOneBit(to - from - 1);
            if (index < split) {
                to = split;
            } else {
                from = split;
            }
        }
        return length;
    }

    static List<Consistency> consistencies() {
        List<Consistency> all = new ArrayList<>();
        for (int size : SIZES) {
            for (int old = 1; old <= size; old++) {
                consistency(old, size, all);
            }
        }
        byte[] empty = ReferenceTree.hash();
        byte[] root = ReferenceTree.mth(LEAVES);
        all.add(new Consistency("the empty tree grew", 0, 8, empty, root, List.of(), false));
        all.add(new Consistency("the empty tree with another root", 0, 8, OTHER, root, List.of(),
                true));
        all.add(new Consistency("the empty tree with a proof", 0, 8, empty, root, List.of(OTHER),
                true));
        all.add(new Consistency("empty trees with two roots", 0, 0, empty, OTHER, List.of(), true));
        return all;
    }

    private static void consistency(int old, int size, List<Consistency> all) {
        byte[] root1 = ReferenceTree.mth(LEAVES.subList(0, old));
        byte[] root2 = ReferenceTree.mth(LEAVES.subList(0, size));
        List<byte[]> proof = ReferenceTree.proof(old, LEAVES.subList(0, size));
        String which = "%d in %d".formatted(old, size);
        all.add(new Consistency(which, old, size, root1, root2, proof, false));
        all.add(new Consistency(which + ", another old root", old, size, OTHER, root2, proof,
                true));
        all.add(new Consistency(which + ", another new root", old, size, root1, OTHER, proof,
                true));
        all.add(new Consistency(which + ", the other way round", size, old, root2, root1, proof,
                old != size));
        if (old < size) {
            all.add(new Consistency(which + ", one older", old - 1, size, root1, root2, proof,
                    true));
            all.add(new Consistency(which + ", as equal sizes", size, size, root1, root2, proof,
                    true));
        }
        spoilt(proof, root2, root1).forEach(bad -> all.add(new Consistency(which + bad.how, old,
                size, root1, root2, bad.proof, true)));
    }

    private record Spoilt(String how, List<byte[]> proof) { }

    private static List<Spoilt> spoilt(List<byte[]> proof, byte[] root, byte[] leaf) {
        List<Spoilt> all = new ArrayList<>();
        all.add(new Spoilt(", a hash behind", with(proof, proof.size(), OTHER)));
        all.add(new Spoilt(", the root behind", with(proof, proof.size(), root)));
        all.add(new Spoilt(", a hash before", with(proof, 0, OTHER)));
        all.add(new Spoilt(", its own hash before", with(proof, 0, leaf)));
        for (int i = 0; i < proof.size(); i++) {
            byte[] flipped = proof.get(i).clone();
            flipped[i] ^= 1;
            all.add(new Spoilt(", a bit of hash %d".formatted(i), replaced(proof, i, flipped)));
            all.add(new Spoilt(", hash %d of 31 bytes".formatted(i), replaced(proof, i,
                    java.util.Arrays.copyOf(proof.get(i), 31))));
            List<byte[]> without = new ArrayList<>(proof);
            without.remove(i);
            all.add(new Spoilt(", without hash %d".formatted(i), without));
        }
        return all;
    }

    private static List<byte[]> with(List<byte[]> proof, int at, byte[] more) {
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(at, more);
        return longer;
    }

    private static List<byte[]> replaced(List<byte[]> proof, int at, byte[] other) {
        List<byte[]> changed = new ArrayList<>(proof);
        changed.set(at, other);
        return changed;
    }
}
