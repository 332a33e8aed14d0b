package onebook.lender.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.finding.Months.Sum;
import onebook.lender.finding.Ratio.Input;
import onebook.report.BalanceSheet;
import onebook.report.CashMovement;
import onebook.report.IncomeStatement;

/**
 * Ratios a lender computes, each with its formula and its inputs. Quotients are rounded half up to
 * four decimals, days to whole days; averages are of the beginning of the year and the end.
 */
final class Ratios {
    private static final String ZERO = "分母为零或为负 the divisor is zero or below";
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final BalanceSheet sheet;
    private final IncomeStatement income;
    private final CashMovement cash;
    private final Facts facts;
    private final Scope scope;
    private final List<Ratio> ratios = new ArrayList<>();

    /** The statements of a span. */
    record Statements(BalanceSheet sheet, IncomeStatement income, CashMovement cash) { }

    private Ratios(Statements statements, Facts facts, Scope scope) {
        this.sheet = statements.sheet;
        this.income = statements.income;
        this.cash = statements.cash;
        this.facts = facts;
        this.scope = scope;
    }

    static List<Ratio> of(Statements statements, Facts facts, Scope scope) {
        Ratios all = new Ratios(statements, facts, scope);
        all.position();
        all.earning();
        all.turning();
        all.paying();
        all.taxes();
        return all.ratios;
    }

    private Input bs(int line) {
        return new Input("BS" + line, sheet.line(line).first().amount());
    }

    private Input begin(int line) {
        return new Input("BS" + line + "年初", sheet.line(line).second().amount());
    }

    private Input pl(int line) {
        return new Input("PL" + line, income.line(line).first().amount());
    }

    /** Names of a ratio: code, Chinese, English, formula. */
    private record Name(String code, String zh, String en, String formula) { }

    private void add(Name name, BigDecimal above, BigDecimal below, Input... inputs) {
        boolean isThere = below.signum() > 0;
        ratios.add(new Ratio(name.code, name.zh, name.en, name.formula, List.of(inputs),
                isThere ? Optional.of(above.divide(below, 4, RoundingMode.HALF_UP)
                        .toPlainString()) : Optional.empty(), isThere ? "" : ZERO));
    }

    private void days(Name name, Input begin, Input end, Input flow) {
        int days = scope.months().stream().mapToInt(month -> month.lastDay().getDayOfMonth())
                .sum();
        BigDecimal average = begin.amount().toDecimal().add(end.amount().toDecimal())
                .multiply(BigDecimal.valueOf(days));
        BigDecimal below = flow.amount().toDecimal().multiply(TWO);
        boolean isThere = below.signum() > 0;
        ratios.add(new Ratio(name.code, name.zh, name.en, name.formula.replace("days",
                Integer.toString(days)), List.of(begin, end, flow), isThere
                ? Optional.of(average.divide(below, 0, RoundingMode.HALF_UP).toPlainString())
                : Optional.empty(), isThere ? "" : ZERO));
    }

    private void missing(Name name, String whyNot) {
        ratios.add(new Ratio(name.code, name.zh, name.en, name.formula, List.of(),
                Optional.empty(), whyNot));
    }

    private static BigDecimal of(Input input) {
        return input.amount().toDecimal();
    }

    private void position() {
        add(new Name("debt", "资产负债率", "debt to assets", "BS47/BS30"), of(bs(47)), of(bs(30)),
                bs(47), bs(30));
        add(new Name("current", "流动比率", "current ratio", "BS15/BS41"), of(bs(15)), of(bs(41)),
                bs(15), bs(41));
        add(new Name("quick", "速动比率", "quick ratio", "(BS15-BS9-BS5)/BS41"),
                of(bs(15)).subtract(of(bs(9))).subtract(of(bs(5))), of(bs(41)), bs(15), bs(9),
                bs(5), bs(41));
    }

