package onebook.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Refusal;

/**
 * What the account codes of another program mean in this book. Codes come with dots (1002.01) or
 * run together by width rules: 100201 is 4-2, 1002001 is 4-3. Where the file also names the
 * account, the name must agree: 4001 is 生产成本 in one standard and 实收资本 in another.
 */
public final class AccountCodes implements AccountFinder {
    private static final Pattern CODE = Pattern.compile("([0-9]{4,20}(?:[.\\-][0-9]{1,4})*)(.*)");
    private static final Pattern FORM = Pattern.compile("[0-9]{4}(\\.[0-9]{2,4})*");
    private static final int FIRST_LEVEL = 4;

    private final ChartOfAccounts chart;
    private final AccountNames names;
    private final boolean doCodesCount;
    private final Map<String, Map<String, Found>> found = new HashMap<>();
    private final Map<String, Set<AccountCode>> byName = new HashMap<>();
    private int width = 2;

    /** @param doCodesCount true where names are not compared */
    public AccountCodes(ChartOfAccounts chart, Layouts layouts, boolean doCodesCount) {
        this.chart = chart;
        this.names = new AccountNames(layouts.words.accounts());
        this.doCodesCount = doCodesCount;
        for (Account account : chart.all()) {
            name(names.known(account.name()), account.code());
            name(fullName(account.code()), account.code());
        }
    }

    private void name(String name, AccountCode code) {
        byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(code);
    }

    private String fullName(AccountCode code) {
        String name = names.known(chart.get(code).name());
        return code.parent().map(parent -> fullName(parent) + "-" + name).orElse(name);
    }

    /** Learns by all codes of a file how wide each detail of a code is: two digits or three. */
    public void learn(Iterable<String> codes) {
        int twos = 0;
        int threes = 0;
        for (String code : codes) {
            int details = digits(code) - FIRST_LEVEL;
            twos += details > 0 && details % 2 != 0 ? 1 : 0;
            threes += details > 0 && details % 3 != 0 ? 1 : 0;
        }
        width = threes < twos ? 3 : 2;
    }

    /** How many digits the code has where it runs together; 0 for one with dots. */
    private static int digits(String code) {
        String half = Normalizer.normalize(code, Normalizer.Form.NFKC).strip();
        Matcher form = CODE.matcher(half);
        return form.matches() && form.group(1).matches("[0-9]+") ? form.group(1).length() : 0;
    }

    @Override
    public Found find(String code, String name) {
        Map<String, Found> known = found.computeIfAbsent(code, key -> new HashMap<>(2));
        Found one = known.get(name);
        if (one == null) {
            one = search(code, name);
            known.put(name, one);
        }
        return one;
    }

