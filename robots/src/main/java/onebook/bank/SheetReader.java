package onebook.bank;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onebook.document.table.CellText;
import onebook.document.table.Row;
import onebook.document.table.Sheet;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/** Reads the one table of a statement once its layout is known. */
final class SheetReader {
    // 19045101040012345   6222 **** 0258   finance@qinghe.example
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z*@._-]{4,64}");

    private final Vocabulary vocabulary;
    private final Layouts.Found found;
    private final List<Row> above;
    private final List<Row> below;
    private final Labels labels;
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<Statement.LeftOut> leftOut = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    SheetReader(Vocabulary vocabulary, Layouts.Found found, Sheet sheet) {
        this.vocabulary = vocabulary;
        this.found = found;
        this.above = sheet.rows().subList(0, found.headerIndex());
        this.below = sheet.rows().subList(found.headerIndex() + 1, sheet.rows().size());
        this.labels = new Labels(vocabulary, found.layout());
    }

    Statement read(Optional<Problem> second) {
        above.forEach(labels::take);
        second.ifPresent(problems::add);
        Statement.BankAccount account = account();
        LineReader reader = new LineReader(found, vocabulary, account, bill());
        below.stream().filter(row -> !row.isBlank() && !found.columns().isRepeatedIn(row))
                .forEach(row -> take(reader, row));
        Optional<Money> opening = labels.figure("opening")
                .flatMap(figure -> figure.in(account.currency()));
        Optional<Money> closing = labels.figure("closing")
                .flatMap(figure -> figure.in(account.currency()));
        List<StatementLine> ordered = StatementChecks.inOrder(signed(opening));
        StatementChecks.Verdict verdict = StatementChecks.prove(ordered, account.currency(),
                opening, closing);
        boolean isUnsure = !problems.isEmpty() && verdict.proof() == Statement.Proof.PROVEN;
        problems.addAll(verdict.problems());
        return new Statement(found.layout().layout(), account, verdict.opening(),
                verdict.closing(), ordered, isUnsure ? Statement.Proof.UNVERIFIED
                : verdict.proof(), problems, leftOut);
    }

    private void take(LineReader reader, Row row) {
        LineReader.Read read = reader.read(row);
        if (read instanceof LineReader.Read.Line line) {
            lines.add(line.line());
        } else if (read instanceof LineReader.Read.Left left) {
            labels.take(row);
            leftOut.add(left.row());
        } else if (read instanceof LineReader.Read.Doubtful doubtful) {
            problems.add(doubtful.problem());
            leftOut.add(doubtful.row());
        }
    }

    private List<StatementLine> signed(Optional<Money> opening) {
        boolean isSigned = below.stream()
                .anyMatch(row -> Figure.of(found.columns().value(row, "amount")).isSigned());
        if (found.layout().amount() != Layout.Amounts.BY_BALANCE || isSigned) {
            return lines;
        }
        BalanceSigns signs = BalanceSigns.of(lines, opening);
        problems.addAll(signs.problems());
        leftOut.addAll(signs.leftOut());
        return signs.lines();
    }

    private Statement.BankAccount account() {
        Set<String> numbers = inColumn("number");
        Set<String> names = inColumn("name");
        if (numbers.size() > 1) {
            problems.add(new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "account.number",
                    "the file holds several accounts (%s); export them one by one"
                            .formatted(String.join(", ", numbers))));
        }
        String number = numbers.size() == 1 ? numbers.iterator().next()
                : number(labels.value("number"));
        if (number.matches("[0-9.]+[eE][+]?[0-9]+")) {
            problems.add(new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "account.number",
                    "a spreadsheet shortened the account number to %s".formatted(number)));
        }
        String bank = labels.value("bank").isEmpty() ? found.layout().bank() : labels.value("bank");
        String name = names.size() == 1 ? names.iterator().next() : labels.value("name");
        return new Statement.BankAccount(number, name, bank, currency());
    }

    private Set<String> inColumn(String thing) {
        return below.stream().filter(row -> row.cells().size() > 2 && !vocabulary.isNoise(row)
                        && !found.columns().isRepeatedIn(row))
                .map(row -> found.columns().value(row, thing)).filter(value -> !value.isEmpty())
                .limit(Sheet.MAX_ROWS).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String number(String labelled) {
        Matcher number = NUMBER.matcher(CellText.half(labelled).replace(" ", ""));
        return number.find() ? number.group() : "";
    }

    private String currency() {
        String stated = vocabulary.currency(labels.value("currency"));
        if (!stated.isEmpty()) {
            return stated;
        }
        Set<String> used = inColumn("currency").stream().map(vocabulary::currency)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return used.size() == 1 ? used.iterator().next() : found.layout().currency();
    }

    private Optional<YearMonth> bill() {
        if (found.layout().year() == null) {
            return Optional.empty();
        }
        return above.stream().map(row -> found.layout().year().matcher(CellText.half(row.text())))
                .filter(Matcher::find)
                .findFirst().filter(month -> month.group(2).matches("0?[1-9]|1[0-2]"))
                .map(month -> YearMonth.of(Integer.parseInt(month.group(1)),
                Integer.parseInt(month.group(2))));
    }
}
