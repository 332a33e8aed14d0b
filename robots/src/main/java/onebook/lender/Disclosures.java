package onebook.lender;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import onebook.seal.CoveredLeaf;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;

/**
 * log/disclosures.jsonl.gz: the names and texts that the reader may see, in the order of the leaves
 * that cover them, names before texts. One line each: index, tab, names or texts, tab, the part.
 */
final class Disclosures implements AutoCloseable {
    private static final String NAMES = "names";
    private static final String TEXTS = "texts";
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST = Leaf.LARGEST_BYTES + 40;

    private final InputStream in;
    private long allowed;
    private byte[] line = new byte[CHUNK];
    private int length;
    private boolean isAtLine;
    private BooleanSupplier isWhole = () -> true;

    private Disclosures(InputStream in, long allowed) {
        this.in = in;
        this.allowed = allowed;
    }

    /** Appends what a leaf discloses. */
    static void write(CoveredLeaf leaf, long index, OutputStream out) throws IOException {
        write(index, NAMES, leaf.names(), out);
        write(index, TEXTS, leaf.texts(), out);
    }

    private static void write(long index, String part, Optional<byte[]> bytes, OutputStream out)
            throws IOException {
        if (bytes.isPresent()) {
            out.write(start(index, part));
            out.write(bytes.get());
            out.write('\n');
        }
    }

    private static byte[] start(long index, String part) {
        return (index + "\t" + part + "\t").getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty where no leaf discloses anything: then there is no such member. */
    static Optional<byte[]> of(Iterable<byte[]> kept) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        boolean isAny = false;
        try (OutputStream out = new GZIPOutputStream(packed)) {
            long index = 0;
            for (byte[] one : kept) {
                CoveredLeaf leaf = CoveredLeaf.of(one);
                write(leaf, index++, out);
                isAny |= leaf.names().isPresent() || leaf.texts().isPresent();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return isAny ? Optional.of(packed.toByteArray()) : Optional.empty();
    }

    /** Those of a package, which may disclose nothing. */
    static Disclosures of(StrictZipReader zip) throws IOException {
        StrictZipReader.Member shown = zip.members().get(PackageFiles.DISCLOSURES);
        return shown == null ? new Disclosures(InputStream.nullInputStream(), 0)
                : read(zip.stream(PackageFiles.DISCLOSURES), shown.size());
    }

    /**
     * Reads as {@link #next} asks; keeps one line.
     *
     * @param packedBytes size of the stream, from which the most it may unpack to follows
     */
    private static Disclosures read(InputStream packed, long packedBytes) throws IOException {
        try {
            EntriesFile.OneStream one = new EntriesFile.OneStream(packed);
            Disclosures shown = new Disclosures(new BufferedInputStream(one, CHUNK),
                    packedBytes * EntriesFile.MOST_EXPANSION + CHUNK);
            shown.isWhole = () -> one.packedBytes() == packedBytes;
            return shown;
        } catch (ZipException | EOFException wrong) {
            throw new MalformedException("what is disclosed is not packed as it should be", wrong);
        }
    }

    /** The leaf of that line with what is disclosed of it. Requires indexes in order. */
    CoveredLeaf next(long index, byte[] leafLine) throws IOException {
        return new CoveredLeaf(leafLine, take(index, NAMES), take(index, TEXTS));
    }

    private Optional<byte[]> take(long index, String part) throws IOException {
        if (!isAtLine) {
            advance();
        }
        byte[] start = start(index, part);
        if (!isAtLine || length <= start.length
                || !Arrays.equals(line, 0, start.length, start, 0, start.length)) {
            return Optional.empty();
        }
        isAtLine = false;
        return Optional.of(Arrays.copyOfRange(line, start.length, length));
    }

    private void advance() throws IOException {
        length = 0;
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (--allowed < 0) {
                    throw new MalformedException("what is disclosed unpacks to more than it can");
                }
                if (c == '\n') {
                    isAtLine = true;
                    return;
                }
                keep((byte) c);
            }
        } catch (ZipException | EOFException wrong) {
            throw new MalformedException("what is disclosed is not packed as it should be", wrong);
        }
        if (length > 0) {
            throw new MalformedException("the last line of what is disclosed is cut");
        }
    }

    private void keep(byte letter) {
        if (length == LONGEST) {
            throw new MalformedException("a line of what is disclosed is too long");
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, LONGEST);
        }
        line[length++] = letter;
    }

    /** Requires that every leaf was asked for: a line that is left belongs to none. */
    void finish() throws IOException {
        if (!isAtLine) {
            advance();
        }
        if (isAtLine) {
            throw new MalformedException("something is disclosed that no leaf covers, or twice");
        }
        if (!isWhole.getAsBoolean()) {
            throw new MalformedException("something beside what is disclosed");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
