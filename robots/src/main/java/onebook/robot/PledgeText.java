package onebook.robot;

import java.util.List;
import onebook.ledger.Company;
import onebook.ledger.Money;

/** What to type into 中登网 about the receivables of a pledge. */
final class PledgeText {
    private PledgeText() { }

    /** One receivable of it. */
    record Line(Pledges.Debt debt, Pledges.Wanted wanted) { }

    static String of(Company company, String lender, List<Line> lines) {
        StringBuilder text = new StringBuilder("""
                应收账款描述（供在动产融资统一登记公示系统，即中登网，登记时填写）

                出质人/转让人：%s（统一社会信用代码 %s）
                质权人/受让人：%s
                应收账款明细：
                """.formatted(company.name(), company.taxId(), lender));
        int number = 0;
        for (Line line : lines) {
            number++;
            Pledges.Debt debt = line.debt();
            text.append("%d. 债务人：%s%s；发票号码：%s；开票日期：%s；金额（含税）：人民币 %s 元"
                    .formatted(number, debt.buyer(), debt.buyerTaxId().isEmpty() ? ""
                            : "（纳税人识别号 " + debt.buyerTaxId() + "）", debt.number(), debt.date(),
                            debt.amount()));
            line.wanted().contract().ifPresent(one -> text.append("；合同编号：").append(one));
            line.wanted().due().ifPresent(day -> text.append("；到期日：").append(day));
            text.append("。\n");
        }
        Money sum = Money.sum(lines.stream().map(line -> line.debt().amount()).toList());
        text.append("""
                合计 %d 笔，人民币 %s 元。

                请注意：在本登记处的登记只用于发现重复质押，不能代替在中登网的登记；
                质押和转让的优先顺序以中登网的登记为准，中登网对登记内容不作实质审查。
                The registry only finds what is pledged twice. It does not replace the
                registration at 中登网 (zhongdengwang.org.cn), from which priority comes.
                """.formatted(lines.size(), sum));
        return text.toString();
    }
}
