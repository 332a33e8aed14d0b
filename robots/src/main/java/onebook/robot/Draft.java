package onebook.robot;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;
import onebook.words.Sentence;

/**
 * 记账凭证 as somebody types it: may be incomplete, may be wrong. {@link Vouchers#check} says what
 * it lacks.
 *
 * @param kind ORDINARY, CORRECTION or SUPPLEMENT
 * @param evidence the papers behind it, or {@link Evidence#without} a reason
 * @param attachments 附件数
 * @param corrects what a correction takes back or a supplement adds to
 */
public record Draft(LocalDate date, Kind kind, String summary, List<Line> lines,
        List<Evidence> evidence, int attachments, Optional<EntryNumber> corrects, Source source) {
    private static final Set<Kind> KINDS = Set.of(Kind.ORDINARY, Kind.CORRECTION,
            Kind.SUPPLEMENT);

    /**
     * One line. A red figure is a negative amount on the side where it is written.
     *
     * @param account code of the chart, or whatever was typed
     * @param debit in CNY; empty where the line is a credit
     * @param cashFlow line of the cash flow statement; 0 leaves it to the accounts
     */
    public record Line(String account, String memo, Optional<Money> debit, Optional<Money> credit,
            String party, SortedMap<Account.Dimension, String> dimensions,
            Optional<Posting.Foreign> foreign, Optional<Posting.Quantity> quantity,
            int cashFlow) {

        public Line {
            dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
            for (Optional<Money> amount : List.of(debit, credit)) {
                if (!amount.map(Money::currency).orElse(Money.CNY).equals(Money.CNY)) {
                    throw new IllegalArgumentException("not in CNY: " + amount.get());
                }
            }
        }

        public static Line of(Posting posting) {
            Optional<Money> amount = Optional.of(posting.amount());
            boolean isDebit = posting.side() == Side.DEBIT;
            Posting.Details more = posting.details();
            return new Line(posting.account().value(), more.memo(),
                    isDebit ? amount : Optional.empty(), isDebit ? Optional.empty() : amount,
                    posting.party(), more.dimensions(), more.foreign(), more.quantity(),
                    more.cashFlow());
        }

        public static Line debit(String account, Money amount, String party) {
            return plain(account, Optional.of(amount), Optional.empty(), party);
        }

        public static Line credit(String account, Money amount, String party) {
            return plain(account, Optional.empty(), Optional.of(amount), party);
        }

        private static Line plain(String account, Optional<Money> debit, Optional<Money> credit,
                String party) {
            return new Line(account, "", debit, credit, party, new TreeMap<>(), Optional.empty(),
                    Optional.empty(), 0);
        }

        /** The line as the book takes it; empty where account or amount are not yet there. */
        Optional<Posting> posting() {
            if (debit.isPresent() == credit.isPresent()) {
                return Optional.empty();
            }
            try {
                Posting.Details details =
                        new Posting.Details(memo, dimensions, foreign, quantity, cashFlow);
                return Optional.of(new Posting(AccountCode.of(account),
                        debit.isPresent() ? Side.DEBIT : Side.CREDIT, debit.or(() -> credit).get(),
                        party, details));
            } catch (IllegalArgumentException noCode) {
                return Optional.empty();
            }
        }
    }

    /**
     * Where a draft comes from.
     *
     * @param proposal what it resolves ("document:…", "red:2026-03-0007"); empty for one of its own
     * @param rule "by-hand", or the rule whose proposal a person accepted
     * @param keys what it books that may be booked once
     */
    public record Source(String proposal, String rule, String why, List<String> keys) {
        public static final Source BY_HAND = new Source("", "by-hand",
                Sentence.of("entry.voucher").chinese(), List.of());

        public Source {
            keys = List.copyOf(keys);
        }
    }

    public Draft {
        lines = List.copyOf(lines);
        evidence = List.copyOf(evidence);
        if (!KINDS.contains(kind) || attachments < 0) {
            throw new IllegalArgumentException("no draft: " + kind + ", " + attachments);
        }
    }

    /** An ordinary voucher with as many attachments as its evidence has papers. */
    public static Draft byHand(LocalDate date, String summary, List<Line> lines,
            List<Evidence> evidence) {
        return new Draft(date, Kind.ORDINARY, summary, lines, evidence, papers(evidence),
                Optional.empty(), Source.BY_HAND);
    }

    static Draft of(Proposal proposal) {
        return new Draft(proposal.date(), proposal.kind(), proposal.summary(),
                proposal.postings().stream().map(Line::of).toList(), proposal.evidence(),
                proposal.attachments(), proposal.corrects(), new Source(proposal.id(),
                        proposal.rule(), proposal.why(), proposal.keys()));
    }

    /** How many papers the evidence names. */
    public static int papers(List<Evidence> evidence) {
        return (int) evidence.stream().map(Evidence::document).filter(one -> !one.isEmpty())
                .distinct().count();
    }

    /**
     * What a line would have to say on that side for debits to equal credits.
     *
     * @param line the first is 0; what it says now does not count
     * @return empty where nothing is missing, or where no amount could do it
     */
    public Optional<Money> balancing(int line, Side side) {
        try {
            Money missing = Money.ZERO;
            for (int i = 0; i < lines.size(); i++) {
                Money debits = lines.get(i).debit().orElse(Money.ZERO);
                Money credits = lines.get(i).credit().orElse(Money.ZERO);
                missing = i == line ? missing : missing.plus(credits).minus(debits);
            }
            Money amount = side == Side.DEBIT ? missing : missing.negated();
            return Optional.of(amount).filter(one -> !one.isZero());
        } catch (ArithmeticException overflow) {
            return Optional.empty();
        }
    }

    /** What the book is asked to post; lines that are not complete are left out. */
    Proposal proposal(String ownId, List<String> keys) {
        List<Posting> postings = lines.stream().map(Line::posting).flatMap(Optional::stream)
                .toList();
        return new Proposal(source.proposal().isEmpty() ? ownId : source.proposal(), date, kind,
                summary, postings, evidence, source.rule(), source.why(), keys, corrects,
                attachments);
    }
}
