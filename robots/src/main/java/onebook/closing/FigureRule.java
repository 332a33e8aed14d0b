package onebook.closing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import onebook.ledger.Account;

/**
 * An amount by name, as a rule file states it: the balance of accounts, or made of figures before
 * it. {@code templates/closing/small-scale.yaml} explains the fields.
 *
 * @param credit accounts whose credit balance it is; also {@code debit}, {@code debited}
 * @param share a decimal, or the name of a rate
 */
public record FigureRule(String name, List<String> credit, List<String> debit,
        List<String> debited, String over, List<String> sum, List<String> least, List<String> most,
        String share, String of) {
    static final String EVERY = "every-";

    public FigureRule {
        credit = credit == null ? List.of() : List.copyOf(credit);
        debit = debit == null ? List.of() : List.copyOf(debit);
        debited = debited == null ? List.of() : List.copyOf(debited);
        sum = sum == null ? List.of() : List.copyOf(sum);
        least = least == null ? List.of() : List.copyOf(least);
        most = most == null ? List.of() : List.copyOf(most);
    }

    /** What the accounts are summed over. */
    enum Span {
        MONTH, QUARTER, YEAR, BALANCE, BROUGHT_FORWARD;

        static Span parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    Span span() {
        return Span.parse(over);
    }

    List<String> accounts() {
        return Stream.of(credit, debit, debited).flatMap(List::stream).toList();
    }

    /** The figures it is made of, without signs. */
    List<String> parts() {
        Stream<String> named = Stream.of(sum, least, most).flatMap(List::stream);
        return Stream.concat(named, Stream.ofNullable(of))
                .map(part -> part.startsWith("-") ? part.substring(1) : part).toList();
    }

    boolean isShareOfRate() {
        return share != null && !share.matches("[0-9.]+");
    }

    BigDecimal literal() {
        return new BigDecimal(share);
    }

    /** Requires a word such as "every-income". */
    static Account.Kind kindOf(String word) {
        return Account.Kind.valueOf(word.substring(EVERY.length()).toUpperCase(Locale.ROOT));
    }
}
