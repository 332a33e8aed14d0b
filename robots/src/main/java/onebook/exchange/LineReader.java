package onebook.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.document.table.CellText;
import onebook.ledger.Account.Dimension;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.ledger.Side;

/** One row of a table of vouchers as a line of a voucher, or a fault that says why not. */
final class LineReader {
    static final int LONGEST_TEXT = 1000;
    private static final List<String> DETAILS = List.of("customer", "supplier", "employee",
            "department", "project", "bankAccount", "auxiliary", "currency", "foreign",
            "foreignDebit", "quantity", "quantityDebit", "cashFlow");
    private static final int DECIMALS = 2;
    private static final int PRICE_DECIMALS = 6;
    private static final int LONGEST_FIGURE = 40;
    private static final Money BEYOND = Money.cny(FixedPoint.TOO_LARGE);

    private final Columns columns;
    private final Layouts.Vocabulary vocabulary;
    private final AccountCodes accounts;
    private final Faults faults;
    private final Words words;
    private final int account;
    private final int accountName;
    private final int debit;
    private final int credit;
    private final int[] used;
    private final int party;
    private final boolean isPlain;

    LineReader(Columns columns, Layouts.Vocabulary vocabulary, AccountCodes accounts,
            Faults faults, Words words) {
        this.columns = columns;
        this.vocabulary = vocabulary;
        this.accounts = accounts;
        this.faults = faults;
        this.words = words;
        this.account = columns.of("account");
        this.accountName = columns.of("accountName");
        this.debit = columns.of("debit");
        this.credit = columns.of("credit");
        this.used = columns.used();
        this.party = columns.of("party");
        this.isPlain = DETAILS.stream().noneMatch(columns::has);
    }

