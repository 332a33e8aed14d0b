package onebook.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;

/** The company of {@code company.txt}: its chart and its entries, as that file says them. */
public final class FictionalCompany {
    public static final String NAME = "宁波海澜机电有限公司";

    private final Map<AccountCode, Account> accounts = new HashMap<>();
    private final Map<EntryNumber, JournalEntry> entries = new HashMap<>();
    private final Map<Period, Integer> last = new HashMap<>();

    private FictionalCompany() {
        lines("/templates/accounts/general.csv").stream().skip(1).map(line -> line.split(","))
                .forEach(cell -> put(new Account(AccountCode.of(cell[0]), cell[1], cell[2],
                        Account.Kind.valueOf(cell[3]), Side.valueOf(cell[4]))));
    }

    public static FictionalCompany read() {
        FictionalCompany company = new FictionalCompany();
        for (String line : lines("/onebook/print/company.txt")) {
            if (line.startsWith("account ")) {
                company.account(line.split(" "));
            } else if (!line.startsWith("#")) {
                company.entry(line);
            }
        }
        return company;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = FictionalCompany.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void put(Account account) {
        accounts.put(account.code(), account);
    }

    private void account(String[] words) {
        String unit = "";
        String currency = "";
        Set<Account.Dimension> dimensions = Set.of();
        for (String word : words) {
            String value = word.substring(word.indexOf('=') + 1);
            unit = word.startsWith("unit=") ? value : unit;
            currency = word.startsWith("currency=") ? value : currency;
            dimensions = word.startsWith("dimension=")
                    ? Set.of(Account.Dimension.valueOf(value)) : dimensions;
        }
        put(new Account(AccountCode.of(words[1]), words[2], words[2],
                Account.Kind.valueOf(words[3]), Side.valueOf(words[4]),
                new Account.Asks(dimensions, currency, unit)));
    }

    // 2025-10-08 entry 销售电机_甲公司 : D 1122 22600.00 甲公司; C 5001 22600.00
    private void entry(String line) {
        String[] parts = line.split(" : ?", 2);
        String[] head = parts[0].strip().split(" ", 3);
        LocalDate date = LocalDate.parse(head[0]);
        Optional<EntryNumber> corrects = Optional.empty();
        String summary = head[2];
        List<Posting> postings = new ArrayList<>();
        if (head[1].equals("red")) {
            corrects = Optional.of(EntryNumber.parse(head[2].split(" ")[0]));
            summary = head[2].split(" ")[1];
            entries.get(corrects.get()).postings().forEach(one -> postings.add(one.red()));
        } else {
            for (String one : parts[1].split(";")) {
                postings.add(posting(one.strip().split(" ")));
            }
        }
        Kind kind = switch (head[1]) {
            case "opening" -> Kind.OPENING;
            case "red" -> Kind.CORRECTION;
            case "closing", "transfer" -> Kind.CLOSING;
            default -> Kind.ORDINARY;
        };
        String rule = head[1].equals("transfer") ? JournalEntry.PROFIT_TRANSFER : head[1];
        EntryNumber number = new EntryNumber(
                Period.of(date), last.merge(Period.of(date), 1, Integer::sum));
        entries.put(number, new JournalEntry(number, date, kind, summary.replace('_', ' '),
                postings, List.of(), rule, "测试", new Hands("王会计", "李主管", "rule"),
                "p" + entries.size(), corrects, 2, List.of()));
    }

    private static Posting posting(String[] words) {
        Posting.Details details = Posting.Details.NONE;
        String party = "";
        for (int word = 3; word < words.length; word++) {
            String value = words[word].substring(words[word].indexOf('=') + 1);
            String[] pair = value.split("@");
            switch (words[word].substring(0, Math.max(0, words[word].indexOf('=')))) {
                case "q" -> details = details.with(new Posting.Quantity(
                        new BigDecimal(pair[0]), new BigDecimal(pair[1])));
                case "f" -> details = details.with(new Posting.Foreign(Money.of(
                        new BigDecimal(pair[0].substring(3)), pair[0].substring(0, 3)),
                        new BigDecimal(pair[1])));
                case "department" -> details = details.with(Account.Dimension.DEPARTMENT, value);
                case "memo" -> details = details.withMemo(value);
                default -> party = words[word];
            }
        }
        return new Posting(AccountCode.of(words[1]),
                words[0].equals("D") ? Side.DEBIT : Side.CREDIT, Money.parse(words[2]), party,
                details);
    }

    public ChartOfAccounts chart() {
        return new ChartOfAccounts(accounts.values());
    }

    public List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    public Records records() {
        return Records.of(entries.values());
    }
}