    private void earning() {
        add(new Name("gross_margin", "毛利率", "gross margin", "(PL1-PL2)/PL1"),
                of(pl(1)).subtract(of(pl(2))), of(pl(1)), pl(1), pl(2));
        add(new Name("net_margin", "净利率", "net margin", "PL32/PL1"), of(pl(32)), of(pl(1)),
                pl(32), pl(1));
        add(new Name("roe", "净资产收益率", "return on equity", "PL32/((BS52年初+BS52)/2)"),
                of(pl(32)).multiply(TWO), of(begin(52)).add(of(bs(52))), pl(32), begin(52),
                bs(52));
        add(new Name("roa", "总资产收益率", "return on assets", "PL32/((BS30年初+BS30)/2)"),
                of(pl(32)).multiply(TWO), of(begin(30)).add(of(bs(30))), pl(32), begin(30),
                bs(30));
    }

    private void turning() {
        days(new Name("receivable_days", "应收账款周转天数", "days of receivables",
                "(BS4年初+BS4)/2*days/PL1"), begin(4), bs(4), pl(1));
        days(new Name("inventory_days", "存货周转天数", "days of inventory",
                "(BS9年初+BS9)/2*days/PL2"), begin(9), bs(9), pl(2));
        days(new Name("payable_days", "应付账款周转天数", "days of payables",
                "(BS33年初+BS33)/2*days/PL2"), begin(33), bs(33), pl(2));
    }

    private void paying() {
        add(new Name("interest_cover", "利息保障倍数", "interest cover", "(PL30+PL19)/PL19"),
                of(pl(30)).add(of(pl(19))), of(pl(19)), pl(30), pl(19));
        Input operating = new Input("CF7", cash.upTo(6, scope.from(), scope.to()));
        add(new Name("cash_to_profit", "经营现金流/净利润", "operating cash to net profit", "CF7/PL32"),
                of(operating), of(pl(32)), operating, pl(32));
        missing(new Name("dscr", "偿债备付率", "debt service cover", "CF7/(12个月内应还本息)"),
                "账簿里没有还款计划 the book holds no plan of repayments");
        Input sold = new Input("PL1+VAT", pl(1).amount().plus(
                facts.months.of(scope.from(), scope.to(), Sum.VAT)));
        Money paid = Money.ZERO;
        TieOut tieOut = new TieOut(facts, scope);
        for (Period month : scope.months()) {
            paid = paid.plus(tieOut.received(month));
        }
        Input received = new Input("客户银行回款 customers at the bank", paid);
        add(new Name("bank_to_revenue", "银行流入/含税收入", "bank inflow to revenue with tax",
                "客户银行回款/(PL1+VAT)"), of(received), of(sold), received, sold);
    }

    private void taxes() {
        Input vat = new Input("2221.01缴纳", facts.months.of(scope.from(), scope.to(),
                Sum.VAT_PAID));
        add(new Name("vat_burden", "增值税税负率", "VAT burden", "缴纳增值税/PL1"), of(vat), of(pl(1)), vat,
                pl(1));
        add(new Name("income_tax", "所得税贡献率", "income tax to revenue", "PL31/PL1"), of(pl(31)),
                of(pl(1)), pl(31), pl(1));
        Period yearBefore = new Period(scope.from().year() - 1,
                scope.from().month());
        Name growth = new Name("growth", "销售增长", "growth of sales", "PL1/上年同期-1");
        if (facts.firstMonth().map(first -> first.compareTo(yearBefore) <= 0).orElse(false)) {
            Input before = new Input("上年同期 year before", facts.months.of(yearBefore,
                    new Period(scope.to().year() - 1, scope.to().month()),
                    Sum.NET));
            add(growth, of(pl(1)).subtract(of(before)), of(before), pl(1), before);
        } else {
            missing(growth, "账簿没有上年同期 the book does not hold the year before");
        }
        Concentration.of(facts, scope, true).ratios(ratios);
        Concentration.of(facts, scope, false).ratios(ratios);
    }
}
