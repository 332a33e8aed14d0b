package onebook.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Problem;
import onebook.robot.Draft;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;

/** Drafts as the command line prints them. */
final class VoucherJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private VoucherJson() { }

    static ObjectNode of(Voucher voucher, Vouchers.Check check) {
        ObjectNode json = JSON.objectNode().put("draft", voucher.id())
                .put("state", state(voucher));
        voucher.prepared().ifPresent(hand -> json.put("preparedBy", hand.who())
                .put("preparedAt", hand.at().toString()));
        voucher.reviewed().ifPresent(hand -> json.put("reviewedBy", hand.who())
                .put("reviewedAt", hand.at().toString()));
        Draft draft = voucher.draft();
        json.put("date", draft.date().toString()).put("kind", draft.kind().name())
                .put("summary", draft.summary()).put("attachments", draft.attachments());
        draft.corrects().ifPresent(number -> json.put("corrects", number.toString()));
        ArrayNode lines = json.putArray("lines");
        draft.lines().forEach(line -> lines.add(of(line)));
        ArrayNode evidence = json.putArray("evidence");
        draft.evidence().forEach(one -> evidence.addObject().put("document", one.document())
                .put("text", one.text()));
        return json.setAll(of(check));
    }

    /** Sums and problems alone. */
    static ObjectNode of(Vouchers.Check check) {
        ObjectNode json = JSON.objectNode().put("debits", check.debits().toString())
                .put("credits", check.credits().toString()).put("sound", check.isSound());
        ArrayNode problems = json.putArray("problems");
        for (Problem one : check.problems()) {
            problems.addObject().put("name", one.name().name()).put("path", one.path())
                    .put("text", one.text());
        }
        return json;
    }

    private static ObjectNode of(Draft.Line line) {
        ObjectNode json = JSON.objectNode().put("account", line.account());
        line.debit().ifPresent(amount -> json.put("debit", amount.toString()));
        line.credit().ifPresent(amount -> json.put("credit", amount.toString()));
        put(json, "party", line.party());
        details(new Posting.Details(line.memo(), line.dimensions(), line.foreign(),
                line.quantity(), line.cashFlow()), json);
        return json;
    }

    /** What a line says beyond its amount; what it does not say is absent. */
    static void details(Posting.Details details, ObjectNode json) {
        put(json, "memo", details.memo());
        details.dimensions().forEach((dimension, value) ->
                json.put(dimension.name().toLowerCase(Locale.ROOT), value));
        details.foreign().ifPresent(foreign -> json.put("currency", foreign.amount().currency())
                .put(json.has("amount") ? "foreignAmount" : "amount",
                        foreign.amount().toString())
                .put("rate", foreign.rate().toPlainString()));
        details.quantity().ifPresent(units -> json.put("quantity", units.count().toPlainString())
                .put("price", units.unitPrice().toPlainString()));
        if (details.cashFlow() > 0) {
            json.put("cash_flow", String.valueOf(details.cashFlow()));
        }
    }

    private static void put(ObjectNode json, String key, String value) {
        if (!value.isEmpty()) {
            json.put(key, value);
        }
    }

    private static String state(Voucher voucher) {
        return voucher.isReviewed() ? "reviewed" : "draft";
    }

    static String text(Voucher voucher, Vouchers.Check check) {
        Draft draft = voucher.draft();
        StringBuilder text = new StringBuilder("draft %d  %s  %s  [%s]  制单 %s".formatted(
                voucher.id(), draft.date(), draft.summary(), state(voucher),
                voucher.prepared().map(Voucher.Hand::who).orElse("?")));
        voucher.reviewed().ifPresent(hand -> text.append("  审核 ").append(hand.who()));
        for (Draft.Line line : draft.lines()) {
            text.append("%n    %s %-10s %16s %16s  %s %s".formatted(
                    line.debit().isPresent() ? "借" : "贷", line.account(),
                    line.debit().map(Money::toString).orElse(""),
                    line.credit().map(Money::toString).orElse(""), line.party(), line.memo())
                    .stripTrailing());
        }
        check.problems().forEach(one -> text.append("%n    ! %s".formatted(text(one))));
        return text.toString();
    }

    static String text(Problem one) {
        return (one.name() + " " + one.path() + " " + one.text()).strip().replaceAll(" +", " ");
    }
}