    /** @param memo the summary of this line where it differs from the voucher's, else "" */
    Optional<Posting> read(Cells row, String memo) {
        AccountCodes.Found found = accounts.find(row.text(account, words),
                accountName < 0 ? "" : row.text(accountName, words));
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
        Dimensions dimensions = new Dimensions();
        Posting line = new Posting(found.code().get(), side.get(), amount, party(row, dimensions),
                Posting.Details.NONE);
        return details(row, dimensions, amount, memo).map(line::with);
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

    /** What the row says of 辅助核算. */
    private static final class Dimensions {
        private final SortedMap<Dimension, String> values = new TreeMap<>();

        void put(Dimension dimension, String value) {
            if (!value.isEmpty()) {
                values.putIfAbsent(dimension, value);
            }
        }

        /** A line belongs to one party: a customer, else a supplier, else an employee. */
        String party() {
            for (Dimension dimension : Dimension.values()) {
                if (dimension.isParty() && values.containsKey(dimension)) {
                    return values.remove(dimension);
                }
            }
            return "";
        }
    }

    private String party(Cells row, Dimensions said) {
        String party = text(row, "party");
        if (columns.has("auxiliary") && !row.isEmpty(columns.of("auxiliary"))) {
            party = auxiliary(text(row, "auxiliary"), said, party);
        }
        said.put(Dimension.CUSTOMER, text(row, "customer"));
        said.put(Dimension.SUPPLIER, text(row, "supplier"));
        said.put(Dimension.EMPLOYEE, text(row, "employee"));
        said.put(Dimension.DEPARTMENT, text(row, "department"));
        said.put(Dimension.PROJECT, text(row, "project"));
        said.put(Dimension.BANK_ACCOUNT, text(row, "bankAccount"));
        return party.isEmpty() ? said.party() : party;
    }

    /** 客户:杭州某某公司/部门:销售部; what names no dimension is the party. */
    private String auxiliary(String cell, Dimensions said, String party) {
        String other = party;
        for (String item : cell.split("[/;；、|]")) {
            String[] pair = item.split("[:：]", 2);
            String kind = CellText.label(pair[0]).replaceAll("[\\[\\]【】]", "");
            Optional<Dimension> dimension = pair.length < 2 ? Optional.empty()
                    : Optional.ofNullable(vocabulary.dimensions().get(kind))
                            .map(name -> Dimension.valueOf(name.toUpperCase(Locale.ROOT)));
            if (dimension.isPresent()) {
                said.put(dimension.get(), pair[1].strip());
            } else if (other.isEmpty()) {
                other = item.strip();
            }
        }
        return other;
    }

    private Optional<Posting.Details> details(Cells row, Dimensions said, Money amount,
            String memo) {
        Posting.Details details = Posting.Details.NONE;
        details = memo.isEmpty() ? details : details.withMemo(memo);
        for (Dimension dimension : said.values.keySet()) {
            details = details.with(dimension, said.values.get(dimension));
        }
        try {
            Optional<Posting.Foreign> foreign = foreign(row, amount);
            Optional<Posting.Quantity> quantity = quantity(row, amount);
            details = foreign.isPresent() ? details.with(foreign.get()) : details;
            details = quantity.isPresent() ? details.with(quantity.get()) : details;
            int cashFlow = whole(text(row, "cashFlow"));
            return Optional.of(cashFlow == 0 ? details : new Posting.Details(details.memo(),
                    details.dimensions(), details.foreign(), details.quantity(), cashFlow));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            return fault(Refusal.CELL_IS_NOT_UNDERSTOOD, row, wrong.getMessage());
        }
    }

    /** Throws where a cell says what it may not say. */
    private Optional<Posting.Foreign> foreign(Cells row, Money amount) {
        String currency = currency(text(row, "currency"));
        BigDecimal figure = either(row, "foreign");
        if (currency.equals(Money.CNY) || figure.signum() == 0) {
            return Optional.empty();
        }
        if (currency.isEmpty()) {
            throw new IllegalArgumentException("the currency of " + figure);
        }
        Money foreign = Money.of(figure, currency);
        BigDecimal rate = decimal(text(row, "rate"));
        return Optional.of(new Posting.Foreign(foreign, rate.signum() != 0 ? rate
                : amount.toDecimal().divide(figure, PRICE_DECIMALS, RoundingMode.HALF_UP)));
    }

    private Optional<Posting.Quantity> quantity(Cells row, Money amount) {
        BigDecimal count = either(row, "quantity");
        if (count.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal price = decimal(text(row, "price"));
        return Optional.of(new Posting.Quantity(count, price.signum() != 0 ? price
                : amount.toDecimal().divide(count, PRICE_DECIMALS, RoundingMode.HALF_UP)));
    }

    /** One column for both sides, or one for each. */
    private BigDecimal either(Cells row, String thing) {
        BigDecimal figure = decimal(text(row, thing));
        figure = figure.signum() != 0 ? figure : decimal(text(row, thing + "Debit"));
        return figure.signum() != 0 ? figure : decimal(text(row, thing + "Credit"));
    }

    private String currency(String cell) {
        String half = CellText.half(cell).toUpperCase(Locale.ROOT);
        String known = vocabulary.currencies().getOrDefault(half, half);
        if (!known.isEmpty()) {
            new Money(0, known);
        }
        return known;
    }

    private static BigDecimal decimal(String cell) {
        String bare = CellText.half(cell).replace(",", "");
        if (bare.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (bare.length() > LONGEST_FIGURE || !bare.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not a figure: "
                    + bare.substring(0, Math.min(bare.length(), LONGEST_FIGURE)));
        }
        return new BigDecimal(bare);
    }

    static int whole(String cell) {
        if (cell.isEmpty()) {
            return 0;
        }
        long number = FixedPoint.parse(cell, 0);
        if (number < 0 || number > 100_000) {
            throw new IllegalArgumentException("not a whole number: " + cell);
        }
        return (int) number;
    }

    /** True, and a fault, where a cell is longer than a line of a voucher can be. */
    boolean isTooLong(Cells row) {
        for (int column : used) {
            if (row.length(column) > LONGEST_TEXT) {
                faults.add(Refusal.FIELD_IS_TOO_LONG, row.line(), row.length(column)
                        + " characters; at most " + LONGEST_TEXT);
                return true;
            }
        }
        return false;
    }
}
