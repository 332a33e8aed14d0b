package onebook.robot;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.document.Document;
import onebook.document.Refused;
import onebook.exchange.AccountCodes;
import onebook.exchange.Faults;
import onebook.exchange.Layouts;
import onebook.exchange.Voucher;
import onebook.exchange.VoucherFile;
import onebook.ledger.Account;
import onebook.ledger.EntryNumber;
import onebook.ledger.Outcome;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;

/**
 * Vouchers of another program come into the book: all of a file or none, in one transaction, each
 * voucher once however often its file is brought. The file is kept as their evidence.
 */
public final class VoucherImport {
    private static final int BETWEEN_TELLING = 1000;
    /** Opening the key takes half a second of a processor that the beginning needs for itself. */
    private static final int LONG_BYTES = 2 << 20;
    private static final int KEY_AFTER = 10_000;

    /**
     * What to bring in and how.
     *
     * @param source names the program where several number alike; else ""
     * @param mayCreateAccounts true makes details that the chart lacks, under accounts it has
     * @param doCodesCount true takes accounts by their codes, whatever the file calls them
     * @param isAgain true books what was imported before and taken back since
     */
    public record Order(Path file, String source, boolean mayCreateAccounts, boolean doCodesCount,
            boolean isAgain, boolean isDryRun) {
        /** A file as it is, for good. */
        public static Order of(Path file) {
            return new Order(file, "", false, false, false, false);
        }
    }

    /**
     * What became of it. Where there are faults nothing was posted.
     *
     * @param form UTF-8, GB18030 or workbook
     * @param already vouchers that were in the book before
     * @param takenBack those among them that were taken back in red since
     * @param voids vouchers that the other program calls void; left out
     * @param run id of the run, which can be undone; "" where nothing was posted
     * @param problems each names its line; at most a thousand
     * @param faults how many there are
     */
    public record Report(String layout, String form, int vouchers, List<EntryNumber> posted,
            int already, int takenBack, int voids, List<Account> accounts, String run,
            List<Problem> problems, long faults) {
        public Report {
            posted = Collections.unmodifiableList(posted); // a copy would hold each number
        }

        public boolean isRefused() {
            return faults > 0;
        }
    }

    private final OpenBook open;
    private final Order order;
    private final String by;
    private final RunReport.Progress progress;
    private final Faults faults = new Faults();
    private final List<EntryNumber> posted = new EntryRanges();
    private final Map<String, EntryNumber> numbers = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private List<Account> accounts = List.of();
    private boolean isLong;
    private boolean isFirstImport;
    private boolean hasCorrections;
    private int vouchers;
    private int already;
    private int takenBack;

    private VoucherImport(OpenBook open, Order order, String by, RunReport.Progress progress) {
        this.open = open;
        this.order = order;
        this.by = by;
        this.progress = progress;
    }

    public static Report run(Desk desk, Order order, String by, RunReport.Progress progress) {
        synchronized (desk) {
            desk.book().mayWrite(Duty.POST, by);
            return new VoucherImport(desk.book(), order, by, progress).run();
        }
    }

    private Report run() {
        EvidenceFile kept = EvidenceFile.take(open, order.file);
        try {
            return report(kept);
        } finally {
            open.readChart();
            kept.takeAwayUnlessSealed();
        }
    }

    private Report report(EvidenceFile kept) {
        Instant started = open.clock().instant();
        Layouts layouts = Layouts.of("vouchers", Templates::text);
        VoucherFile file = kept.reading(() ->
                VoucherFile.of(kept.document().path(), layouts));
        isLong = kept.document().size() > LONG_BYTES;
        Callable<DryRun.Done<String>> work = () -> kept.reading(() -> {
            AccountCodes codes = codes(file, layouts);
            read(file, codes, kept);
            boolean isKept = faults.isEmpty() && !order.isDryRun;
            return new DryRun.Done<>(isKept ? finished(started, kept.document()) : "", isKept);
        });
        String run = isLong ? DryRun.ofMuch(open.journal(), work)
                : DryRun.of(open.journal(), work);
        return new Report(file.layout(), file.form(), vouchers,
                faults.isEmpty() ? posted : List.of(), already, takenBack, file.voids(),
                accounts, run, faults.all(), faults.count());
    }

    /** What the codes of the file mean; makes the accounts that lack, where that is wanted. */
    private AccountCodes codes(VoucherFile file, Layouts layouts) throws Refused {
        AccountCodes codes = new AccountCodes(open.chart(), layouts, order.doCodesCount);
        if (file.layout().equals("onebook") && !order.mayCreateAccounts) {
            return codes;
        }
        Map<String, String> asked = file.accounts();
        codes.learn(asked.keySet());
        if (!order.mayCreateAccounts) {
            return codes;
        }
        accounts = codes.missing(asked);
        AccountChecks.judge(open, accounts).forEach(why ->
                faults.add(why.name(), 0, why.text()));
        if (!faults.isEmpty() || accounts.isEmpty()) {
            return codes;
        }
        accounts.forEach(open.journal()::add);
        open.readChart();
        AccountCodes more = new AccountCodes(open.chart(), layouts, order.doCodesCount);
        more.learn(asked.keySet());
        return more;
    }

