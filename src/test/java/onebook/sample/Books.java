package onebook.sample;

import static onebook.sample.Entry.credit;
import static onebook.sample.Entry.debit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The books as a careful bookkeeper would keep them, reckoned from the scenario. */
final class Books {
    /** Short names of service lines sold; repair work counts as goods. */
    static final Set<String> SERVICES = Set.of("信息技术服务", "研发和技术服务", "现代服务", "企业管理服务", "物流辅助服务",
            "租赁服务", "经营租赁", "广告服务", "设计服务", "咨询服务", "鉴证咨询服务", "生活服务", "餐饮服务", "住宿服务",
            "运输服务", "电信服务", "金融服务");

    private static final Map<String, String> EXPENSES = Map.ofEntries(Map.entry("供电", "5602.10"),
            Map.entry("水冰雪", "5602.10"), Map.entry("经营租赁", "5602.07"), Map.entry("电信服务", "5602.12"),
            Map.entry("文具", "5602.05"), Map.entry("纸制品", "5602.05"), Map.entry("印刷品", "5602.05"),
            Map.entry("餐饮服务", "5602.02"), Map.entry("住宿服务", "5602.06"),
            Map.entry("运输服务", "5601.03"), Map.entry("物流辅助服务", "5601.03"),
            Map.entry("广告服务", "5601.02"),
            Map.entry("鉴证咨询服务", "5602.11"), Map.entry("企业管理服务", "5602.11"),
            Map.entry("成品油", "5602.13"), Map.entry("信息技术服务", "5602.05"),
            Map.entry("研发和技术服务", "5602.05"));

    private final Scenario scenario;
    private final List<Entry> entries = new ArrayList<>();

    private Books(Scenario scenario) {
        this.scenario = scenario;
    }

    static List<Entry> keep(Scenario scenario) {
        Books books = new Books(scenario);
        books.open();
        for (Paperwork paper : scenario.papers()) {
            if (paper.waits().isEmpty() && paper.copyOf().isEmpty()) {
                books.entries.add(paper.bill().seller() == scenario.cast().us() ? books.sale(paper)
                        : books.purchase(paper));
            }
        }
        RailTicket rail = scenario.rail();
        books.entries.add(Entry.ordinary(rail.issued(), List.of(debit("5602.06", rail.fare()),
                credit("2241", rail.fare(), "员工报销")), "documents/" + scenario.railFile()));
        books.entries.addAll(scenario.money().entries());
        for (int month = 1; month <= 3; month++) {
            books.close(YearMonth.of(2026, month));
        }
        return books.entries;
    }

    private void open() {
        List<Entry.Line> lines = scenario.opening().rows().stream()
                .map(row -> row.fen() >= 0 ? debit(row.account(), row.fen(), row.party())
                        : credit(row.account(), -row.fen(), row.party())).toList();
        entries.add(new Entry(Calendar.FIRST, "OPENING", false, lines,
                List.of("opening-balances.xlsx")));
    }

    private Entry sale(Paperwork paper) {
        Bill bill = paper.bill();
        long services = net(bill, line -> SERVICES.contains(line.ware().category()));
        return Entry.ordinary(bill.date(), List.of(debit("1122", bill.gross(), bill.buyer().name()),
                credit("5001", bill.net() - services), credit("5051", services),
                credit("2221.01", bill.tax())), paper.source());
    }

    static long net(Bill bill, Predicate<BillLine> of) {
        return bill.lines().stream().filter(of).mapToLong(BillLine::net).sum();
    }

    private Entry purchase(Paperwork paper) {
        Bill bill = paper.bill();
        List<String> merchandise = scenario.cast().trade().merchandise();
        Map<String, Long> byAccount = new TreeMap<>();
        for (BillLine line : bill.lines()) {
            String category = line.ware().category();
            String account = merchandise.contains(category) ? "1405" : EXPENSES.get(category);
            byAccount.merge(account, line.gross(), Long::sum);
        }
        List<Entry.Line> lines = new ArrayList<>();
        byAccount.forEach((account, gross) -> lines.add(debit(account, gross)));
        lines.add(credit("2202", bill.gross(), bill.seller().name()));
        return Entry.ordinary(bill.date(), lines, paper.source());
    }

