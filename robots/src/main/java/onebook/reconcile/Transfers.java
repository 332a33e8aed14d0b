package onebook.reconcile;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.bank.StatementLine;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.words.Sentence;

/** Pairs the two lines of transfers between own accounts, withdrawals from wallets among them. */
final class Transfers {
    /** How surely a line points at another own account. */
    private enum Sign { NUMBER, NAME, WALLET, SILENT, ELSEWHERE, OTHER }

    private record Pair(CashLine paid, CashLine received, Sign better, Sign worse, long days) {
        static final Comparator<Pair> BEST_FIRST = Comparator.comparing(Pair::better)
                .thenComparing(Pair::worse).thenComparing(Pair::days)
                .thenComparing(Pair::paid, CashLine.BY_TIME)
                .thenComparing(Pair::received, CashLine.BY_TIME);
    }

    // 提现   支付宝提现   余额提现到银行卡   充值
    private static final Pattern WALLET_WORDS = Pattern.compile("提现|充值");
    // 支付宝（中国）网络技术有限公司   财付通支付科技有限公司
    private static final Pattern WALLET_FIRMS = Pattern.compile("支付宝|财付通|微信支付|蚂蚁");

    private final Matching known;
    private final String ownName;
    private final Map<String, List<Pair>> byLine = new HashMap<>();

    Transfers(Matching known) {
        this.known = known;
        this.ownName = PartyNames.plain(known.ownName());
    }

    /** Requires lines in order of time. */
    List<Match.Transfer> among(List<CashLine> lines) {
        Map<Money, List<CashLine>> received = new HashMap<>();
        lines.stream().filter(line -> line.line().amount().isPositive())
                .forEach(line -> received.computeIfAbsent(line.line().amount(),
                        any -> new ArrayList<>()).add(line));
        List<Pair> pairs = new ArrayList<>();
        lines.stream().filter(line -> line.line().amount().isNegative())
                .forEach(paid -> received.getOrDefault(paid.line().amount().negated(), List.of())
                        .forEach(other -> pair(paid, other).ifPresent(pairs::add)));
        pairs.sort(Pair.BEST_FIRST);
        pairs.forEach(pair -> List.of(pair.paid, pair.received).forEach(line ->
                byLine.computeIfAbsent(line.id(), any -> new ArrayList<>()).add(pair)));
        List<Match.Transfer> found = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!taken.contains(pair.paid.id()) && !taken.contains(pair.received.id())) {
                taken.add(pair.paid.id());
                taken.add(pair.received.id());
                found.add(transfer(pair));
            }
        }
        return found;
    }

    private Optional<Pair> pair(CashLine paid, CashLine received) {
        long days = Math.abs(ChronoUnit.DAYS.between(paid.line().date(), received.line().date()));
        if (paid.account().equals(received.account()) || days > known.transferDays()) {
            return Optional.empty();
        }
        Sign one = sign(paid, received.account());
        Sign two = sign(received, paid.account());
        Sign better = one.compareTo(two) <= 0 ? one : two;
        Sign worse = better == one ? two : one;
        boolean isTransfer = better.compareTo(Sign.WALLET) <= 0 && worse != Sign.OTHER;
        return isTransfer ? Optional.of(new Pair(paid, received, better, worse, days))
                : Optional.empty();
    }

    /** What the line says of whether its other side is that own account. */
    private Sign sign(CashLine cash, AccountCode other) {
        StatementLine line = cash.line();
        Optional<AccountCode> numbered = ownByNumber(line.partyAccount());
        if (numbered.isPresent()) {
            return numbered.get().equals(other) ? Sign.NUMBER : Sign.OTHER;
        }
        boolean isWalletPair = known.isWallet(cash.account()) || known.isWallet(other);
        boolean isOurs = PartyNames.plain(line.party()).equals(ownName);
        if (isOurs) {
            return line.partyAccount().isBlank() ? Sign.NAME : Sign.ELSEWHERE;
        }
        boolean isWalletWord = WALLET_WORDS.matcher(line.memo()).find()
                || WALLET_FIRMS.matcher(line.party()).find();
        if (isWalletPair && isWalletWord) {
            return Sign.WALLET;
        }
        return line.party().isBlank() && line.partyAccount().isBlank() ? Sign.SILENT : Sign.OTHER;
    }

    /** True where the line says that its other side is ours, whether or not that line is known. */
    boolean isOwnTransfer(CashLine cash) {
        StatementLine line = cash.line();
        return ownByNumber(line.partyAccount()).filter(own -> !own.equals(cash.account()))
                .isPresent()
                || !ownName.isEmpty() && PartyNames.plain(line.party()).equals(ownName)
                || WALLET_WORDS.matcher(line.memo()).find() && known.isWallet(cash.account());
    }

    private Optional<AccountCode> ownByNumber(String written) {
        String number = written.replaceAll("[\\s-]", "");
        List<AccountCode> fits = known.ownAccounts().stream()
                .filter(own -> isNumber(own.number().replaceAll("[\\s-]", ""), number))
                .map(Matching.Own::account).toList();
        return fits.size() == 1 ? Optional.of(fits.get(0)) : Optional.empty();
    }

    /** Equal, or masked with stars as in "6222******0258". */
    private static boolean isNumber(String own, String written) {
        if (own.isEmpty() || written.replace("*", "").length() < 4) {
            return false;
        }
        int star = written.indexOf('*');
        return star < 0 ? own.equals(written) : own.startsWith(written.substring(0, star))
                && own.endsWith(written.substring(written.lastIndexOf('*') + 1))
                && own.length() >= written.replace("*", "").length();
    }

    private Match.Transfer transfer(Pair pair) {
        String how = switch (pair.better) {
            case NUMBER -> "transfer.number";
            case NAME -> "transfer.name";
            default -> "transfer.wallet";
        };
        Sentence why = Sentence.of(how, pair.paid.line().date(), pair.paid.account(),
                pair.received.line().date(), pair.received.account(),
                pair.received.line().amount(), pair.days);
        Optional<Sentence> next = Stream.of(pair.paid, pair.received)
                .flatMap(line -> byLine.get(line.id()).stream()).filter(other -> other != pair)
                .min(Pair.BEST_FIRST).map(Transfers::asRunnerUp);
        return new Match.Transfer(pair.paid, pair.received, why, next);
    }

    private static Sentence asRunnerUp(Pair next) {
        return Sentence.of("next.transfer", next.paid.line().date(), next.paid.account(),
                next.received.line().date(), next.received.account(), next.days);
    }
}
