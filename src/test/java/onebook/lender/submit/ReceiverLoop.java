package onebook.lender.submit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import onebook.lender.Policy;
import onebook.seal.Signer;

/** A receiver in a process of its own, to be killed. Arguments: store, port, key file, vkey. */
final class ReceiverLoop {
    static final char[] PASSWORD = "key of a test, nobody's".toCharArray();

    private ReceiverLoop() { }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Signer key = Signer.load(Path.of(arguments[2]), PASSWORD, Counter.KEY_NAME);
        Receiver.Lender lender = new Receiver.Lender(Counter.NAME, key,
                Policy.ofLog(arguments[3]), Tokens.none());
        new Receiver(Path.of(arguments[0]), new InetSocketAddress("127.0.0.1",
                Integer.parseInt(arguments[1])), lender, Limits.USUAL,
                Clock.fixed(Instant.parse("2026-04-02T12:00:00Z"), ZoneOffset.UTC));
        new CountDownLatch(1).await();
    }
}
