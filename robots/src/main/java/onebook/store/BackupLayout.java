package onebook.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The ZIP records of a backup: members stored as they are, sizes in ZIP64 form however small, one
 * fixed time, nothing optional. So names, sizes and check sums determine every byte.
 */
final class BackupLayout {
    private static final int VERSION = 45;
    private static final int UTF8 = 0x0800;
    private static final int DAY = 0x21; // 1980-01-01
    private static final int IN_EXTRA = 0xffffffff;

    /** A member, and where its local header begins. */
    record Place(String name, long size, int crc, long offset) { }

    private BackupLayout() { }

    static byte[] local(Place place) {
        byte[] name = name(place);
        return buffer(30 + name.length + 20).putInt(0x04034b50).putShort((short) VERSION)
                .putShort((short) UTF8).putShort((short) 0).putShort((short) 0)
                .putShort((short) DAY).putInt(place.crc()).putInt(IN_EXTRA).putInt(IN_EXTRA)
                .putShort((short) name.length).putShort((short) 20).put(name)
                .putShort((short) 1).putShort((short) 16).putLong(place.size())
                .putLong(place.size()).array();
    }

    static byte[] central(Place place) {
        byte[] name = name(place);
        return buffer(46 + name.length + 28).putInt(0x02014b50).putShort((short) VERSION)
                .putShort((short) VERSION).putShort((short) UTF8).putShort((short) 0)
                .putShort((short) 0).putShort((short) DAY).putInt(place.crc()).putInt(IN_EXTRA)
                .putInt(IN_EXTRA).putShort((short) name.length).putShort((short) 28)
                .putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0)
                .putInt(IN_EXTRA).put(name).putShort((short) 1).putShort((short) 24)
                .putLong(place.size()).putLong(place.size()).putLong(place.offset()).array();
    }

    static byte[] end(long count, long offset, long size) {
        return buffer(56 + 20 + 22).putInt(0x06064b50).putLong(44).putShort((short) VERSION)
                .putShort((short) VERSION).putInt(0).putInt(0).putLong(count).putLong(count)
                .putLong(size).putLong(offset)
                .putInt(0x07064b50).putInt(0).putLong(offset + size).putInt(1)
                .putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort((short) -1)
                .putShort((short) -1).putInt(IN_EXTRA).putInt(IN_EXTRA).putShort((short) 0)
                .array();
    }

    private static byte[] name(Place place) {
        return place.name().getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
