package onebook.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.report.TrialBalance;

/** Entries and balances as the command line prints them. */
final class EntryJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EntryJson() { }

    static ObjectNode of(JournalEntry entry) {
        ObjectNode json = JSON.objectNode();
        json.put("entry", entry.number().toString()).put("date", entry.date().toString())
                .put("kind", entry.kind().name()).put("summary", entry.summary())
                .put("rule", entry.rule()).put("why", entry.why()).put("by", entry.by())
                .put("preparedBy", entry.hands().preparer())
                .put("reviewedBy", entry.hands().reviewer())
                .put("attachments", entry.attachments());
        entry.corrects().ifPresent(number -> json.put("corrects", number.toString()));
        ArrayNode lines = json.putArray("postings");
        for (Posting line : entry.postings()) {
            ObjectNode one = lines.addObject().put("account", line.account().value())
                    .put("side", line.side().name()).put("amount", line.amount().toString());
            if (!line.party().isEmpty()) {
                one.put("party", line.party());
            }
            VoucherJson.details(line.details(), one);
        }
        ArrayNode evidence = json.putArray("evidence");
        for (Evidence one : entry.evidence()) {
            evidence.addObject().put("document", one.document()).put("path", one.path())
                    .put("text", one.text());
        }
        return json;
    }

    static Object printed(JournalEntry entry, Output out) {
        return out.isJson() ? of(entry) : text(entry);
    }

    /** With the red entry that took it back, where one did. */
    static Object printed(JournalEntry entry, Optional<EntryNumber> takenBackBy, Output out) {
        if (out.isJson()) {
            ObjectNode json = of(entry);
            takenBackBy.ifPresent(red -> json.put("takenBackBy", red.toString()));
            return json;
        }
        return text(entry) + takenBackBy.map(red -> "%n    已被 %s 注销".formatted(red)).orElse("");
    }

    static String text(JournalEntry entry) {
        StringBuilder text = new StringBuilder("%s  %s  %s  [%s]".formatted(entry.number(),
                entry.date(), entry.summary(), entry.rule()));
        for (Posting line : entry.postings()) {
            boolean isDebit = line.side() == Side.DEBIT;
            text.append("%n    %s %-10s %16s %16s  %s".formatted(
                    isDebit ? "借" : "贷", line.account(), isDebit ? line.amount() : "",
                    isDebit ? "" : line.amount(), line.party()).stripTrailing());
        }
        return text.toString();
    }

    static ObjectNode of(TrialBalance.Row row) {
        ObjectNode json = JSON.objectNode();
        TrialBalance.Amounts amounts = row.amounts();
        return json.put("account", row.account().value()).put("name", row.name())
                .put("openingDebit", amounts.openingDebit().toString())
                .put("openingCredit", amounts.openingCredit().toString())
                .put("debit", amounts.debit().toString()).put("credit", amounts.credit().toString())
                .put("closingDebit", amounts.closingDebit().toString())
                .put("closingCredit", amounts.closingCredit().toString());
    }
}
