package onebook.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import onebook.closing.CloseCheck.Item;
import onebook.closing.CloseCheck.Question;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Company.Taxpayer;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import onebook.rules.CompanyProfile;
import onebook.tax.IncomeTax;
import onebook.tax.TaxPeriod;
import onebook.tax.VatReturn;
import onebook.tax.VatWarning;
import onebook.words.Sentence;

/** One month of one company at its end: what is still to be booked, and what is to be looked at. */
public final class MonthEnd {
    private final Books books;
    private final Terms terms;
    private final Records records;
    private final Supplier<VatReturn> vat;
    private final Supplier<Revaluation> revaluation;
    private final ClosingFacts facts;

    /** Whose book it is and by which rules it is closed. */
    public record Books(CompanyProfile company, ClosingPolicy policy, ChartOfAccounts chart,
            ClosingRules rules, CheckRules checks) { }

    /**
     * How the month is closed.
     *
     * @param isYearEnd true where December is closed as the end of the year
     * @param rates yuan for one unit of a foreign currency at the end of the month
     * @param distribution the profit that the owners decided to take out
     */
    public record Terms(Period month, boolean isYearEnd, Map<String, BigDecimal> rates,
            Money distribution) { }

    /** What is still to be posted, in order; empty with a problem where it cannot be drafted. */
    public record Drafts(List<Proposal> proposals, Optional<Problem> problem) { }

    /** @param vat the return of the month's quarter; asked of small-scale taxpayers only */
    public MonthEnd(Books books, Terms terms, Records records, Supplier<VatReturn> vat) {
        this.books = books;
        this.terms = terms;
        this.records = records;
        this.vat = once(vat);
        Period month = terms.month();
        this.revaluation =
                once(() -> Revaluation.of(records, books.chart(), month, terms.rates()));
        this.facts = new ClosingFacts(month, books.company(), books.policy(),
                new ClosingFacts.Given(this.vat,
                        once(() -> new CompanySize(records, books.chart()).assetsOnAverage(month)),
                        revaluation, terms.distribution()));
    }

    private static <T> Supplier<T> once(Supplier<T> reckoning) {
        List<T> known = new ArrayList<>(1);
        return () -> {
            if (known.isEmpty()) {
                known.add(reckoning.get());
            }
            return known.get(0);
        };
    }

    /**
     * The closing entries that are still missing; nothing where the month has them all.
     *
     * @param isResolved true for ids of proposals that were posted or rejected before
     */
    public Drafts drafts(Predicate<String> isResolved) {
        return entries().drafts(terms.isYearEnd(), isResolved);
    }

    private ClosingEntries entries() {
        return new ClosingEntries(books.rules(), books.chart(), records, terms.month(), facts);
    }

    /** Every question the ledger answers, in the order of {@link Question}. */
    public List<CloseCheck> checks() {
        List<CloseCheck> checks = new ArrayList<>(new LedgerChecks(books.checks(), books.chart(),
                records, terms.month()).all(terms.isYearEnd()));
        checks.add(new CloseCheck(Question.RATE_IS_MISSING, revaluation.get().missing().stream()
                .sorted().map(currency -> new Item(Sentence.plain(currency),
                        "ledger:" + currency, Optional.empty())).toList()));
        checks.add(new CloseCheck(Question.VAT_DIFFERS, vatDifference()));
        checks.add(new CloseCheck(Question.LIMIT_IS_NEAR, limits()));
        return checks;
    }

    private boolean hasReturn() {
        return terms.month().isQuarterEnd()
                && books.company().company().taxpayer() == Taxpayer.SMALL_SCALE;
    }

    /** The ledger's VAT of the quarter against what the return declares as due or exempt. */
    private List<Item> vatDifference() {
        if (!hasReturn()) {
            return List.of();
        }
        Period month = terms.month();
        Balances quarter =
                records.balances(Records.Part.TURNOVER, month.quarterStart(), month);
        Money booked = books.checks().vatTax().stream().map(AccountCode::of)
                .map(code -> quarter.turnover(code).credit()).reduce(Money.ZERO, Money::plus);
        Money declared = vat.get().payable().plus(vat.get().exemptTax());
        Money difference = booked.minus(declared);
        return difference.abs().toDecimal().compareTo(books.checks().vatTolerance()) < 0
                ? List.of() : List.of(new Item(Sentence.of("found.vat", booked, declared,
                        difference), link(), Optional.of(difference)));
    }

    private List<Item> limits() {
        List<Item> items = new ArrayList<>();
        if (hasReturn()) {
            vat.get().warnings().stream()
                    .filter(one -> one.kind() == VatWarning.Kind.NEAR_THE_LIMIT)
                    .forEach(one -> items.add(new Item(
                            new Sentence(one.chinese(), one.english()), link(),
                            Optional.of(vat.get().sales()))));
        }
        if (books.policy().incomeTax() != null && terms.month().isQuarterEnd()) {
            IncomeTax tax = facts.incomeTax(entries().figures());
            if (tax.rules().small().isNear(tax.actualProfit())) {
                items.add(new Item(Sentence.of("found.income", tax.actualProfit(),
                        tax.rules().small().income()), link(), Optional.of(tax.actualProfit())));
            }
        }
        return items;
    }

    private String link() {
        return "tax:" + TaxPeriod.quarterOf(terms.month());
    }
}