    private Found search(String cell, String cellName) {
        Matcher form = CODE.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC).strip());
        if (!form.matches()) {
            return named(cell.isEmpty() ? cellName : cell);
        }
        String name = cellName.isEmpty()
                ? form.group(2).replaceFirst("^[\\s_\\-:]+", "") : cellName;
        List<AccountCode> candidates = candidates(form.group(1));
        boolean isCut = form.group(1).matches(".*[.\\-][0-9](?![0-9]).*");
        if (isCut && name.isEmpty()) {
            return new Found(Optional.empty(), Refusal.UNKNOWN_ACCOUNT,
                    form.group(1) + " may be any of " + candidates);
        }
        Optional<AccountCode> exact = candidates.stream().filter(this::isInChart)
                .filter(code -> doCodesCount && !isCut || agree(name, code)).findFirst();
        Optional<AccountCode> same = exact.or(() -> sibling(candidates, name));
        if (same.isPresent()) {
            return leaf(same.get());
        }
        String text = form.group(1) + (name.isEmpty() ? "" : " " + name);
        return candidates.stream().filter(this::isInChart).findFirst()
                .map(other -> new Found(Optional.empty(), Refusal.ACCOUNT_HAS_ANOTHER_NAME,
                        text + "; here " + other + " is " + chart.get(other).name()))
                .orElse(new Found(Optional.empty(), Refusal.UNKNOWN_ACCOUNT, text));
    }

    private boolean isInChart(AccountCode code) {
        return chart.find(code).isPresent();
    }

    private boolean agree(String name, AccountCode code) {
        return names.agree(name, chart.get(code).name())
                && code.parent().map(parent -> agreesAbove(name, parent)).orElse(true);
    }

    /** Where the file gives a full name, its first part names the first level. */
    private boolean agreesAbove(String name, AccountCode parent) {
        String[] parts = AccountNames.parts(name);
        AccountCode top = parent;
        while (top.parent().isPresent()) {
            top = top.parent().get();
        }
        return parts.length < 2 || names.agree(parts[0], chart.get(top).name());
    }

    /** The one account of that name under the same parent, whatever its number. */
    private Optional<AccountCode> sibling(List<AccountCode> candidates, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String wanted = names.known(AccountNames.last(name));
        for (AccountCode candidate : candidates) {
            List<AccountCode> same = chart.all().stream().map(Account::code)
                    .filter(code -> code.parent().equals(candidate.parent())
                            && candidate.parent().isPresent()
                            && names.known(chart.get(code).name()).equals(wanted)).toList();
            if (same.size() == 1) {
                return Optional.of(same.get(0));
            }
        }
        return Optional.empty();
    }

    private Found named(String name) {
        String full = String.join("-", AccountNames.parts(name));
        Set<AccountCode> same = byName.getOrDefault(full, byName.getOrDefault(
                names.known(name), Set.of()));
        return same.size() == 1 ? leaf(same.iterator().next())
                : new Found(Optional.empty(), Refusal.UNKNOWN_ACCOUNT, name.isEmpty()
                        ? "the row names no account" : name
                        + (same.isEmpty() ? "" : " may be any of " + same));
    }

    private Found leaf(AccountCode code) {
        return chart.isLeaf(code) ? Found.of(code) : new Found(Optional.empty(),
                Refusal.ACCOUNT_IS_NOT_A_LEAF, code + " " + chart.get(code).name());
    }

    /** What the code may be in this chart's form, the likeliest first. */
    List<AccountCode> candidates(String code) {
        Set<String> forms = new LinkedHashSet<>();
        if (code.matches("[0-9]+")) {
            for (int details : width == 2 ? new int[] {2, 3} : new int[] {3, 2}) {
                split(code, details).ifPresent(form -> add(form, forms));
            }
        } else {
            add(code.replace('-', '.'), forms);
        }
        List<AccountCode> codes = new ArrayList<>();
        forms.stream().filter(form -> FORM.matcher(form).matches())
                .forEach(form -> codes.add(AccountCode.of(form)));
        return codes;
    }

    /**
     * The code as it stands and with details of two digits: 1002.001 may be 1002.01 here, and
     * 5602.1 may be 5602.10 out of a spreadsheet, or 5602.01.
     */
    private static void add(String form, Set<String> forms) {
        forms.add(form);
        forms.add(form.replaceAll("\\.0([0-9]{2})(?![0-9])", ".$1"));
        forms.add(form.replaceAll("\\.([0-9])(?![0-9])", ".$10"));
        forms.add(form.replaceAll("\\.([0-9])(?![0-9])", ".0$1"));
    }

    private static Optional<String> split(String code, int details) {
        if ((code.length() - FIRST_LEVEL) % details != 0) {
            return Optional.empty();
        }
        StringBuilder form = new StringBuilder(code.substring(0, FIRST_LEVEL));
        for (int i = FIRST_LEVEL; i < code.length(); i += details) {
            form.append('.').append(code, i, i + details);
        }
        return Optional.of(form.toString());
    }

    /**
     * The accounts to make so that these are known, the upper ones first: each under an account
     * of the chart, of its kind and side.
     *
     * @param asked codes of a file with their names; names may be ""
     */
    public List<Account> missing(Map<String, String> asked) {
        Map<AccountCode, Account> made = new HashMap<>();
        List<Account> inOrder = new ArrayList<>();
        asked.keySet().stream().sorted().forEach(code -> {
            Matcher form = CODE.matcher(Normalizer.normalize(code, Normalizer.Form.NFKC).strip());
            Found known = find(code, asked.get(code));
            if (form.matches() && known.code().isEmpty()
                    && known.refusal() != Refusal.ACCOUNT_IS_NOT_A_LEAF) {
                candidates(form.group(1)).stream().findFirst()
                        .ifPresent(wanted -> make(wanted, asked, made, inOrder));
            }
        });
        return inOrder;
    }

    private Optional<Account> make(AccountCode code, Map<String, String> asked,
            Map<AccountCode, Account> made, List<Account> inOrder) {
        Optional<Account> there = chart.find(code).or(() -> Optional.ofNullable(made.get(code)));
        if (there.isPresent() || code.parent().isEmpty()) {
            return there;
        }
        return make(code.parent().get(), asked, made, inOrder).map(parent -> {
            String name = nameOf(code, asked);
            Account account = new Account(code, name, name, parent.kind(), parent.normalSide());
            made.put(code, account);
            inOrder.add(account);
            return account;
        });
    }

    private String nameOf(AccountCode code, Map<String, String> asked) {
        return asked.entrySet().stream().filter(one -> candidates(one.getKey().strip()).stream()
                        .findFirst().equals(Optional.of(code)))
                .map(one -> AccountNames.last(one.getValue())).filter(name -> !name.isEmpty())
                .findFirst().orElse(code.value());
    }
}
