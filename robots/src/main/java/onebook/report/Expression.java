package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.Balances.Turnover;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Side;

/**
 * Accounts added up: {@code 5602.05 + 5602.06 - 5301.01}, {@code balance 1002 + balance 1001}.
 *
 * <p>Before an account may stand which of its figures is meant: {@code turnover}, on its normal
 * side and without what only carries profit (where none is named); {@code debit} or {@code credit},
 * one side of that; {@code balance}, on its normal side at the end of the months. An account counts
 * with its details; {@code 5602.*} is the same written out.
 */
public final class Expression {
    private static final Pattern TERM = Pattern.compile(
            "\\s*([+-]?)\\s*(?:(turnover|debit|credit|balance)\\s+)?([0-9]{4}(?:\\.[0-9]{2,4})*)"
                    + "(?:\\.\\*)?\\s*");

    /** Which figure of an account. */
    enum Measure { TURNOVER, DEBIT, CREDIT, BALANCE }

    private record Term(boolean isMinus, Measure measure, AccountCode account) { }

    private final List<Term> terms;

    private Expression(List<Term> terms) {
        this.terms = terms;
    }

    /** Throws {@link IllegalArgumentException} with the place that cannot be read. */
    public static Expression parse(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            boolean isSigned = matcher.region(at, text.length()).lookingAt()
                    && (at == 0 || !matcher.group(1).isEmpty());
            if (!isSigned) {
                throw new IllegalArgumentException("cannot be read from here: "
                        + text.substring(at, Math.min(text.length(), at + 40)).strip());
            }
            Measure measure = matcher.group(2) == null ? Measure.TURNOVER
                    : Measure.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
            terms.add(new Term(matcher.group(1).equals("-"), measure,
                    AccountCode.of(matcher.group(3))));
            at = matcher.end();
        }
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("names no account");
        }
        return new Expression(terms);
    }

    /** The turnover of one account. */
    static Expression of(AccountCode account) {
        return new Expression(List.of(new Term(false, Measure.TURNOVER, account)));
    }

    List<AccountCode> unknown(ChartOfAccounts chart) {
        return terms.stream().map(Term::account).filter(code -> chart.find(code).isEmpty())
                .distinct().toList();
    }

    /**
     * Requires that no account is unknown.
     *
     * @param turnover of the months
     * @param closing all there is up to their end
     */
    Money value(ChartOfAccounts chart, Balances turnover, Balances closing) {
        Money sum = Money.ZERO;
        for (Term term : terms) {
            Turnover moved = turnover.turnover(term.account());
            Account account = chart.get(term.account());
            Money one = switch (term.measure()) {
                case TURNOVER -> onSide(account, moved.balance());
                case DEBIT -> moved.debit();
                case CREDIT -> moved.credit();
                case BALANCE -> onSide(account, closing.balance(term.account()));
            };
            sum = term.isMinus() ? sum.minus(one) : sum.plus(one);
        }
        return sum;
    }

    private static Money onSide(Account account, Money debitPositive) {
        return account.normalSide() == Side.DEBIT ? debitPositive : debitPositive.negated();
    }
}
