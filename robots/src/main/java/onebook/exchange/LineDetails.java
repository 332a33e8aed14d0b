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

/** What a row says of a line beside its account and amount: 辅助核算, 外币, 数量, 现金流量. */
final class LineDetails {
    private static final List<String> THINGS = List.of("customer", "supplier", "employee",
            "department", "project", "bankAccount", "auxiliary", "currency", "foreign",
            "foreignDebit", "quantity", "quantityDebit", "cashFlow");
    private static final int PRICE_DECIMALS = 6;
    private static final int LONGEST_FIGURE = 40;

    private final Columns columns;
    private final Layouts.Vocabulary vocabulary;
    private final Words words;

    LineDetails(Table table, Words words) {
        this.columns = table.columns();
        this.vocabulary = table.words();
        this.words = words;
    }

    /** True where the table has no column for any of these. */
    boolean isNever() {
        return THINGS.stream().noneMatch(columns::has);
    }

    private String text(Cells row, String thing) {
        return row.text(columns.of(thing), words);
    }

    /** What the row says of 辅助核算. */
    static final class Dimensions {
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

    String party(Cells row, Dimensions said) {
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
            String kind = AccountNames.plain(pair[0]);
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

    /** Throws where a cell says what it may not say. */
    Posting.Details of(Cells row, Dimensions said, Money amount, String memo) {
        Posting.Details details = Posting.Details.NONE;
        details = memo.isEmpty() ? details : details.withMemo(memo);
        for (Dimension dimension : said.values.keySet()) {
            details = details.with(dimension, said.values.get(dimension));
        }
        Optional<Posting.Foreign> foreign = foreign(row, amount);
        Optional<Posting.Quantity> quantity = quantity(row, amount);
        details = foreign.isPresent() ? details.with(foreign.get()) : details;
        details = quantity.isPresent() ? details.with(quantity.get()) : details;
        int cashFlow = whole(text(row, "cashFlow"));
        return cashFlow == 0 ? details : new Posting.Details(details.memo(),
                details.dimensions(), details.foreign(), details.quantity(), cashFlow);
    }

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
}
