package onebook.tax;

import java.util.List;
import onebook.ledger.Company;
import onebook.ledger.Money;

/**
 * The sheet 来源: a block per filled cell, first its address and value, then what adds up to it:
 * sales by entry and invoice, a computation, or the periods of the year.
 */
final class VatSourceSheet {
    private static final List<String> TITLES = List.of("工作表", "单元格", "栏次", "项目", "金额", "来源",
            "凭证号", "发票号码", "日期", "计入金额", "说明");

    /** What a block lists before the rest is added up. */
    static final int MOST_LISTED = 2000;

    private final VatReturn vat;
    private final Company company;
    private int row = 1;

    VatSourceSheet(VatReturn vat, Company company) {
        this.vat = vat;
        this.company = company;
    }

    void fill(FormSheet sheet, List<FilledCell> filled) {
        sheet.widths(26, 9, 14, 74, 16, 12, 15, 26, 14, 16, 52);
        sheet.text("A1", "K1", "来源：每个金额从哪些凭证和发票来", Ink.TITLE);
        sheet.height(1, 28);
        note(sheet, "%s　%s　%s　规则：%s（%s 至 %s）".formatted(company.name(), company.taxId(),
                vat.period(), vat.rules().source(), vat.rules().validFrom(), vat.rules().validTo()),
                Ink.NOTE);
        note(sheet, "本期全部不含税销售额 %s，免税标准 %s，按%s申报；第20栏与账面税额（2221.01）的尾差 %s".formatted(
                vat.sales(), vat.rules().limit().of(vat.period()), vat.isExempt() ? "免税" : "应税",
                vat.roundingDifference()), Ink.NOTE);
        if (company.from().year() == vat.period().from().year() && company.from().month() > 1) {
            note(sheet, "账簿自 " + company.from() + " 开始，本年累计不含此前的月份，请补上。", Ink.WARNING);
        }
        vat.warnings().forEach(warning -> note(sheet, warning.chinese(), Ink.WARNING));
        row++;
        for (int column = 0; column < TITLES.size(); column++) {
            sheet.text((char) ('A' + column) + "" + row, TITLES.get(column), Ink.HEADER);
        }
        sheet.freezeRows(row++);
        filled.forEach(one -> block(sheet, one));
        sheet.paper(true, false);
    }

    private void note(FormSheet sheet, String text, Ink ink) {
        row++;
        sheet.text("A" + row, "K" + row, text, ink);
    }

    private void block(FormSheet sheet, FilledCell one) {
        int head = row++;
        String target = one.sheet().reference(one.address());
        sheet.text("A" + head, one.sheet().name(), Ink.TEXT_BOLD);
        sheet.text("B" + head, one.address(), Ink.LINK);
        sheet.link("B" + head, target);
        sheet.text("C" + head, one.number(), Ink.CENTERED);
        sheet.text("D" + head, one.what(), Ink.TEXT_BOLD);
        sheet.formula("E" + head, target, one.cell().value(), Ink.MONEY_BOLD);
        sheet.text("F" + head, "合计", Ink.TEXT_BOLD);
        sheet.text("G" + head, one.cell().entries().size() + " 张凭证", Ink.TEXT_BOLD);
        List.of("H", "I", "K").forEach(letter -> sheet.blank(letter + head, Ink.TEXT));
        List<Source> sources = one.cell().sources();
        sources.stream().limit(MOST_LISTED).forEach(source -> source(sheet, source));
        if (sources.size() > MOST_LISTED) {
            rest(sheet, sources.subList(MOST_LISTED, sources.size()));
        }
        sheet.formula("J" + head, "SUM(J%d:J%d)".formatted(head + 1, row - 1), one.cell().value(),
                Ink.MONEY_BOLD);
        one.sheet().link(one.address(), sheet.reference("B" + head));
    }

    private void rest(FormSheet sheet, List<Source> rest) {
        Money sum = Money.sum(rest.stream().map(Source::amount).toList());
        source(sheet, new Source.Computed("其余 " + rest.size() + " 项合计，见明细账", sum));
    }

    private void source(FormSheet sheet, Source source) {
        List.of("A", "B", "C", "D", "E").forEach(letter -> sheet.blank(letter + row, Ink.TEXT));
        if (source instanceof Source.Sale sale) {
            SalesLine line = sale.line();
            texts(sheet, line.issuedInvoice() ? line.special() ? "专用发票" : "其他发票" : "未开票",
                    line.entry().toString(), line.invoiceNumber(), line.date().toString(),
                    "征收率 " + Texts.percent(line.rate()) + "，税额 " + line.tax());
        } else if (source instanceof Source.Computed computed) {
            texts(sheet, "计算", "", "", "", computed.how());
        } else if (source instanceof Source.OfPeriod one) {
            texts(sheet, "所属期", "", "", one.period().toString(), "该期申报数");
        }
        sheet.money("J" + row, source.amount(), Ink.MONEY);
        row++;
    }

    private void texts(FormSheet sheet, String... values) {
        List<String> letters = List.of("F", "G", "H", "I", "K");
        for (int index = 0; index < values.length; index++) {
            sheet.text(letters.get(index) + row, values[index], Ink.TEXT);
        }
    }
}
