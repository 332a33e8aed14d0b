package onebook.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
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

    private final Path folder;
    private final int entries;
    private final Clock clock;
    private final Consumer<String> out;

    LedgerBench(Path folder, int entries, Clock clock, Consumer<String> out) {
        this.folder = folder;
        this.entries = entries;
        this.clock = clock;
        this.out = out;
    }

    /** Prints one JSON object for each figure. */
    void run() throws Exception {
        Path csv = folder.resolve("journal-" + entries + ".csv");
        Path plain = folder.resolve("journal-" + entries + ".ledger");
        JournalFiles.write(entries, csv, plain);
        Path book = folder.resolve("bench-" + entries + ".onebook");
        Timed.process(Timed.onebook("512m", "book", "create", "--book", book.toString(),
                "--company", COMPANY, "--tax-id", TAX_ID, "--taxpayer", "small-scale", "--from",
                "2026-01"));
        Timed imported = Timed.process(Timed.onebook("512m", "book", "import", "--book",
                book.toString(), csv.toString(), "--quiet"));
        List<String> ledger = Timed.installed("ledger")
                .map(program -> List.of(program, "-f", plain.toString(), "bal")).orElse(List.of());
        List<String> hledger = Timed.installed("hledger")
                .map(program -> List.of(program, "-f", plain.toString(), "bal")).orElse(List.of());
        Optional<Timed> byLedger = peer(ledger);
        Optional<Timed> byHledger = peer(hledger);
        print("import, process start to exit", imported, "ledger bal", byLedger);
        print("import, process start to exit", imported, "hledger bal", byHledger);
        inProcess(book, byLedger, byHledger);
    }

    private static Optional<Timed> peer(List<String> command)
            throws IOException, InterruptedException {
        return command.isEmpty() ? Optional.empty() : Optional.of(Timed.process(command));
    }

    private void inProcess(Path book, Optional<Timed> byLedger, Optional<Timed> byHledger)
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
            try (CommitFloor floor = new CommitFloor(folder.resolve("floor.db"))) {
                print("one durable post", Timed.within(posts, single),
                        "one commit of bare SQLite", Optional.of(Timed.within(posts, floor)));
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
