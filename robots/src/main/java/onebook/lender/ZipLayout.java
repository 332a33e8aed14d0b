package onebook.lender;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The one form a package's container has: members stored, dated 1980-01-01, without extra fields,
 * comments, gaps or descriptors, {@code mimetype} first and then in order of name.
 */
final class ZipLayout {
    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;
    static final int MOST_MEMBERS = 65_534;
    static final long LARGEST_BYTES = 0xFFFF_FFFEL;
    static final String MIMETYPE = "mimetype";
    static final Comparator<String> ORDER =
            Comparator.comparing((String name) -> !name.equals(MIMETYPE))
                    .thenComparing(Comparator.naturalOrder());
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST_NAME = 200;
    private static final short VERSION = 10;
    private static final short FIRST_OF_1980 = 0x21;

    /** Where a member's header begins and what it holds. */
    record Place(String name, int crc, long size, long offset) {
        long contentOffset() {
            return offset + LOCAL_BYTES + name.length();
        }

        long end() {
            return contentOffset() + size;
        }
    }

    private ZipLayout() { }

    /** Relative, no dots at the beginning of a step, nothing a file system would take otherwise. */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    static byte[] local(Place place) {
        ByteBuffer out = buffer(LOCAL_BYTES + place.name().length());
        out.putInt(0x04034b50);
        common(out, place);
        return out.put(place.name().getBytes(US_ASCII)).array();
    }

    static byte[] central(Place place) {
        ByteBuffer out = buffer(CENTRAL_BYTES + place.name().length());
        out.putInt(0x02014b50).putShort(VERSION);
        common(out, place);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        return out.putInt((int) place.offset()).put(place.name().getBytes(US_ASCII)).array();
    }

    /** Version, flags, method, time, date, CRC, both sizes, length of name and of extra field. */
    private static void common(ByteBuffer out, Place place) {
        out.putShort(VERSION).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        out.putShort(FIRST_OF_1980).putInt(place.crc());
        out.putInt((int) place.size()).putInt((int) place.size());
        out.putShort((short) place.name().length()).putShort((short) 0);
    }

    static byte[] end(int members, long centralOffset, long centralSize) {
        ByteBuffer out = buffer(END_BYTES);
        out.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        out.putShort((short) members).putShort((short) members);
        return out.putInt((int) centralSize).putInt((int) centralOffset).putShort((short) 0)
                .array();
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
