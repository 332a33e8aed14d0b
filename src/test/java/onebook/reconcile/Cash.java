package onebook.reconcile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onebook.bank.StatementLine;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;

/** Short ways to write lines and items of one small company in tests. */
final class Cash {
    static final String OWN_NAME = "杭州清禾办公设备有限公司";
    static final String ABC = "1002.01";
    static final String CCB = "1002.02";
    static final String ALIPAY = "1012.01";
    static final String ABC_NUMBER = "19045101040012345";
    static final String CCB_NUMBER = "33050161804700000123";
    static final Matching KNOWN = new Matching(OWN_NAME, List.of(
            new Matching.Own(AccountCode.of(ABC), ABC_NUMBER, false),
            new Matching.Own(AccountCode.of(CCB), CCB_NUMBER, false),
            new Matching.Own(AccountCode.of(ALIPAY), "finance@qinghe.example", true)),
            List.of("浙江云帆科技有限公司", "云帆科技有限公司", "瑞帆（合肥）贸易有限公司"), Matching.TRANSFER_DAYS);

    private Cash() { }

    /**
     * @param dateAndAmount "2026-01-19 -28000.00"
     * @param words party, its account, memo; those at the end may be missing
     */
    static CashLine line(String id, String account, String dateAndAmount, String... words) {
        String[] day = dateAndAmount.split(" ");
        String[] all = Arrays.copyOf(words, 3);
        Arrays.setAll(all, i -> all[i] == null ? "" : all[i]);
        return new CashLine(id, AccountCode.of(account), new StatementLine(1,
                LocalDate.parse(day[0]), "", Money.parse(day[1]), Optional.empty(), all[0], all[1],
                all[2], "", ""));
    }

    static OpenItem owedToUs(String id, String party, String amount, String date) {
        return item(id, "1122", party, amount, date);
    }

    static OpenItem owedByUs(String id, String party, String amount, String date) {
        return item(id, "2202", party, amount, date);
    }

    private static OpenItem item(String id, String account, String party, String amount,
            String date) {
        return new OpenItem(id, AccountCode.of(account), party, Money.parse(amount),
                LocalDate.parse(date), "invoice:" + id);
    }
}
