package onebook.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Money;

/**
 * 附加税费 on the VAT of one period, with the columns of 附列资料(二).
 *
 * @param base VAT payable, line 20 of both columns
 */
public record Surcharges(Money base, List<Item> items) {

    /** The three levies, each with its line on the form and the name of its relief in the rules. */
    public enum Kind {
        CITY_MAINTENANCE(23, "城市维护建设税", ""),
        EDUCATION(24, "教育费附加", "education"),
        LOCAL_EDUCATION(25, "地方教育附加", "local_education");

        private final int line;
        private final String chinese;
        private final String relief;

        Kind(int line, String chinese, String relief) {
            this.line = line;
            this.chinese = chinese;
            this.relief = relief;
        }

        public int line() {
            return line;
        }

        public String chinese() {
            return chinese;
        }

        public String relief() {
            return relief;
        }
    }

    /**
     * One row of the schedule.
     *
     * @param rate of the levy before it is halved
     * @param halved the share taken off what is not exempt
     * @param gross base times rate
     * @param exempt free because sales are small
     * @param reduction what halving takes off, so that {@code due = gross - exempt - reduction}
     * @param due base times rate times what is left, rounded once
     */
    public record Item(Kind kind, BigDecimal rate, BigDecimal halved, Money gross, Money exempt,
            Money reduction, Money due) {

        private static Item of(Kind kind, Money base, BigDecimal rate, BigDecimal halved) {
            Money gross = base.times(rate, RoundingMode.HALF_UP);
            Money due = base.times(rate.multiply(BigDecimal.ONE.subtract(halved)),
                    RoundingMode.HALF_UP);
            return new Item(kind, rate, halved, gross, Money.ZERO, gross.minus(due), due);
        }

        private Item exempted() {
            return new Item(kind, rate, halved, gross, gross, Money.ZERO, Money.ZERO);
        }

        public boolean isExempt() {
            return !gross.isZero() && gross.equals(exempt);
        }
    }

    public Surcharges {
        items = List.copyOf(items);
    }

    /**
     * @param base VAT payable of the period
     * @param sales all sales of the period, which decide on the education surcharges
     */
    static Surcharges of(Money base, Money sales, TaxPeriod period, VatRules rules, Place place) {
        VatRules.SurchargeRules rates = rules.surcharges();
        boolean isSmall = rates.educationExempt().isExempt(sales, rules.limit().of(period));
        List<Item> items = new ArrayList<>();
        items.add(Item.of(Kind.CITY_MAINTENANCE, base, rates.cityMaintenance().get(place),
                rates.halved()));
        Item education = Item.of(Kind.EDUCATION, base, rates.education(), rates.halved());
        Item local = Item.of(Kind.LOCAL_EDUCATION, base, rates.localEducation(), rates.halved());
        items.add(isSmall ? education.exempted() : education);
        items.add(isSmall ? local.exempted() : local);
        return new Surcharges(base, items);
    }

    /**
     * What a general taxpayer owes on the VAT of a month.
     *
     * @param sales without tax, which decide on the education surcharges
     * @param isHalved 六税两费: true for a 小型微利企业
     */
    public static Surcharges ofGeneral(Money base, Money sales, TaxPeriod month, Place place,
            boolean isHalved) {
        VatRules rules = TaxRules.standard().in(month);
        return of(base, sales, month, isHalved ? rules : rules.unhalved(), place);
    }

    public Item item(Kind kind) {
        return items.get(kind.ordinal());
    }

    /** What is to be accrued and paid of one levy. */
    public Money due(Kind kind) {
        return item(kind).due();
    }

    public Money total() {
        return items.stream().map(Item::due).reduce(Money.ZERO, Money::plus);
    }
}
