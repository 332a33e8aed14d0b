package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleLogTest {
    private static final int LARGEST = 40;

    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(("leaf " + i).getBytes(UTF_8));
        }
        return leaves;
    }

    private static MerkleLog log(List<byte[]> leaves) {
        MerkleLog log = new MerkleLog();
        leaves.forEach(log::append);
        return log;
    }

    private static String hex(List<byte[]> hashes) {
        return String.join(" ", hashes.stream().map(HexFormat.of()::formatHex).toList());
    }

    /** The eight inputs and roots of the test data that Certificate Transparency published. */
    @Test
    void roots_are_those_of_the_published_vectors() {
        String[] inputs = {"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f"};
        String[] roots = {
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
        MerkleLog log = new MerkleLog();
        assertThat(log.root()).asHexString().isEqualToIgnoringCase(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < inputs.length; i++) {
            log.append(HexFormat.of().parseHex(inputs[i]));
            assertThat(log.root()).asHexString().isEqualToIgnoringCase(roots[i]);
        }
    }

    @Test
    void roots_of_every_earlier_size_equal_the_slow_reference() {
        List<byte[]> leaves = leaves(260);
        MerkleLog log = log(leaves);
        for (int size : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 255, 256, 257, 260}) {
            assertThat(log.rootAt(size)).isEqualTo(ReferenceTree.mth(leaves.subList(0, size)));
        }
    }

    @Test
    void inclusion_proofs_equal_the_slow_reference_and_verify() {
        List<byte[]> leaves = leaves(LARGEST);
        MerkleLog log = log(leaves);
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> path = log.inclusion(index, size);
                assertThat(hex(path)).isEqualTo(
                        hex(ReferenceTree.path(index, leaves.subList(0, size))));
                assertThat(MerkleLog.verifyInclusion(log.leafHash(index), index, size, path,
                        log.rootAt(size))).isTrue();
            }
        }
    }

    @Test
    void consistency_proofs_equal_the_slow_reference_and_verify() {
        List<byte[]> leaves = leaves(LARGEST);
        MerkleLog log = log(leaves);
        for (int size = 0; size <= LARGEST; size++) {
            for (int old = 0; old <= size; old++) {
                List<byte[]> proof = log.consistency(old, size);
                if (old > 0) {
                    assertThat(hex(proof)).isEqualTo(
                            hex(ReferenceTree.proof(old, leaves.subList(0, size))));
                }
                assertThat(MerkleLog.verifyConsistency(old, log.rootAt(old), size, log.rootAt(size),
                        proof)).as(old + " to " + size).isTrue();
            }
        }
    }

    @Test
    void an_inclusion_proof_says_nothing_about_another_index_size_leaf_or_root() {
        MerkleLog log = log(leaves(LARGEST));
        int tried = 0;
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                tried += wrongInclusions(log, index, size);
            }
        }
        assertThat(tried).isGreaterThan(10_000);
    }

    private static int wrongInclusions(MerkleLog log, int index, int size) {
        byte[] leaf = log.leafHash(index);
        byte[] root = log.rootAt(size);
        List<byte[]> path = log.inclusion(index, size);
        int tried = 0;
        for (long other : new long[] {index - 1, index + 1, index ^ 2, index ^ 1, size, 1L << 40}) {
            tried++;
            assertThat(MerkleLog.verifyInclusion(leaf, other, size, path, root))
                    .as("%d as %d of %d", index, other, size).isFalse();
        }
        for (long other : new long[] {size * 2L, size / 2, 0, -size}) {
            if (other != size) {
                tried++;
                assertThat(MerkleLog.verifyInclusion(leaf, index, other, path, root))
                        .as("%d of %d as of %d", index, size, other)
                        .isEqualTo(sameShape(index, size, other));
            }
        }
        for (List<byte[]> wrong : mutations(path)) {
            tried++;
            assertThat(MerkleLog.verifyInclusion(leaf, index, size, wrong, root)).isFalse();
        }
        assertThat(MerkleLog.verifyInclusion(flipped(leaf), index, size, path, root)).isFalse();
        assertThat(MerkleLog.verifyInclusion(leaf, index, size, path, flipped(root))).isFalse();
        assertThat(MerkleLog.verifyInclusion(leaf, index, size, path, Arrays.copyOf(root, 31)))
                .isFalse();
        assertThat(MerkleLog.verifyInclusion(Arrays.copyOf(leaf, 33), index, size, path, root))
                .isFalse();
        return tried + 4;
    }

    /** RFC 9162 cannot tell sizes apart whose audit paths turn the same way at every step. */
    private static boolean sameShape(long index, long size, long other) {
        return index < other && turns(index, size).equals(turns(index, other));
    }

    private static String turns(long index, long size) {
        if (size == 1) {
            return "";
        }
        long k = Long.highestOneBit(size - 1);
        return index < k ? turns(index, k) + "R" : turns(index - k, size - k) + "L";
    }

    @Test
    void a_consistency_proof_says_nothing_about_other_sizes_or_roots() {
        MerkleLog log = log(leaves(LARGEST));
        int tried = 0;
        for (int size = 2; size <= LARGEST; size++) {
            for (int old = 1; old < size; old++) {
                tried += wrongConsistencies(log, old, size);
            }
        }
        assertThat(tried).isGreaterThan(10_000);
    }

    private static int wrongConsistencies(MerkleLog log, int old, int size) {
        byte[] from = log.rootAt(old);
        byte[] to = log.rootAt(size);
        List<byte[]> proof = log.consistency(old, size);
        int tried = 0;
        for (List<byte[]> wrong : mutations(proof)) {
            tried++;
            assertThat(MerkleLog.verifyConsistency(old, from, size, to, wrong)).isFalse();
        }
        assertThat(MerkleLog.verifyConsistency(old, flipped(from), size, to, proof)).isFalse();
        assertThat(MerkleLog.verifyConsistency(old, from, size, flipped(to), proof)).isFalse();
        assertThat(MerkleLog.verifyConsistency(old, to, size, from, proof)).isFalse();
        assertThat(MerkleLog.verifyConsistency(size, to, old, from, proof)).isFalse();
        assertThat(MerkleLog.verifyConsistency(size, from, size, to, List.of())).isFalse();
        assertThat(MerkleLog.verifyConsistency(-1, from, size, to, proof)).isFalse();
        assertThat(MerkleLog.verifyConsistency(0, from, size, to, List.of())).isFalse();
        assertThat(MerkleLog.verifyConsistency(old, from, size, to, List.of())).isFalse();
        return tried + 8;
    }

    private static List<List<byte[]>> mutations(List<byte[]> proof) {
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            for (byte[] other : List.of(flipped(proof.get(i)), Arrays.copyOf(proof.get(i), 31),
                    Arrays.copyOf(proof.get(i), 33), new byte[0])) {
                List<byte[]> changed = new ArrayList<>(proof);
                changed.set(i, other);
                all.add(changed);
            }
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            all.add(shorter);
        }
        for (int i = 0; i + 1 < proof.size(); i++) {
            List<byte[]> swapped = new ArrayList<>(proof);
            java.util.Collections.swap(swapped, i, i + 1);
            all.add(swapped);
        }
        for (int at : new int[] {0, proof.size()}) {
            List<byte[]> longer = new ArrayList<>(proof);
            longer.add(at, new byte[32]);
            all.add(longer);
        }
        return all;
    }

    private static byte[] flipped(byte[] hash) {
        byte[] other = hash.clone();
        other[new Random(7).nextInt(hash.length)] ^= 0x10;
        return other;
    }

    @Test
    void trees_of_65535_to_65537_leaves_agree_with_appending() {
        MerkleLog log = new MerkleLog();
        MerkleLog grown = new MerkleLog();
        for (int i = 0; i < 65_537; i++) {
            log.append(Integer.toString(i).getBytes(UTF_8));
        }
        for (int i = 0; i < 65_537; i++) {
            grown.appendHash(log.leafHash(i));
            if (i >= 65_534) {
                assertThat(grown.root()).isEqualTo(log.rootAt(i + 1));
                assertThat(MerkleLog.verifyConsistency(65_535, log.rootAt(65_535), i + 1,
                        grown.root(), grown.consistency(65_535, i + 1))).isTrue();
            }
        }
        assertThat(log.subtree(8, 255)).hasSize(32);
    }

    @Test
    void what_is_not_there_cannot_be_asked_for() {
        MerkleLog log = log(leaves(3));
        assertThatThrownBy(() -> log.rootAt(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.consistency(3, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.leafHash(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.appendHash(new byte[31]))
                .isInstanceOf(MalformedException.class);
    }
}
