package onebook.bank;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import onebook.document.table.CellText;
import onebook.document.table.Row;

/**
 * Words that stand in statements whatever the bank; read from
 * {@code templates/bank/vocabulary.yaml}.
 *
 * @param layouts names of the layouts, in order of trial
 * @param account labels beside the table, by what they label
 * @param noise beginnings of rows that are no movement
 * @param totals words of rows that sum others up
 * @param currencies Chinese names and numbers of currencies to their ISO codes
 * @param generic header names of files of an unknown layout
 */
record Vocabulary(List<String> layouts, Map<String, List<String>> account, List<String> noise,
        List<String> totals, Map<String, String> currencies, Map<String, List<String>> generic,
        List<Layout.Direction> directions) {

    /** The ISO code of a currency's name; empty where the word is unknown. */
    String currency(String word) {
        String half = CellText.half(word);
        return half.matches("[A-Z]{3}") && isIso(half) ? half : currencies.getOrDefault(half, "");
    }

    boolean isNoise(Row row) {
        String first = CellText.label(row.firstText());
        return noise.stream().anyMatch(first::startsWith)
                || totals.stream().anyMatch(first::contains);
    }

    private static boolean isIso(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code));
    }
}
