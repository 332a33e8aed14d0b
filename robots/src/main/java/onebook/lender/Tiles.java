package onebook.lender;

import java.io.ByteArrayOutputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.seal.MerkleLog;

/**
 * The hashes of a tree as C2SP tlog-tiles: files of up to 256 hashes, level 0 those of leaves, each
 * higher level those of full tiles below; {@code <level>/<index>}, the last of a level with
 * {@code .p/<width>} behind it where it is not full.
 */
final class Tiles {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 8;

    private Tiles() { }

    /** Content by path below log/tile/, all tiles of the whole tree. */
    static SortedMap<String, byte[]> of(MerkleLog log) {
        SortedMap<String, byte[]> tiles = new TreeMap<>();
        long hashes = log.size();
        for (int level = 0; hashes > 0; level++) {
            for (long tile = 0; tile * WIDTH < hashes; tile++) {
                int width = (int) Math.min(WIDTH, hashes - tile * WIDTH);
                tiles.put(path(level, tile, width), content(log, level, tile, width));
            }
            hashes /= WIDTH;
        }
        return tiles;
    }

    private static byte[] content(MerkleLog log, int level, long tile, int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(width * MerkleLog.HASH_BYTES);
        for (int i = 0; i < width; i++) {
            out.writeBytes(log.subtree(level * HEIGHT, tile * WIDTH + i));
        }
        return out.toByteArray();
    }

    /** 1234067 is written x001/x234/067. */
    static String path(int level, long tile, int width) {
        StringBuilder path = new StringBuilder("%03d".formatted(tile % 1000));
        for (long rest = tile / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return level + "/" + path + (width == WIDTH ? "" : ".p/" + width);
    }
}