    private void close(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        Balances before = until(last);
        long cost = Fen.share(-before.of("5001"), 100 - scenario.cast().marginPercent(), 100);
        closing(last, false, List.of(debit("5401", cost), credit("1405", cost)));
        if (month.getMonthValue() == 3) {
            closing(last, false, surcharges());
        }
        Balances after = until(last);
        Map<String, Long> income = after.leaves(Set.of("5001", "5051", "5111", "5301"));
        List<Entry.Line> lines = new ArrayList<>();
        income.forEach((account, fen) -> lines.add(debit(account, -fen)));
        lines.add(credit("3103", -sum(income)));
        closing(last, true, lines);
        Map<String, Long> expense = after.leaves(Set.of("5401", "5402", "5403", "5601", "5602",
                "5603", "5711", "5801"));
        List<Entry.Line> costs = new ArrayList<>();
        expense.forEach((account, fen) -> costs.add(credit(account, fen)));
        costs.add(debit("3103", sum(expense)));
        closing(last, true, costs);
    }

    private Balances until(LocalDate last) {
        return Balances.of(entries.stream().filter(e -> !e.date().isAfter(last)).toList());
    }

    private void closing(LocalDate date, boolean toProfit, List<Entry.Line> lines) {
        Entry entry = new Entry(date, "CLOSING", toProfit, lines, List.of());
        if (!entry.lines().isEmpty()) {
            entries.add(entry);
        }
    }

    private List<Entry.Line> surcharges() {
        long base = VatForm.of(scenario).due();
        List<Long> halves = surcharges(base, scenario.cast().place());
        return List.of(debit("5403.02", halves.get(0)), debit("5403.03", halves.get(1)),
                debit("5403.04", halves.get(2)), credit("2221.11", halves.get(0)),
                credit("2221.12", halves.get(1)), credit("2221.13", halves.get(2)));
    }

    /** 城建税 by place, 教育费附加 3%, 地方教育附加 2%, each halved. */
    static List<Long> surcharges(long base, String place) {
        int city = Map.of("city", 7, "county", 5, "other", 1).get(place);
        return List.of(Fen.share(base, city, 200), Fen.share(base, 3, 200),
                Fen.share(base, 2, 200));
    }

    private static long sum(Map<String, Long> of) {
        return of.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Balances as debits, per account and party. */
    static final class Balances {
        private final Map<String, Map<String, Long>> byAccount = new TreeMap<>();

        static Balances of(List<Entry> entries) {
            Balances out = new Balances();
            for (Entry entry : entries) {
                for (Entry.Line line : entry.lines()) {
                    out.byAccount.computeIfAbsent(line.account(), a -> new LinkedHashMap<>())
                            .merge(line.party(), line.debitFen(), Long::sum);
                }
            }
            return out;
        }

        /** An account with all its details. */
        long of(String account) {
            return byAccount.entrySet().stream()
                    .filter(e -> e.getKey().equals(account) || e.getKey().startsWith(account + "."))
                    .mapToLong(e -> sum(e.getValue())).sum();
        }

        Map<String, Long> parties(String account) {
            return byAccount.getOrDefault(account, Map.of());
        }

        /** Detail accounts under these that have a balance. */
        Map<String, Long> leaves(Set<String> tops) {
            Map<String, Long> out = new TreeMap<>();
            byAccount.forEach((account, parties) -> {
                long fen = sum(parties);
                if (fen != 0 && tops.contains(account.substring(0, 4))) {
                    out.put(account, fen);
                }
            });
            return out;
        }
    }
}
