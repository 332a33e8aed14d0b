package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.report.Span;
import onebook.tax.TaxPeriod;

/**
 * A company's span of months from its papers to a package for the lender: documents and statements
 * in, entries by rule and match, months closed and sealed, workbooks filled, package written.
 */
public final class MainJob {
    /** Told in the summary; nobody is asked. */
    private static final Set<Refusal> KNOWN =
            Set.of(Refusal.ITEMS_STILL_WAIT, Refusal.BANK_IS_NOT_RECONCILED);

    private final Path inputs;
    private final Path out;
    private final Clock clock;
    private final RunReport.Progress progress;

    /**
     * @param inputs folder with company.yaml, opening-balances.xlsx, documents/ and bank/
     * @param out folder for the book and everything made of it
     */
    public MainJob(Path inputs, Path out, Clock clock, RunReport.Progress progress) {
        this.inputs = inputs;
        this.out = out;
        this.clock = clock;
        this.progress = progress;
    }

    /** Runs it; a second time on the same folders changes nothing. */
    public Summary run() {
        try (Desk desk = desk()) {
            People.of(desk).call("demo");
            RunReport report = desk.run("daily", files(), false, "demo", progress);
            Period last = desk.profile().lastPeriod();
            Period month = desk.lastClosed().map(Period::next).orElse(desk.company().from());
            boolean isChanged = !report.id().isEmpty();
            while (month.compareTo(last) <= 0) {
                desk.close(month, KNOWN, "demo");
                isChanged = true;
                month = month.next();
            }
            isChanged |= declare(desk, last);
            Deliverables files = new Deliverables(desk, out);
            if (isChanged || !files.areThere()) {
                files.write();
            }
            Summary summary = Summary.of(desk, report, files);
            Files.writeString(out.resolve("summary.json"), summary.json());
            return summary;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The returns of the span as its workbooks give them, without a receipt: an owner's word. True
     * where one is new.
     */
    private static boolean declare(Desk desk, Period last) {
        Populations populations = Populations.of(desk);
        TaxPeriod quarter = TaxPeriod.quarterOf(last);
        Span span = Span.of(desk.company().from(), last);
        int leaves = populations.file(new Populations.Filed("statements", span,
                populations.figures(desk.statements(span)), ""), Optional.empty(), "demo").leaves();
        if (quarter.to().equals(last)) {
            leaves += populations.file(new Populations.Filed("vat-small-scale",
                    Span.of(quarter.from(), last), populations.figures(desk.vat(quarter)), ""),
                    Optional.empty(), "demo").leaves();
        }
        return leaves > 0;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>(Intake.filesIn(inputs.resolve("documents")));
        files.addAll(Intake.filesIn(inputs.resolve("bank")));
        return files;
    }

    /** The book as the first run made it, or a new one, with its opening balances either way. */
    private Desk desk() {
        Path book = out.resolve("book.onebook");
        try {
            Files.createDirectories(out);
            return opened(Files.exists(book) ? Desk.open(book, clock) : created(book));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Desk created(Path book) throws IOException {
        Path profile = inputs.resolve("company.yaml");
        if (!Files.isRegularFile(profile)) {
            throw new RefusedException(Refusal.INPUTS_ARE_INCOMPLETE, profile.toString());
        }
        return Desk.create(book, text(profile), clock, Optional.empty());
    }

    private static String text(Path profile) throws IOException {
        try {
            return Files.readString(profile);
        } catch (CharacterCodingException garbled) {
            throw new RefusedException(Refusal.PROFILE_IS_INCOMPLETE, profile + " is not UTF-8");
        }
    }

    private Desk opened(Desk desk) {
        Path opening = inputs.resolve("opening-balances.xlsx");
        if (desk.hasOpening() || !Files.isRegularFile(opening)) {
            return desk;
        }
        try {
            desk.openWith(opening, "demo");
            return desk;
        } catch (RuntimeException refused) {
            desk.close();
            throw refused;
        }
    }
}
