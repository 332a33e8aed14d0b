package onebook.report;

import java.util.Comparator;
import java.util.List;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Period;

/** The forms of the statements, each as it was prescribed at a time. */
public final class Forms {
    public static final String BALANCE_SHEET = "会小企01";
    public static final String INCOME_STATEMENT = "会小企02";
    public static final String CASH_FLOW = "会小企03";

    private final List<Form> forms;

    private Forms(List<Form> forms) {
        this.forms = List.copyOf(forms);
    }

    /**
     * Reads tables as {@link Form} describes them; a form may be there in several versions. Throws
     * {@link IllegalArgumentException} where one is not well formed or no line can be made of what
     * it says.
     */
    public static Forms parse(List<String> tables) {
        List<Form> forms = tables.stream().map(Form::parse).toList();
        forms.forEach(Forms::tryOut);
        return new Forms(forms);
    }

    /** Fills it from a book without entries, which finds what no line can be made of. */
    private static void tryOut(Form form) {
        ChartOfAccounts none = new ChartOfAccounts(List.of());
        if (form.name().equals(CASH_FLOW)) {
            new CashRules(form, none);
        } else {
            BalanceLines.of(form, Sums.of(Balances.of(List.of()), none, List.of()));
        }
    }

    /**
     * The form as it is used for a month: the newest that was prescribed by then, or the first
     * there was. Throws {@link IllegalArgumentException} where there is no such form.
     */
    public Form of(String name, Period month) {
        List<Form> versions = forms.stream().filter(form -> form.name().equals(name))
                .sorted(Comparator.comparing(Form::validFrom)).toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("there is no form " + name);
        }
        return versions.stream().filter(form -> !form.validFrom().isAfter(month.lastDay()))
                .reduce((older, newer) -> newer).orElse(versions.get(0));
    }
}
