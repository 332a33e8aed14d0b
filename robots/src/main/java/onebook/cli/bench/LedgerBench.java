package onebook.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import onebook.ledger.Period;
import onebook.robot.Desk;
import onebook.robot.SinglePosts;
import onebook.store.CommitFloor;

/**
 * The ledger against the plain-text tools that people praise for speed: importing a journal from
 * process start to exit, opening a book, a trial balance, and one durable post against the bare
 * commit of SQLite.
 */
final class LedgerBench {
    private static final String COMPANY = "基准测试有限公司";
    private static final String TAX_ID = "91110000600037341L";
    /** Above so many entries a process runs once, below the fastest of several counts. */
    private static final int LONG = 200_000;
    private static final int SHORT_RUNS = 3;

    private final Path folder;
    private final int entries;
    private final Clock clock;
    private final Consumer<String> out;
    private final int runs;
    private Path book;

    LedgerBench(Path folder, int entries, Clock clock, Consumer<String> out) {
        this.folder = folder;
        this.entries = entries;
        this.clock = clock;
        this.out = out;
        this.runs = entries > LONG ? 1 : SHORT_RUNS;
    }

    /** Prints one JSON object for each figure. */
    void run() throws Exception {
        Path csv = folder.resolve("journal-" + entries + ".csv");
        Path plain = folder.resolve("journal-" + entries + ".ledger");
        JournalFiles.write(entries, csv, plain);
        Optional<List<String>> ledger = peer("ledger", plain);
        Optional<List<String>> hledger = peer("hledger", plain);
        Timed imported = Timed.NEVER;
        Optional<Timed> byLedger = ledger.map(peer -> Timed.NEVER);
        Optional<Timed> byHledger = hledger.map(peer -> Timed.NEVER);
        for (int i = 0; i < runs; i++) { // by turns: a machine is not as fast every minute
            imported = imported.orFaster(importOnce(csv));
            byLedger = faster(byLedger, ledger);
            byHledger = faster(byHledger, hledger);
        }
        print("import, process start to exit", imported, "ledger bal", byLedger);
        print("import, process start to exit", imported, "hledger bal", byHledger);
        inProcess(byLedger, byHledger);
    }

    /** Into a book without entries, in a folder of its own. */
    private Timed importOnce(Path csv) throws Exception {
        book = Files.createTempDirectory(folder, "book-").resolve("bench.onebook");
        Timed.process(Timed.onebook("512m", "book", "create", "--book", book.toString(),
                "--company", COMPANY, "--tax-id", TAX_ID, "--taxpayer", "small-scale", "--from",
                "2026-01"));
        return Timed.process(Timed.onebook("512m", "book", "import", "--book", book.toString(),
                csv.toString(), "--quiet"));
    }

    private static Optional<List<String>> peer(String program, Path journal) {
        return Timed.installed(program).map(installed ->
                List.of(installed, "-f", journal.toString(), "bal"));
    }

    private static Optional<Timed> faster(Optional<Timed> sofar, Optional<List<String>> command)
            throws Exception {
        return command.isEmpty() ? sofar
                : Optional.of(sofar.orElseThrow().orFaster(Timed.process(command.get())));
    }

    private void inProcess(Optional<Timed> byLedger, Optional<Timed> byHledger)
            throws Exception {
        print("open the book", Timed.within(3, () -> {
            Desk.open(book, clock).close();
            return null;
        }), "ledger bal", byLedger);
        try (Desk desk = Desk.open(book, clock)) {
            List<Period> months = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                months.add(new Period(2026, month));
            }
            Timed balance = Timed.within(12, () -> desk.trialBalance(
                    months.get(0), months.get(months.size() - 1)).checks());
            print("trial balance of the year, warm", balance, "hledger bal", byHledger);
            Timed one = Timed.within(12, () -> desk.trialBalance(months.get(5), months.get(5)));
            print("trial balance of a month, warm", one, "hledger bal", byHledger);
            int posts = 300;
            SinglePosts single = new SinglePosts(desk, LocalDate.of(2026, 12, 31));
            try (CommitFloor floor = new CommitFloor(book.resolveSibling("floor.db"))) {
                List<Timed> both = Timed.byTurns(posts, List.of(single, floor));
                print("one durable post", both.get(0), "one commit of bare SQLite",
                        Optional.of(both.get(1)));
            }
        }
    }

    private void print(String what, Timed ours, String peer, Optional<Timed> theirs) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bench", "ledger").put("entries", entries).put("what", what)
                .put("seconds", figure(ours.seconds()));
        if (ours.peakMegabytes() > 0) {
            json.put("peakMegabytes", ours.peakMegabytes());
        }
        json.put("peer", peer);
        if (theirs.isEmpty()) {
            json.put("peerMissing", "not installed");
        } else {
            json.put("peerSeconds", figure(theirs.get().seconds()));
            if (theirs.get().peakMegabytes() > 0) {
                json.put("peerPeakMegabytes", theirs.get().peakMegabytes());
            }
            json.put("ratio", figure(ours.seconds() / theirs.get().seconds()));
        }
        out.accept(json.toString());
    }

    /** Three significant digits: more would be noise. */
    private static BigDecimal figure(double seconds) {
        return new BigDecimal(seconds).round(new MathContext(3));
    }
}
