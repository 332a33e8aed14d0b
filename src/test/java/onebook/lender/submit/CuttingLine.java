package onebook.lender.submit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A line to a server that is cut after so many bytes of each connection. */
final class CuttingLine implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final LongSupplier lengths;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    final AtomicLong passed = new AtomicLong();

    CuttingLine(int server, LongSupplier lengths) throws IOException {
        this.server = server;
        this.lengths = lengths;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::serve);
    }

    LenderUrl url() {
        return LenderUrl.parse("http://127.0.0.1:" + door.getLocalPort());
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket from = door.accept();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
                long length = lengths.getAsLong();
                threads.submit(() -> pass(from, to, length));
                threads.submit(() -> pass(to, from, Long.MAX_VALUE));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, long length) {
        byte[] chunk = new byte[1000];
        try (from; to; InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            long rest = length;
            for (int count = in.read(chunk); count >= 0 && rest > 0; count = in.read(chunk)) {
                int goes = (int) Math.min(count, rest);
                out.write(chunk, 0, goes);
                out.flush();
                passed.addAndGet(goes);
                rest -= goes;
            }
        } catch (IOException cut) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
