package onebook.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import onebook.ledger.JournalEntry.Hands;

/**
 * The one place where entries are made. It decides; {@code store} remembers.
 *
 * <p>Each command gives an entry that satisfies every law of the book, or the first refusal in the
 * order of {@link Refusal}. Nothing is written here: whoever asked hands the entry to the journal,
 * in the same transaction in which {@link Memory} was read.
 */
public final class Book {
    /** Ten trillion yuan: thousands of such amounts still add up without overflow. */
    static final Money LARGEST = Money.cny(1_000_000_000_000_000L);
    private static final int LAST_YEAR = 9999;

    /** What the book must know of its past. Implemented by the journal. */
    public interface Memory {
        boolean isResolved(String proposal);

        Optional<EntryNumber> bookedAs(String key);

        int lastSequence(Period period);

        Optional<Period> lastClosed();

        Optional<JournalEntry> find(EntryNumber number);

        Optional<EntryNumber> correctionOf(EntryNumber number);
    }

    private final ChartOfAccounts chart;
    private final Period from;
    private final Memory memory;

    public Book(ChartOfAccounts chart, Period from, Memory memory) {
        this.chart = chart;
        this.from = from;
        this.memory = memory;
    }

    public Outcome post(Proposal draft, String by) {
        return post(draft, Hands.of(by));
    }

    /** Requires nothing of the proposal: whatever is wrong with it comes back as a refusal. */
    public Outcome post(Proposal draft, Hands hands) {
        return firstRefusal(draft).<Outcome>map(refused -> refused)
                .orElseGet(() -> new Outcome.Posted(entry(draft, hands)));
    }

    /** A red entry that takes back another, dated in an open period the user chose. */
    public Outcome correct(EntryNumber number, LocalDate date, String why, String by) {
        return correct(number, date, why, Hands.of(by));
    }

    public Outcome correct(EntryNumber number, LocalDate date, String why, Hands hands) {
        return correctionRefused(number).<Outcome>map(refused -> refused).orElseGet(() ->
                post(redOf(memory.find(number).orElseThrow(), date, why), hands));
    }

    /**
     * The draft of a red entry: the lines of the original, negative, on the same sides, in the
     * words that the rules for bookkeeping prescribe (会计基础工作规范).
     */
    public static Proposal redOf(JournalEntry wrong, LocalDate date, String why) {
        return new Proposal("red:" + wrong.number(), date, JournalEntry.Kind.CORRECTION,
                "注销" + named(wrong),
                wrong.postings().stream().map(Posting::red).toList(), wrong.evidence(),
                "correction", why, List.of(), Optional.of(wrong.number()));
    }

    /** How a correction names what it corrects: "2026年3月5日第7号凭证". */
    public static String named(JournalEntry entry) {
        LocalDate date = entry.date();
        return "%d年%d月%d日第%d号凭证".formatted(date.getYear(), date.getMonthValue(),
                date.getDayOfMonth(), entry.number().sequence());
    }

    private JournalEntry entry(Proposal draft, Hands hands) {
        Period period = Period.of(draft.date());
        EntryNumber number = new EntryNumber(period, memory.lastSequence(period) + 1);
        return new JournalEntry(number, draft.date(), draft.kind(), draft.summary(),
                draft.postings(), draft.evidence(), draft.rule(), draft.why(), hands, draft.id(),
                draft.corrects(), draft.attachments(), draft.keys());
    }

    /**
     * Everything that is wrong with a draft, so that it can be told while somebody types: of each
     * line the first ("line:1"), then what is wrong with the whole. Decides nothing.
     */
    public List<Problem> check(Proposal draft) {
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (Posting line : draft.postings()) {
            String path = "line:" + ++number;
            unknown(line).or(() -> group(line)).or(() -> zero(line))
                    .or(() -> dimension(draft, line)).or(() -> foreign(draft, line))
                    .ifPresent(refused -> problems.add(
                            new Problem(refused.refusal(), path, refused.detail())));
        }
        Stream.of(form(draft), sums(draft), period(draft), once(draft), corrected(draft))
                .flatMap(Optional::stream).forEach(refused -> problems.add(
                        new Problem(refused.refusal(), "", refused.detail())));
        return problems;
    }

    private Optional<Outcome.Refused> firstRefusal(Proposal draft) {
        return first(draft, this::unknown).or(() -> first(draft, this::group))
                .or(() -> form(draft)).or(() -> first(draft, this::zero))
                .or(() -> first(draft, line -> dimension(draft, line)))
                .or(() -> first(draft, line -> foreign(draft, line)))
                .or(() -> sums(draft)).or(() -> period(draft)).or(() -> once(draft))
                .or(() -> corrected(draft));
    }

