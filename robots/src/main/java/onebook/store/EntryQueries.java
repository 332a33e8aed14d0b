package onebook.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Records.Query;

/** Entries by month, account and text, some at a time. */
final class EntryQueries {
    private static final String ORDER = " ORDER BY period, sequence";

    /** A condition with what its marks stand for. */
    private static final class Condition {
        private final StringBuilder sql = new StringBuilder("1");
        private final List<Object> values = new ArrayList<>();

        Condition and(String more, Object... marks) {
            sql.append(" AND ").append(more);
            values.addAll(List.of(marks));
            return this;
        }

        Object[] with(Object... more) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(List.of(more));
            return all.toArray();
        }
    }

    private final BookFile file;

    EntryQueries(BookFile file) {
        this.file = file;
    }

    /** Those that post to one of the accounts or a detail of one, in order of number. Close it. */
    Stream<JournalEntry> entries(Set<AccountCode> accounts, Period from, Period to) {
        Condition where = new Condition().and("period BETWEEN ? AND ?", from.toString(),
                to.toString());
        return file.stream("SELECT body FROM " + numbers(accounts, where) + " JOIN leaf ON n = leaf"
                + ORDER, row -> EntryTables.entry(row.getBytes(1)), where.with());
    }

    long count(Query query) {
        Condition where = new Condition();
        String from = from(query, where);
        return file.one("SELECT count(*) FROM " + from, row -> row.getLong(1), where.with())
                .orElse(0L);
    }

    List<JournalEntry> window(Query query, long skip, int most) {
        Condition where = new Condition();
        String from = from(query, where);
        return file.all("SELECT body FROM (SELECT leaf AS at, period, sequence FROM " + from + ORDER
                + " LIMIT ? OFFSET ?) JOIN leaf ON n = at" + ORDER,
                row -> EntryTables.entry(row.getBytes(1)), where.with(most, skip));
    }

    private static String from(Query query, Condition where) {
        query.from().ifPresent(first -> where.and("period >= ?", first.toString()));
        query.to().ifPresent(last -> where.and("period <= ?", last.toString()));
        String numbers = numbers(query.account().map(Set::of).orElse(Set.of()), where);
        if (query.text().isBlank()) {
            return numbers;
        }
        return numbers + " JOIN leaf ON n = leaf WHERE " + mentions(query.text(), where);
    }

    /** The rows of entry within the condition that post to one of the accounts; all for none. */
    private static String numbers(Set<AccountCode> accounts, Condition where) {
        if (accounts.isEmpty()) {
            return "(SELECT * FROM entry WHERE " + where.sql + ")";
        }
        StringBuilder codes = new StringBuilder();
        for (AccountCode code : accounts) { // a code is digits and dots; '/' comes after '.'
            codes.append(codes.length() == 0 ? "" : " OR ").append("account = '").append(code)
                    .append("' OR account > '").append(code).append(".' AND account < '")
                    .append(code).append("/'");
        }
        return "(SELECT entry.* FROM (SELECT DISTINCT period, sequence FROM posting WHERE ("
                + codes + ") AND " + where.sql + ") JOIN entry USING (period, sequence))";
    }

    /** The line as a whole is looked at first: reading its parts is dear. */
    private static String mentions(String text, Condition where) {
        boolean isPlain = text.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
        if (isPlain) {
            where.values.add(text);
        }
        where.values.addAll(List.of(text, text, text, text, text));
        return "CASE WHEN " + (isPlain ? "instr(CAST(body AS TEXT), ?)" : "1")
                + " THEN number = ? OR instr(summary, ?) OR instr(json_extract(plain_leaf(body),"
                + " '$.d.why'), ?) OR EXISTS (SELECT 1 FROM json_each(plain_leaf(body),"
                + " '$.d.postings') WHERE instr(json_extract(value, '$.party'), ?)"
                + " OR instr(json_extract(value, '$.memo'), ?)) ELSE 0 END";
    }
}
