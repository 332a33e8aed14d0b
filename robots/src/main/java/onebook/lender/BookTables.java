package onebook.lender;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;
import onebook.report.BalanceSheet;
import onebook.report.FilledForm;
import onebook.report.Forms;
import onebook.report.IncomeStatement;
import onebook.report.Span;
import onebook.report.TrialBalance;
import onebook.seal.Sha256;

/**
 * The tables under books/, which follow from leaves alone: UTF-8, commas, newlines, the same bytes
 * for the same book. The writer writes them, the verifier computes them again and compares.
 */
public final class BookTables {
    /** A table that is made piece by piece, so that a large one need not be held. */
    interface Table {
        void into(Consumer<byte[]> sink);

        default byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            into(out::writeBytes);
            return out.toByteArray();
        }

        default String sha256() {
            MessageDigest digest = Sha256.digest();
            into(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** The first six columns are those OneBook imports. */
    private static final String JOURNAL_HEADER = "entry,date,account,description,debit,credit,"
            + "currency,party,account_name,kind,rule,by,documents\n";

    private BookTables() { }

    /** Requires the entries in the order of the log and the chart the package carries. */
    static SortedMap<String, Table> of(List<JournalEntry> entries, ChartOfAccounts chart,
            Period from, Period to) {
        Records records = Records.of(entries);
        SortedMap<String, Table> tables = new TreeMap<>();
        tables.put(PackageFiles.TRIAL_BALANCE,
                sink -> sink.accept(trialBalance(records, chart, from, to)));
        tables.put(PackageFiles.STATEMENTS,
                sink -> sink.accept(statements(records, chart, from, to)));
        tables.put(PackageFiles.JOURNAL, sink -> {
            sink.accept(utf8(JOURNAL_HEADER));
            entries.stream().filter(entry -> entry.period().compareTo(from) >= 0
                    && entry.period().compareTo(to) <= 0)
                    .forEach(entry -> sink.accept(utf8(rows(entry, chart))));
        });
        return tables;
    }

    /** The table whose hash a close leaf states, for its own month. */
    public static byte[] trialBalance(Records records, ChartOfAccounts chart, Period from,
            Period to) {
        return utf8(TrialBalance.of(records, chart, from, to).csv());
    }

    private static byte[] statements(Records records, ChartOfAccounts chart, Period from,
            Period to) {
        Forms forms = StatementForms.standard();
        StringBuilder text = new StringBuilder("form,line,first,second\n");
        append(text, BalanceSheet.of(records, chart, forms, to));
        append(text, IncomeStatement.of(records, chart, forms, Span.of(from, to)));
        return utf8(text.toString());
    }

    private static void append(StringBuilder text, FilledForm form) {
        form.lines().forEach(line -> text.append(form.form().name()).append(',')
                .append(line.number()).append(',').append(line.first().amount()).append(',')
                .append(line.second().amount()).append('\n'));
    }

    /** One row per posting. */
    private static String rows(JournalEntry entry, ChartOfAccounts chart) {
        StringBuilder text = new StringBuilder();
        String number = entry.number() + "," + entry.date() + ",";
        entry.postings().forEach(line -> append(text.append(number), entry, line, chart));
        return text.toString();
    }

    private static void append(StringBuilder text, JournalEntry entry, Posting line,
            ChartOfAccounts chart) {
        boolean debit = line.side() == Side.DEBIT;
        String amount = line.amount().toString();
        text.append(line.account()).append(',').append(quoted(entry.summary())).append(',')
                .append(debit ? amount : "").append(',').append(debit ? "" : amount).append(',')
                .append(line.amount().currency()).append(',').append(quoted(line.party()))
                .append(',')
                .append(quoted(name(chart, line.account()))).append(',').append(entry.kind())
                .append(',').append(quoted(entry.rule())).append(',').append(quoted(entry.by()))
                .append(',').append(String.join(" ", documents(entry))).append('\n');
    }

    private static String name(ChartOfAccounts chart, AccountCode code) {
        return chart.find(code).map(Account::name).orElse("");
    }

    private static List<String> documents(JournalEntry entry) {
        return entry.evidence().stream().map(Evidence::document)
                .filter(document -> !document.isEmpty()).distinct()
                .map(BookTables::quoted).toList();
    }

    /**
     * A spreadsheet takes a text that begins with = + - or @ for a formula: an apostrophe stops it.
     */
    public static String quoted(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
