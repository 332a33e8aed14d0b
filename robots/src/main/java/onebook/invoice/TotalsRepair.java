package onebook.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import onebook.document.Field;

/**
 * Net, tax and gross of a scan, by the equations they must satisfy: net + tax = gross; gross is the
 * words and the code's amount; the lines add up. Only where one answer has the most witnesses.
 */
final class TotalsRepair {
    private static final int ENOUGH_WITNESSES = 4;

    private record Sums(BigDecimal net, BigDecimal tax, BigDecimal gross) { }

    private TotalsRepair() { }

    /**
     * True where the three sums stand and fit each other, and the code or the lines say the same.
     */
    static boolean agree(Draft draft) {
        if (!draft.has("invoice.net") || !draft.has("invoice.tax") || !draft.has("invoice.gross")) {
            return false;
        }
        Sums sums = new Sums(draft.amount("invoice.net").orElseThrow(),
                draft.amount("invoice.tax").orElseThrow(), draft.amount("invoice.gross")
                .orElseThrow());
        return sums.net.add(sums.tax).compareTo(sums.gross) == 0
                && (isSame(coded(draft), Optional.of(sums.gross))
                        || isSame(lines(draft, "net"), Optional.of(sums.net))
                && isSame(lines(draft, "tax"), Optional.of(sums.tax)));
    }

    /** True where net + tax = gross, and the words or the code say the same gross. */
    static boolean fit(Draft draft) {
        Optional<BigDecimal> gross = draft.amount("invoice.gross");
        Optional<BigDecimal> sum = draft.amount("invoice.net")
                .flatMap(n -> draft.amount("invoice.tax").map(n::add));
        return isSame(sum, gross) && (isSame(words(draft), gross) || isSame(coded(draft), gross));
    }

    static void repair(Draft draft) {
        Optional<BigDecimal> words = words(draft);
        boolean holds = agree(draft)
                && (words.isEmpty() || isSame(words, draft.amount("invoice.gross")));
        if (holds) {
            return;
        }
        Sums best = null;
        int most = 0;
        boolean alone = false;
        for (Sums sums : candidates(draft)) {
            int witnesses = witnesses(draft, sums);
            if (witnesses > most) {
                best = sums;
                alone = true;
            } else if (witnesses == most) {
                alone = false;
            }
            most = Math.max(most, witnesses);
        }
        if (best != null && alone && most >= ENOUGH_WITNESSES) {
            set(draft, "invoice.net", best.net);
            set(draft, "invoice.tax", best.tax);
            set(draft, "invoice.gross", best.gross);
        }
    }

    private static Set<Sums> candidates(Draft draft) {
        Set<BigDecimal> nets = readings(draft, "invoice.net");
        Set<BigDecimal> taxes = readings(draft, "invoice.tax");
        Set<BigDecimal> grosses = readings(draft, "invoice.gross");
        lines(draft, "net").ifPresent(nets::add);
        lines(draft, "tax").ifPresent(taxes::add);
        words(draft).ifPresent(grosses::add);
        coded(draft).ifPresent(grosses::add);
        Set<Sums> all = new LinkedHashSet<>();
        for (BigDecimal net : nets) {
            taxes.forEach(tax -> all.add(new Sums(net, tax, net.add(tax))));
            grosses.forEach(gross -> all.add(new Sums(net, gross.subtract(net), gross)));
        }
        for (BigDecimal tax : taxes) {
            grosses.forEach(gross -> all.add(new Sums(gross.subtract(tax), tax, gross)));
        }
        return all;
    }

    /** As read; with the point put back; without a first figure that may have been the sign ¥. */
    private static Set<BigDecimal> readings(Draft draft, String path) {
        Set<BigDecimal> all = new LinkedHashSet<>();
        draft.field(path).ifPresent(f -> {
            BigDecimal value = new BigDecimal(f.value());
            all.add(value);
            if (!f.text().contains(".")) {
                all.add(value.movePointLeft(2).setScale(2, java.math.RoundingMode.DOWN));
            }
            String text = f.text().replaceAll("[^0-9.]", "");
            if (!f.text().contains("¥") && text.matches("[0-9]{2,}\\.[0-9]{2}")) {
                all.add(new BigDecimal(text.substring(1)));
            }
        });
        return all;
    }

    private static int witnesses(Draft draft, Sums sums) {
        int count = 0;
        count += readings(draft, "invoice.net").contains(sums.net) ? 1 : 0;
        count += readings(draft, "invoice.tax").contains(sums.tax) ? 1 : 0;
        count += readings(draft, "invoice.gross").contains(sums.gross) ? 1 : 0;
        count += isSame(words(draft), Optional.of(sums.gross)) ? 1 : 0;
        count += isSame(coded(draft), Optional.of(sums.gross)) ? 1 : 0;
        count += isSame(lines(draft, "net"), Optional.of(sums.net)) ? 1 : 0;
        count += isSame(lines(draft, "tax"), Optional.of(sums.tax)) ? 1 : 0;
        return count;
    }

    private static boolean isSame(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
    }

    private static Optional<BigDecimal> words(Draft draft) {
        OptionalLong fen = ChineseAmount.fen(draft.value("invoice.words"));
        return fen.isPresent() ? Optional.of(BigDecimal.valueOf(fen.getAsLong(), 2))
                : Optional.empty();
    }

    private static Optional<BigDecimal> coded(Draft draft) {
        return QrContent.of(draft).filter(QrContent::isDigital)
                .map(qr -> new BigDecimal(qr.amount()));
    }

    /** Empty where a line lacks the amount. */
    private static Optional<BigDecimal> lines(Draft draft, String part) {
        List<BigDecimal> all = new ArrayList<>();
        for (int i = 0; i < draft.lines(); i++) {
            draft.amount(Draft.line(i, part)).ifPresent(all::add);
        }
        return all.isEmpty() || all.size() < draft.lines() ? Optional.empty()
                : all.stream().reduce(BigDecimal::add);
    }

    private static void set(Draft draft, String path, BigDecimal value) {
        String text = value.setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString();
        Optional<Field> field = draft.field(path);
        if (field.isEmpty()) {
            draft.put(Field.stated(path, text, "(from the other sums)"));
        } else if (!field.get().value().equals(text)) {
            ScanRepair.change(draft, field.get(), text, "the other sums");
        }
    }
}
