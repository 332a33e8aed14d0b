package onebook.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.sample.Books.Balances;

/** 会小企01 and 会小企02 of the quarter, line by line. */
final class Statements {
    private Statements() { }

    static Map<Integer, Long> balanceSheet(Balances b) {
        Map<Integer, Long> s = new TreeMap<>();
        for (int line = 1; line <= 53; line++) {
            s.put(line, 0L);
        }
        s.put(1, b.of("1001") + b.of("1002") + b.of("1012"));
        s.put(4, debits(b, "1122") + debits(b, "2203"));
        s.put(5, debits(b, "1123") + debits(b, "2202"));
        s.put(8, b.of("1221"));
        s.put(9, b.of("1405"));
        s.put(12, b.of("1405"));
        s.put(15, s.get(1) + s.get(4) + s.get(5) + s.get(8) + s.get(9));
        s.put(18, b.of("1601"));
        s.put(19, -b.of("1602"));
        s.put(20, s.get(18) - s.get(19));
        s.put(29, s.get(20));
        s.put(30, s.get(15) + s.get(29));
        s.put(33, credits(b, "2202") + credits(b, "1123"));
        s.put(34, credits(b, "2203") + credits(b, "1122"));
        s.put(35, -b.of("2211"));
        s.put(36, -b.of("2221"));
        s.put(39, -b.of("2241"));
        s.put(41, s.get(33) + s.get(34) + s.get(35) + s.get(36) + s.get(39));
        s.put(47, s.get(41));
        s.put(48, -b.of("3001"));
        s.put(51, -b.of("3104") - b.of("3103"));
        s.put(52, s.get(48) + s.get(51));
        s.put(53, s.get(47) + s.get(52));
        return s;
    }

    private static long debits(Balances b, String account) {
        return b.parties(account).values().stream().mapToLong(fen -> Math.max(0, fen)).sum();
    }

    private static long credits(Balances b, String account) {
        return b.parties(account).values().stream().mapToLong(fen -> Math.max(0, -fen)).sum();
    }

    /** Turnover of the quarter, without what only carries it to 3103. */
    static Map<Integer, Long> incomeStatement(List<Entry> entries) {
        Balances b = Balances.of(entries.stream()
                .filter(e -> !e.toProfit() && !e.kind().equals("OPENING")).toList());
        Map<Integer, Long> s = new TreeMap<>();
        for (int line = 1; line <= 32; line++) {
            s.put(line, 0L);
        }
        s.put(1, -b.of("5001") - b.of("5051"));
        s.put(2, b.of("5401") + b.of("5402"));
        s.put(3, b.of("5403"));
        s.put(6, b.of("5403.02"));
        s.put(10, b.of("5403.03") + b.of("5403.04"));
        s.put(11, b.of("5601"));
        s.put(13, b.of("5601.02"));
        s.put(14, b.of("5602"));
        s.put(16, b.of("5602.02"));
        s.put(18, b.of("5603"));
        s.put(19, b.of("5603.01"));
        s.put(21, s.get(1) - s.get(2) - s.get(3) - s.get(11) - s.get(14) - s.get(18));
        s.put(30, s.get(21));
        s.put(32, s.get(30));
        return s;
    }
}
