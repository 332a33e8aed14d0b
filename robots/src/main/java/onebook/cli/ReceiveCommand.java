package onebook.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import onebook.ledger.Refusal;
import onebook.lender.Policy;
import onebook.lender.submit.Limits;
import onebook.lender.submit.Receiver;
import onebook.lender.submit.SubmissionRefused;
import onebook.lender.submit.Tokens;
import onebook.robot.RefusedException;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "receive", description = "a lender's server: takes packages, verifies, signs"
        + " receipts, keeps a registry of pledges; put a proxy with TLS before it")
final class ReceiveCommand implements Callable<Integer> {
    private final Clock clock;
    @Option(names = "--port", required = true, paramLabel = "N", description = "0 takes a free one")
    private int port;
    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String host;
    @Option(names = "--store", required = true, paramLabel = "DIR",
            converter = Arguments.Folder.class)
    private Path store;
    @Option(names = "--policy", required = true, paramLabel = "FILE",
            converter = Arguments.Given.class, description = "the keys of the books you know")
    private Path policy;
    @Option(names = "--name", paramLabel = "NAME", defaultValue = "lender",
            description = "your name, as receipts say it")
    private String name;
    @Option(names = "--key", paramLabel = "FILE",
            description = "your signing key; made at the first start")
    private Optional<Path> key;
    @Option(names = "--tokens", paramLabel = "FILE", converter = Arguments.Given.class,
            description = "who may use the registry: borrower|lender SHA256-OF-TOKEN NAME")
    private Optional<Path> tokens;
    @Option(names = "--most-mb", paramLabel = "N", defaultValue = "1024",
            description = "the largest package")
    private int mostMegabytes;
    @Spec
    private CommandSpec spec;

    ReceiveCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535 || mostMegabytes < 1 || mostMegabytes > 4096) {
            throw Arguments.wrong(spec, "--port is 0 to 65535, --most-mb 1 to 4096");
        }
        Limits limits = Limits.USUAL.withBytes((long) mostMegabytes << 20);
        try (Receiver receiver = new Receiver(store, new InetSocketAddress(host, port), lender(),
                limits, clock)) {
            System.out.println(receiver.greeting());
            new CountDownLatch(1).await();
            return 0;
        } catch (SubmissionRefused refused) {
            throw new RefusedException(refused.refusal(), refused.getMessage());
        } catch (IOException | MalformedException broken) {
            throw new RefusedException(Refusal.FILE_IS_BROKEN, broken.toString());
        }
    }

    private Receiver.Lender lender() throws IOException {
        Policy known = Policy.parse(VerifyMain.read(policy));
        Tokens may = tokens.isEmpty() ? Tokens.none() : Tokens.parse(VerifyMain.read(tokens.get()));
        return new Receiver.Lender(name, signer(), known, may);
    }

    private Signer signer() throws IOException {
        char[] passphrase = Passphrase.OF_KEY.given().orElseThrow(Passphrase.OF_KEY::missing);
        String called = name.strip().replaceAll("[\\s+]+", "-");
        Path file = key.orElse(store.resolve("lender.key.p12"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            try {
                return Signer.load(file, passphrase, called);
            } catch (IOException wrong) {
                throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED, wrong.getMessage());
            }
        }
        Signer made = Signer.create(called);
        made.store(file, passphrase);
        return made;
    }
}
