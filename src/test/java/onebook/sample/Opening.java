package onebook.sample;

import java.util.ArrayList;
import java.util.List;

/** The balances the quarter starts from, as rows of a sheet. */
final class Opening {
    /** @param fen as a debit; a credit is negative */
    record Row(String account, String name, String party, long fen) { }

    private final List<Row> rows = new ArrayList<>();

    void add(String account, String name, String party, long fen) {
        rows.add(new Row(account, name, party, fen));
    }

    List<Row> rows() {
        return rows.stream().sorted((a, b) -> a.account().compareTo(b.account())).toList();
    }

    List<Row> of(String account) {
        return rows.stream().filter(row -> row.account().equals(account)).toList();
    }

    long balance(String account) {
        return of(account).stream().mapToLong(Row::fen).sum();
    }

    /** What is owed, what is due, what was bought before: everything but the money. */
    static Opening begin(Cast cast, Trading trading, long seed) {
        Dice dice = new Dice(seed, "opening");
        Opening opening = new Opening();
        for (Party party : dice.shuffled(cast.customers().stream().filter(Party::known).toList())
                .subList(0, dice.from(3, 5))) {
            opening.add("1122", "应收账款", party.name(), dice.from(180_000L, 4_800_000L));
        }
        for (Party party : dice.shuffled(cast.suppliers().stream().filter(Party::known).toList())
                .subList(0, dice.from(2, 3))) {
            opening.add("2202", "应付账款", party.name(), -dice.from(150_000L, 3_600_000L));
        }
        opening.add("1001", "库存现金", "", dice.from(20_000L, 600_000L));
        opening.add("1221", "其他应收款", cast.vendors().get(2).name(), dice.from(4L, 15L) * 100_000);
        opening.add("1405", "库存商品", "", goods(cast, trading) + dice.from(3_000_000L, 18_000_000L));
        long fixed = dice.from(4_000_000L, 16_000_000L);
        opening.add("1601", "固定资产", "", fixed);
        opening.add("1602", "累计折旧", "", -Fen.share(fixed, dice.from(12, 70), 100));
        long vat = dice.from(310_000L, 980_000L);
        List<Long> halves = Books.surcharges(vat, cast.place());
        opening.add("2221.01", "应交税费-应交增值税", "", -vat);
        opening.add("2221.11", "应交税费-应交城市维护建设税", "", -halves.get(0));
        opening.add("2221.12", "应交税费-应交教育费附加", "", -halves.get(1));
        opening.add("2221.13", "应交税费-应交地方教育附加", "", -halves.get(2));
        opening.add("2221.14", "应交税费-应交企业所得税", "", -dice.from(90_000L, 760_000L));
        opening.add("2221.15", "应交税费-应交个人所得税", "", -dice.from(4_000L, 60_000L));
        opening.add("2241", "其他应付款", "员工报销", dice.percent(50) ? -dice.from(8_000L, 90_000L) : 0);
        opening.add("3001", "实收资本", "", -dice.from(3L, 12L) * 10_000_000);
        return opening;
    }

    /** What the quarter takes out of stock beyond what it buys. */
    private static long goods(Cast cast, Trading trading) {
        long sold = trading.sales().stream().mapToLong(Bill::net).sum();
        long bought = trading.purchases().stream()
                .filter(b -> cast.trade().merchandise()
                .contains(b.lines().get(0).ware().category()))
                .mapToLong(Bill::gross).sum();
        return Math.max(0, Fen.share(sold, 100 - cast.marginPercent(), 100) - bought);
    }

    /** The money, and what has been earned before as the rest. */
    void finish(Cast cast, long bankA, long bankB, long wallet) {
        add(cast.bankA().code(), "银行存款-" + cast.bankA().bank(), "", bankA);
        add(cast.bankB().code(), "银行存款-" + cast.bankB().bank(), "", bankB);
        add(cast.wallet().code(), "其他货币资金-支付宝", "", wallet);
        add("3104.05", "利润分配-未分配利润", "", -rows.stream().mapToLong(Row::fen).sum());
    }
}
