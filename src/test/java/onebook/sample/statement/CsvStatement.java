package onebook.sample.statement;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onebook.sample.Fen;

/** Statements as GBK text: 农行, 招行 and 支付宝. */
public final class CsvStatement {
    private final Frame frame;
    private final List<String> lines = new ArrayList<>();

    private CsvStatement(Frame frame) {
        this.frame = frame;
    }

    public static byte[] of(Frame frame) {
        CsvStatement it = new CsvStatement(frame);
        switch (frame.account().layout()) {
            case ABC -> it.abc();
            case CMB -> it.cmb();
            case ALIPAY -> it.alipay();
            default -> throw new IllegalArgumentException(frame.account().layout() + " is no text");
        }
        return (String.join("\r\n", it.lines) + "\r\n").getBytes(Charset.forName("GBK"));
    }

    private void add(String... cells) {
        lines.add(List.of(cells).stream().map(CsvStatement::cell).collect(Collectors.joining(",")));
    }

    private static String cell(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    /** 交易时间,收入金额,支出金额,账户余额,交易行名,对方省市,对方账号,对方户名,交易用途 */
    private void abc() {
        boolean plain = frame.dice().percent(50);
        add("中国农业银行账户明细");
        add("账户名称：" + frame.holder());
        add("账号：" + frame.account().number(), "", "币种：人民币");
        add("起始日期：" + frame.from(), "截止日期：" + frame.to());
        add("交易时间", "收入金额", "支出金额", "账户余额", "交易行名", "对方省市", "对方账号", "对方户名", "交易用途");
        String time = plain ? "yyyy-MM-dd" : "yyyyMMdd";
        for (Row row : frame.rows()) {
            add(row.date(time) + " " + row.time("HH:mm:ss"), row.received(), row.paid(),
                    Fen.grouped(row.balance()), frame.account().bank(), "",
                    quoted(row.line().partyAccount()), row.line().party(), row.line().memo());
        }
        add("收入笔数：" + frame.count(true), "收入合计：" + frame.sum(true), "支出笔数：" + frame.count(false),
                "支出合计：" + frame.sum(false));
    }

    /** Banks keep spreadsheets from rounding an account number. */
    private static String quoted(String number) {
        return number.isEmpty() ? "" : "\t" + number;
    }

    private void cmb() {
        add("公司名称：", frame.holder());
        add("银行帐号：", "'" + frame.account().number());
        add("查询开始日期：", frame.from().toString(), "查询结束日期：", frame.to().toString());
        add("");
        add("交易日", "交易时间", "起息日", "交易类型", "借方金额", "贷方金额", "余额", "摘要", "流水号", "流程实例号", "业务名称",
                "用途", "业务参考号", "业务摘要", "其它摘要", "收/付方分行名", "收/付方名称", "收/付方帐号",
                "收/付方开户行行号", "收/付方开户行名", "收/付方开户行地址", "信息标志", "有否附件信息", "冲帐标志",
                "扩展摘要", "交易分析码", "票据号", "商务支付订单号", "内部编号");
        for (Row row : frame.rows()) {
            String memo = row.line().memo();
            add(row.date("yyyyMMdd"), row.time("HHmmss"), row.date("yyyyMMdd"), row.line().kind(),
                    row.paid(),
                    row.received(), Fen.grouped(row.balance()), memo, row.serial(), "", row.line()
                    .kind(),
                    memo, "REF" + row.serial().substring(8), "", "", "", row.line().party(),
                    row.line().partyAccount(), "", "", "", "", "", "N", "", "", "", "", "");
        }
        add("借方笔数：", String.valueOf(frame.count(false)), "借方合计：", frame.sum(false));
        add("贷方笔数：", String.valueOf(frame.count(true)), "贷方合计：", frame.sum(true));
    }

    private void alipay() {
        String line = "-".repeat(24);
        lines.add("#支付宝账务明细查询");
        lines.add("#账号：[" + frame.account().number() + "]");
        DateTimeFormatter day = DateTimeFormatter.ofPattern("yyyy年MM月dd日");
        lines.add("#起始日期：[" + frame.from().format(day) + " 00:00:00]   终止日期：[" + frame.to()
                .format(day)
                + " 23:59:59]");
        lines.add("#" + line + "账务明细列表" + line);
        add("账务流水号", "业务流水号", "商户订单号", "商品名称", "发生时间", "对方账号", "收入金额（+元）", "支出金额（-元）",
                "账户余额（元）", "交易渠道", "业务类型", "备注");
        boolean signed = frame.dice().percent(50);
        boolean inRemark = frame.dice().percent(50);
        String tab = frame.dice().percent(50) ? "\t" : "";
        for (Row row : frame.rows()) {
            boolean sale = row.in();
            String memo = row.line().memo();
            add(row.serial() + tab, sale ? "2026" + row.serial() + tab : tab, sale ? "T"
                    + row.serial() + tab : tab,
                    sale && !inRemark ? memo : "", row.date("yyyy-MM-dd") + " "
                    + row.time("HH:mm:ss"),
                    row.line().partyAccount() + tab, sale ? Fen.text(row.line().amount()) : "",
                    sale ? "" : Fen.text(signed ? row.line().amount() : -row.line().amount()),
                    Fen.text(row.balance()), "支付宝", row.line().kind(), sale && !inRemark ? ""
                    : memo);
        }
        lines.add("#" + line + "账务明细列表结束" + line.substring(4));
        lines.add("#支出合计：" + frame.count(false) + "笔，共-" + frame.sum(false).replace(",", "") + "元");
        lines.add("#收入合计：" + frame.count(true) + "笔，共" + frame.sum(true).replace(",", "") + "元");
        lines.add("#导出时间：[2026年04月02日 09:30:11]");
    }
}
