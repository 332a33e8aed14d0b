package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.robot.AccountRegister;
import onebook.robot.Desk;
import onebook.robot.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "account", description = "the chart of accounts: own details, names, what they ask")
@Commands.Group({AccountCommand.All.class, AccountCommand.Add.class,
            AccountCommand.Load.class, AccountCommand.Rename.class, AccountCommand.Ask.class,
            AccountCommand.Remove.class})
final class AccountCommand {

    private AccountCommand() { }

    /** What an account asks of its lines, as options. */
    static final class Asking {
        @Option(names = "--dimension", split = ",", paramLabel = "customer,department,…",
                description = "customer, supplier, employee, department, project, bank-account")
        private List<String> dimensions = List.of();
        @Option(names = "--currency", defaultValue = "", paramLabel = "USD")
        private String currency;
        @Option(names = "--unit", defaultValue = "", paramLabel = "kg")
        private String unit;

        Account.Asks asks() {
            Set<Account.Dimension> asked = new HashSet<>();
            for (String name : dimensions) {
                asked.add(Stream.of(Account.Dimension.values()).filter(one -> one.name()
                                .equals(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                        .findFirst().orElseThrow(() -> new RefusedException(
                                Refusal.CELL_IS_NOT_UNDERSTOOD, "no dimension: " + name)));
            }
            return AccountRegister.asks(asked, currency, unit);
        }
    }

    @Command(name = "list", description = "every account, and whether it was posted to")
    static final class All implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;

        All(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                AccountRegister register = new AccountRegister(desk);
                Map<AccountCode, Boolean> used = register.used();
                for (Account account : register.all()) {
                    if (out.isJson()) {
                        out.json(json(account, used.get(account.code())));
                    } else {
                        out.print("%-12s %-6s %s%s".formatted(account.code(),
                                account.normalSide() == Side.DEBIT ? "借" : "贷", account.name(),
                                asked(account)));
                    }
                }
            }
            return 0;
        }
    }

    private static String asked(Account account) {
        String all = Stream.concat(account.asks().dimensions().stream().sorted()
                        .map(AccountCommand::name),
                Stream.of(account.asks().currency(), account.asks().unit()))
                .filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : "  [" + all + "]";
    }

    private static String name(Account.Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> json(Account account, boolean isUsed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", account.code().toString());
        json.put("name", account.name());
        json.put("english", account.englishName());
        json.put("kind", account.kind().name());
        json.put("side", account.normalSide().name());
        if (!account.asks().dimensions().isEmpty()) {
            json.put("dimensions", account.asks().dimensions().stream().sorted()
                    .map(AccountCommand::name).toList());
        }
        if (!account.asks().currency().isEmpty()) {
            json.put("currency", account.asks().currency());
        }
        if (!account.asks().unit().isEmpty()) {
            json.put("unit", account.asks().unit());
        }
        json.put("used", isUsed);
        return json;
    }

    @Command(name = "add", description = "a detail under an account, or an own account with "
            + "--kind and --side")
    static final class Add implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Parameters(index = "0", paramLabel = "1002.01")
        private AccountCode code;
        @Parameters(index = "1", paramLabel = "NAME")
        private String name;
        @Option(names = "--english", paramLabel = "NAME")
        private Optional<String> english;
        @Option(names = "--kind", paramLabel = "asset|liability|equity|cost|income|expense")
        private Optional<String> kind;
        @Option(names = "--side", paramLabel = "debit|credit")
        private Optional<String> side;
        @Mixin
        private Asking asking;

        Add(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                AccountRegister register = new AccountRegister(desk);
                register.add(List.of(register.drafted(code,
                        new AccountRegister.Names(name, english.orElse(name)), kind, side)
                        .asking(asking.asks())), book.by());
            }
            return 0;
        }
    }

    @Command(name = "load", description = "the accounts of a chart that book export wrote, "
            + "those that lack, and what they ask")
    static final class Load implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Parameters(paramLabel = "accounts.csv", converter = Arguments.Given.class)
        private Path file;

        Load(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                List<Account> added = new AccountRegister(desk).load(file, book.by());
                System.out.println(added.size() + " accounts added or changed");
            }
            return 0;
        }
    }

    @Command(name = "rename", description = "an account with another name from now on")
    static final class Rename implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Parameters(index = "0", paramLabel = "1002.01")
        private AccountCode code;
        @Parameters(index = "1", paramLabel = "NAME")
        private String name;

        Rename(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                new AccountRegister(desk).rename(code, name, book.by());
            }
            return 0;
        }
    }

    @Command(name = "ask", description = "what an account asks of its lines from now on")
    static final class Ask implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Parameters(index = "0", paramLabel = "1002.01")
        private AccountCode code;
        @Mixin
        private Asking asking;

        Ask(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                new AccountRegister(desk).ask(code, asking.asks(),
                        book.by());
            }
            return 0;
        }
    }

    @Command(name = "remove", description = "an account that nothing was ever posted to")
    static final class Remove implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Parameters(paramLabel = "1002.01")
        private AccountCode code;

        Remove(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                new AccountRegister(desk).remove(code, book.by());
            }
            return 0;
        }
    }
}
