package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onebook.ledger.Account;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.lender.finding.Scope;
import onebook.seal.Leaf;
import onebook.seal.Signer;

/**
 * Four months of a small company as a script: what happens is said in acts; {@link ScriptedLeaves}
 * follow. Everything is invoiced, listed, declared and paid through the bank unless a test adds.
 */
final class ScriptedCompany {
    static final Period FROM = Period.parse("2026-01");
    static final Period TO = Period.parse("2026-04");
    static final Signer WITNESS = Signer.create("witness.example");
    private static final Policy POLICY = Policy.parse("log " + SmallBook.SIGNER.vkey()
            + "\nwitness one " + WITNESS.witnessKey() + "\n");
    private static final String NAME = "杭州清禾<办公>设备有限公司";
    record Move(String account, LocalDate date, Money amount, String party) { }

    /** A voucher to be; {@code takesBack} is the place of another one in the script, or -1. */
    record Act(LocalDate date, List<Posting> lines, List<String> files, List<Move> moves,
            int takesBack, String by) { }

    final SmallBook book = new SmallBook();
    String profile = "tax-loan";
    final List<Act> acts = new ArrayList<>();
    final List<Map<String, Object>> list = new ArrayList<>();
    final Map<String, String> amounts = new LinkedHashMap<>();
    Optional<Move> lost = Optional.empty();
    final List<Map<String, Object>> late = new ArrayList<>();
    boolean isAnchoredEachMonth;
    boolean isAnchoredLate;
    private int invoices;

    ScriptedCompany() {
        String[][] more = {{"1002.02", "建行", "A"}, {"1221", "其他应收款", "A"},
            {"1405", "库存商品", "A"}, {"2202", "应付账款", "L"}, {"2203", "预收账款", "L"},
            {"2211", "应付职工薪酬", "L"}, {"2241", "其他应付款", "L"}, {"5602", "管理费用", "E"}};
        for (String[] one : more) {
            boolean isDebit = !one[2].equals("L");
            book.chart.add(SmallBook.account(one[0], one[1], one[2].equals("A")
                    ? Account.Kind.ASSET : one[2].equals("L") ? Account.Kind.LIABILITY
                    : Account.Kind.EXPENSE, isDebit ? Side.DEBIT : Side.CREDIT));
        }
        book.chart.add(SmallBook.account("2221.01", "应交增值税", Account.Kind.LIABILITY,
                Side.CREDIT));
        book.chart.sort(Comparator.comparing(account -> account.code()));
    }

    /** Capital, and each month six sales, two purchases, their payments and the wages. */
    static ScriptedCompany honest() {
        ScriptedCompany company = new ScriptedCompany();
        company.bank("2026-01-04", "300000.00", "股东", "3001");
        for (int month = 1; month <= 4; month++) {
            String day = "2026-0" + month + "-";
            for (int i = 0; i < 6; i++) {
                int net = 11_337 + 517 * i + 311 * month;
                String customer = "客户" + (char) ('甲' + i);
                company.sell(day + "0" + (i + 3), customer, net + ".00");
                company.receive(day + (i + 12), customer, gross(net));
            }
            for (int i = 0; i < 2; i++) {
                int net = 16_113 + 733 * i + 97 * month;
                company.buy(day + "0" + (i + 6), "供应商" + i, net + ".00");
                company.pay(day + (i + 22), "供应商" + i, gross(net));
            }
            company.wages(day + "15", "21" + month + "37.50");
        }
        return company;
    }

    private static String gross(int net) {
        return Money.cny(net * 101L).toString();
    }

    private static Money yuan(String amount) {
        return Money.parse(amount);
    }

    private static Money tax(Money net) {
        return net.times(new java.math.BigDecimal("0.01"), java.math.RoundingMode.HALF_UP);
    }

    // ---- acts

    private int act(String date, List<Posting> lines, List<String> files, Move... moves) {
        acts.add(new Act(LocalDate.parse(date), lines, files, List.of(moves), -1, "rule"));
        return acts.size() - 1;
    }

    /** Lines of a voucher with no paper that somebody wrote. */
    int byHand(String date, Posting... lines) {
        acts.add(new Act(LocalDate.parse(date), List.of(lines), List.of(), List.of(), -1, "王芳"));
        return acts.size() - 1;
    }

    int takeBack(String date, int act) {
        Act wrong = acts.get(act);
        acts.add(new Act(LocalDate.parse(date),
                wrong.lines.stream().map(Posting::red).toList(), wrong.files, List.of(), act,
                "王芳"));
        return acts.size() - 1;
    }

    /** A sale with its invoice, which the bureau lists. */
    int sell(String date, String customer, String net) {
        String file = invoice(date, true, customer, net);
        list(date, true, customer, net, "normal");
        return book(date, customer, net, file);
    }

    /** Books a sale with the papers there are. */
    int book(String date, String customer, String net, String... files) {
        Money tax = tax(yuan(net));
        return act(date, List.of(Posting.debit("1122", yuan(net).plus(tax), customer),
                Posting.credit("5001", yuan(net)), Posting.credit("2221.01", tax)),
                List.of(files));
    }

    int buy(String date, String supplier, String net) {
        String file = invoice(date, false, supplier, net);
        list(date, false, supplier, net, "normal");
        Money gross = yuan(net).plus(tax(yuan(net)));
        return act(date, List.of(Posting.debit("1405", gross),
                Posting.credit("2202", gross, supplier)), List.of(file));
    }

