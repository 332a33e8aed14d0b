package onebook.robot;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import onebook.ledger.Evidence;
import onebook.ledger.Money;

/** Vouchers to write in tests. */
final class Papers {
    static final LocalDate DAY = LocalDate.parse("2026-01-15");

    private Papers() { }

    /** Office supplies paid in cash, without a paper. */
    static Draft expense() {
        return draft(debit("5602.05", 120_00), credit("1001", 120_00));
    }

    /** Cash brought to the bank: nothing a cashier keeps out of. */
    static Draft toBank() {
        return draft(debit("1012", 500_00), credit("1001", 500_00));
    }

    static Draft draft(Draft.Line... lines) {
        return dated("2026-01-15", lines);
    }

    static Draft dated(String day, Draft.Line... lines) {
        return Draft.byHand(LocalDate.parse(day), "办公用品", Arrays.asList(lines),
                List.of(Evidence.without("收据遗失，经手人说明")));
    }

    static Draft.Line debit(String account, long fen) {
        return Draft.Line.debit(account, Money.cny(fen), "");
    }

    static Draft.Line credit(String account, long fen) {
        return Draft.Line.credit(account, Money.cny(fen), "");
    }

    static Draft summed(Draft draft, String summary) {
        return new Draft(draft.date(), draft.kind(), summary, draft.lines(), draft.evidence(),
                draft.attachments(), draft.corrects(), draft.source());
    }
}
