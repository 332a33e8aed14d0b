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

    /** What is paid for the staff every month: the cost, and the debt it passes through. */
    enum Staff {
        WAGES("5602.04", "2211.01"), SOCIAL("5602.14", "2211.04"), HOUSING("5602.15", "2211.05");

        private final String cost;
        private final String due;

        Staff(String cost, String due) {
            this.cost = cost;
            this.due = due;
        }
    }

    /** How a line reads on the statement. */
    private record Wording(String party, String number, String memo, String kind) { }

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

    /** What has come in less what has gone out until a day, that day included. */
    long received(Account account, LocalDate until) {
        return movements.stream()
                .filter(m -> m.account().equals(account) && !m.date().isAfter(until))
                .mapToLong(Movement::amount).sum();
    }

    private Movement move(Account account, LocalDate date, long amount, Wording says) {
        Movement out = new Movement(account, date, LocalTime.NOON, amount, says.party(),
                says.number(), says.memo(), says.kind(), false);
        movements.add(out);
        return out;
    }

    private void book(Movement movement, Entry.Line... lines) {
        entries.add(Entry.ordinary(movement.date(), List.of(lines), movement.source()));
    }

    private String printed(Party party) {
        return party.printed(dice.percent(50));
    }

    void receipt(Account account, LocalDate date, long fen, Party from) {
        Movement line = move(account, date, fen,
                new Wording(printed(from), from.account(), dice.one(RECEIPT_MEMOS), "转账"));
        book(line, debit(account.code(), fen), credit("1122", fen, from.name()));
    }

    /** The customer's name stands in what was bought or in the remark; the fee follows. */
    void walletReceipt(LocalDate date, long fen, Party from) {
        Account wallet = cast.wallet();
        String payer = dice.one(List.of("pay", "cai", "fin")) + "***@"
                + dice.one(List.of("126.com", "163.com"));
        Movement line = move(wallet, date, fen, new Wording("", payer,
                dice.one(List.of("货款-", "订单货款 ", "")) + printed(from), "在线支付"));
        book(line, debit(wallet.code(), fen), credit("1122", fen, from.name()));
        long fee = Fen.share(fen, 6, 1000);
        Movement taken = move(wallet, date, -fee, new Wording("", "", "服务费", "收费"));
        book(taken, debit("5603.02", fee), credit(wallet.code(), fee));
    }

    void payment(Account account, LocalDate date, long fen, Party to, String memo) {
        Movement line = move(account, date, -fen,
                new Wording(printed(to), to.account(), memo, "转账"));
        book(line, debit("2202", fen, to.name()), credit(account.code(), fen));
    }

    void tax(Account account, LocalDate date, String code, long fen, String name) {
        Region home = cast.us().region();
        Movement line = move(account, date, -fen, new Wording("国家金库" + home.city() + "中心支库",
                "3100" + home.district(), "TIPS电子缴税 " + name + " 税款所属期20251001-20251231", "缴税"));
        book(line, debit(code, fen), credit(account.code(), fen));
    }

    /** Accrued and paid at once. */
    void staff(Account account, LocalDate date, long fen, Staff what) {
        Region home = cast.us().region();
        int month = date.getMonthValue();
        Wording says = switch (what) {
            case WAGES -> new Wording("代发工资户", "", month + "月工资", "代发");
            case SOCIAL -> new Wording(home.taxBureau(), "", "社会保险费 20260" + month, "代扣");
            case HOUSING -> new Wording(home.city() + "住房公积金管理中心", "", "住房公积金汇缴", "代扣");
        };
        book(move(account, date, -fen, says), debit(what.cost, fen), credit(what.due, fen),
                debit(what.due, fen), credit(account.code(), fen));
    }

    void refund(Account account, LocalDate date, long fen, String employee) {
        Movement line = move(account, date, -fen,
                new Wording(employee, "6228480" + dice.digits(12), "报销差旅费", "转账"));
        book(line, debit("2241", fen, "员工报销"), credit(account.code(), fen));
    }

    void capital(Account account, LocalDate date, long fen, String owner) {
        Movement line = move(account, date, fen,
                new Wording(owner, "6217001" + dice.digits(12), "投资款", "转账"));
        book(line, debit(account.code(), fen), credit("3001", fen, owner));
    }

    void interest(Account account, LocalDate date, long fen) {
        Movement line = move(account, date, fen,
                new Wording("", "", dice.one(List.of("结息", "存款利息")), "结息"));
        book(line, debit(account.code(), fen), credit("5603.01", fen));
    }

    void fee(Account account, LocalDate date, long fen, String memo) {
        Movement line = move(account, date, -fen, new Wording("", "", memo, "收费"));
        book(line, debit("5603.02", fen), credit(account.code(), fen));
    }

    /** Nobody can know from the line alone what it is. */
    void waiting(Account account, LocalDate date, long amount, String party, String memo) {
        boolean wallet = account.equals(cast.wallet());
        String number = wallet ? "zhu***@qq.com" : "6214" + dice.digits(12);
        movements.add(new Movement(account, date, LocalTime.NOON, amount, party, number, memo,
                wallet ? "在线支付" : "转账", true));
    }

    void transfer(Account from, Account to, LocalDate date, long fen) {
        String us = cast.us().name();
        LocalDate arrives = dice.percent(80) ? date : date.plusDays(1);
        Movement out = move(from, date, -fen, new Wording(us, to.number(), "资金划转", "转账"));
        Movement in = move(to, arrives, fen,
                new Wording(us, from.number(), dice.one(List.of("资金划转", "转账")), "转账"));
        both(out, in);
    }

    void withdrawal(Account to, LocalDate date, long fen) {
        LocalDate arrives = dice.percent(60) ? date : date.plusDays(1);
        String company = dice.percent(50) ? "支付宝（中国）网络技术有限公司" : "支付宝(中国)网络技术有限公司";
        Movement out = move(cast.wallet(), date, -fen, new Wording("", to.number(), "提现", "提现"));
        Movement in = move(to, arrives, fen, new Wording(company, "215500690", "支付宝提现", "转账"));
        both(out, in);
    }

    private void both(Movement out, Movement in) {
        entries.add(Entry.ordinary(out.date(), List.of(debit(in.account().code(), in.amount()),
                credit(out.account().code(), in.amount())), out.source(), in.source()));
    }
}
