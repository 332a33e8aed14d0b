package onebook.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The quarter's money: every line of the three accounts and the voucher it deserves. */
final class Treasury {
    private final Cast cast;
    private final Dice dice;
    private final Clerk clerk;

    private Treasury(Cast cast, long seed) {
        this.cast = cast;
        this.dice = new Dice(seed, "treasury");
        this.clerk = new Clerk(cast, dice.about("clerk"));
    }

    /** @param movements of all accounts, each account in order of time */
    record Result(List<Movement> movements, List<Entry> entries) {
        List<Movement> of(Account account) {
            return movements.stream().filter(m -> m.account().equals(account)).toList();
        }

        /** The least that must be in an account before so that it never runs dry. */
        long need(Account account) {
            long sum = 0;
            long least = 0;
            for (Movement movement : of(account)) {
                sum += movement.amount();
                least = Math.min(least, sum);
            }
            return -least;
        }
    }

    static Result of(Cast cast, Trading trading, Opening opening, RailTicket rail, long seed) {
        Treasury treasury = new Treasury(cast, seed);
        treasury.receipts(trading, opening);
        treasury.payments(trading, opening);
        treasury.taxes(opening);
        treasury.staff(rail);
        treasury.banks();
        treasury.waiting(trading);
        treasury.transfers();
        return new Result(treasury.timed(), treasury.clerk.entries());
    }

    private void receipts(Trading trading, Opening opening) {
        for (Opening.Row row : opening.of("1122")) {
            if (dice.percent(65)) {
                clerk.receipt(bank(), someDay(), row.fen(), cast.named(row.party()));
            }
        }
        List<Bill> settled = trading.sales().stream().filter(bill -> !bill.isRed()
                && bill != trading.takenBack() && dice.percent(75)
                && bill.date().isBefore(LocalDate.of(2026, 3, 20))).toList();
        List<Bill> small = settled.stream().sorted(Comparator.comparing(Bill::gross))
                .limit(dice.from(4, 7)).toList();
        for (Bill bill : settled) {
            int most = (int) ChronoUnit.DAYS.between(bill.date(), LocalDate.of(2026, 3, 30));
            int days = dice.from(0, Math.min(45, most));
            LocalDate date = Calendar.workday(bill.date().plusDays(days));
            if (small.contains(bill)) {
                clerk.walletReceipt(date, bill.gross(), bill.buyer());
            } else {
                clerk.receipt(bank(), date, bill.gross(), bill.buyer());
            }
        }
    }

    private void payments(Trading trading, Opening opening) {
        for (Opening.Row row : opening.of("2202")) {
            if (dice.percent(75)) {
                clerk.payment(bank(), someDay(), -row.fen(), cast.named(row.party()), "货款");
            }
        }
        for (Bill bill : trading.purchases()) {
            LocalDate date = Calendar.workday(bill.date().plusDays(dice.from(0, 30)));
            if (dice.percent(78) && !date.isAfter(Calendar.LAST)) {
                String what = bill.lines().get(0).ware().name();
                clerk.payment(bank(), date, bill.gross(), bill.seller(),
                        dice.percent(40) ? "付" + what : dice.percent(50) ? "货款" : "往来结算");
            }
        }
    }

    private LocalDate someDay() {
        return Calendar.workday(dice.from(1, 3), dice.from(5, 24));
    }

    private Account bank() {
        return dice.percent(60) ? cast.bankA() : cast.bankB();
    }

    private void taxes(Opening opening) {
        LocalDate day = Calendar.workday(1, dice.from(8, 15));
        String city = dice.percent(50) ? "城市维护建设税" : "城建税";
        String[][] taxes = {{"2221.01", "增值税"}, {"2221.11", city}, {"2221.12", "教育费附加"},
            {"2221.13", "地方教育附加"}, {"2221.14", "企业所得税"}, {"2221.15", "个人所得税"}};
        for (String[] tax : taxes) {
            clerk.tax(cast.bankA(), day, tax[0], -opening.balance(tax[0]), tax[1]);
        }
    }

