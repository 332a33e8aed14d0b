package onebook.lender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import onebook.seal.CoveredLeaf;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;

/**
 * log/entries.jsonl.gz: every leaf in order, one line each: index, tab, the bytes that are hashed.
 */
final class EntriesFile {
    /** JSON packs to a tenth or less; a hundredth is no book but a bomb. */
    static final int MOST_EXPANSION = 100;
    private static final int CHUNK = 1 << 16;

    /** Takes the bytes of one leaf. */
    interface Sink {
        void leaf(byte[] bytes) throws IOException;
    }

    private EntriesFile() { }

    static byte[] write(List<byte[]> leaves) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            for (int i = 0; i < leaves.size(); i++) {
                zipped.write((i + "\t").getBytes(StandardCharsets.US_ASCII));
                zipped.write(CoveredLeaf.of(leaves.get(i)).line());
                zipped.write('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * Hands over one leaf after another; keeps none. Gives how many there were.
     *
     * @param packedBytes size of the stream, from which the most it may unpack to follows
     */
    static long read(InputStream packed, long packedBytes, Sink sink) throws IOException {
        long allowed = packedBytes * MOST_EXPANSION + CHUNK;
        Lines lines = new Lines(sink);
        byte[] chunk = new byte[CHUNK];
        try (OneStream in = new OneStream(packed)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                allowed -= count;
                if (allowed < 0) {
                    throw new MalformedException("the leaves unpack to more than a book can");
                }
                lines.take(chunk, count);
            }
            if (in.packedBytes() != packedBytes) {
                throw new MalformedException("something beside the packed leaves");
            }
        } catch (ZipException | java.io.EOFException wrong) {
            throw new MalformedException("the leaves are not packed as they should be", wrong);
        }
        return lines.finish();
    }

    /**
     * Java reads a second stream behind the first, or passes over what is none; here that would be
     * bytes without meaning.
     */
    static final class OneStream extends GZIPInputStream {
        private static final int HEAD_AND_TAIL = 18;

        OneStream(InputStream packed) throws IOException {
            super(packed, CHUNK);
        }

        /** Of a stream that was read to its end and whose header says no more than it must. */
        long packedBytes() {
            return HEAD_AND_TAIL + inf.getBytesRead();
        }
    }

    /** Cuts a stream of bytes into lines and lines into index and leaf. */
    private static final class Lines {
        private final Sink sink;
        private byte[] line = new byte[CHUNK];
        private int length;
        private long index;

        Lines(Sink sink) {
            this.sink = sink;
        }

        void take(byte[] chunk, int count) throws IOException {
            int from = 0;
            for (int i = 0; i < count; i++) {
                if (chunk[i] == '\n') {
                    keep(chunk, from, i);
                    hand();
                    from = i + 1;
                }
            }
            keep(chunk, from, count);
        }

        private void keep(byte[] chunk, int from, int to) {
            int more = to - from;
            if (length + more > Leaf.LARGEST_BYTES + 20) {
                throw new MalformedException("line %d is too long".formatted(index));
            }
            if (length + more > line.length) {
                line = Arrays.copyOf(line, line.length * 2);
            }
            System.arraycopy(chunk, from, line, length, more);
            length += more;
        }

        // 17\t{"b":"statutory","d":{…},"e":"91330106MA2K00001X","n":17,…}
        private void hand() throws IOException {
            byte[] start = (index + "\t").getBytes(StandardCharsets.US_ASCII);
            int from = start.length;
            if (length <= from || !Arrays.equals(line, 0, from, start, 0, from)) {
                throw new MalformedException("line %d has another index".formatted(index));
            }
            sink.leaf(Arrays.copyOfRange(line, from, length));
            length = 0;
            index++;
        }

        long finish() {
            if (length > 0) {
                throw new MalformedException("the last line is cut");
            }
            return index;
        }
    }
}
