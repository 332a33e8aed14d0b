package onebook.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes in memory, read from any place; or bytes that are only written, one after the other. */
final class HeldBytes implements SeekableByteChannel {
    private final byte[] bytes;
    private final OutputStream out;
    private long position;
    private boolean isOpen = true;

    HeldBytes(byte[] bytes) {
        this.bytes = bytes;
        this.out = null;
    }

    HeldBytes(OutputStream out) {
        this.bytes = null;
        this.out = out;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        require(bytes != null, new NonReadableChannelException());
        if (position >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(into.remaining(), bytes.length - position);
        into.put(bytes, (int) position, count);
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        require(out != null, new NonWritableChannelException());
        byte[] more = new byte[from.remaining()];
        from.get(more);
        out.write(more);
        position += more.length;
        return more.length;
    }

    private void require(boolean may, RuntimeException otherwise) throws IOException {
        if (!isOpen) {
            throw new ClosedChannelException();
        }
        if (!may) {
            throw otherwise;
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        require(bytes != null, new NonReadableChannelException());
        position = place;
        return this;
    }

    @Override
    public long size() {
        return bytes == null ? position : bytes.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        if (isOpen) {
            isOpen = false;
            if (out != null) {
                out.close();
            }
        }
    }
}
