package onebook.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TreeEdgeTest {

    @Test
    void it_has_the_root_of_the_whole_tree_at_every_size_and_goes_on_from_its_bytes() {
        MerkleLog log = new MerkleLog();
        TreeEdge edge = new TreeEdge();
        for (int size = 0; size < 300; size++) {
            assertThat(edge.size()).isEqualTo(size);
            assertThat(edge.root()).isEqualTo(log.root());
            assertThat(edge.bytes()).hasSize(32 * Integer.bitCount(size));
            edge = new TreeEdge(size, edge.bytes());
            byte[] leaf = {(byte) size};
            log.append(leaf);
            edge.append(MerkleLog.leafHash(leaf));
        }
    }

    @Test
    void an_edge_of_another_size_is_malformed() {
        assertThatThrownBy(() -> new TreeEdge(3, new byte[32]))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new TreeEdge(-1, new byte[64 * 32]))
                .isInstanceOf(MalformedException.class);
    }
}
