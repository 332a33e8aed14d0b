package onebook.tax;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Company;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;
import onebook.ledger.Records;
import onebook.report.Drill;
import onebook.report.Figure;
import onebook.report.StatementLine;
import onebook.report.Statements;
import onebook.report.Term;

/**
 * The sheet 来源: a block per filled cell, first its address and value, then what adds up to it:
 * other lines, or accounts and parties with the numbers of their entries. Long lists end with a
 * count.
 */
final class StatementSources {
    /** What a block lists before the rest is added up. */
    private static final int MOST_TERMS = 200;
    /** Numbers of entries a row names. */
    private static final int MOST_NAMED = 20;
    /** Entries that are read to name them; a larger book is sent to its ledgers. */
    private static final int MOST_READ = 50_000;

    private static final List<String> TITLES = List.of("工作表", "单元格", "行次", "项目", "金额",
            "科目", "科目名称", "往来单位", "计入金额", "凭证");

    private final Statements statements;
    private final Company company;
    private final Records records;
    private final ChartOfAccounts chart;
    private Map<Term, Drill.Found> entries = Map.of();
    private int row = 1;

    StatementSources(Statements statements, Company company, Records records) {
        this.statements = statements;
        this.company = company;
        this.records = records;
        this.chart = statements.chart();
    }

    void fill(FormSheet sheet, List<StatementSheet> filled) {
        sheet.widths(20, 9, 6, 50, 18, 12, 24, 30, 18, 90);
        sheet.text("A1", "J1", "来源：每个金额从哪些科目、单位和凭证来", Ink.TITLE);
        sheet.height(1, 28);
        sheet.text("A2", "J2", company.name() + "　" + statements.span().from() + " 至 "
                + statements.span().to() + read(), Ink.NOTE);
        for (int column = 0; column < TITLES.size(); column++) {
            sheet.text((char) ('A' + column) + "3", TITLES.get(column), Ink.HEADER);
        }
        sheet.freezeRows(3);
        row = 4;
        for (StatementSheet one : filled) {
            one.filled().lines().forEach(line -> {
                block(sheet, one, line, 0);
                block(sheet, one, line, 1);
            });
        }
        sheet.paper(true, false);
    }

    /** Finds the entries where they are not too many; says how many there are where they are. */
    private String read() {
        long count = records.count(new Records.Query(Optional.empty(),
                Optional.of(statements.span().to()), Optional.empty(), ""));
        if (count > MOST_READ) {
            return "　账内凭证共 " + count + " 张，多于 " + MOST_READ + " 张，凭证号不逐一列出：按科目和往来单位查明细账";
        }
        entries = Drill.all(statements.forms().stream().flatMap(form -> form.lines().stream())
                .flatMap(line -> line.both().stream())
                .flatMap(figure -> figure.terms().stream().limit(MOST_TERMS)).toList(),
                records, MOST_NAMED);
        return "";
    }

    private void block(FormSheet sheet, StatementSheet from, StatementLine line, int column) {
        Figure figure = line.both().get(column);
        if (figure.terms().isEmpty()) {
            return;
        }
        String address = from.addresses(line.number()).get(column);
        int head = row++;
        String target = from.sheet().reference(address);
        sheet.text("A" + head, from.sheet().name(), Ink.TEXT_BOLD);
        sheet.text("B" + head, address, Ink.LINK);
        sheet.link("B" + head, target);
        sheet.text("C" + head, String.valueOf(line.number()), Ink.CENTERED);
        sheet.text("D" + head, caption(from, line.number()) + "　"
                + from.filled().titles().both().get(column), Ink.TEXT_BOLD);
        sheet.formula("E" + head, target, figure.amount(), Ink.MONEY_BOLD);
        List.of("F", "G", "H", "J").forEach(letter -> sheet.blank(letter + head, Ink.TEXT));
        List<Integer> addends = from.filled().form().totals().get(line.number());
        if (addends == null) {
            terms(sheet, figure);
        } else {
            addends.forEach(other -> addend(sheet, from, other, column));
        }
        String parts = row - 1 > head ? "SUM(I%d:I%d)".formatted(head + 1, row - 1) : "0";
        sheet.formula("I" + head, parts, figure.amount(), Ink.MONEY_BOLD);
        from.sheet().link(address, sheet.reference("B" + head));
    }

    private static String caption(StatementSheet from, int line) {
        return from.filled().form().line(line).chinese().strip();
    }

    private void addend(FormSheet sheet, StatementSheet from, int signed, int column) {
        int line = Math.abs(signed);
        Money amount = from.filled().line(line).both().get(column).amount();
        if (amount.isZero()) {
            return;
        }
        texts(sheet, (signed < 0 ? "减第" : "第") + line + "行", caption(from, line), "", "");
        sheet.money("I" + row++, signed < 0 ? amount.negated() : amount, Ink.MONEY);
    }

    private void terms(FormSheet sheet, Figure figure) {
        List<Term> shown = figure.terms().stream().limit(MOST_TERMS).toList();
        for (Term term : shown) {
            AccountCode account = term instanceof Term.Flow flow ? flow.contra()
                    : term.accounts().iterator().next();
            String name = chart.find(account).map(one -> one.name()).orElse("");
            String party = term instanceof Term.Balance one ? one.party().orElse("") : "";
            texts(sheet, account.value(), name, party, entries(term));
            sheet.money("I" + row++, term.amount(), Ink.MONEY);
        }
        if (shown.size() < figure.terms().size()) {
            List<Term> rest = figure.terms().subList(shown.size(), figure.terms().size());
            texts(sheet, "其余", rest.size() + " 项", "", "");
            sheet.money("I" + row++, Money.sum(rest.stream().map(Term::amount).toList()),
                    Ink.MONEY);
        }
    }

    private void texts(FormSheet sheet, String account, String name, String party, String entries) {
        List.of("A", "B", "C", "D", "E").forEach(letter -> sheet.blank(letter + row, Ink.TEXT));
        sheet.text("F" + row, account, Ink.TEXT);
        sheet.text("G" + row, name, Ink.TEXT);
        sheet.text("H" + row, party, Ink.TEXT);
        sheet.text("J" + row, entries, Ink.TEXT);
    }

    /** "2026-01-0001 2026-01-0007，共 2 张"; of many entries only the first are named. */
    private String entries(Term term) {
        Drill.Found found = entries.get(term);
        if (found == null) {
            return "见明细账";
        }
        String named = found.first().stream().map(EntryNumber::toString)
                .collect(Collectors.joining(" "));
        return named + (found.count() > found.first().size() ? " 等" : "") + "，共 "
                + found.count() + " 张";
    }
}
