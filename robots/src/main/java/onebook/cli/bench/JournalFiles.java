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
    private final BufferedWriter rows;
    private final BufferedWriter text;
    private final Random random = new Random(2026);
    /** How the lines of the entry that is being written begin and what it is about. */
    private String begin;
    private String summary;

    private JournalFiles(int entries, BufferedWriter rows, BufferedWriter text) {
        this.entries = entries;
        this.rows = rows;
        this.text = text;
    }

    static void write(int entries, Path csv, Path plain) throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(csv);
                BufferedWriter text = Files.newBufferedWriter(plain)) {
            new JournalFiles(entries, rows, text).write();
        }
    }

    private void write() throws IOException {
        rows.write("entry,date,account,description,debit,credit,party\n");
        for (int i = 1; i <= entries; i++) {
            LocalDate date = FIRST.plusDays((long) (i - 1) * 365 / entries);
            begin = i + "," + date + ",";
            summary = "销售商品第" + i + "批";
            text.write(date.toString().replace('-', '/') + " * (" + i + ") " + summary + "\n");
            entry();
            text.write("\n");
        }
    }

    private void entry() throws IOException {
        long fen = 100 + random.nextInt(10_000_000);
        long part = random.nextInt(10) < 3 ? fen / 13 : 0;
        line(DEBITS[random.nextInt(DEBITS.length)], fen);
        line(CREDITS[random.nextInt(CREDITS.length)], part - fen);
        if (part > 0) {
            line("2221.01", -part);
        }
    }

    private void line(String account, long fen) throws IOException {
        String amount = Math.abs(fen) / 100 + "." + Math.abs(fen) / 10 % 10 + Math.abs(fen) % 10;
        boolean hasParty = account.equals("1122") || account.startsWith("220");
        rows.write(begin + account + "," + summary + ","
                + (fen > 0 ? amount + "," : "," + amount) + ","
                + (hasParty ? "往来单位" + random.nextInt(PARTIES) : "") + "\n");
        text.write("    " + account + "  " + (fen < 0 ? "-" : "") + amount + "\n");
    }
}
