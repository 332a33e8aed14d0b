package onebook.sample;

import static onebook.sample.Entry.credit;
import static onebook.sample.Entry.debit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Writes lines into the accounts and, for each that can be known, the voucher. */
final class Clerk {
    private static final List<String> RECEIPT_MEMOS = List.of("货款", "支付货款", "采购款", "", "结算货款");

    private final Cast cast;
    private final Dice dice;
    private final List<Movement> movements = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    Clerk(Cast cast, Dice dice) {
        this.cast = cast;
        this.dice = dice;
    }

    List<Movement> movements() {
        return movements;
    }

    List<Entry> entries() {
        return entries;
    }

    long received(Account account, LocalDate until) {
        return movements.stream().filter(m -> m.account().equals(account) && !m.date().isAfter(until))
                .mapToLong(Movement::amount).sum();
    }

    private Movement move(Account account, LocalDate date, long amount, String party, String number,
            String memo, String kind) {
        Movement out = new Movement(account, date, LocalTime.NOON, amount, party, number, memo, kind, false);
        movements.add(out);
        return out;
    }

    private void book(Movement movement, Entry.Line... lines) {
        entries.add(Entry.ordinary(movement.date(), List.of(lines), movement.source()));
    }

    void receipt(Account account, LocalDate date, long fen, Party from) {
        Movement line = move(account, date, fen, from.printed(dice.percent(50)), from.account(),
                dice.one(RECEIPT_MEMOS), "转账");
        book(line, debit(account.code(), fen), credit("1122", fen, from.name()));
    }

    /** The customer's name stands in what was bought or in the remark; the fee follows. */
    void walletReceipt(LocalDate date, long fen, Party from) {
        Account wallet = cast.wallet();
        String payer = dice.one(List.of("pay", "cai", "fin")) + "***@" + dice.one(List.of("126.com", "163.com"));
        Movement line = move(wallet, date, fen, "", payer,
                dice.one(List.of("货款-", "订单货款 ", "")) + from.printed(dice.percent(50)), "在线支付");
        book(line, debit(wallet.code(), fen), credit("1122", fen, from.name()));
        long fee = Fen.share(fen, 6, 1000);
        Movement taken = move(wallet, date, -fee, "", "", "服务费", "收费");
        book(taken, debit("5603.02", fee), credit(wallet.code(), fee));
    }

    void payment(Account account, LocalDate date, long fen, Party to, String memo) {
        Movement line = move(account, date, -fen, to.printed(dice.percent(50)), to.account(), memo, "转账");
        book(line, debit("2202", fen, to.name()), credit(account.code(), fen));
    }

    void tax(Account account, LocalDate date, String code, long fen, String name) {
        String memo = "TIPS电子缴税 " + name + " 税款所属期20251001-20251231";
        Movement line = move(account, date, -fen, "国家金库" + cast.us().region().city() + "中心支库",
                "3100" + cast.us().region().district(), memo, "缴税");
        book(line, debit(code, fen), credit(account.code(), fen));
    }

    /** Wages, social insurance or housing fund, accrued and paid at once. */
    void staff(Account account, LocalDate date, long fen, String expense, String due, int month) {
        String city = cast.us().region().city();
        String party = switch (due) {
            case "2211.01" -> "代发工资户";
            case "2211.04" -> cast.us().region().taxBureau();
            default -> city + "住房公积金管理中心";
        };
        String memo = switch (due) {
            case "2211.01" -> month + "月工资";
            case "2211.04" -> "社会保险费 2026" + String.format("%02d", month);
            default -> "住房公积金汇缴";
        };
        Movement line = move(account, date, -fen, party, "", memo, due.equals("2211.01") ? "代发" : "代扣");
        book(line, debit(expense, fen), credit(due, fen), debit(due, fen), credit(account.code(), fen));
    }

    void refund(Account account, LocalDate date, long fen, String employee) {
        Movement line = move(account, date, -fen, employee, "6228480" + dice.digits(12), "报销差旅费", "转账");
        book(line, debit("2241", fen, "员工报销"), credit(account.code(), fen));
    }

    void capital(Account account, LocalDate date, long fen, String owner) {
        Movement line = move(account, date, fen, owner, "6217001" + dice.digits(12), "投资款", "转账");
        book(line, debit(account.code(), fen), credit("3001", fen, owner));
    }

    void interest(Account account, LocalDate date, long fen) {
        Movement line = move(account, date, fen, "", "", dice.one(List.of("结息", "存款利息")), "结息");
        book(line, debit(account.code(), fen), credit("5603.01", fen));
    }

    void fee(Account account, LocalDate date, long fen, String memo) {
        Movement line = move(account, date, -fen, "", "", memo, "收费");
        book(line, debit("5603.02", fen), credit(account.code(), fen));
    }

    void waiting(Account account, LocalDate date, long amount, String party, String memo) {
        boolean wallet = account.equals(cast.wallet());
        movements.add(new Movement(account, date, LocalTime.NOON, amount, party,
                wallet ? "zhu***@qq.com" : "6214" + dice.digits(12), memo, wallet ? "在线支付" : "转账", true));
    }

    void transfer(Account from, Account to, LocalDate date, long fen) {
        String us = cast.us().name();
        LocalDate arrives = dice.percent(80) ? date : date.plusDays(1);
        Movement out = move(from, date, -fen, us, to.number(), "资金划转", "转账");
        Movement in = move(to, arrives, fen, us, from.number(), dice.one(List.of("资金划转", "转账")), "转账");
        entries.add(Entry.ordinary(date, List.of(debit(to.code(), fen), credit(from.code(), fen)),
                out.source(), in.source()));
    }

    void withdrawal(Account to, LocalDate date, long fen) {
        LocalDate arrives = dice.percent(60) ? date : date.plusDays(1);
        Movement out = move(cast.wallet(), date, -fen, "", to.number(), "提现", "提现");
        Movement in = move(to, arrives, fen, dice.percent(50) ? "支付宝（中国）网络技术有限公司"
                : "支付宝(中国)网络技术有限公司", "215500690", "支付宝提现", "转账");
        entries.add(Entry.ordinary(date, List.of(debit(to.code(), fen), credit(cast.wallet().code(), fen)),
                out.source(), in.source()));
    }
}
