package onebook.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;

/** Entries written the short way: "D 1122 1010.00 甲公司; C 5001 1000.00; C 2221.01 10.00". */
public final class SmallBook {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<Period, Integer> last = new HashMap<>();

    public SmallBook opening(String date, String lines) {
        return add(Kind.OPENING, date, "opening", lines, Optional.empty());
    }

    public SmallBook entry(String date, String lines) {
        return add(Kind.ORDINARY, date, "by-hand", lines, Optional.empty());
    }

    public SmallBook transfer(String date, String lines) {
        return add(Kind.CLOSING, date, "profit-transfer", lines, Optional.empty());
    }

    public SmallBook red(String date, String number) {
        JournalEntry wrong = entries.stream().filter(one -> one.number().toString().equals(number))
                .findFirst().orElseThrow();
        StringBuilder lines = new StringBuilder();
        for (Posting line : wrong.postings()) {
            lines.append("%s %s %s %s;".formatted(line.side() == Side.DEBIT ? "D" : "C",
                    line.account(), line.amount().negated(), line.party()));
        }
        return add(Kind.CORRECTION, date, "correction", lines.toString(),
                Optional.of(wrong.number()));
    }

    private SmallBook add(Kind kind, String date, String rule, String lines,
            Optional<EntryNumber> corrects) {
        LocalDate day = LocalDate.parse(date);
        int sequence = last.merge(Period.of(day), 1, Integer::sum);
        List<Posting> postings = new ArrayList<>();
        for (String line : lines.split(";")) {
            String[] words = line.strip().split(" ");
            postings.add(new Posting(AccountCode.of(words[1]),
                    words[0].equals("D") ? Side.DEBIT : Side.CREDIT, Money.parse(words[2]),
                    words.length > 3 ? words[3] : ""));
        }
        entries.add(new JournalEntry(new EntryNumber(Period.of(day), sequence), day, kind, "test",
                postings, List.of(), rule, "test", "rule", "p" + entries.size(), corrects));
        return this;
    }

    public Records records() {
        return Records.of(entries);
    }

    public List<JournalEntry> entries() {
        return entries;
    }

    /** The delivered chart for small-scale taxpayers. */
    public static ChartOfAccounts chart() {
        return chart("small-scale");
    }

    /** @param taxpayer "small-scale" or "general" */
    public static ChartOfAccounts chart(String taxpayer) {
        return new ChartOfAccounts(template("accounts/" + taxpayer + ".csv").lines().skip(1)
                .map(line -> line.split(","))
                .map(cell -> new Account(AccountCode.of(cell[0]), cell[1], cell[2],
                        Account.Kind.valueOf(cell[3]), Side.valueOf(cell[4]))).toList());
    }

    /** The delivered forms. */
    public static Forms forms() {
        return Forms.parse(List.of(template("report/balance-sheet.csv"),
                template("report/income-statement.csv"), template("report/cash-flow.csv")));
    }

    static String template(String name) {
        try (InputStream in = SmallBook.class.getResourceAsStream("/templates/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static Account account(String code, String name, Account.Kind kind, Side side) {
        return new Account(AccountCode.of(code), name, name, kind, side);
    }
}
