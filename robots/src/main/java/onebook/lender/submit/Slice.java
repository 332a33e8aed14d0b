package onebook.lender.submit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A part of a file as the body of a request, from an offset to at most {@link #MOST} further. */
final class Slice extends RequestBody {
    static final MediaType PARTIAL = MediaType.get("application/partial-upload");
    /** Small enough that a slow line has it through within a server's patience. */
    static final long MOST = 1 << 22;
    private static final int CHUNK = 1 << 16;

    private final FileChannel file;
    private final long from;
    private final long to;
    private final Told told;

    /** Hears how far it came; false breaks off. */
    interface Told {
        boolean at(long sent);
    }

    Slice(FileChannel file, long from, long size, Told told) {
        this.file = file;
        this.from = from;
        this.to = Math.min(size, from + MOST);
        this.told = told;
    }

    @Override
    public MediaType contentType() {
        return PARTIAL;
    }

    @Override
    public long contentLength() {
        return to - from;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long at = from; at < to; ) {
            chunk.clear().limit((int) Math.min(CHUNK, to - at));
            int count = file.read(chunk, at);
            if (count <= 0) {
                throw new IOException("the file was cut while it was sent");
            }
            sink.write(chunk.flip());
            sink.flush();
            at += count;
            if (!told.at(at)) {
                throw new IOException("stopped");
            }
        }
    }
}