    private static Optional<Outcome.Refused> first(Proposal draft,
            Function<Posting, Optional<Outcome.Refused>> law) {
        for (Posting line : draft.postings()) {
            Optional<Outcome.Refused> refused = law.apply(line);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome.Refused> unknown(Posting line) {
        return chart.find(line.account()).isPresent() ? Optional.empty()
                : refused(Refusal.UNKNOWN_ACCOUNT, line.account().toString());
    }

    private Optional<Outcome.Refused> group(Posting line) {
        return chart.isLeaf(line.account()) ? Optional.empty()
                : refused(Refusal.ACCOUNT_IS_NOT_A_LEAF, line.account().toString());
    }

    private Optional<Outcome.Refused> zero(Posting line) {
        return line.amount().isZero()
                ? refused(Refusal.POSTING_IS_ZERO, line.account().toString()) : Optional.empty();
    }

    private Optional<Outcome.Refused> form(Proposal draft) {
        if (draft.summary().isBlank()) {
            return refused(Refusal.SUMMARY_IS_MISSING, draft.id());
        }
        return draft.postings().size() < 2 ? refused(Refusal.FEWER_THAN_TWO_POSTINGS,
                draft.postings().size() + " lines") : Optional.empty();
    }

    /** A red entry repeats lines that were good when they were posted. */
    private Optional<Outcome.Refused> dimension(Proposal draft, Posting line) {
        if (draft.kind() == JournalEntry.Kind.CORRECTION || isCarriedWhole(draft)) {
            return Optional.empty();
        }
        for (Account.Dimension dimension : asks(line).dimensions()) {
            if (line.in(dimension).isBlank()) {
                return refused(Refusal.DIMENSION_IS_MISSING,
                        line.account() + " asks for " + dimension);
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome.Refused> foreign(Proposal draft, Posting line) {
        String currency = asks(line).currency();
        Optional<Posting.Foreign> foreign = line.details().foreign();
        boolean isOther = !currency.isEmpty()
                && !foreign.map(one -> one.amount().currency()).equals(Optional.of(currency));
        boolean fits = foreign.map(one -> fits(one, line.amount(), draft.kind())).orElse(true);
        return draft.kind() != JournalEntry.Kind.CORRECTION && (isOther || !fits)
                ? refused(Refusal.FOREIGN_AMOUNT_DOES_NOT_FIT, line.account().toString())
                : Optional.empty();
    }

    /** 结转损益 carries an account as a whole, whatever it is kept by. */
    private static boolean isCarriedWhole(Proposal draft) {
        return draft.kind() == JournalEntry.Kind.CLOSING
                && draft.rule().equals(JournalEntry.PROFIT_TRANSFER);
    }

    private Account.Asks asks(Posting line) {
        return chart.get(line.account()).asks();
    }

    /** The amount is its foreign amount at the rate; 期末调汇 changes the one, not the other. */
    private static boolean fits(Posting.Foreign foreign, Money amount, JournalEntry.Kind kind) {
        try {
            if (kind == JournalEntry.Kind.CLOSING && foreign.amount().isZero()) {
                return foreign.rate().signum() > 0;
            }
            return foreign.rate().signum() > 0
                    && foreign.converted(amount.currency()).equals(amount);
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private Optional<Outcome.Refused> sums(Proposal draft) {
        if (draft.postings().stream().map(line -> line.amount().currency())
                .distinct().count() > 1) {
            return refused(Refusal.CURRENCIES_DIFFER, draft.id());
        }
        try {
            Money difference = draft.postings().stream().map(Posting::signed).reduce(Money::plus)
                    .orElse(Money.ZERO);
            if (!difference.isZero()) {
                return refused(Refusal.DEBITS_NOT_EQUAL_CREDITS, "difference " + difference);
            }
        } catch (ArithmeticException overflow) {
            return refused(Refusal.AMOUNT_IS_TOO_LARGE, draft.id());
        }
        return draft.postings().stream().map(Posting::amount).filter(Book::isTooLarge).findFirst()
                .flatMap(amount -> refused(Refusal.AMOUNT_IS_TOO_LARGE, amount.toString()));
    }

    private static boolean isTooLarge(Money amount) {
        return amount.minor() > LARGEST.minor() || amount.minor() < -LARGEST.minor();
    }

    private Optional<Outcome.Refused> period(Proposal draft) {
        Period period = Period.of(draft.date());
        if (draft.kind() == JournalEntry.Kind.ORDINARY && draft.evidence().isEmpty()) {
            return refused(Refusal.EVIDENCE_IS_MISSING, draft.summary());
        }
        if (draft.date().getYear() > LAST_YEAR) {
            return refused(Refusal.DATE_IS_OUT_OF_RANGE, draft.date().toString());
        }
        if (period.compareTo(from) < 0) {
            return refused(Refusal.PERIOD_BEFORE_THE_BOOK, draft.date() + " is before " + from);
        }
        if (memory.lastClosed().map(closed -> period.compareTo(closed) <= 0).orElse(false)) {
            return refused(Refusal.PERIOD_CLOSED, period.toString());
        }
        return Optional.empty();
    }

    private Optional<Outcome.Refused> once(Proposal draft) {
        if (memory.isResolved(draft.id())) {
            return refused(Refusal.PROPOSAL_ALREADY_RESOLVED, draft.id());
        }
        return booked(draft, false, Refusal.INVOICE_ALREADY_BOOKED)
                .or(() -> booked(draft, true, Refusal.BANK_LINE_ALREADY_BOOKED));
    }

    private Optional<Outcome.Refused> booked(Proposal draft, boolean isBankLine, Refusal twice) {
        for (String key : draft.keys()) {
            Optional<EntryNumber> before = memory.bookedAs(key);
            if (before.isPresent() && key.startsWith("bank:") == isBankLine) {
                return refused(twice, key + " is entry " + before.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome.Refused> corrected(Proposal draft) {
        return draft.corrects().flatMap(this::correctionRefused);
    }

    private Optional<Outcome.Refused> correctionRefused(EntryNumber number) {
        Optional<JournalEntry> wrong = memory.find(number);
        if (wrong.isEmpty()) {
            return refused(Refusal.ENTRY_IS_UNKNOWN, number.toString());
        }
        Optional<EntryNumber> red = memory.correctionOf(number);
        if (red.isPresent()) {
            return refused(Refusal.ENTRY_ALREADY_CORRECTED,
                    number + " was taken back by " + red.get());
        }
        return wrong.get().takesBack().isEmpty() ? Optional.empty()
                : refused(Refusal.CORRECTION_CANNOT_BE_CORRECTED, number.toString());
    }

    private static Optional<Outcome.Refused> refused(Refusal refusal, String detail) {
        return Optional.of(new Outcome.Refused(refusal, detail));
    }
}