    private void read(VoucherFile file, AccountCodes codes, EvidenceFile kept) throws Refused {
        String name = kept.document().name();
        hasCorrections = file.hasCorrections();
        if (!isLong) {
            open.key().soon();
        }
        isFirstImport = open.journal().leafCounts().getOrDefault("entry", 0L) == 0;
        file.read(codes, faults, voucher -> {
            if (vouchers++ % BETWEEN_TELLING == 0
                    && !progress.at("import " + name, vouchers, vouchers + 1)) {
                throw new RefusedException(Refusal.RUN_WAS_STOPPED, name);
            }
            if (isLong && vouchers == KEY_AFTER) {
                open.key().soon();
            }
            take(voucher, kept.document().id(), () -> kept.seal("import " + file.layout()));
        });
    }

    private void take(Voucher voucher, String document, Runnable seal) {
        String key = voucher.key(order.source);
        String id = voucher.id(key);
        if (!isFirstImport && open.journal().isResolved(id)) {
            boolean isBooked = open.journal().bookedAs(key).isPresent();
            if (isBooked || !order.isAgain) {
                already++;
                takenBack += isBooked ? 0 : 1;
                if (hasCorrections) {
                    known.put(voucher.number(), id);
                }
                return;
            }
            id += "#" + open.journal().everBookedAs(key).size();
        }
        Optional<EntryNumber> other = isFirstImport ? Optional.empty()
                : open.journal().bookedAs(key);
        if (other.isPresent()) {
            faults.add(Refusal.VOUCHER_NUMBER_ALREADY_BOOKED, voucher.line(),
                    voucher.number() + " is entry " + other.get());
            return;
        }
        Optional<EntryNumber> corrects = corrected(voucher);
        if (corrects.isPresent() == voucher.corrects().isEmpty()) {
            faults.add(Refusal.ENTRY_IS_UNKNOWN, voucher.line(), voucher.corrects());
            return;
        }
        if (faults.isEmpty() && posted.isEmpty()) {
            seal.run();
        }
        post(voucher, voucher.proposal(id, key, document, corrects));
    }

    private Optional<EntryNumber> corrected(Voucher voucher) {
        if (voucher.corrects().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(numbers.get(voucher.corrects()))
                .or(() -> Optional.ofNullable(known.get(voucher.corrects()))
                        .flatMap(open.journal()::entryOf))
                .or(() -> {
                    try {
                        return Optional.of(EntryNumber.parse(voucher.corrects()));
                    } catch (IllegalArgumentException noNumber) {
                        return Optional.empty();
                    }
                });
    }

    /**
     * After the first fault vouchers are only judged, so that all faults are told at once. Where
     * people review each other's work, a voucher of which the file names no preparer was prepared
     * by nobody here.
     */
    private void post(Voucher voucher, Proposal proposal) {
        String unsaid = open.session().isSegregated() ? Session.RULE : by;
        Outcome outcome = open.book().post(proposal, voucher.hands(unsaid, by));
        if (faults.isEmpty()) {
            outcome = written(voucher, outcome);
        } else if (outcome instanceof Outcome.Posted one) {
            outcome = open.session().refused(one.entry(), false).<Outcome>map(why -> why)
                    .orElse(outcome);
        }
        if (outcome instanceof Outcome.Refused refused) {
            faults.add(refused.refusal(), voucher.line(), voucher.number() + ": "
                    + refused.detail());
        }
    }

    private Outcome written(Voucher voucher, Outcome outcome) {
        try {
            Outcome written = open.write(outcome);
            if (written instanceof Outcome.Posted one) {
                posted.add(one.entry().number());
                if (hasCorrections) {
                    numbers.put(voucher.number(), one.entry().number());
                }
            }
            return written;
        } catch (MalformedException tooLong) {
            return new Outcome.Refused(Refusal.VOUCHER_IS_TOO_LONG,
                    voucher.postings().size() + " lines");
        }
    }

    private String finished(Instant started, Document document) {
        if (posted.isEmpty() && accounts.isEmpty()) {
            return "";
        }
        List<String> diff = new ArrayList<>();
        diff.add("+ document " + document.name() + " (vouchers)");
        accounts.forEach(account ->
                diff.add("+ account " + account.code() + " " + account.name()));
        diff.add("+ " + posted.size() + " entries");
        String id = "R%04d".formatted(open.journal().runs().size() + 1);
        RunReport report = new RunReport(id, "import " + document.name(), started,
                open.clock().instant(), false, diff, posted, 0, "");
        open.operation(by, "run " + id + " import " + document.name() + ": " + posted.size()
                + " vouchers");
        open.journal().run(id, Json.write(report));
        open.checkpoint();
        return id;
    }
}
