package onebook.bank;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.document.table.CellText;
import onebook.document.table.Row;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/** Turns one row below the header into a line, or says why it is none. */
final class LineReader {
    /** What a row turned out to be. */
    sealed interface Read {
        record Line(StatementLine line) implements Read { }

        record Left(Statement.LeftOut row) implements Read { }

        record Doubtful(Problem problem, Statement.LeftOut row) implements Read { }
    }

    // 张三 66666666666666   12341234123412341   国网电力有限公司99999999999999
    private static final Pattern NAME_AND_NUMBER = Pattern.compile("(.*?) ?([0-9*]{7,40})");
    // 杭州某某贸易有限公司(pay@example.com)
    private static final Pattern NAME_AND_BRACKET = Pattern.compile("(.+?) ?[(（]([^()（）]+)[)）]");

    private static final Pattern HANZI = Pattern.compile("\\p{IsHan}");

    private final Layouts.Found found;
    private final Vocabulary vocabulary;
    private final String currency;
    private final String ownNumber;
    private final Optional<YearMonth> bill;

    LineReader(Layouts.Found found, Vocabulary vocabulary, Statement.BankAccount account,
            Optional<YearMonth> bill) {
        this.found = found;
        this.vocabulary = vocabulary;
        this.currency = account.currency();
        this.ownNumber = account.number();
        this.bill = bill;
    }

    Read read(Row row) {
        Signed amount = amount(row);
        Optional<Moment> moment = moment(row);
        if (amount.figure.state() == Figure.State.VALUE && moment.isPresent()) {
            return line(row, moment.get(), amount);
        }
        if (vocabulary.isNoise(row)) {
            return left(row, "a total or a note");
        }
        if (amount.figure.state() == Figure.State.EMPTY) {
            return left(row, "no amount");
        }
        return doubtful(row, moment.isEmpty() ? "the date cannot be read"
                : "the amount cannot be read");
    }

    private Read line(Row row, Moment moment, Signed amount) {
        Optional<Matcher> isVoid = Optional.ofNullable(found.layout().voids())
                .map(voids -> voids.matches().matcher(found.columns().value(row, voids.column())))
                .filter(Matcher::find);
        if (isVoid.isPresent()) {
            return left(row, "moved no money: " + isVoid.get().group());
        }
        String code = currency(row, amount.figure);
        Optional<Money> money = code.isEmpty() ? Optional.empty() : amount.figure.in(code);
        if (money.isEmpty() || !amount.problem.isEmpty()) {
            return doubtful(row, amount.problem.isEmpty()
                    ? "the amount or its currency cannot be read" : amount.problem);
        }
        Figure balance = Figure.of(text(row, "balance"));
        if (balance.state() == Figure.State.UNREADABLE) {
            return doubtful(row, "the balance cannot be read");
        }
        Optional<Money> after = Optional.of(balance).filter(Figure::isValue)
                .flatMap(figure -> figure.in(code));
        Party party = party(row, money.get());
        return new Read.Line(new StatementLine(row.number(), moment.date(), moment.time(),
                money.get(), after, party.name, party.account, found.columns().all(row, "memo"),
                text(row, "reference"), text(row, "status")));
    }

    private Optional<Moment> moment(Row row) {
        Optional<Moment> day = found.columns().values(row, "date")
                .flatMap(cell -> Moment.of(cell, found.layout().days(), bill).stream()).findFirst();
        String cell = text(row, "time");
        String time = Moment.time(cell);
        if (time.isEmpty()) {
            time = Moment.of(cell, found.layout().days(), bill).map(Moment::time).orElse("");
        }
        String known = time;
        return day.map(it -> it.time().isEmpty() ? new Moment(it.date(), known) : it);
    }

    /** An amount from the company's view, and what is doubtful about it. */
    private record Signed(Figure figure, String problem) {
        static Signed of(Figure figure) {
            return new Signed(figure, "");
        }
    }

