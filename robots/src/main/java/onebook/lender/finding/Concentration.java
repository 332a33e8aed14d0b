package onebook.lender.finding;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Money;

/** Customers or suppliers of the span by what was invoiced, the largest first. */
final class Concentration {
    /** One party with its invoices, red ones taken off. */
    record Share(String party, int count, Money gross) { }

    private final boolean isSale;
    private final List<Share> shares;
    private final Money whole;

    private Concentration(boolean isSale, List<Share> shares) {
        this.isSale = isSale;
        this.shares = shares;
        this.whole = Money.sum(shares.stream().map(Share::gross).toList());
    }

    static Concentration of(Facts facts, Scope scope, boolean isSale) {
        Map<String, Share> sums = new TreeMap<>();
        for (Invoices.Row row : facts.invoices.all()) {
            boolean isAsked = row.isSale() == isSale && facts.invoices.counts(row)
                    && scope.holds(row.month().orElseThrow());
            if (isAsked) {
                sums.merge(row.party(), new Share(row.party(), 1, row.gross()),
                        (one, other) -> new Share(one.party, one.count + 1,
                                one.gross.plus(other.gross)));
            }
        }
        List<Share> shares = new ArrayList<>(sums.values());
        shares.sort((one, other) -> other.gross.compareTo(one.gross));
        return new Concentration(isSale, shares);
    }

    List<Share> largest(int most) {
        return shares.subList(0, Math.min(most, shares.size()));
    }

    Money whole() {
        return whole;
    }

    /** Rounded half up to four decimals; empty where nothing was invoiced. */
    Optional<String> share(Money part) {
        return whole.isPositive() ? Optional.of(part.toDecimal().divide(whole.toDecimal(), 4,
                RoundingMode.HALF_UP).toPlainString()) : Optional.empty();
    }

    void ratios(List<Ratio> ratios) {
        for (int most : List.of(1, 5)) {
            Money part = Money.sum(largest(most).stream().map(Share::gross).toList());
            Optional<String> share = share(part);
            ratios.add(new Ratio((isSale ? "customers_top" : "suppliers_top") + most,
                    (isSale ? "客户集中度 前" : "供应商集中度 前") + most,
                    "share of the largest " + most + (isSale ? " customers" : " suppliers"),
                    "前" + most + "名开票/全部开票", List.of(new Ratio.Input("前" + most, part),
                    new Ratio.Input("全部", whole)), share, share.isPresent() ? ""
                    : "没有发票数据 no invoices are known"));
        }
    }
}
