package onebook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.Money;
import onebook.ledger.Refusal;
import onebook.lender.submit.FinanceReceipt;
import onebook.lender.submit.KnownLenders;
import onebook.lender.submit.LenderKey;
import onebook.lender.submit.Patience;
import onebook.lender.submit.RegistryClient;
import onebook.lender.submit.SubmissionRefused;
import onebook.robot.Desk;
import onebook.robot.Pledges;
import onebook.robot.RefusedException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "pledge", description = "pledges open invoices to one lender and to no second")
final class PledgeCommand implements Callable<Integer> {
    private static final String TOKEN = "ONEBOOK_LENDER_TOKEN";
    private final Clock clock;
    @Option(names = "--to", required = true, paramLabel = "URL", description = "the registry")
    private String url;
    @Option(names = "--invoice", paramLabel = "NUMBER[=AMOUNT]", arity = "1..*",
            description = "what a customer owes by")
    private List<String> invoices = new ArrayList<>();
    @Option(names = "--contract", paramLabel = "NUMBER",
            description = "the contract of all these invoices")
    private Optional<String> contract;
    @Option(names = "--due", paramLabel = "2026-06-30", description = "when they are due")
    private Optional<LocalDate> due;
    @Option(names = "--lender-key", paramLabel = "VKEY", description = "the registry's public key")
    private Optional<String> key;
    @Option(names = "--token-file", paramLabel = "FILE", converter = Arguments.Given.class,
            description = "the token the lender gave you; else in " + TOKEN)
    private Optional<Path> tokenFile;
    @Option(names = "--out", paramLabel = "X.txt", converter = Arguments.Written.class,
            description = "the text for 中登网")
    private Optional<Path> text;
    @Option(names = "--release", description = "takes the pledge back")
    private boolean isRelease;
    @Option(names = "--financed", paramLabel = "ID", arity = "1..*",
            description = "for the lender: these are paid out")
    private List<String> financed = new ArrayList<>();
    @Option(names = "--reviewed",
            description = "for the lender: somebody compared them with what they look like")
    private boolean isReviewed;
    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private BookOption book;
    @Mixin
    private Output out;
    @Spec
    private CommandSpec spec;

    PledgeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (financed.isEmpty() == invoices.isEmpty()) {
            throw Arguments.wrong(spec, "name --invoice, or --financed for a lender");
        }
        if (!invoices.isEmpty() && book == null) {
            throw Arguments.wrong(spec, "--invoice is of a --book");
        }
        Pledges.Place place = new Pledges.Place(SubmitCommand.address(url).text(), token(), key,
                Patience.USUAL);
        if (!financed.isEmpty()) {
            return finance(place);
        }
        List<Pledges.Wanted> wanted = invoices.stream().map(this::wanted).toList();
        try (Desk desk = book.open(clock)) {
            Pledges pledges = new Pledges(desk);
            return told(isRelease ? pledges.release(place, wanted.stream()
                    .map(Pledges.Wanted::number).toList(), book.by())
                    : pledges.pledge(place, wanted, book.by()));
        }
    }

    private String token() {
        try {
            String token = tokenFile.isPresent() ? Files.readString(tokenFile.get())
                    : Optional.ofNullable(System.getenv(TOKEN)).orElse("");
            if (!token.strip().matches("[!-~]{1,500}")) {
                throw Arguments.wrong(spec, "name --token-file, or set " + TOKEN);
            }
            return token.strip();
        } catch (IOException broken) {
            throw new RefusedException(Refusal.FILE_IS_BROKEN, broken.getMessage());
        }
    }

    // 26342000000000000001 or 26342000000000000001=1010.00
    private Pledges.Wanted wanted(String typed) {
        String[] parts = typed.split("=", 2);
        try {
            Optional<Money> amount = parts.length == 1 ? Optional.empty()
                    : Optional.of(Money.parse(parts[1]));
            return new Pledges.Wanted(parts[0].strip(), amount, contract, due);
        } catch (RuntimeException wrong) {
            throw Arguments.wrong(spec, "an invoice is written NUMBER or NUMBER=1234.50, not "
                    + typed);
        }
    }

    private int told(Pledges.Done done) {
        print(done.registered(), done.key());
        if (!done.description().isEmpty()) {
            text.ifPresent(file -> write(file, done.description()));
            if (!out.isJson()) {
                System.out.println(done.description());
            }
        }
        done.review().forEach(number -> Main.refuse(Refusal.RECEIVABLE_LOOKS_PLEDGED, number));
        return done.review().isEmpty() ? 0 : Main.WAITS;
    }

    private void print(RegistryClient.Registered registered, LenderKey lender) {
        if (!out.isJson()) {
            System.out.println(lender.sentence());
        }
        for (FinanceReceipt receipt : registered.receipts()) {
            if (out.isJson()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", receipt.id());
                json.put("state", receipt.state());
                json.put("at", receipt.at().toString());
                receipt.until().ifPresent(end -> json.put("until", end.toString()));
                json.put("lender", receipt.lender());
                json.put("review", receipt.review());
                out.json(json);
            } else {
                System.out.println("%s  %s  %s%s".formatted(receipt.id(), receipt.state(),
                        receipt.lender(), receipt.until().map(end -> "  until " + end)
                                .orElse("")));
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A reservation is financed once; asked again the registry says the same. */
    private int finance(Pledges.Place place) {
        try (RegistryClient registry = new RegistryClient(SubmitCommand.address(place.url()),
                place.token(), key.map(LenderKey::parse), KnownLenders.ofUser(),
                place.patience())) {
            print(registry.finance(financed, isReviewed, ""), registry.key());
            return 0;
        } catch (SubmissionRefused refused) {
            throw new RefusedException(refused.refusal(), refused.getMessage());
        } catch (IOException broken) {
            throw new RefusedException(Refusal.FILE_IS_BROKEN, broken.getMessage());
        }
    }
}
