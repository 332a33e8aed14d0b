package onebook.lender;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;

/**
 * Opens a container, builds it again from what it holds and compares byte for byte. What cannot be
 * built again is malformed, so that no byte of the file is without meaning. Reads the file once.
 */
final class StrictZipReader implements AutoCloseable {
    /** A member and the SHA-256 of its content, in hex. */
    record Member(String name, long size, String sha256, long contentOffset) { }

    private static final int CHUNK = 1 << 16;
    private final FileChannel file;
    private final SortedMap<String, Member> members = new TreeMap<>(ZipLayout.ORDER);

    private StrictZipReader(FileChannel file) {
        this.file = file;
    }

    static StrictZipReader open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            StrictZipReader reader = new StrictZipReader(file);
            reader.rebuild();
            return reader;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    SortedMap<String, Member> members() {
        return Collections.unmodifiableSortedMap(members);
    }

    /**
     * The whole content. Throws {@link MalformedException} where it is missing or above the limit.
     */
    byte[] read(String name, int limit) throws IOException {
        Member member = member(name);
        if (member.size() > limit) {
            throw new MalformedException("%s has %d bytes".formatted(name, member.size()));
        }
        return bytes(member.contentOffset(), (int) member.size());
    }

    /** The content as a stream; nothing of it is kept. */
    InputStream stream(String name) {
        Member member = member(name);
        return new InputStream() {
            private long at = member.contentOffset();

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                long left = member.contentOffset() + member.size() - at;
                if (left == 0) {
                    return length == 0 ? 0 : -1;
                }
                int wanted = (int) Math.min(length, left);
                int count = file.read(ByteBuffer.wrap(into, from, wanted), at);
                at += Math.max(count, 0);
                return count;
            }
        };
    }

    private Member member(String name) {
        Member member = members.get(name);
        if (member == null) {
            throw new MalformedException("no " + name);
        }
        return member;
    }

    private void rebuild() throws IOException {
        long length = file.size();
        if (length < ZipLayout.END_BYTES || length > ZipLayout.LARGEST_BYTES) {
            throw new MalformedException("not the size of a package");
        }
        byte[] end = bytes(length - ZipLayout.END_BYTES, ZipLayout.END_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        int count = Short.toUnsignedInt(fields.getShort(10));
        long centralSize = Integer.toUnsignedLong(fields.getInt(12));
        long centralOffset = length - ZipLayout.END_BYTES - centralSize;
        boolean fits = centralOffset >= 0 && centralSize <= count * 300L
                && count <= ZipLayout.MOST_MEMBERS;
        if (!fits || !Arrays.equals(end, ZipLayout.end(count, centralOffset, centralSize))) {
            throw new MalformedException("the end of the container is not in its form");
        }
        byte[] central = bytes(centralOffset, (int) centralSize);
        int at = 0;
        long offset = 0;
        for (int i = 0; i < count; i++) {
            ZipLayout.Place place = place(central, at, offset);
            at += ZipLayout.CENTRAL_BYTES + place.name().length();
            offset = place.end();
            check(offset <= centralOffset, "a member runs into the directory");
            add(place);
        }
        check(at == central.length && offset == centralOffset, "something between the members");
        check(!members.isEmpty() && members.firstKey().equals(ZipLayout.MIMETYPE), "no mimetype");
    }

    /** A record of the directory; it must be what would be written at that offset. */
    private static ZipLayout.Place place(byte[] central, int at, long offset) {
        check(central.length - at >= ZipLayout.CENTRAL_BYTES, "the directory is cut");
        ByteBuffer fields = ByteBuffer.wrap(central).order(ByteOrder.LITTLE_ENDIAN);
        int nameLength = Short.toUnsignedInt(fields.getShort(at + 28));
        int end = at + ZipLayout.CENTRAL_BYTES + nameLength;
        check(end <= central.length, "the directory is cut");
        String name = new String(central, at + ZipLayout.CENTRAL_BYTES, nameLength, ISO_8859_1);
        check(ZipLayout.isName(name), "not a name in a package");
        ZipLayout.Place place = new ZipLayout.Place(name, fields.getInt(at + 16),
                Integer.toUnsignedLong(fields.getInt(at + 24)), offset);
        byte[] expected = ZipLayout.central(place);
        check(Arrays.equals(expected, 0, expected.length, central, at, end),
                "the directory is not in its form");
        return place;
    }

    private void add(ZipLayout.Place place) throws IOException {
        byte[] expected = ZipLayout.local(place);
        check(Arrays.equals(expected, bytes(place.offset(), expected.length)),
                "a header is not in its form");
        check(members.isEmpty() || ZipLayout.ORDER.compare(members.lastKey(), place.name()) < 0,
                "the members are not in order");
        CRC32 crc = new CRC32();
        MessageDigest digest = Sha256.digest();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long at = place.contentOffset(); at < place.end(); ) {
            chunk.clear().limit((int) Math.min(CHUNK, place.end() - at));
            int count = file.read(chunk, at);
            check(count > 0, "the file is cut");
            crc.update(chunk.flip());
            digest.update(chunk.rewind());
            at += count;
        }
        check((int) crc.getValue() == place.crc(), "a check sum is wrong");
        members.put(place.name(), new Member(place.name(), place.size(),
                HexFormat.of().formatHex(digest.digest()), place.contentOffset()));
    }

    private byte[] bytes(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            check(file.read(buffer, offset + buffer.position()) > 0, "the file is cut");
        }
        return buffer.array();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
