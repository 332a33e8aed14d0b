package onebook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import onebook.anchor.AnchorException;
import onebook.anchor.Cosigner;
import onebook.anchor.LogList;
import onebook.anchor.RequestFile;
import onebook.anchor.WitnessKey;
import onebook.anchor.WitnessServer;
import onebook.document.QrCode;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "witness", description = "sees the heads of others' books and says so")
@Commands.Group({WitnessCommand.Serve.class, WitnessCommand.Sign.class})
final class WitnessCommand {

    /** What a witness works with, whether it is asked over a network or by a file. */
    static final class Store {
        @Option(names = "--store", required = true, paramLabel = "DIR",
                converter = Arguments.Folder.class,
                description = "what it remembers; never start one anew with an old key")
        private Path folder;
        @Option(names = "--key", paramLabel = "FILE",
                description = "its key, made at the first start; else key.p12 in the store")
        private Optional<Path> key;
        @Option(names = "--name", paramLabel = "witness.bank.example/books",
                description = "what it is called, at the first start")
        private Optional<String> name;
        @ArgGroup(multiplicity = "1")
        private Whose whose;

        /** Which logs it takes. */
        static final class Whose {
            @Option(names = "--logs", required = true, paramLabel = "FILE",
                    converter = Arguments.Given.class,
                    description = "the public keys of the logs it takes, one a line")
            private Path logs;
            @Option(names = "--open", required = true,
                    description = "the first key that signs for a company is that company's")
            private boolean isOpen;
        }

        Cosigner open(Clock clock) throws IOException, AnchorException {
            Path file = key.orElse(WitnessKey.in(folder));
            Signer signer = WitnessKey.open(folder, file, name, () -> Files.exists(file)
                    ? Passphrase.OF_WITNESS.given().orElseThrow(Passphrase.OF_WITNESS::missing)
                    : Passphrase.OF_WITNESS.chosen());
            try {
                LogList list = whose.isOpen ? LogList.open()
                        : LogList.parse(TextFile.read(whose.logs));
                return Cosigner.open(folder, signer, list, clock);
            } catch (MalformedException wrong) {
                throw new AnchorException(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT,
                        whose.logs + ": " + wrong.getMessage());
            }
        }
    }

    private static int refused(AnchorException why) {
        Main.refuse(why.refusal(), why.getMessage());
        return Main.REFUSED;
    }

    @Command(name = "serve", description = "C2SP tlog-witness: POST /add-checkpoint")
    static final class Serve implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private Store store;
        @Option(names = "--port", required = true, paramLabel = "N")
        private int port;
        @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
                description = "where it listens; put a web server with TLS before it")
        private String host;

        Serve(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            try (Cosigner cosigner = store.open(clock);
                    WitnessServer server = WitnessServer.start(cosigner, host, port)) {
                System.out.println(cosigner.vkey());
                System.out.println("http://" + host + ":" + server.port());
                new CountDownLatch(1).await(); // until it is stopped
                return 0;
            } catch (AnchorException why) {
                return refused(why);
            }
        }
    }

    @Command(name = "sign", description = "answers a request that came as a file or a QR code")
    static final class Sign implements Callable<Integer> {
        private static final long LARGEST_PICTURE = 20_000_000;
        private final Clock clock;
        @Mixin
        private Store store;
        @Parameters(paramLabel = "FILE", converter = Arguments.Given.class,
                description = "what book anchor --request-out or --qr wrote")
        private Path file;
        @Option(names = "--out", required = true, paramLabel = "FILE",
                converter = Arguments.Written.class,
                description = "the answer, for book anchor --response")
        private Path out;

        Sign(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() throws IOException {
            try (Cosigner cosigner = store.open(clock)) {
                RequestFile asked = RequestFile.parse(text());
                Cosigner.Answer answer = cosigner.add(asked.request().text(),
                        Optional.of(asked.vkey()));
                if (answer.status() == 200) {
                    Files.writeString(out, asked.request().note() + answer.text(),
                            StandardCharsets.UTF_8);
                    System.out.println(out);
                    System.out.println(cosigner.vkey());
                    return 0;
                }
                throw new AnchorException(Refusal.WITNESS_REFUSES, said(answer));
            } catch (MalformedException wrong) {
                Main.refuse(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, wrong.getMessage());
                return Main.REFUSED;
            } catch (AnchorException why) {
                return refused(why);
            }
        }

        private static String said(Cosigner.Answer answer) {
            String text = answer.text().strip();
            return answer.status() + " " + (answer.status() != 409 ? text
                    : "it saw " + text + " leaves; if the book has them, ask again with --old "
                            + text);
        }

        private String text() throws IOException {
            if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
                return TextFile.read(file);
            }
            if (Files.size(file) > LARGEST_PICTURE) {
                throw new MalformedException("the picture is too large");
            }
            return QrCode.read(Files.readAllBytes(file)).orElseThrow(() ->
                    new MalformedException("no QR code is in the picture"));
        }
    }
}
