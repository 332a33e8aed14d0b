package onebook.robot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.rules.CompanyProfile;

/**
 * The chart of accounts as a person keeps it: own details under the accounts of the standard. Each
 * change is a leaf of the log. What was posted to stays: it is neither removed nor split.
 */
public final class AccountRegister {
    private static final Period LAST = new Period(9999, 12);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_UNIT = 20;

    private final Desk desk;
    private final OpenBook open;

    /** @param desk the book whose chart it is */
    public AccountRegister(Desk desk) {
        this.desk = desk;
        this.open = desk.book();
    }

    /** In order of code. */
    public List<Account> all() {
        synchronized (desk) {
            return open.chart().all();
        }
    }

    /** A name in Chinese and one in English. */
    public record Names(String chinese, String english) { }

    /** Refuses what is no code. */
    public static AccountCode code(String text) {
        try {
            return AccountCode.of(text.strip());
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(Refusal.ACCOUNT_CODE_IS_NOT_WELL_FORMED, text);
        }
    }

    /** Refuses a currency that there is not and a unit that is a sentence. */
    public static Account.Asks asks(Set<Account.Dimension> dimensions, String currency,
            String unit) {
        boolean isCurrency = currency.isEmpty() || Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency));
        if (!isCurrency || currency.equals(Money.CNY)) {
            throw new RefusedException(Refusal.CELL_IS_NOT_UNDERSTOOD,
                    "no foreign currency: " + currency);
        }
        if (unit.length() > LONGEST_UNIT) {
            throw new RefusedException(Refusal.FIELD_IS_TOO_LONG,
                    "a unit has at most " + LONGEST_UNIT + " characters");
        }
        return new Account.Asks(dimensions, currency, unit);
    }

    /** An account of the kind and side of the one above it, where these are not said. */
    public Account drafted(AccountCode code, Names names, Optional<String> kind,
            Optional<String> side) {
        open.chart().find(code).ifPresent(there -> {
            throw new RefusedException(Refusal.ACCOUNT_EXISTS, code + " " + there.name());
        });
        Optional<Account> above = code.parent().flatMap(open.chart()::find);
        Account.Kind ofKind = kind.map(one -> one(Account.Kind.values(), one))
                .or(() -> above.map(Account::kind))
                .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_ACCOUNT,
                        code.parent().map(parent -> code + " would stand under " + parent)
                                .orElse(code + " needs a kind and a side of its own")));
        Side onSide = side.map(one -> one(Side.values(), one))
                .or(() -> above.map(Account::normalSide))
                .orElse(ofKind == Account.Kind.LIABILITY || ofKind == Account.Kind.EQUITY
                        || ofKind == Account.Kind.INCOME ? Side.CREDIT : Side.DEBIT);
        return new Account(code, names.chinese().strip(), names.english().strip(), ofKind, onSide);
    }

    private static <T extends Enum<T>> T one(T[] all, String name) {
        return Stream.of(all).filter(value -> value.name().equalsIgnoreCase(name.strip()))
                .findFirst().orElseThrow(() -> new RefusedException(
                        Refusal.CELL_IS_NOT_UNDERSTOOD, name + " is none of " + List.of(all)));
    }

    /** Adds accounts, all or none; upper ones may come with their details in one call. */
    public void add(Collection<Account> accounts, String by) {
        synchronized (desk) {
            open.mayWrite();
            throwFirst(judge(open, accounts));
            change(by, accounts, "add account");
        }
    }

    /** The account with another name; what it was called stays in the log. */
    public Account rename(AccountCode code, String name, String by) {
        synchronized (desk) {
            open.mayWrite();
            Account old = known(code);
            Account renamed = new Account(code, name.strip(), name.strip(), old.kind(),
                    old.normalSide(), old.asks());
            throwFirst(named(open, renamed).stream().toList());
            change(by, List.of(renamed), "rename account " + old.name() + " to");
            return renamed;
        }
    }

    /** The account asking its lines for something else from now on. */
    public Account ask(AccountCode code, Account.Asks asks, String by) {
        synchronized (desk) {
            open.mayWrite();
            Account old = known(code);
            boolean isOtherMoney = !old.asks().currency().equals(asks.currency());
            if (isOtherMoney && isUsed(open, code)) {
                throw new RefusedException(Refusal.ACCOUNT_HAS_POSTINGS, code.toString());
            }
            Account asking = old.asking(asks);
            change(by, List.of(asking), "change what is asked by account");
            return asking;
        }
    }

    /** Takes out an account that nothing was ever posted to. */
    public void remove(AccountCode code, String by) {
        synchronized (desk) {
            open.mayWrite();
            Account account = known(code);
            removal(account).ifPresent(why -> {
                throw new RefusedException(why, code + " " + account.name());
            });
            open.journal().transaction(() -> {
                open.journal().remove(account);
                open.operation(by, "remove account " + code + " " + account.name());
                return open.checkpoint();
            });
            open.readChart();
        }
    }

    private Optional<Refusal> removal(Account account) {
        AccountCode code = account.code();
        if (!open.chart().isLeaf(code)) {
            return Optional.of(Refusal.ACCOUNT_HAS_DETAILS);
        }
        if (isUsed(open, code)) {
            return Optional.of(Refusal.ACCOUNT_HAS_POSTINGS);
        }
        String rules = Templates.text("rules/"
                + Templates.nameOf(open.company().taxpayer()) + ".yaml");
        boolean isOfTheStandard = code.parent().isEmpty()
                && Templates.accounts(open.company().taxpayer()).contains(account);
        boolean isOfABank = open.profile().cashAccounts().stream()
                .map(CompanyProfile.Cash::code).anyMatch(code::equals);
        return isOfTheStandard || isOfABank || rules.contains(code.value())
                ? Optional.of(Refusal.ACCOUNT_IS_NEEDED) : Optional.empty();
    }

    private Account known(AccountCode code) {
        return open.chart().find(code).orElseThrow(() ->
                new RefusedException(Refusal.UNKNOWN_ACCOUNT, code.toString()));
    }

    private void change(String by, Collection<Account> accounts, String what) {
        open.journal().transaction(() -> {
            for (Account account : accounts) {
                open.journal().add(account);
                open.operation(by, what + " " + account.code() + " " + account.name());
            }
            return open.checkpoint();
        });
        open.readChart();
    }

    private static void throwFirst(List<Problem> problems) {
        problems.stream().findFirst().ifPresent(why -> {
            throw new RefusedException(why.name(), why.text());
        });
    }

    // ---- what may be added

    /** What is against adding these; each may stand under one before it. */
    static List<Problem> judge(OpenBook open, Collection<Account> accounts) {
        List<Problem> problems = new ArrayList<>();
        Set<AccountCode> before = new HashSet<>();
        for (Account account : accounts) {
            added(open, account, before).ifPresent(problems::add);
            before.add(account.code());
        }
        return problems;
    }

    private static Optional<Problem> added(OpenBook open, Account account,
            Set<AccountCode> before) {
        if (open.chart().find(account.code()).isPresent() || before.contains(account.code())) {
            return problem(Refusal.ACCOUNT_EXISTS, account);
        }
        Optional<AccountCode> parent = account.code().parent()
                .filter(code -> !before.contains(code));
        if (parent.isPresent() && open.chart().find(parent.get()).isEmpty()) {
            return Optional.of(new Problem(Refusal.UNKNOWN_ACCOUNT, "", account.code()
                    + " would stand under " + parent.get()));
        }
        if (parent.isPresent() && open.chart().isLeaf(parent.get())
                && isUsed(open, parent.get())) {
            return Optional.of(new Problem(Refusal.ACCOUNT_HAS_POSTINGS, "", parent.get() + " "
                    + open.chart().get(parent.get()).name()));
        }
        return named(open, account);
    }

    private static Optional<Problem> named(OpenBook open, Account account) {
        if (account.name().isBlank() || account.name().length() > LONGEST_NAME) {
            return Optional.of(new Problem(Refusal.FIELD_IS_TOO_LONG, "",
                    "an account's name has 1 to " + LONGEST_NAME + " characters"));
        }
        boolean isTaken = open.chart().all().stream().anyMatch(other ->
                other.name().equals(account.name()) && !other.code().equals(account.code())
                && other.code().parent().equals(account.code().parent()));
        return isTaken ? problem(Refusal.ACCOUNT_EXISTS, account) : Optional.empty();
    }

    private static Optional<Problem> problem(Refusal refusal, Account account) {
        return Optional.of(new Problem(refusal, "", account.code() + " " + account.name()));
    }

    /** True where any entry, also one taken back, posts to the account or its details. */
    private static boolean isUsed(OpenBook open, AccountCode code) {
        try (Stream<JournalEntry> entries = open.journal().records()
                .entries(Set.of(code), open.company().from(), LAST)) {
            return entries.findAny().isPresent();
        }
    }

    /** How often each account is posted to is not said; only whether. */
    public Map<AccountCode, Boolean> used() {
        synchronized (desk) {
            Map<AccountCode, Boolean> used = new LinkedHashMap<>();
            Set<AccountCode> posted = open.journal().records()
                    .balances(open.company().from(), LAST).byAccount().keySet();
            open.chart().all().forEach(account -> used.put(account.code(),
                    posted.stream().anyMatch(code -> code.isWithin(account.code()))));
            return used;
        }
    }
}
