package onebook.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.document.table.CellText;
import onebook.document.table.Row;
import onebook.ledger.AccountCode;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;
import onebook.words.Sentence;

/**
 * 工资表: the wages of one month, a row per person, with what the company and the person bear of
 * social insurance and housing fund and the income tax withheld.
 */
public final class Wages {
    private final WageRules rules;
    private final List<Person> people = new ArrayList<>();

    /** Amounts by the names of the columns in wages.yaml; absent where the row has none. */
    private record Person(String name, String expense, Map<String, Money> amounts) {
        Money of(String column) {
            return amounts.getOrDefault(column, Money.ZERO);
        }
    }

    private Wages(WageRules rules) {
        this.rules = rules;
    }

    /**
     * Reads the rows below the first row that names 姓名 and 应发工资. Rows without a name, and a row
     * of totals, are left out. Throws {@link IllegalArgumentException} that names the row.
     */
    public static Wages of(List<Row> rows, WageRules rules) {
        Wages wages = new Wages(rules);
        Map<String, Integer> columns = new HashMap<>();
        for (Row row : rows) {
            if (columns.isEmpty()) {
                columns.putAll(wages.header(row));
            } else if (!row.isBlank()) {
                wages.add(row, columns);
            }
        }
        if (wages.people.isEmpty()) {
            throw new IllegalArgumentException("a table with 姓名 and 应发工资 and a row per person");
        }
        return wages;
    }

    private Map<String, Integer> header(Row row) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String label = CellText.label(row.cell(i));
            int column = i;
            rules.columns().forEach((name, words) -> {
                if (words.stream().map(CellText::label).anyMatch(label::equals)) {
                    found.putIfAbsent(name, column);
                }
            });
        }
        return found.containsKey("name") && found.containsKey("wages") ? found : Map.of();
    }

    private void add(Row row, Map<String, Integer> columns) {
        String name = row.cell(columns.get("name"));
        if (name.isEmpty() || name.matches("合计|总计|小计|total")) {
            return;
        }
        Map<String, Money> amounts = new LinkedHashMap<>();
        for (String column : List.of("wages", "withheldSocial", "withheldFund", "tax", "social",
                "fund")) {
            if (columns.containsKey(column)) {
                amounts.put(column, amount(row, columns.get(column)));
            }
        }
        String expense = columns.containsKey("expense")
                ? row.cell(columns.get("expense")) : "";
        if (!expense.isEmpty()) {
            AccountCode.of(expense);
        }
        people.add(new Person(name, expense, amounts));
    }

    private static Money amount(Row row, int column) {
        String text = CellText.half(row.cell(column)).replace(",", "");
        try {
            Money amount = text.isEmpty() ? Money.ZERO : Money.of(new BigDecimal(text), Money.CNY);
            if (!amount.isNegative()) {
                return amount;
            }
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "row " + row.number() + ": no amount: " + text, wrong);
        }
        throw new IllegalArgumentException("row " + row.number() + ": below zero: " + text);
    }

    /** What the wages of a month may be booked once under. */
    public static String keyOf(Period month) {
        return "wages:" + month;
    }

    /** @param document SHA-256 of the file; @param name of the file */
    public Proposal accrual(Period month, String document, String name) {
        Map<AccountCode, Money> debits = new TreeMap<>();
        for (Person person : people) {
            for (String part : List.of("wages", "social", "fund")) {
                AccountCode account = AccountCode.of(person.expense().isEmpty()
                        ? rules.expense().get(part) : person.expense());
                debits.merge(account, person.of(part), Money::plus);
            }
        }
        List<Posting> lines = new ArrayList<>();
        debits.forEach((account, amount) ->
                lines.add(new Posting(account, Side.DEBIT, amount, "")));
        for (String part : List.of("wages", "social", "fund")) {
            lines.add(Posting.credit(rules.owed().get(part), sum(part)));
        }
        withheld(lines);
        lines.removeIf(line -> line.amount().isZero());
        Sentence why = Sentence.of("recurring.wages", people.size(), sum("wages"),
                sum("withheldSocial"), sum("withheldFund"), sum("tax"), sum("social"),
                sum("fund"));
        return new Proposal(keyOf(month), month.lastDay(), JournalEntry.Kind.ORDINARY,
                "计提 " + month + " 工资", lines,
                List.of(Evidence.ofField(document, "wages", name)), "wages-accrual", why.chinese(),
                List.of(keyOf(month), "document:" + document), Optional.empty());
    }

    private void withheld(List<Posting> lines) {
        Money all = sum("withheldSocial").plus(sum("withheldFund")).plus(sum("tax"));
        lines.add(Posting.debit(rules.owed().get("wages"), all));
        Map.of("social", "withheldSocial", "fund", "withheldFund", "tax", "tax").entrySet()
                .stream().sorted(Map.Entry.comparingByKey()).forEach(one -> {
                    WageRules.Withheld to = rules.withheld().get(one.getKey());
                    lines.add(Posting.credit(to.account(), sum(one.getValue()), to.party()));
                });
    }

    private Money sum(String part) {
        return Money.sum(people.stream().map(person -> person.of(part)).toList());
    }
}