    private void staff(RailTicket rail) {
        long wages = dice.from(1_400_000L, 3_600_000L);
        long social = Fen.share(wages, dice.from(22, 28), 100);
        long housing = Fen.share(wages, dice.from(8, 12), 100) / 100 * 100;
        Account account = dice.percent(50) ? cast.bankA() : cast.bankB();
        for (int month = 1; month <= 3; month++) {
            long more = dice.from(-80_000L, 120_000L);
            clerk.staff(account, Calendar.workday(month, 10), wages + more, Clerk.Staff.WAGES);
            clerk.staff(account, Calendar.workday(month, 15), social, Clerk.Staff.SOCIAL);
            clerk.staff(account, Calendar.workday(month, 18), housing, Clerk.Staff.HOUSING);
        }
        clerk.refund(cast.bankA(), Calendar.workday(rail.issued().plusDays(dice.from(1, 9))),
                rail.fare(), rail.passenger());
        if (dice.percent(50)) {
            clerk.capital(cast.bankB(), someDay(), dice.from(5L, 20L) * 1_000_000, cast.owner());
        }
    }

    private void banks() {
        for (Account account : List.of(cast.bankA(), cast.bankB())) {
            clerk.interest(account, LocalDate.of(2026, 3, 21), dice.from(1_200L, 9_800L));
            for (int month = 1; month <= 3; month++) {
                clerk.fee(account, Calendar.workday(month, 20), dice.from(1L, 6L) * 500,
                        List.of("账户管理费", "短信费", "网银转账手续费").get((month + dice.from(0, 2)) % 3));
            }
        }
    }

    private void waiting(Trading trading) {
        long in = dice.from(500L, 9_000L) * 100;
        clerk.waiting(cast.bankA(), someDay(), in, cast.others().get(0), "");
        long out = dice.from(2_000L, 30_000L) * 100;
        clerk.waiting(cast.bankB(), someDay(), -out, cast.others().get(3), "往来款");
        if (dice.percent(50)) {
            clerk.waiting(cast.wallet(), someDay(), dice.from(50L, 900L) * 100, "", "扫码收款");
        } else {
            Bill unread = dice.percent(50) ? trading.blurred() : trading.puzzle();
            clerk.waiting(cast.bankA(), Calendar.workday(unread.date().plusDays(dice.from(2, 5))),
                    -unread.gross(), unread.seller().name(), "货款");
        }
    }

    private void transfers() {
        for (int month = 1; month <= 3; month++) {
            LocalDate day = Calendar.workday(month, dice.from(21, 24));
            long held = clerk.received(cast.wallet(), day);
            if (held > 100_000) {
                long amount = Fen.share(held, dice.from(60, 95), 100) / 10_000 * 10_000;
                clerk.withdrawal(dice.percent(50) ? cast.bankA() : cast.bankB(), day, amount);
            }
            boolean ab = dice.percent(50);
            clerk.transfer(ab ? cast.bankA() : cast.bankB(), ab ? cast.bankB() : cast.bankA(),
                    Calendar.workday(month, dice.from(5, 20)), dice.from(10L, 90L) * 100_000);
        }
    }

    /** Gives each line a moment of its own, account by account. */
    private List<Movement> timed() {
        List<Movement> all = new ArrayList<>(clerk.movements());
        all.sort(Comparator.comparing((Movement m) -> m.account().code())
                .thenComparing(Movement::date));
        List<Movement> out = new ArrayList<>();
        for (int from = 0; from < all.size();) {
            int to = from;
            while (to < all.size() && all.get(to).account().equals(all.get(from).account())
                    && all.get(to).date().equals(all.get(from).date())) {
                to++;
            }
            TreeSet<Integer> moments = new TreeSet<>();
            while (moments.size() < to - from) {
                moments.add(dice.from(8 * 3600, 18 * 3600));
            }
            for (int second : moments) {
                out.add(all.get(from++).at(LocalTime.ofSecondOfDay(second)));
            }
        }
        return out;
    }
}