    private Signed amount(Row row) {
        Figure amount = Figure.of(text(row, "amount"));
        return switch (found.layout().amount()) {
            case IN_OUT, IN_MINUS_SIZE_OF_OUT ->
                    inMinusOut(Figure.of(text(row, "in")), Figure.of(text(row, "out")));
            case SIGNED, BY_BALANCE -> Signed.of(amount);
            case SPENT -> Signed.of(amount.negated());
            case DIRECTED -> directed(row, amount);
        };
    }

    private Signed inMinusOut(Figure in, Figure out) {
        if (in.state() == Figure.State.UNREADABLE || out.state() == Figure.State.UNREADABLE) {
            return Signed.of(Figure.UNREADABLE);
        }
        boolean isBoth = in.value().signum() != 0 && out.value().signum() != 0;
        Figure paid = found.layout().amount() == Layout.Amounts.IN_OUT || out.value().signum() > 0
                ? out.negated() : out;
        boolean isIn = in.isValue() && (in.value().signum() != 0 || !out.isValue());
        return new Signed(isIn ? in : paid, isBoth ? "the row has an amount in and an amount out"
                : "");
    }

    private Signed directed(Row row, Figure amount) {
        for (Layout.Direction direction : found.layout().directions()) {
            if (direction.matches().matcher(found.columns().all(row, direction.column())).find()) {
                return Signed.of(direction.is() == Layout.Way.IN ? amount : amount.negated());
            }
        }
        return new Signed(amount, amount.value().signum() == 0 ? ""
                : "nothing says which way the money went");
    }

    private String currency(Row row, Figure amount) {
        String word = text(row, "currency");
        if (!word.isEmpty()) {
            return vocabulary.currency(word);
        }
        return amount.currency().isEmpty() ? currency : vocabulary.currency(amount.currency());
    }

    private record Party(String name, String account) { }

    private Party party(Row row, Money amount) {
        if (found.columns().has("payerAccount")) {
            boolean isPayerOther = isOther(row, amount);
            return new Party(text(row, isPayerOther ? "payerName" : "payeeName"),
                    text(row, isPayerOther ? "payerAccount" : "payeeAccount"));
        }
        String name = CellText.words(text(row, "party"));
        String account = text(row, "partyAccount");
        Matcher tail = NAME_AND_NUMBER.matcher(name);
        if (found.layout().partyEndsWithAccount() && account.isEmpty() && tail.matches()) {
            return new Party(tail.group(1), tail.group(2));
        }
        Matcher bracket = NAME_AND_BRACKET.matcher(account);
        if (found.layout().accountHasParty() && bracket.matches()) {
            return new Party(name.isEmpty() ? bracket.group(1) : name, bracket.group(2));
        }
        if (found.layout().accountHasParty() && name.isEmpty() && HANZI.matcher(account).find()) {
            return new Party(account, "");
        }
        return new Party(name, account);
    }

    /**
     * True where the payer is the other side: the payee is us, or, where no number tells, money
     * came in.
     */
    private boolean isOther(Row row, Money amount) {
        boolean isPayerUs = !ownNumber.isEmpty() && text(row, "payerAccount").equals(ownNumber);
        boolean isPayeeUs = !ownNumber.isEmpty() && text(row, "payeeAccount").equals(ownNumber);
        return isPayerUs == isPayeeUs ? !amount.isNegative() : isPayeeUs;
    }

    private String text(Row row, String thing) {
        return found.columns().value(row, thing);
    }

    private static Read left(Row row, String why) {
        return new Read.Left(new Statement.LeftOut(row.number(), row.text(), why));
    }

    private static Read doubtful(Row row, String why) {
        return new Read.Doubtful(new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "line:" + row.number(),
                "row %d: %s: %s".formatted(row.number(), why, row.text())),
                new Statement.LeftOut(row.number(), row.text(), why));
    }
}
