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
import java.util.stream.Stream;
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

/**
 * Entries written the short way: "D 1122 1010.00 甲公司; C 5001 1000.00; C 2221.01 10.00". A line may
 * end with the line of the cash flow statement that somebody chose for it: "#14".
 */
public final class SmallBook {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<Period, Integer> last = new HashMap<>();

    public SmallBook opening(String date, String lines) {
        return add(Kind.OPENING, date, "opening", lines);
    }

    public SmallBook entry(String date, String lines) {
        return add(Kind.ORDINARY, date, "by-hand", lines);
    }

    public SmallBook transfer(String date, String lines) {
        return add(Kind.CLOSING, date, "profit-transfer", lines);
    }

    public SmallBook red(String date, String number) {
        JournalEntry wrong = entries.stream().filter(one -> one.number().toString().equals(number))
                .findFirst().orElseThrow();
        return add(Kind.CORRECTION, date, "correction",
                wrong.postings().stream().map(Posting::red).toList(),
                Optional.of(wrong.number()));
    }

    private SmallBook add(Kind kind, String date, String rule, String lines) {
        return add(kind, date, rule, Stream.of(lines.split(";")).map(String::strip)
                .filter(line -> !line.isEmpty()).map(SmallBook::posting).toList(),
                Optional.empty());
    }

    private static Posting posting(String line) {
        String[] words = line.split(" ");
        boolean isChosen = words[words.length - 1].startsWith("#");
        boolean isOfSomebody = words.length > (isChosen ? 4 : 3);
        Posting posting = new Posting(AccountCode.of(words[1]),
                words[0].equals("D") ? Side.DEBIT : Side.CREDIT, Money.parse(words[2]),
                isOfSomebody ? words[3] : "");
        return isChosen ? posting.with(Posting.Details.NONE.withCashFlow(
                Integer.parseInt(words[words.length - 1].substring(1)))) : posting;
    }

    private SmallBook add(Kind kind, String date, String rule, List<Posting> postings,
            Optional<EntryNumber> corrects) {
        LocalDate day = LocalDate.parse(date);
        int sequence = last.merge(Period.of(day), 1, Integer::sum);
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
