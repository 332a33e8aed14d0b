package onebook.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import onebook.ledger.Refusal;
import onebook.seal.Sha256;

/**
 * Reads a backup from its first byte to its last. What {@link BackupOutput} would not have written
 * so, byte for byte, is refused with {@link StoreException}.
 */
public final class BackupInput {
    private static final int LARGEST_MANIFEST = 256 << 20;

    private final InputStream in;
    private final BackupManifest manifest;
    private final List<BackupLayout.Place> places = new ArrayList<>();
    private long offset;

    /** Requires a buffered stream. Reads the manifest. */
    public BackupInput(InputStream in) {
        this.in = in;
        int nameLength = BackupOutput.MANIFEST.length();
        byte[] header = bytes(30 + nameLength + 20);
        check(header.length == 30 + nameLength + 20, "this is no backup of OneBook");
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        long size = fields.getLong(30 + nameLength + 4);
        expect(new BackupLayout.Place(BackupOutput.MANIFEST, size, fields.getInt(14), 0), header,
                "this is no backup of OneBook");
        check(size >= 0 && size <= LARGEST_MANIFEST, "its list of parts has " + size + " bytes");
        byte[] bytes = bytes((int) size);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        check(bytes.length == size && (int) crc.getValue() == fields.getInt(14),
                "its list of parts was changed");
        offset += size;
        this.manifest = BackupManifest.parse(bytes);
    }

    private void expect(BackupLayout.Place place, byte[] header, String otherwise) {
        check(Arrays.equals(BackupLayout.local(place), header), otherwise);
        places.add(place);
        offset += header.length;
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /** The parts one after the other, in the order of the manifest. */
    public void read(BackupManifest.Part part, OutputStream to) throws IOException {
        String changed = part.name() + " was changed";
        byte[] header = bytes(BackupLayout.local(
                new BackupLayout.Place(part.name(), 0, 0, 0)).length);
        check(header.length > 30, "it breaks off before " + part.name());
        int sum = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(14);
        expect(new BackupLayout.Place(part.name(), part.file().size(), sum, offset), header,
                changed);
        CRC32 crc = new CRC32();
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 17];
        for (long left = part.file().size(); left > 0; ) {
            int count = bytes(buffer, (int) Math.min(buffer.length, left));
            check(count > 0, "it breaks off in " + part.name());
            crc.update(buffer, 0, count);
            digest.update(buffer, 0, count);
            to.write(buffer, 0, count);
            left -= count;
        }
        offset += part.file().size();
        check((int) crc.getValue() == sum && HexFormat.of().formatHex(digest.digest())
                .equals(part.file().sha256()), changed);
    }

    /** After the last part: the directory, and nothing behind it. */
    public void finish() {
        long start = offset;
        for (BackupLayout.Place place : places) {
            byte[] record = BackupLayout.central(place);
            check(Arrays.equals(bytes(record.length), record), "its directory was changed");
            offset += record.length;
        }
        byte[] end = BackupLayout.end(places.size(), start, offset - start);
        check(Arrays.equals(bytes(end.length), end), "its end was changed");
        check(bytes(1).length == 0, "something follows its end");
    }

    private byte[] bytes(int count) {
        try {
            return in.readNBytes(count);
        } catch (IOException broken) {
            throw new StoreException(Refusal.BACKUP_IS_DAMAGED, broken.getMessage());
        }
    }

    private int bytes(byte[] into, int count) {
        try {
            return in.read(into, 0, count);
        } catch (IOException broken) {
            throw new StoreException(Refusal.BACKUP_IS_DAMAGED, broken.getMessage());
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new StoreException(Refusal.BACKUP_IS_DAMAGED, otherwise);
        }
    }
}
