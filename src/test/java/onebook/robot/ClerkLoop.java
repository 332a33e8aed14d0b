package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;

/** Works on a book for ever and says each thing when it is done; to be killed. */
final class ClerkLoop {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T01:02:03Z"), ZoneOffset.UTC);
    static final int BATCH = 20;

    private final Desk desk;
    private int number;

    private ClerkLoop(Desk desk) {
        this.desk = desk;
        this.number = desk.entries(EntryFilter.ALL).size();
    }

    /** Arguments: what to do, the book, how often where not for ever, and with which file. */
    public static void main(String[] args) {
        long times = args.length > 2 ? Long.parseLong(args[2]) : Long.MAX_VALUE;
        try (Desk desk = Desk.open(Path.of(args[1]), CLOCK)) {
            if (desk.isReadOnly()) {
                throw new IllegalStateException("somebody else writes");
            }
            ClerkLoop clerk = new ClerkLoop(desk);
            for (long i = 0; i < times; i++) {
                switch (args[0]) {
                    case "import" -> clerk.importBatch();
                    case "fill" -> clerk.importAll(Path.of(args[3]));
                    case "close" -> clerk.closeMonth();
                    default -> clerk.correct();
                }
            }
        }
    }

    private static void say(Object done) {
        System.out.println(done);
        System.out.flush();
    }

    /** A file of vouchers: all of them or none. */
    private void importBatch() {
        StringBuilder vouchers = new StringBuilder("entry,date,account,description,debit,credit\n");
        for (int i = 0; i < BATCH; i++, number++) {
            vouchers.append(number).append(",2026-01-05,1001,投资 ").append(number)
                    .append(",1000.00,\n").append(number).append(",2026-01-05,3001,投资 ")
                    .append(number).append(",,1000.00\n");
        }
        Path file = desk.file().resolveSibling("batch.csv");
        try {
            Files.writeString(file, vouchers);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        importAll(file);
        say(number);
    }

    private void importAll(Path file) {
        VoucherImport.run(desk, VoucherImport.Order.of(file), "王芳", RunReport.Progress.SILENT);
    }

    private void closeMonth() {
        Period month = desk.lastClosed().map(Period::next).orElse(desk.company().from());
        desk.book().journal().transaction(() -> sale(month));
        desk.close(month, "王芳");
        number = desk.entries(EntryFilter.ALL).size();
        say(month);
    }

    private void correct() {
        EntryNumber wrong = desk.book().journal().transaction(() -> sale(desk.company().from()));
        say(wrong);
        Outcome red = desk.correct(wrong, wrong.period().firstDay(), "重复", "王芳");
        number++;
        say(((Outcome.Posted) red).entry().number());
    }

    private EntryNumber sale(Period month) {
        LocalDate date = month.firstDay();
        Money amount = Money.cny(100 + number);
        String id = "sale " + number++;
        Outcome outcome = desk.book().post(new Proposal(id, date, JournalEntry.Kind.ORDINARY,
                "销售 " + id, List.of(Posting.debit("1122", amount, "客户"),
                        Posting.credit("5001", amount)),
                List.of(Evidence.ofField("ab".repeat(32), "invoice.gross", amount.toString())),
                "sales-invoice", "测试", List.of("invoice:" + id), Optional.empty()), "rule");
        return ((Outcome.Posted) outcome).entry().number();
    }
}
