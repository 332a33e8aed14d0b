package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Body;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;

/** What was declared, the newest of a form and period; earlier ones are kept to be asked about. */
final class Filings {
    /**
     * One return.
     *
     * @param figures by name: "l1" for line 1 of a form, "bs30" and "is1" for lines of statements
     * @param hasReceipt a receipt of the bureau is named and its file was taken in
     */
    record Filing(String form, Period from, Period to, Map<String, Money> figures,
            boolean hasReceipt) {
        boolean isVat() {
            return form.startsWith("vat-");
        }

        /** What a figure means ("sales", "payable"); empty where none of its lines is there. */
        Optional<Money> figure(String meaning) {
            return FormFigures.standard().of(this, meaning);
        }

        boolean isSame(Filing other) {
            return form.equals(other.form) && from.equals(other.from) && to.equals(other.to);
        }
    }

    private final List<Filing> filings = new ArrayList<>();
    private final List<Filing> replaced = new ArrayList<>();

    void leaf(Leaf leaf, Body body) {
        if (!leaf.kind().equals("filing") || !body.has("form")) {
            return;
        }
        Body figures = body.object("figures").orElseThrow(
                () -> new MalformedException("a filing without figures"));
        Map<String, Money> values = new TreeMap<>();
        figures.keys().forEach(key -> values.put(key.toString(),
                figures.money(key.toString()).orElseThrow()));
        Filing filing = new Filing(body.text("form"), body.period("from"), body.period("to"),
                values, body.has("receipt_sha256"));
        if (filing.from.compareTo(filing.to) > 0) {
            throw new MalformedException("a filing that ends before it begins");
        }
        filings.stream().filter(filing::isSame).findFirst().ifPresent(old -> {
            filings.remove(old);
            if (!old.figures.equals(filing.figures)) {
                replaced.add(old);
            }
        });
        filings.add(filing);
    }

    List<Filing> all() {
        return filings;
    }

    List<Filing> vat() {
        return filings.stream().filter(Filing::isVat)
                .sorted((one, other) -> one.from.compareTo(other.from)).toList();
    }

    List<Filing> replaced() {
        return replaced;
    }
}
