package onebook.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When two names mean one account: spelling, full names such as 银行存款-工行, other standards. */
final class AccountNames {
    private final Map<String, String> first = new HashMap<>();

    /** @param groups names that different standards give one account */
    AccountNames(List<List<String>> groups) {
        groups.forEach(group -> group.forEach(name ->
                first.put(plain(name), plain(group.get(0)))));
    }

    /** The name without blanks, full-width forms and brackets. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s()\\[\\]【】“”\"·]", "");
    }

    /** The last part of a full name: 管理费用-办公费 is 办公费. */
    static String last(String name) {
        String[] parts = parts(name);
        return parts.length == 0 ? name : parts[parts.length - 1];
    }

    static String[] parts(String name) {
        return plain(name).split("[-_/\\\\>—–:：]+");
    }

    /** A name by which all of its group are known. */
    String known(String name) {
        String plain = plain(name);
        return first.getOrDefault(plain, plain);
    }

    /** True where the name in a file may well mean the account of that name. */
    boolean agree(String inFile, String inChart) {
        if (inFile.isEmpty()) {
            return true;
        }
        String chart = known(inChart);
        String last = known(last(inFile));
        return chart.equals(known(inFile)) || chart.equals(last)
                || Math.min(chart.length(), last.length()) > 1
                && (chart.contains(last) || last.contains(chart));
    }
}
