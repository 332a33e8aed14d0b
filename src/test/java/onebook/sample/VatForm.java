package onebook.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 增值税及附加税费申报表(小规模纳税人适用) of the quarter, all sales at 1%; index 0 goods, 1 services. */
record VatForm(long[] special, long[] other, List<Long> surcharges) {

    static VatForm of(Scenario scenario) {
        long[] special = new long[2];
        long[] other = new long[2];
        for (Bill bill : scenario.trading().sales()) {
            long services = Books.net(bill, line ->
                    Books.SERVICES.contains(line.ware().category()));
            long[] into = bill.special() ? special : other;
            into[0] += bill.net() - services;
            into[1] += services;
        }
        VatForm form = new VatForm(special, other, List.of());
        return new VatForm(special, other, Books.surcharges(form.due(), scenario.cast().place()));
    }

    long sales(int column) {
        return special[column] + other[column];
    }

    long sales() {
        return sales(0) + sales(1);
    }

    private long full(int column) {
        return Fen.share(sales(column), 3, 100);
    }

    private long relief(int column) {
        return Fen.share(sales(column), 2, 100);
    }

    /** Line 20, both columns. */
    long due() {
        return full(0) - relief(0) + full(1) - relief(1);
    }

    /** Line to column to amount, as the truth file has it. */
    Map<String, Map<String, String>> lines() {
        Map<String, Map<String, String>> out = new LinkedHashMap<>();
        for (int column = 0; column < 2; column++) {
            put(out, "1", column, sales(column));
            put(out, "2", column, special[column]);
            put(out, "3", column, other[column]);
            put(out, "15", column, full(column));
            put(out, "16", column, relief(column));
            put(out, "20", column, full(column) - relief(column));
            put(out, "22", column, full(column) - relief(column));
        }
        for (int i = 0; i < 3; i++) {
            put(out, String.valueOf(23 + i), 0, surcharges.get(i));
        }
        return out;
    }

    private static void put(Map<String, Map<String, String>> out, String line, int column,
            long fen) {
        if (fen != 0) {
            out.computeIfAbsent(line, l -> new LinkedHashMap<>())
                    .put(column == 0 ? "goods" : "services", Fen.text(fen));
        }
    }
}
