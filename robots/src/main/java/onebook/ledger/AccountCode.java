package onebook.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/** A code of the chart of accounts: four digits, then dotted details, as in "2221.01". */
public record AccountCode(String value) implements Comparable<AccountCode> {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}(\\.[0-9]{2,4})*");

    /** Far beyond any chart; a text of a stranger must not lead the pattern into the deep. */
    private static final int LONGEST = 64;

    public AccountCode {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account code: " + value);
        }
    }

    public static AccountCode of(String value) {
        return new AccountCode(value);
    }

    /** The code without its last detail; empty at the first level. */
    public Optional<AccountCode> parent() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new AccountCode(value.substring(0, dot)));
    }

    /** True for the code itself and for every detail below it. */
    public boolean isWithin(AccountCode ancestor) {
        return value.equals(ancestor.value) || value.startsWith(ancestor.value + ".");
    }

    @Override
    public int compareTo(AccountCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
