package onebook.robot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.document.Refused;
import onebook.exchange.ChartFile;
import onebook.exchange.Layouts;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.rules.CompanyProfile;

/**
 * The chart of accounts as a person keeps it: own details under the accounts of the standard. Each
 * change is a leaf of the log. What was posted to stays: it is neither removed nor split.
 */
public final class AccountRegister {
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
            open.mayWrite(Duty.POST, by);
            throwFirst(AccountChecks.judge(open, accounts));
            change(by, accounts, "add account");
        }
    }

    /**
     * Adds the accounts of a chart that {@link BookExport} wrote which this one lacks; those there
     * are must have the same names, and ask from now on what they ask there. Gives what is new.
     */
    public List<Account> load(Path file, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.POST, by);
            ChartFile chart = read(file);
            throwFirst(chart.faults().all());
            List<Account> added = new ArrayList<>();
            List<Account> asking = new ArrayList<>();
            for (Account account : chart.accounts()) {
                Optional<Account> there = open.chart().find(account.code());
                if (there.isEmpty()) {
                    added.add(account);
                } else if (!there.get().name().equals(account.name())) {
                    throw new RefusedException(Refusal.ACCOUNT_HAS_ANOTHER_NAME, account.code()
                            + " " + account.name() + "; here it is " + there.get().name());
                } else if (!there.get().asks().equals(account.asks())) {
                    asking.add(asking(there.get(), account.asks()));
                }
            }
            throwFirst(AccountChecks.judge(open, added));
            change(by, added, "add account");
            change(by, asking, "change what is asked by account");
            added.addAll(asking);
            return added;
        }
    }

    private static ChartFile read(Path file) {
        try {
            return ChartFile.read(file, Layouts.of("charts", Templates::text));
        } catch (Refused refused) {
            throw new RefusedException(refused.refusal(),
                    file.getFileName() + ", " + refused.getMessage());
        }
    }

    /** The account with another name; what it was called stays in the log. */
    public Account rename(AccountCode code, String name, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.POST, by);
            Account old = known(code);
            Account renamed = new Account(code, name.strip(), name.strip(), old.kind(),
                    old.normalSide(), old.asks());
            throwFirst(AccountChecks.named(open, renamed).stream().toList());
            change(by, List.of(renamed), "rename account " + old.name() + " to");
            return renamed;
        }
    }

    /** The account asking its lines for something else from now on. */
    public Account ask(AccountCode code, Account.Asks asks, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.POST, by);
            Account asking = asking(known(code), asks);
            change(by, List.of(asking), "change what is asked by account");
            return asking;
        }
    }

    private Account asking(Account account, Account.Asks asks) {
        boolean isOtherMoney = !account.asks().currency().equals(asks.currency());
        if (isOtherMoney && AccountChecks.isUsed(open, account.code())) {
            throw new RefusedException(Refusal.ACCOUNT_HAS_POSTINGS, account.code().toString());
        }
        return account.asking(asks);
    }

    /** Takes out an account that nothing was ever posted to. */
    public void remove(AccountCode code, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.POST, by);
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
        if (AccountChecks.isUsed(open, code)) {
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
        if (accounts.isEmpty()) {
            return;
        }
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
            throw new RefusedException(why.name(), (why.path() + " " + why.text()).strip());
        });
    }

    /** Which accounts were ever posted to, themselves or a detail. */
    public Map<AccountCode, Boolean> used() {
        synchronized (desk) {
            Map<AccountCode, Boolean> used = new LinkedHashMap<>();
            Set<AccountCode> posted = open.journal().records()
                    .balances(open.company().from(), AccountChecks.LAST).byAccount().keySet();
            open.chart().all().forEach(account -> used.put(account.code(),
                    posted.stream().anyMatch(code -> code.isWithin(account.code()))));
            return used;
        }
    }
}
