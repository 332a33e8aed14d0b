package onebook.exchange;

import java.util.Locale;
import java.util.Optional;
import onebook.document.table.CellText;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.ledger.Side;

/** One row of a table of vouchers as a line of a voucher, or a fault that says why not. */
final class LineReader {
    private static final int DECIMALS = 2;
    private static final Money BEYOND = Money.cny(FixedPoint.TOO_LARGE);

    private final Columns columns;
    private final Layouts.Vocabulary vocabulary;
    private final AccountFinder accounts;
    private final Faults faults;
    private final Words words;
    private final int account;
    private final int accountName;
    private final int debit;
    private final int credit;
    private final LineDetails details;
    private final int party;
    private final boolean isPlain;

    LineReader(Table table, AccountFinder accounts, Faults faults, Words words) {
        this.columns = table.columns();
        this.vocabulary = table.words();
        this.accounts = accounts;
        this.faults = faults;
        this.words = words;
        this.account = columns.of("account");
        this.accountName = columns.ofName();
        this.debit = columns.of("debit");
        this.credit = columns.of("credit");
        this.details = new LineDetails(table, words);
        this.party = columns.of("party");
        this.isPlain = details.isNever();
    }

    /** @param memo the summary of this line where it differs from the voucher's, else "" */
    Optional<Posting> read(Cells row, String memo) {
        AccountFinder.Found found = accounts.find(row.text(account, words),
                row.text(accountName, words));
        if (found.code().isEmpty()) {
            return fault(found.refusal(), row, found.text());
        }
        Optional<Side> side = side(row);
        Money amount = side.isEmpty() ? Money.ZERO : amount(row, side.get());
        if (side.isEmpty() || amount == BEYOND) {
            return Optional.empty();
        }
        if (amount.isZero()) {
            return fault(Refusal.POSTING_IS_ZERO, row, row.shortly());
        }
        if (isPlain && memo.isEmpty()) {
            return Optional.of(new Posting(found.code().get(), side.get(), amount,
                    row.text(party, words)));
        }
        try {
            LineDetails.Dimensions said = new LineDetails.Dimensions();
            String whose = details.party(row, said);
            return Optional.of(new Posting(found.code().get(), side.get(), amount, whose,
                    details.of(row, said, amount, memo)));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            return fault(Refusal.CELL_IS_NOT_UNDERSTOOD, row, wrong.getMessage());
        }
    }

    private <T> Optional<T> fault(Refusal refusal, Cells row, String text) {
        faults.add(refusal, row.line(), text);
        return Optional.empty();
    }

    private String text(Cells row, String thing) {
        return row.text(columns.of(thing), words);
    }

    private Optional<Side> side(Cells row) {
        if (debit >= 0 && credit >= 0) {
            boolean isDebit = isFilled(row, debit);
            return isDebit && isFilled(row, credit)
                    ? fault(Refusal.LINE_HAS_TWO_SIDES, row, row.shortly())
                    : Optional.of(isDebit ? Side.DEBIT : Side.CREDIT);
        }
        String written = CellText.half(text(row, "side")).toLowerCase(Locale.ROOT);
        if (vocabulary.debit().contains(written)) {
            return Optional.of(Side.DEBIT);
        }
        return vocabulary.credit().contains(written) ? Optional.of(Side.CREDIT)
                : fault(Refusal.CELL_IS_NOT_UNDERSTOOD, row, "debit or credit? " + written);
    }

    private static boolean isFilled(Cells row, int column) {
        return !row.isEmpty(column) && row.money(column, DECIMALS) != 0;
    }

    private Money amount(Cells row, Side side) {
        int column = debit < 0 ? columns.of("amount") : side == Side.DEBIT ? debit : credit;
        long minor = row.money(column, DECIMALS);
        if (minor == FixedPoint.NOT_A_NUMBER || minor == FixedPoint.TOO_LARGE) {
            fault(minor == FixedPoint.TOO_LARGE ? Refusal.AMOUNT_IS_TOO_LARGE
                    : Refusal.AMOUNT_IS_NOT_READABLE, row, row.text(column, words));
            return BEYOND;
        }
        return Money.cny(minor);
    }

    /** The row's amount, debit positive; empty, and a fault, where it has none that is clear. */
    Optional<Money> signed(Cells row) {
        return side(row).map(side -> {
            Money amount = amount(row, side);
            return side == Side.DEBIT || amount == BEYOND ? amount : amount.negated();
        }).filter(amount -> amount != BEYOND);
    }

    /** True where the row has no amount on any side. */
    boolean isZero(Cells row) {
        return debit >= 0 && credit >= 0 ? !isFilled(row, debit) && !isFilled(row, credit)
                : !isFilled(row, columns.of("amount"));
    }
}