    int receive(String date, String customer, String amount) {
        return bank(date, amount, customer, "1122");
    }

    int pay(String date, String supplier, String amount) {
        return bank(date, "-" + amount, supplier, "2202");
    }

    /** Money through the bank with one other account; above zero it came in. */
    int bank(String date, String amount, String party, String other) {
        return bank("1002.01", date, amount, party, other);
    }

    int bank(String account, String date, String amount, String party, String other) {
        Money moved = yuan(amount);
        List<Posting> lines = moved.isPositive() ? List.of(Posting.debit(account, moved),
                Posting.credit(other, moved, party))
                : List.of(Posting.debit(other, moved.negated(), party),
                        Posting.credit(account, moved.negated()));
        return act(date, lines, List.of(),
                new Move(account, LocalDate.parse(date), moved, party));
    }

    void wages(String date, String amount) {
        Money paid = yuan(amount);
        act(date, List.of(Posting.debit("5602", paid), Posting.credit("2211", paid),
                Posting.debit("2211", paid), Posting.credit("1002.01", paid)), List.of(),
                new Move("1002.01", LocalDate.parse(date), paid.negated(), "员工"));
    }

    /** The bank line of an act is in no statement that was brought, and stands in no entry. */
    void lose(int act) {
        lost = Optional.of(acts.get(act).moves.get(0));
    }

    /** The file of an invoice is taken in. */
    String invoice(String date, boolean isSale, String party, String net) {
        invoices++;
        Map<String, Object> body = body(date, isSale, party, net);
        String sha256 = book.file("<invoice>" + body + "</invoice>", "xml");
        late.add(Map.of("doc", new TreeMap<>(Map.of("sha256", sha256, "media", "xml", "size", 1,
                "name", "a.xml", "channel", "file", "invoice", body))));
        return sha256;
    }

    /** The bureau lists the newest invoice. */
    void list(String date, boolean isSale, String party, String net, String status) {
        Map<String, Object> body = body(date, isSale, party, net);
        body.put("direction", isSale ? "out" : "in");
        body.put("status", status);
        list.add(body);
    }

    /** An invoice of which nobody brought the file. */
    void listOnly(String date, boolean isSale, String party, String net) {
        invoices++;
        list(date, isSale, party, net, "normal");
    }

    void statusOfNewest(String status) {
        list.get(list.size() - 1).put("status", status);
    }

    void unlistNewest() {
        list.remove(list.size() - 1);
    }

    private Map<String, Object> body(String date, boolean isSale, String party, String net) {
        Money tax = tax(yuan(net));
        return new TreeMap<>(Map.of("key", "invoice:" + (26_332_000_000_000L + invoices), "date",
                date, "seller_name", isSale ? NAME : party, "seller_tax_id",
                isSale ? SmallBook.ENTITY : "S" + party, "buyer_name", isSale ? party : NAME,
                "buyer_tax_id", isSale ? "B" + party : SmallBook.ENTITY, "net", net, "tax",
                tax.toString(), "gross", yuan(net).plus(tax).toString()));
    }

    // ---- what others say

    /** @param sales declared for January to March; what was sold where it is empty */
    ScriptedCompany declare(String sales) {
        amounts.put("l1", sales);
        return this;
    }

    /** The revenue the acts book in these months. */
    String sold(String from, String to) {
        return Money.sum(acts.stream().filter(act -> {
            Period month = Period.of(act.date);
            return month.compareTo(Period.parse(from)) >= 0
                    && month.compareTo(Period.parse(to)) <= 0;
        }).flatMap(act -> act.lines.stream())
                .filter(line -> line.account().value().equals("5001"))
                .map(line -> line.signed().negated()).toList()).toString();
    }

    ScriptedCompany leaf(String kind, Map<String, Object> body) {
        late.add(Map.of(kind, body));
        return this;
    }

    ScriptedCompany accounts(String kind, List<Map<String, String>> accounts) {
        return leaf("accounts", Map.of("kind", kind, "sha256", "ab".repeat(32), "accounts",
                accounts));
    }

    /** A checkpoint of each month is known outside two days after it. */
    ScriptedCompany anchored() {
        isAnchoredEachMonth = true;
        return this;
    }

    // ---- leaves

    SmallBook leaves() {
        return new ScriptedLeaves(this).write();
    }

    /** The leaves as a verifier reads them, without a package around. */
    Replay replay() {
        Replay replay = new Replay(book.chart);
        Anchors anchors = new Anchors();
        leaves().leaves.stream().map(Leaf::parse).forEach(leaf -> {
            replay.add(leaf);
            anchors.add(leaf);
            anchors.newest(leaf, POLICY).ifPresent(one -> replay.anchored(one.size(), one.at()));
        });
        return replay;
    }

    Scope scope() {
        return new Scope(FROM, TO, profile, book.documents.keySet().stream()
                .map(name -> name.substring(0, 64)).collect(Collectors.toSet()));
    }

    LenderPackage pack() {
        leaves();
        return packed();
    }

    private LenderPackage packed() {
        return new LenderPackage(book.leaves, book.checkpoint(), SmallBook.SIGNER, book.documents,
                "xlsx".getBytes(UTF_8), profile, FROM, TO, "杭州银行", book.chart);
    }

    Verdict verdict(Path folder, Optional<String> seen) {
        try {
            Path file = folder.resolve("x.obk");
            PackageWriter.write(pack(), file);
            return PackageVerifier.verify(file, POLICY, seen);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
