package onebook.sample.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import onebook.sample.Fen;
import onebook.sample.paper.Zip;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Statements as workbooks: 建行, 工行 and 中行. */
public final class SheetStatement {
    private final Frame frame;
    private final XSSFWorkbook book;
    private final XSSFSheet sheet;

    private SheetStatement(Frame frame, XSSFWorkbook book) {
        this.frame = frame;
        this.book = book;
        this.sheet = book.createSheet(switch (frame.account().layout()) {
            case CCB -> "活期账户交易明细";
            case ICBC -> "HISTORYDETAIL";
            default -> "交易明细";
        });
    }

    public static byte[] of(Frame frame) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            SheetStatement it = new SheetStatement(frame, book);
            switch (frame.account().layout()) {
                case CCB -> it.ccb();
                case ICBC -> it.icbc();
                case BOC -> it.boc();
                default -> throw new IllegalArgumentException(frame.account().layout()
                        + " is no sheet");
            }
            return bytes(book);
        }
    }

    /** Without the time it was made. */
    static byte[] bytes(XSSFWorkbook book) throws IOException {
        Date date = new Date(1_767_225_600_000L);
        book.getProperties().getCoreProperties().setCreated(Optional.of(date));
        book.getProperties().getCoreProperties().setModified(Optional.of(date));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return Zip.settled(out.toByteArray());
    }

    private void add(Object... cells) {
        add(sheet, cells);
    }

    static void add(XSSFSheet sheet, Object... cells) {
        XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Double number) {
                row.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(number);
            } else if (!cells[i].toString().isEmpty()) {
                row.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .setCellValue(cells[i].toString());
            }
        }
    }

    /** Some exports have numbers as numbers, some as text. */
    private static Object money(String grouped, boolean numbers) {
        return numbers && !grouped.isEmpty() ? Double.valueOf(grouped.replace(",", "")) : grouped;
    }

    private void ccb() {
        boolean numbers = frame.dice().percent(50);
        add("账号", "账户名称", "交易时间", "借方发生额（支取）", "贷方发生额（收入）", "余额", "币种", "对方户名", "对方账号",
                "对方开户机构", "记账日期", "摘要", "备注", "账户明细编号-交易流水号", "企业流水号", "凭证种类", "凭证号");
        for (Row row : frame.rows()) {
            add(frame.account().number(), frame.holder(), row.date("yyyyMMdd") + " "
                    + row.time("HH:mm:ss"),
                    money(row.in() ? "0.00" : row.paid(), numbers),
                    money(row.in() ? row.received() : "0.00", numbers),
                    money(Fen.grouped(row.balance()), numbers), "人民币元", row.line().party(),
                    row.line().partyAccount(), "", row.date("yyyyMMdd"), row.line().kind(),
                    row.line().memo(),
                    row.serial().substring(8, 12) + "-" + row.serial(), "", "电子转账凭证", "");
        }
    }

    private void icbc() {
        add("[HISTORYDETAIL]");
        add("凭证号", "本方账号", "交易时间", "对方单位", "对方账号", "转入金额", "转出金额", "余额", "用途", "摘要", "附言");
        boolean numbers = frame.dice().percent(50);
        for (Row row : frame.rows()) {
            add("0", frame.account().number(), row.date("yyyy-MM-dd") + " " + row.time("HH:mm:ss"),
                    row.line().party(), row.line().partyAccount(), money(row.received(), numbers),
                    money(row.paid(), numbers), money(Fen.grouped(row.balance()), numbers),
                    row.line().memo(),
                    row.line().kind(), "");
        }
    }

    private void boc() {
        add("查询账号[ Inquirer account number ]", frame.account().number());
        add("查询时间范围[ Query period ]", frame.from().toString().replace("-", "") + "-"
                + frame.to().toString().replace("-", ""));
        add("账户名称[ Account name ]", frame.holder());
        add("币种[ Currency ]", "CNY 人民币");
        add("期初余额[ Opening balance ]", Fen.grouped(frame.opening()));
        add("期末余额[ Closing balance ]", Fen.grouped(frame.closing()));
        add("总笔数[ Total ]", String.valueOf(frame.rows().size()));
        add("交易类型[ Transaction Type ]", "业务类型[ Business type ]",
                "付款人开户行号[ Account holding bank number of payer ]",
                "付款人开户行名[ Payer account bank ]", "付款人账号[ Debit Account No. ]",
                "付款人名称[ Payer's Name ]",
                "收款人开户行行号[ Account holding bank number of beneficiary ]",
                "收款人开户行名[ Beneficiary account bank ]", "收款人账号[ Payee's Account Number ]",
                "收款人名称[ Payee's Name ]", "交易日期[ Transaction Date ]", "交易时间[ Transaction time ]",
                "交易货币[ Trade Currency ]", "交易金额[ Trade Amount ]",
                "交易后余额[ After-transaction balance ]",
                "起息日期[ Value Date ]", "汇率[ Exchange rate ]",
                "交易流水号[ Transaction reference number ]",
                "客户申请号[ Online Banking Transaction Ref. ]", "客户业务编号[ Customer Transaction Number ]",
                "凭证类型[ Voucher type ]", "凭证号码[ Voucher number ]", "记录标识号[ Record ID ]",
                "摘要[ Reference ]", "用途[ Purpose ]", "交易附言[ Remark ]", "备注[ Remarks ]");
        boolean numbers = frame.dice().percent(50);
        for (Row row : frame.rows()) {
            bocRow(row, numbers);
        }
    }

    private void bocRow(Row row, boolean numbers) {
        String own = frame.account().bank();
        List<String> us = List.of(own, frame.account().number(), frame.holder());
        List<String> them = List.of("", row.line().partyAccount(), row.line().party());
        List<String> payer = row.in() ? them : us;
        List<String> payee = row.in() ? us : them;
        add(row.in() ? "来账" : "往账", row.line().kind(), "", payer.get(0), payer.get(1),
                payer.get(2), "",
                payee.get(0), payee.get(1), payee.get(2), row.date("yyyyMMdd"),
                row.time("HH:mm:ss"), "CNY",
                money(Fen.grouped(row.line().amount()), numbers),
                money(Fen.grouped(row.balance()), numbers),
                row.date("yyyyMMdd"), "", row.serial(), "", "", "", "", "", row.line().kind(),
                row.line().memo(), "", "");
    }
}
