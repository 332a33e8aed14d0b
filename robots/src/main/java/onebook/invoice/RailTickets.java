package onebook.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import onebook.document.Field;

/** 铁路电子客票: the fare is printed, the tax inside it usually not. */
final class RailTickets {
    private RailTickets() { }

    /** Where only the fare is known, tax = fare / (1 + rate) x rate, half up to the fen. */
    static void completeTax(Draft draft) {
        Optional<BigDecimal> gross = draft.amount("invoice.gross");
        Optional<BigDecimal> rate = draft.date().flatMap(PrintedForms.china()::railRate);
        if (draft.has("invoice.net") || draft.has("invoice.tax") || gross.isEmpty()
                || rate.isEmpty()) {
            return;
        }
        BigDecimal tax = gross.get().multiply(rate.get())
                .divide(BigDecimal.ONE.add(rate.get()), 2, RoundingMode.HALF_UP);
        String how = "from the fare " + gross.get() + " at " + rate.get();
        Field fare = draft.field("invoice.gross").orElseThrow();
        draft.put(new Field("invoice.tax", tax.toPlainString(), fare.confidence(), fare.page(),
                fare.box(), how));
        draft.put(new Field("invoice.net", gross.get().subtract(tax).toPlainString(),
                fare.confidence(),
                fare.page(), fare.box(), how));
    }
}
