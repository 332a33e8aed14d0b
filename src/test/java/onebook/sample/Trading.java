package onebook.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The quarter's invoices.
 *
 * @param sales ours, the red one among them
 * @param discounted the sale that carries a discount line
 * @param puzzle a purchase of a category no rule knows
 * @param blurred a purchase whose only copy nobody can read
 * @param foreign an invoice between two others
 */
record Trading(List<Bill> sales, List<Bill> purchases, Bill discounted, Bill puzzle, Bill blurred,
        Bill foreign) {

    static Trading of(Cast cast, long seed) {
        return new Writer(cast, new Dice(seed, "trading")).write();
    }

    /** The invoice taken back. */
    Bill takenBack() {
        String number = sales.stream().filter(Bill::isRed).findFirst().orElseThrow().redOf();
        return sales.stream().filter(bill -> bill.number().equals(number)).findFirst()
                .orElseThrow();
    }

    private static final class Writer {
        private final Cast cast;
        private final Dice dice;
        private final BillLines lines;
        private int serial;

        Writer(Cast cast, Dice dice) {
            this.cast = cast;
            this.dice = dice;
            this.lines = new BillLines(dice.about("lines"));
            this.serial = dice.from(1_000_000, 4_000_000);
        }

        Trading write() {
            List<Bill> sales = sales();
            Bill discounted = discounted();
            sales.add(discounted);
            sales.add(red(sales.get(dice.from(4, 9))));
            sales.sort(Comparator.comparing(Bill::date));
            List<Bill> purchases = merchandise(sales.stream().mapToLong(Bill::net).sum());
            purchases.addAll(expenses());
            purchases.sort(Comparator.comparing(Bill::date));
            return new Trading(sales, purchases, discounted, puzzle(), blurred(), foreign());
        }

        private List<Bill> sales() {
            int count = dice.from(27, 32);
            long target = dice.from(400_000L, 1_300_000L) * 100;
            double[] weights = new double[count];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                weights[i] = dice.between(0.25, 1.9);
                sum += weights[i];
            }
            List<Bill> out = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                LocalDate date = Calendar.workday(Calendar.FIRST.plusDays((i * 86L + 172) / count));
                long part = Math.round(target * weights[i] / sum);
                List<BillLine> of = lines.sale(cast.trade(), part, i);
                out.add(sale(date, customer(i), of));
            }
            return out;
        }

        /** Each customer buys at least once. */
        private Party customer(int turn) {
            List<Party> all = cast.customers();
            return turn < all.size() ? all.get(turn) : dice.one(all);
        }

        private Bill sale(LocalDate date, Party buyer, List<BillLine> of) {
            boolean special = dice.percent(45);
            String remark = dice.percent(30) ? "合同编号：HT2026-" + dice.digits(4) : "";
            return new Bill(special, "", number(cast.us()), date, cast.us(), buyer, of, "", remark,
                    cast.employees().get(0));
        }

        private Bill discounted() {
            return sale(Calendar.workday(2, dice.from(2, 10)), dice.one(cast.customers()),
                    lines.discounted(cast.trade()));
        }

        private Bill red(Bill blue) {
            LocalDate date = Calendar.workday(blue.date().plusDays(dice.from(9, 25)));
            List<BillLine> back = blue.lines().stream().map(BillLine::red).toList();
            if (back.size() > 1 && dice.percent(50)) {
                back = back.subList(0, 1);
            }
            return new Bill(blue.special(), "", number(cast.us()), date, cast.us(), blue.buyer(),
                    back,
                    blue.number(), "被红冲蓝字数电发票号码：" + blue.number() + " 红字发票信息确认单编号："
                    + cast.us().region().code() + "26" + dice.digits(16), blue.drawer());
        }

        private List<Bill> merchandise(long netSales) {
            int count = dice.from(9, 13);
            long cost = Fen.share(netSales, 100 - cast.marginPercent(), 100);
            long target = Math.round(cost * dice.between(0.7, 1));
            List<Bill> out = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                LocalDate date = Calendar.workday(Calendar.FIRST.plusDays(4 + i * 80L / count));
                Party seller = i < cast.suppliers().size() ? cast.suppliers().get(i)
                        : dice.one(cast.suppliers());
                long part = Math.round(target * dice.between(0.5, 1.5) / count);
                int percent = seller.taxId().charAt(12) % 3 == 0 ? 1 : 13;
                out.add(purchase(date, seller, percent == 13 && dice.percent(60),
                        lines.merchandise(cast.trade(), part, percent)));
            }
            return out;
        }

        private List<Bill> expenses() {
            List<Bill> out = new ArrayList<>();
            for (int i = 0; i < Expense.ALL.size(); i++) {
                Expense expense = Expense.ALL.get(i);
                int percent = dice.one(expense.percents());
                for (int month = 1; month <= expense.times(); month++) {
                    int at = expense.times() == 1 ? dice.from(1, 3) : month;
                    LocalDate date = Calendar.workday(at, dice.from(4, 26));
                    out.add(purchase(date, cast.vendors().get(i), percent > 1 && dice.percent(25),
                            lines.expense(expense, percent)));
                }
            }
            return out;
        }

        private Bill puzzle() {
            List<String> ours = cast.trade().merchandise();
            Ware ware = dice.one(Expense.UNKNOWN.stream()
                    .filter(w -> !ours.contains(w.category())).toList());
            return purchase(Calendar.workday(dice.from(1, 3), dice.from(5, 20)), cast.puzzle(),
                    false,
                    List.of(lines.line(ware, dice.from(1, 2), 6, ware.price())));
        }

        private Bill blurred() {
            return purchase(Calendar.workday(2, dice.from(2, 26)), cast.blurred(), false,
                    lines.merchandise(cast.trade(), dice.from(300_000L, 900_000L), 13));
        }

        private Bill foreign() {
            Party seller = dice.one(cast.suppliers());
            return new Bill(false, "", number(seller),
                    Calendar.workday(dice.from(1, 3), dice.from(5, 25)),
                    seller, cast.stranger(), lines.merchandise(cast.trade(),
                    dice.from(90_000L, 600_000L), 13), "", "", cast.employees().get(1));
        }

        private Bill purchase(LocalDate date, Party seller, boolean special, List<BillLine> of) {
            Dice own = dice.about(seller.taxId() + date);
            return new Bill(special, "", number(seller), date, seller, cast.us(), of, "",
                    own.percent(25) ? "销方开户银行：" + seller.bank() + "；银行账号：" + seller.account() : "",
                    new Names(own).person());
        }

        /** 26 33 2 000000 then nine digits: year, region, channel, serial. */
        private String number(Party seller) {
            serial += dice.from(1_000, 90_000);
            return "26" + seller.region().code() + "2000000" + String.format("%09d", serial);
        }
    }
}
