package onebook.cli.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * One made-up journal in two forms: vouchers as CSV for OneBook, and the plain text that ledger and
 * hledger read. Two or three lines an entry, 2.3 on average; the same for the same seed.
 */
final class JournalFiles {
    private static final String[] DEBITS =
            {"1001", "1122", "1403", "1405", "2202", "5401", "5601.06", "5602.05", "5603.02"};
    private static final String[] CREDITS =
            {"1001", "1122", "1405", "2202", "2203", "3001", "5001", "5051", "5301.99"};
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int PARTIES = 500;

    private final int entries;
    private final Random random = new Random(2026);

    private JournalFiles(int entries) {
        this.entries = entries;
    }

    static void write(int entries, Path csv, Path plain) throws IOException {
        new JournalFiles(entries).write(csv, plain);
    }

    private void write(Path csv, Path plain) throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(csv);
                BufferedWriter text = Files.newBufferedWriter(plain)) {
            rows.write("entry,date,account,description,debit,credit,party\n");
            for (int i = 1; i <= entries; i++) {
                LocalDate date = FIRST.plusDays((long) (i - 1) * 365 / entries);
                String summary = "销售商品第" + i + "批";
                text.write(date.toString().replace('-', '/') + " * (" + i + ") " + summary + "\n");
                entry(i, date + ",", summary, rows, text);
                text.write("\n");
            }
        }
    }

    private void entry(int number, String date, String summary, BufferedWriter rows,
            BufferedWriter text) throws IOException {
        long fen = 100 + random.nextInt(10_000_000);
        long part = random.nextInt(10) < 3 ? fen / 13 : 0;
        line(number, date, summary, DEBITS[random.nextInt(DEBITS.length)], fen, rows, text);
        line(number, date, summary, CREDITS[random.nextInt(CREDITS.length)], part - fen, rows,
                text);
        if (part > 0) {
            line(number, date, summary, "2221.01", -part, rows, text);
        }
    }

    private void line(int number, String date, String summary, String account, long fen,
            BufferedWriter rows, BufferedWriter text) throws IOException {
        String amount = Math.abs(fen) / 100 + "." + Math.abs(fen) / 10 % 10 + Math.abs(fen) % 10;
        boolean hasParty = account.startsWith("1122") || account.startsWith("22")
                && account.length() == 4;
        rows.write(number + "," + date + account + "," + summary + ","
                + (fen > 0 ? amount + "," : "," + amount) + ","
                + (hasParty ? "往来单位" + random.nextInt(PARTIES) : "") + "\n");
        text.write("    " + account + "  " + (fen < 0 ? "-" : "") + amount + "\n");
    }
}
