package onebook.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.closing.CloseCheck;
import onebook.closing.RecurringFile;
import onebook.closing.RecurringItem;
import onebook.closing.RecurringRules;
import onebook.closing.WageRules;
import onebook.closing.Wages;
import onebook.document.Document;
import onebook.document.Refused;
import onebook.document.table.TableFile;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.words.Sentence;

/** What one book books again every month, and what of it a month still lacks. */
final class RecurringEntries {
    private static final String PREFIX = "recurring:";

    private final OpenBook open;
    private final RecurringFile file;

    RecurringEntries(OpenBook open) {
        this.open = open;
        this.file = new RecurringFile(RecurringRules.parse(
                Templates.text("closing/recurring.yaml")));
    }

    RecurringFile file() {
        return file;
    }

    static String nameOf(String id) {
        return PREFIX + id;
    }

    /** The lines that stand, by id of the item. */
    SortedMap<String, String> lines() {
        SortedMap<String, String> lines = new TreeMap<>();
        new SealedTexts(open).all().forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                lines.put(name.substring(PREFIX.length()), text);
            }
        });
        return lines;
    }

    List<RecurringItem> items() {
        return lines().values().stream().map(file::item).toList();
    }

    /** What the month lacks, in order of item; posting it leaves nothing due. */
    List<Proposal> due(Period month) {
        Known known = new Known(open);
        List<Proposal> due = new ArrayList<>();
        for (RecurringItem item : items()) {
            item.due(month, known).stream().filter(draft -> !known.isResolved(draft.id()))
                    .forEach(due::add);
        }
        return due;
    }

    /** Asked before a month is closed. */
    CloseCheck check(Period month) {
        return new CloseCheck(CloseCheck.Question.RECURRING_IS_DUE, due(month).stream()
                .map(draft -> new CloseCheck.Item(
                        Sentence.plain(draft.summary() + " " + total(draft)),
                        PREFIX + draft.id(), Optional.of(total(draft)))).toList());
    }

    private static Money total(Proposal draft) {
        return draft.postings().stream().filter(line -> line.side() == Side.DEBIT)
                .map(Posting::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What the book knows; balances of a month are read once. */
    private static final class Known implements RecurringItem.Ledger {
        private final OpenBook open;
        private final Map<Period, onebook.ledger.Balances> balances = new TreeMap<>();

        Known(OpenBook open) {
            this.open = open;
        }

        @Override
        public boolean isResolved(String proposal) {
            return open.journal().isResolved(proposal);
        }

        @Override
        public Money balance(AccountCode account, String party, Period month) {
            return balances.computeIfAbsent(month, end -> {
                Records records = open.records();
                return records.balances(records.firstMonth().orElse(end), end);
            }).byParty(account).getOrDefault(party, Money.ZERO);
        }
    }

    /** True where a wage table booked the wages of the month or of one of the two before it. */
    static boolean accruesWages(OpenBook open, Period month) {
        return Stream.of(month, month.previous(), month.previous().previous())
                .anyMatch(one -> open.journal().bookedAs(Wages.keyOf(one)).isPresent());
    }

    /** The wages of a month out of a table; refuses what is none. */
    static Proposal wages(Document document, Period month) {
        WageRules rules = WageRules.parse(Templates.text("closing/wages.yaml"));
        try {
            return Wages.of(TableFile.open(document.path()).sheets().get(0).rows(), rules)
                    .accrual(month, document.id(), document.name());
        } catch (Refused unreadable) {
            throw new RefusedException(unreadable.refusal(), unreadable.getMessage());
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new RefusedException(Refusal.RECURRING_ENTRY_IS_WRONG,
                    document.name() + ": " + wrong.getMessage());
        }
    }
}
