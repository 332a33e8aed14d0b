package onebook.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.document.Field;

/** A line's quantity, lost by a scan or run together with the price: net = quantity x price. */
final class QuantityRepair {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private QuantityRepair() { }

    static void repair(Draft draft) {
        for (int i = 0; i < draft.lines(); i++) {
            Optional<Field> price = draft.field(Draft.line(i, "unitPrice"));
            Optional<BigDecimal> net = draft.amount(Draft.line(i, "net"));
            if (!draft.has(Draft.line(i, "quantity")) && price.isPresent() && net.isPresent()) {
                repair(draft, i, price.get(), net.get());
            }
        }
    }

    private static void repair(Draft draft, int line, Field price, BigDecimal net) {
        BigDecimal read = new BigDecimal(price.value());
        BigDecimal whole = read.signum() == 0 ? BigDecimal.ZERO
                : net.divide(read, 0, RoundingMode.HALF_UP);
        if (whole.signum() != 0 && fits(whole, read, net)) {
            quantity(draft, line, price, whole.toPlainString());
            return;
        }
        List<Integer> cuts = cuts(price.value(), net);
        if (cuts.size() == 1) {
            int cut = cuts.get(0);
            quantity(draft, line, price, price.value().substring(0, cut));
            ScanRepair.change(draft, price, price.value().substring(cut), "the amount of the line");
        }
    }

    /** 31837.62333333333 beside an amount of 5512.87 is 3 at 1837.62333333333. */
    private static List<Integer> cuts(String text, BigDecimal net) {
        List<Integer> cuts = new ArrayList<>();
        for (int cut = 1; cut < text.indexOf('.'); cut++) {
            BigDecimal quantity = new BigDecimal(text.substring(0, cut));
            if (text.substring(cut).matches("[1-9].*|0[.].*")
                    && fits(quantity, new BigDecimal(text.substring(cut)), net)) {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    private static boolean fits(BigDecimal quantity, BigDecimal price, BigDecimal net) {
        return quantity.multiply(price).subtract(net).abs().compareTo(TOLERANCE) <= 0;
    }

    private static void quantity(Draft draft, int line, Field price, String value) {
        draft.put(new Field(Draft.line(line, "quantity"), value, price.confidence(), price.page(),
                price.box(), "(from the amount and the price of the line)"));
    }
}
