package onebook.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;

/**
 * A book as beancount text. Accounts have no Chinese names there: 1002.01 is Assets:A1002:01 and
 * says its name as metadata; cost accounts (4001 生产成本) stand among the assets, as in the
 * balance sheet. Debits are positive. Each month ends with what every account then holds.
 */
public final class Beancount {
    private static final Map<Account.Kind, String> ROOTS = Map.of(Account.Kind.ASSET, "Assets",
            Account.Kind.COST, "Assets", Account.Kind.LIABILITY, "Liabilities",
            Account.Kind.EQUITY, "Equity", Account.Kind.INCOME, "Income",
            Account.Kind.EXPENSE, "Expenses");
    private static final int AMOUNT_AT = 44;

    private final Whole book;
    private final Map<String, String> files;
    private final Writer out;
    private final Map<AccountCode, String> names = new HashMap<>();

    /**
     * @param files path of each document by its SHA-256, from the folder of the text
     */
    private Beancount(Whole book, Map<String, String> files, Writer out) {
        this.book = book;
        this.files = files;
        this.out = out;
    }

    /** @param files path of each document by its SHA-256, from the folder of the text */
    public static void write(Whole book, Map<String, String> files, Writer out) {
        Beancount text = new Beancount(book, files, out);
        text.head();
        book.chart().all().forEach(text::open);
        book.each(text::entry);
        book.roll(text::assertions);
    }

    private void line(String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void head() {
        line("; " + book.software());
        line("option \"title\" " + quoted(book.company().name()));
        line("option \"operating_currency\" \"" + Money.CNY + "\"");
        line("");
    }

    private void open(Account account) {
        LocalDate day = book.company().from().firstDay();
        line(day + " open " + name(account.code()) + " " + Money.CNY);
        line("  code: \"" + account.code() + "\"");
        line("  name: " + quoted(account.name()));
        if (!account.englishName().isBlank()) {
            line("  english: " + quoted(account.englishName()));
        }
    }

    /** Assets:A1002:01 for 1002.01. */
    private String name(AccountCode code) {
        return names.computeIfAbsent(code, key -> {
            String root = book.chart().find(key).map(account -> ROOTS.get(account.kind()))
                    .orElse("Equity");
            return root + ":A" + key.value().replace('.', ':');
        });
    }

    private void entry(JournalEntry entry) {
        line("");
        line(entry.date() + " * " + quoted(entry.summary()));
        line("  entry: \"" + entry.number() + "\"");
        line("  kind: \"" + entry.kind().name().toLowerCase(Locale.ROOT) + "\"");
        line("  rule: " + quoted(entry.rule()));
        line("  why: " + quoted(entry.why()));
        line("  prepared: " + quoted(entry.hands().preparer()));
        line("  reviewed: " + quoted(entry.hands().reviewer()));
        line("  posted: " + quoted(entry.hands().poster()));
        entry.corrects().ifPresent(number -> line("  corrects: \"" + number + "\""));
        int papers = 0;
        for (String document : entry.evidence().stream().map(Evidence::document)
                .filter(one -> !one.isEmpty()).distinct().toList()) {
            String key = papers == 0 ? "document" : "document-" + (papers + 1);
            line("  " + key + ": " + quoted(files.getOrDefault(document, document)));
            papers++;
        }
        entry.postings().forEach(this::posting);
    }

    private void posting(Posting line) {
        line("  " + padded(name(line.account())) + line.signed() + " " + Money.CNY);
        if (!line.party().isEmpty()) {
            line("    party: " + quoted(line.party()));
        }
        Posting.Details more = line.details();
        if (!more.memo().isEmpty()) {
            line("    memo: " + quoted(more.memo()));
        }
        more.dimensions().forEach((dimension, value) -> line("    "
                + dimension.name().toLowerCase(Locale.ROOT).replace('_', '-') + ": "
                + quoted(value)));
        more.foreign().ifPresent(foreign -> line("    foreign: \"" + foreign.amount() + " "
                + foreign.amount().currency() + " x " + foreign.rate().toPlainString() + "\""));
        more.quantity().ifPresent(units -> line("    quantity: \""
                + units.count().toPlainString() + " x " + units.unitPrice().toPlainString()
                + "\""));
    }

    private static String padded(String account) {
        return account + " ".repeat(Math.max(2, AMOUNT_AT - account.length()));
    }

    /** Beancount looks at the beginning of a day: the end of a month is the next month's first. */
    private void assertions(List<BalanceRoll.Row> month) {
        Map<AccountCode, Money> closing = new TreeMap<>();
        month.forEach(row -> closing.merge(row.account(), row.closing(), Money::plus));
        if (!month.isEmpty()) {
            LocalDate day = month.get(0).period().next().firstDay();
            line("");
            closing.forEach((code, money) -> line(day + " balance " + padded(name(code)) + money
                    + " " + Money.CNY));
        }
    }

    /** A line end within a text would end what beancount reads as one. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"")
                .replaceAll("[\\r\\n]+", " ") + '"';
    }
}
