package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.finding.Filings.Filing;
import onebook.lender.finding.Months.Sum;
import onebook.report.Ageing;

/**
 * What a lender of a kind asks for, as rows of one table: section, item, party, count, amount,
 * share. 发票贷 asks for all that was invoiced, 税金贷 for returns against book and bank; both for
 * 账龄 and 余额调节表.
 */
public final class Profile {
    private static final int PARTIES = 10;
    private static final List<Ageing.Bucket> BUCKETS =
            Ageing.buckets(Resources.text("/templates/report/ageing.csv"));

    /** One row; what does not apply is empty. */
    public record Row(String section, String item, String party, String count, String amount,
            String share) { }

    private final Facts facts;
    private final Scope scope;
    private final List<Row> rows = new ArrayList<>();

    private Profile(Facts facts, Scope scope) {
        this.facts = facts;
        this.scope = scope;
    }

    static List<Row> of(Facts facts, Scope scope) {
        Profile profile = new Profile(facts, scope);
        if (scope.profile().equals("invoice-loan")) {
            profile.invoices(true);
            profile.invoices(false);
        } else if (scope.profile().equals("tax-loan")) {
            profile.returns();
        }
        profile.ageing("应收账龄 receivables by age", facts.receivables);
        profile.ageing("应付账龄 payables by age", facts.payables);
        profile.banks();
        return profile.rows;
    }

    private void row(String section, String item, String party, String count, Object amount) {
        rows.add(new Row(section, item, party, count, amount.toString(), ""));
    }

    private static final class Counts {
        private int count;
        private int red;
        private int voided;
        private Money gross = Money.ZERO;
        private Money redGross = Money.ZERO;

        void add(Invoices.Row row) {
            if (row.status() == Invoices.Status.VOID) {
                voided++;
                return;
            }
            count++;
            gross = gross.plus(row.gross());
            if (row.gross().isNegative()) {
                red++;
                redGross = redGross.plus(row.gross());
            }
        }
    }

    private void invoices(boolean isSale) {
        String section = isSale ? "销项发票 invoices issued" : "进项发票 invoices received";
        int empty = 0;
        Counts all = new Counts();
        for (Period month : scope.months()) {
            Counts counts = new Counts();
            facts.invoices.all().stream().filter(row -> row.isSale() == isSale
                    && facts.invoices.counts(row) && row.month().get().equals(month))
                    .forEach(row -> {
                        counts.add(row);
                        all.add(row);
                    });
            empty += counts.count == 0 ? 1 : 0;
            row(section, month + (facts.invoices.isListed(month)
                    ? " 税局清单 by the bureau's list" : " 已登记文件 by files"), "",
                    "" + counts.count, counts.gross);
        }
        row(section, "合计 total", "", "" + all.count, all.gross);
        row(section, "没有开票的月份 months without", "", "" + empty, "");
        rows.add(new Row(section, "红字 red", "", "" + all.red, all.redGross.toString(),
                share(all.red, all.count)));
        rows.add(new Row(section, "作废 void", "", "" + all.voided, "",
                share(all.voided, all.count + all.voided)));
        Concentration parties = Concentration.of(facts, scope, isSale);
        for (Concentration.Share one : parties.largest(PARTIES)) {
            rows.add(new Row(section, isSale ? "主要客户 customer" : "主要供应商 supplier",
                    PartyName.shown(one.party()), "" + one.count(), one.gross().toString(),
                    parties.share(one.gross()).orElse("")));
        }
    }

    /** Rounded half up to four decimals. */
    private static String share(int part, int whole) {
        return whole == 0 ? "" : java.math.BigDecimal.valueOf(part).divide(
                java.math.BigDecimal.valueOf(whole), 4, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void returns() {
        for (Filing filing : facts.filings.all()) {
            if (!scope.holds(filing.to())) {
                continue;
            }
            String section = "申报表 return " + filing.form() + " " + filing.from() + " – "
                    + filing.to();
            figure(section, "申报销售额 sales declared", filing.figure("sales"));
            figure(section, "申报收入 revenue declared", filing.figure("revenue"));
            row(section, "账面收入 revenue of the book", "", "", facts.months.of(filing.from(),
                    filing.to(), Sum.NET));
            figure(section, "应补税额 tax payable", filing.figure("payable"));
            Sum paid = filing.form().equals("cit-prepay") ? Sum.INCOME_TAX_PAID : Sum.VAT_PAID;
            boolean isTax = filing.figure("payable").isPresent();
            if (isTax) {
                row(section, "期后一个月银行缴纳 paid by bank in the month after", "", "",
                        facts.months.of(filing.to().next(), paid));
            }
            row(section, "回执 receipt", "", filing.hasReceipt() ? "1" : "0", "");
        }
        for (Period month : scope.months()) {
            row("缴税 taxes paid by bank", "增值税 VAT " + month, "", "",
                    facts.months.of(month, Sum.VAT_PAID));
            row("缴税 taxes paid by bank", "企业所得税 income tax " + month, "", "",
                    facts.months.of(month, Sum.INCOME_TAX_PAID));
        }
    }

    private void figure(String section, String item, Optional<Money> amount) {
        amount.ifPresent(one -> row(section, item, "", "", one));
    }

    private void ageing(String section, PartyMonths parties) {
        for (Ageing.Row one : parties.ageing(scope.to(), BUCKETS)) {
            String party = PartyName.shown(one.party());
            for (int i = 0; i < BUCKETS.size(); i++) {
                if (!one.amounts().get(i).isZero()) {
                    row(section, BUCKETS.get(i).label(), party, "", one.amounts().get(i));
                }
            }
            if (!one.advance().isZero()) {
                row(section, "预收预付 paid in advance", party, "", one.advance());
            }
            row(section, "合计 total", party, "", one.total());
        }
    }

    private void banks() {
        for (BankState state : BankState.of(facts, scope.to())) {
            String section = "余额调节表 bank reconciliation " + state.account();
            row(section, "银行余额 bank", "", "", state.chain().closing()
                    .map(Money::toString).orElse("流水未载余额 not stated"));
            row(section, "账面余额 book", "", "", state.book());
            row(section, "未入账流水 lines not booked", "", "" + state.waitingLines(),
                    state.waiting());
            row(section, "尚有差异 difference to explain", "", "", state.difference()
                    .map(Money::toString).orElse(""));
        }
    }
}
