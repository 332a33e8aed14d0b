package onebook.seal;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Side;

/** A chart of accounts in canonical JSON, whose hash the genesis leaf states. */
public final class ChartJson {
    private ChartJson() { }

    /** The accounts in order of code. */
    public static byte[] write(Collection<Account> accounts) {
        return CanonicalJson.write(accounts.stream().sorted(Comparator.comparing(Account::code))
                .map(ChartJson::body).toList());
    }

    /** Throws {@link MalformedException} on anything that {@link #write} would not write. */
    public static List<Account> parse(byte[] bytes) {
        if (!(CanonicalJson.parse(bytes) instanceof List<?> list)) {
            throw new MalformedException("not a chart of accounts");
        }
        List<Account> accounts = list.stream().map(ChartJson::account).toList();
        if (!MessageDigest.isEqual(write(accounts), bytes)) {
            throw new MalformedException("the chart is written otherwise");
        }
        return accounts;
    }

    /** SHA-256 of {@link #write} in hex: chart_sha256 of the genesis leaf. */
    public static String sha256(Collection<Account> accounts) {
        return HexFormat.of().formatHex(Sha256.digest().digest(write(accounts)));
    }

    /** The body of a leaf of kind "account": an account that was added later. */
    public static Map<String, Object> body(Account account) {
        Map<String, Object> body = new TreeMap<>();
        body.put("code", account.code().toString());
        body.put("name", account.name());
        body.put("english", account.englishName());
        body.put("kind", account.kind().name().toLowerCase(Locale.ROOT));
        body.put("side", account.normalSide().name().toLowerCase(Locale.ROOT));
        Account.Asks asks = account.asks();
        if (!asks.dimensions().isEmpty()) {
            body.put("dimensions", asks.dimensions().stream().sorted()
                    .map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
        }
        if (!asks.currency().isEmpty()) {
            body.put("currency", asks.currency());
        }
        if (!asks.unit().isEmpty()) {
            body.put("unit", asks.unit());
        }
        return body;
    }

    private static Account.Asks asks(Map<?, ?> body) {
        Set<Account.Dimension> dimensions = new HashSet<>();
        if (body.get("dimensions") instanceof List<?> names) {
            names.forEach(name -> dimensions.add(
                    Account.Dimension.valueOf(((String) name).toUpperCase(Locale.ROOT))));
        }
        return new Account.Asks(dimensions, text(body, "currency"), text(body, "unit"));
    }

    private static String text(Map<?, ?> body, String key) {
        return body.get(key) instanceof String text ? text : "";
    }

    /** The body of a leaf of kind "account" that takes an unused account out of the chart. */
    public static Map<String, Object> removal(Account account) {
        Map<String, Object> body = body(account);
        body.put("removed", true);
        return body;
    }

    /** What such a body makes of its code: an account, or none where it was removed. */
    public static Optional<Account> change(Object body) {
        if (body instanceof Map<?, ?> map && map.containsKey("removed")) {
            Map<Object, Object> rest = new TreeMap<>(map);
            if (!Boolean.TRUE.equals(rest.remove("removed"))) {
                throw new MalformedException("an account is removed or is not");
            }
            account(rest);
            return Optional.empty();
        }
        return Optional.of(account(body));
    }

    /** The account of such a body. */
    public static Account account(Object body) {
        try {
            Map<?, ?> map = (Map<?, ?>) body;
            Account account = new Account(AccountCode.of((String) map.get("code")),
                    (String) map.get("name"), (String) map.get("english"),
                    Account.Kind.valueOf(((String) map.get("kind")).toUpperCase(Locale.ROOT)),
                    Side.valueOf(((String) map.get("side")).toUpperCase(Locale.ROOT)),
                    asks(map));
            if (body(account).equals(map)) {
                return account;
            }
        } catch (ClassCastException | NullPointerException | IllegalArgumentException wrong) {
            throw new MalformedException("not an account", wrong);
        }
        throw new MalformedException("the account is written otherwise");
    }
}
