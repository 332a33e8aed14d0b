package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.lender.Anchor;
import onebook.robot.Anchoring;
import onebook.robot.Carried;
import onebook.robot.Desk;
import onebook.seal.Cosignatures;
import onebook.seal.TimeStamp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "anchor",
        description = "lets witnesses and a time stamp authority see the head of the book")
final class AnchorCommand implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Option(names = "--witness", paramLabel = "[VKEY ]URL", description = "whom to ask")
    private List<String> witnesses = List.of();
    @Option(names = "--tsa", paramLabel = "URL",
            description = "RFC 3161; of several the first that answers")
    private List<String> authorities = List.of();
    @Option(names = "--keep", description = "ask these from now on where none are named")
    private boolean isKept;
    @Option(names = "--request-out", paramLabel = "FILE", converter = Arguments.Written.class,
            description = "ask nobody; write what is carried to a witness")
    private Optional<Path> request;
    @Option(names = "--qr", paramLabel = "X.png", converter = Arguments.Written.class,
            description = "the same as a QR code")
    private Optional<Path> code;
    @Option(names = "--old", paramLabel = "N",
            description = "how many leaves that witness saw last, where it is not the last anchor")
    private Optional<Long> seen;
    @Option(names = "--response", paramLabel = "FILE", converter = Arguments.Given.class,
            description = "take in what the witness gave back")
    private Optional<Path> response;

    AnchorCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            Anchoring anchoring = desk.anchoring();
            Anchoring.Places named = Anchoring.Places.of(witnesses, authorities);
            if (isKept && !named.isEmpty()) {
                anchoring.settle(named, book.by());
            }
            if (request.isPresent() || code.isPresent()) {
                return carry(anchoring.request(seen, book.by()));
            }
            Anchoring.Result result = response.isPresent()
                    ? anchoring.response(TextFile.read(response.get()), named.authorities(),
                            book.by())
                    : anchoring.anchor(named.isEmpty() ? anchoring.places() : named, book.by());
            print(result.anchor());
            result.failures().forEach(one -> Main.refuse(one.name(), one.text()));
            return result.failures().isEmpty() ? 0 : Main.WAITS;
        }
    }

    private int carry(String text) {
        code.ifPresent(file -> {
            Carried.picture(text, file);
            out.print(file);
        });
        request.ifPresent(file -> out.print(Carried.write(text, file)));
        return 0;
    }

    private void print(Anchor anchor) {
        out.print("leaves " + anchor.size());
        Cosignatures.claimed(anchor.note()).forEach(one ->
                out.print("witness " + one.name() + " " + one.at()));
        anchor.stamp().map(TimeStamp::parse).ifPresent(stamp ->
                out.print("time stamp " + stamp.at()));
    }
}
