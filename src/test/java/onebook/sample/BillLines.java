package onebook.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Prices and counts: makes the lines of one invoice come near an amount. */
final class BillLines {
    private final Dice dice;

    BillLines(Dice dice) {
        this.dice = dice;
    }

    /** Every sixth sale is a service, every seventh has a service beside the goods. */
    List<BillLine> sale(Trade trade, long target, int turn) {
        List<BillLine> out = new ArrayList<>();
        if (turn % 6 == 5) {
            Ware service = dice.one(trade.services());
            return List.of(line(service, Math.max(1, (int) (target / 300 / service.price())), 1,
                    service.price()));
        }
        int wanted = dice.one(List.of(1, 1, 1, 2, 2, 3, 4));
        for (Ware ware : dice.shuffled(trade.goods()).subList(0, wanted)) {
            double price = ware.price() * dice.between(0.95, 1.15);
            out.add(line(ware, count(target / wanted, price), 1, price));
        }
        if (turn % 7 == 3) {
            Ware service = dice.one(trade.services());
            out.add(line(service, dice.from(1, 3), 1, service.price()));
        }
        return out;
    }

    /** A line and, under the same name, what is taken off it. */
    List<BillLine> discounted(Trade trade) {
        Ware ware = dice.one(trade.goods());
        BillLine full = line(ware, count(1_500_000, ware.price()), 1, ware.price());
        long off = Fen.share(full.net(), dice.from(3, 9), 100);
        Ware bare = new Ware(ware.category(), ware.name(), "", "", 0, ware.code());
        BillLine less = new BillLine(bare, "", "", -off, 1, -Fen.share(off, 1, 100));
        Ware other = trade.goods().get((trade.goods().indexOf(ware) + 1) % trade.goods().size());
        return List.of(full, less, line(other, count(600_000, other.price()), 1, other.price()));
    }

    List<BillLine> merchandise(Trade trade, long target, int percent) {
        List<BillLine> out = new ArrayList<>();
        int wanted = dice.one(List.of(1, 1, 2, 2, 3));
        for (Ware ware : dice.shuffled(trade.goods()).subList(0, wanted)) {
            double price = ware.price() * dice.between(0.62, 0.8);
            out.add(line(ware, count(target / wanted, price), percent, price));
        }
        return out;
    }

    List<BillLine> expense(Expense expense, int percent) {
        Ware ware = expense.ware();
        long gross = dice.from((long) expense.low(), expense.high()) * 100 + dice.from(0, 9) * 10L;
        if (ware.category().equals("住宿服务")) {
            Ware meal = new Ware("餐饮服务", "餐费", "", "次", 0, "3070401000000000000");
            return List.of(line(ware, 1, percent, gross / 100.0),
                    line(meal, 1, percent, dice.from(60, 240)));
        }
        int count = List.of("千瓦时", "吨", "升").contains(ware.unit()) ? dice.from(40, 900) : 1;
        return List.of(line(ware, count, percent, gross / 100.0 / count));
    }

    private static int count(long targetFen, double price) {
        return Math.max(1, (int) Math.round(targetFen / 100.0 / price));
    }

    /** Half of the prices are round with tax, half without. */
    BillLine line(Ware ware, int count, int percent, double price) {
        boolean withTax = dice.percent(50);
        long unit = price >= 20 ? Math.round(price) * 100 : Math.round(price * 100);
        if (withTax) {
            long gross = unit * count;
            long net = Fen.share(gross, 100, 100 + percent);
            String each = BigDecimal.valueOf(net, 2)
                    .divide(BigDecimal.valueOf(count), new MathContext(15))
                    .stripTrailingZeros().toPlainString();
            return new BillLine(ware, String.valueOf(count), each, net, percent, gross - net);
        }
        long each = Fen.share(unit, 100, 100 + percent);
        return new BillLine(ware, String.valueOf(count), Fen.text(each), each * count, percent,
                Fen.share(each * count, percent, 100));
    }
}
