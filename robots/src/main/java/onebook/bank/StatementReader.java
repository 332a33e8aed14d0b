package onebook.bank;

import java.util.List;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.Reading;
import onebook.document.Refused;
import onebook.document.table.Sheet;
import onebook.document.table.TableFile;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/**
 * Reads a statement of any known form. A file that is none ends as a reading without a value whose
 * problems name the refusal; nothing is thrown for what a file may hold.
 */
public final class StatementReader {
    private final Layouts layouts;

    public StatementReader() {
        this(Layouts.bundled());
    }

    StatementReader(Layouts layouts) {
        this.layouts = layouts;
    }

    /** @return kind "statement" and the statement, or kind "unknown" and why there is none */
    public Reading<Statement> read(Document document) {
        try {
            return read(TableFile.open(document.path()));
        } catch (Refused refused) {
            return none("", refused.refusal(), refused.getMessage());
        }
    }

    private Reading<Statement> read(TableFile file) {
        for (int i = 0; i < file.sheets().size(); i++) {
            Optional<Layouts.Found> found = layouts.find(file.sheets().get(i));
            if (found.isPresent()) {
                Statement statement = read(found.get(), file.sheets().get(i),
                        secondTable(file.sheets().subList(i + 1, file.sheets().size())));
                return isUseless(statement)
                        ? none(file.source(), Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK,
                        "a table with dates and amounts, but not one sound line of a statement")
                        : new Reading<>("statement", file.source(), Optional.of(statement),
                                List.of(), statement.problems());
            }
        }
        return none(file.source(), Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK,
                "no row names a date, an amount and a third column of a statement");
    }

    private Statement read(Layouts.Found found, Sheet sheet, Optional<Problem> second) {
        Statement statement = new SheetReader(layouts.vocabulary, found, sheet).read(second);
        boolean mayBeSigned = found.layout().header().isEmpty()
                && found.layout().amount() == Layout.Amounts.IN_OUT;
        if (!mayBeSigned || statement.proof() != Statement.Proof.BROKEN) {
            return statement;
        }
        Statement signed = new SheetReader(layouts.vocabulary, found.withSignedOut(), sheet)
                .read(second);
        return signed.proof() == Statement.Proof.PROVEN ? signed : statement;
    }

    private static boolean isUseless(Statement statement) {
        return statement.layout().equals(Layouts.GENERIC) && statement.lines().isEmpty()
                && !statement.problems().isEmpty();
    }

    private Optional<Problem> secondTable(List<Sheet> others) {
        return others.stream().filter(sheet -> layouts.find(sheet).isPresent()).findFirst()
                .map(sheet -> new Problem(
                Refusal.KEY_FIELD_IS_DOUBTFUL, "sheet:" + sheet.name(),
                "sheet %s holds a second statement; save each as a file of its own"
                        .formatted(sheet.name())));
    }

    private static Reading<Statement> none(String source, Refusal refusal, String text) {
        return new Reading<>("unknown", source, Optional.empty(), List.of(),
                List.of(new Problem(refusal, "", text)));
    }
}
