package onebook.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.document.Field;

/**
 * One amount of one line that a scan lost or misread, by what the total and the rate leave for it.
 */
final class LinesRepair {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.06");

    private LinesRepair() { }

    static void repair(Draft draft) {
        for (String part : List.of("net", "tax")) {
            Optional<BigDecimal> total = draft.amount("invoice." + part);
            if (TotalsRepair.fit(draft) && total.isPresent()
                    && sum(draft, part).compareTo(total.get()) != 0) {
                repair(draft, part, total.get().subtract(sum(draft, part)));
            }
        }
    }

    private static BigDecimal sum(Draft draft, String part) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < draft.lines(); i++) {
            sum = sum.add(draft.amount(Draft.line(i, part)).orElse(BigDecimal.ZERO));
        }
        return sum;
    }

    /** The only line that, with the difference added, has a tax that fits its rate. */
    private static void repair(Draft draft, String part, BigDecimal difference) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < draft.lines(); i++) {
            if (isOff(draft, i) && fits(draft, i, part, difference)) {
                fitting.add(i);
            }
        }
        if (fitting.size() != 1) {
            return;
        }
        String path = Draft.line(fitting.get(0), part);
        String value = draft.amount(path).orElse(BigDecimal.ZERO).add(difference).toPlainString();
        draft.field(path).ifPresentOrElse(f ->
                ScanRepair.change(draft, f, value, "the total and the rate"),
                () -> draft.put(Field.stated(path, value, "(from the total and the rate)")));
    }

    private static boolean isOff(Draft draft, int i) {
        return !fits(draft, i, "net", BigDecimal.ZERO);
    }

    private static boolean fits(Draft draft, int i, String part, BigDecimal added) {
        String rate = draft.value(Draft.line(i, "rate"));
        if (!rate.matches("0\\.[0-9]+")) {
            return false;
        }
        BigDecimal net = draft.amount(Draft.line(i, "net")).orElse(BigDecimal.ZERO);
        BigDecimal tax = draft.amount(Draft.line(i, "tax")).orElse(BigDecimal.ZERO);
        net = part.equals("net") ? net.add(added) : net;
        tax = part.equals("tax") ? tax.add(added) : tax;
        return net.signum() != 0 && net.multiply(new BigDecimal(rate)).subtract(tax).abs()
                .compareTo(TOLERANCE) <= 0;
    }
}
