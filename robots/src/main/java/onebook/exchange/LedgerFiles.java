package onebook.exchange;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import onebook.ledger.Account;
import onebook.ledger.Account.Dimension;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/**
 * A book as the CSV that book import reads again: accounts.csv, vouchers.csv, balances.csv. The
 * same book gives the same bytes.
 */
public final class LedgerFiles {
    private static final String[] VOUCHER = {"entry", "date", "account", "description", "debit",
        "credit", "account_name", "memo", "party", "employee", "department", "project",
        "bank_account", "currency", "foreign", "rate", "quantity", "price", "cash_flow",
        "attachments", "preparer", "reviewer", "poster", "kind", "corrects", "rule", "why", "keys",
        "evidence"};

    private LedgerFiles() { }

    /** code,name,english,kind,side,dimensions,currency,unit in order of code. */
    public static void accounts(Whole book, Writer out) {
        CsvWriter csv = new CsvWriter(out);
        csv.header("code", "name", "english", "kind", "side", "dimensions", "currency", "unit");
        for (Account account : book.chart().all()) {
            csv.figure(account.code()).text(account.name()).text(account.englishName())
                    .figure(lower(account.kind())).figure(lower(account.normalSide()))
                    .figure(account.asks().dimensions().stream().sorted()
                            .map(LedgerFiles::lower).collect(Collectors.joining(" ")))
                    .figure(account.asks().currency()).text(account.asks().unit()).end();
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** One row for each line of each entry; see templates/exchange/vouchers-onebook.yaml. */
    public static void vouchers(Whole book, Writer out) {
        CsvWriter csv = new CsvWriter(out);
        csv.header(VOUCHER);
        book.each(entry -> {
            for (Posting line : entry.postings()) {
                line(entry, line, book.chart(), csv);
            }
        });
    }

    private static void line(JournalEntry entry, Posting line, ChartOfAccounts chart,
            CsvWriter csv) {
        csv.figure(entry.number()).figure(entry.date()).figure(line.account())
                .text(entry.summary());
        boolean isDebit = line.side() == Side.DEBIT;
        csv.figure(isDebit ? line.amount() : "").figure(isDebit ? "" : line.amount())
                .text(chart.find(line.account()).map(Account::name).orElse(""));
        details(line, csv);
        csv.figure(entry.attachments() == 0 ? "" : entry.attachments())
                .text(entry.hands().preparer()).text(entry.hands().reviewer())
                .text(entry.hands().poster()).figure(lower(entry.kind()))
                .figure(entry.corrects().map(Object::toString).orElse(""))
                .text(entry.rule()).text(entry.why()).text(String.join("\n", entry.keys()))
                .text(entry.evidence().stream().map(LedgerFiles::place)
                        .collect(Collectors.joining("\n"))).end();
    }

    private static void details(Posting line, CsvWriter csv) {
        Posting.Details more = line.details();
        csv.text(more.memo()).text(line.party());
        for (Dimension dimension : List.of(Dimension.EMPLOYEE, Dimension.DEPARTMENT,
                Dimension.PROJECT, Dimension.BANK_ACCOUNT)) {
            csv.text(more.dimensions().getOrDefault(dimension, ""));
        }
        more.foreign().ifPresentOrElse(foreign -> csv.figure(foreign.amount().currency())
                .figure(foreign.amount()).figure(foreign.rate().toPlainString()),
                () -> csv.none().none().none());
        more.quantity().ifPresentOrElse(units -> csv.figure(units.count().toPlainString())
                .figure(units.unitPrice().toPlainString()), () -> csv.none().none());
        csv.figure(more.cashFlow() == 0 ? "" : more.cashFlow());
    }

    /** SHA-256 of the file and the field or line in it, or the reason why there is no paper. */
    private static String place(Evidence evidence) {
        return evidence.document().isEmpty() ? "reason " + evidence.text()
                : evidence.document() + " " + evidence.path();
    }

    /** Each month of each account and party: what it brought forward, turned over, carries on. */
    public static void balances(Whole book, Writer out) {
        ChartOfAccounts chart = book.chart();
        CsvWriter csv = new CsvWriter(out);
        csv.header("period", "account", "account_name", "party", "opening", "debit", "credit",
                "closing");
        book.roll(month -> month.forEach(row -> csv.figure(row.period())
                .figure(row.account())
                .text(chart.find(row.account()).map(Account::name).orElse(""))
                .text(row.party()).figure(row.opening()).figure(row.debit()).figure(row.credit())
                .figure(row.closing()).end()));
    }
}
