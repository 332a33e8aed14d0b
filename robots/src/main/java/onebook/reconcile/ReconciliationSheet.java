package onebook.reconcile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a reconciliation as 银行存款余额调节表, one XLSX sheet: both balances with what is added and
 * taken, formulas kept, and below it the items. An archive item: it says who made it and when.
 */
public final class ReconciliationSheet {
    /** The columns of the lists: date, reference, summary, amount, cause, age. */
    private static final String[] LIST_HEADER = {"日期", "凭证号/流水号", "摘要", "金额", "形成原因", "账龄(天)"};
    private static final int FIRST_LIST_ROW = 17;

    private final Reconciliation reconciliation;
    private final SheetPen pen;
    private int row;

    /**
     * What the head and foot of the sheet say.
     *
     * @param company 单位
     * @param bank 开户行
     * @param preparer 编制人; empty leaves room to sign
     * @param prepared 编制日期
     */
    public record Title(String company, String bank, String number, String preparer,
            Optional<LocalDate> prepared) { }

    private ReconciliationSheet(Reconciliation reconciliation, SheetPen pen) {
        this.reconciliation = reconciliation;
        this.pen = pen;
    }

    /** Writes the file anew, with room for who prepares and reviews it. */
    public static void write(Reconciliation reconciliation, String company, Path to)
            throws IOException {
        write(reconciliation, new Title(company, "", "", "", Optional.empty()), to);
    }

    /** Writes the file anew. */
    public static void write(Reconciliation reconciliation, Title title, Path to)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(to)) {
            XSSFSheet sheet = workbook.createSheet("余额调节表");
            layOut(sheet);
            new ReconciliationSheet(reconciliation, new SheetPen(sheet)).fill(title);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.setForceFormulaRecalculation(true);
            workbook.write(out);
        }
    }

    private static void layOut(XSSFSheet sheet) {
        int[] widths = {26, 24, 40, 18, 34, 10};
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
    }

    private void fill(Title title) {
        pen.title(0, "银行存款余额调节表");
        pen.note(1, 0, "单位：" + title.company());
        pen.note(1, 2, "开户行：" + title.bank());
        pen.note(2, 0, "账号：" + title.number());
        pen.note(2, 1, "科目：" + reconciliation.account());
        pen.note(2, 2, "币种：人民币");
        pen.note(2, 3, "截止日期：" + reconciliation.end());
        row = FIRST_LIST_ROW - 1;
        String bankReceived = list("一、银行已收、企业未收", reconciliation.bankReceived());
        String bankPaid = list("二、银行已付、企业未付", reconciliation.bankPaid());
        String bookReceived = list("三、企业已收、银行未收", reconciliation.bookReceived());
        String bookPaid = list("四、企业已付、银行未付", reconciliation.bookPaid());
        balances(List.of(bankReceived, bankPaid, bookReceived, bookPaid));
        pen.note(13, 0, "编制人：" + title.preparer());
        pen.note(13, 2, "编制日期："
                + title.prepared().map(LocalDate::toString).orElse(""));
        pen.note(13, 3, "复核人：");
        pen.note(14, 0, "本表不是记账凭证：未达账项收到单据后才能入账；账龄超过一个月的须查明原因。");
    }

    /** The table proper; its sums point at the totals of the lists. */
    private void balances(List<String> totals) {
        pen.header(4, "项目", "金额", "项目", "金额");
        pair(5, "企业银行存款日记账余额", reconciliation.bookBalance(), "银行对账单余额",
                reconciliation.bankBalance());
        sums(6, "加：银行已收、企业未收", totals.get(0), "加：企业已收、银行未收", totals.get(2));
        sums(7, "减：银行已付、企业未付", totals.get(1), "减：企业已付、银行未付", totals.get(3));
        sums(8, "调节后余额", "B6+B7-B8", "调节后余额", "D6+D7-D8");
        pen.label(9, 0, "差额");
        pen.formula(9, 1, "B9-D9");
        pen.label(9, 2, "结论");
        pen.text(9, 3, conclusion());
    }

    private String conclusion() {
        if (!reconciliation.isBankStated()) {
            return "没有银行对账单余额";
        }
        return reconciliation.difference().isZero() ? "调节后相符" : "调节后不符，须查明";
    }

    private void pair(int at, String left, Money leftAmount, String right, Money rightAmount) {
        pen.label(at, 0, left);
        pen.amount(at, 1, leftAmount);
        pen.label(at, 2, right);
        pen.amount(at, 3, rightAmount);
    }

    private void sums(int at, String left, String leftFormula, String right, String rightFormula) {
        pen.label(at, 0, left);
        pen.formula(at, 1, leftFormula);
        pen.label(at, 2, right);
        pen.formula(at, 3, rightFormula);
    }

    /** Writes one list and gives the cell of its total. */
    private String list(String heading, List<Adjustment> items) {
        pen.note(row++, 0, heading);
        pen.header(row++, LIST_HEADER);
        int first = row;
        for (Adjustment item : items) {
            pen.text(row, 0, item.date().toString());
            pen.text(row, 1, item.reference());
            pen.text(row, 2, item.summary());
            pen.amount(row, 3, item.amount());
            pen.text(row, 4, item.cause().chinese());
            pen.age(row, 5, item.ageDays(reconciliation.end()), item.isOld(reconciliation.end()));
            row++;
        }
        int total = row++;
        pen.label(total, 0, "合计");
        pen.formula(total, 3, items.isEmpty() ? "0" : "SUM(D%d:D%d)".formatted(first + 1, total));
        row++;
        return "D" + (total + 1);
    }
}
