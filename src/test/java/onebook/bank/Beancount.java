package onebook.bank;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Transactions of a beancount file, as far as a statement can be compared with them. */
record Beancount(LocalDate date, String payee, String narration, List<Leg> legs) {
    record Leg(String account, BigDecimal amount, String currency) { }

    // 2024-01-02 * "微信支付北京一卡通" "财付通 - UA01234"     2025-03-01 * "INTEREST CREDIT"
    private static final Pattern HEAD = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2}) \\* \"(.*?)\"(?: \"(.*)\")?( #.*)?");
    // 	Assets:ABC:DebitCard -10.00 CNY
    private static final Pattern LEG = Pattern.compile(
            "\\s+([A-Z][\\w:]+) (-?[0-9.]+) ([A-Z]{3}).*");

    static List<Beancount> read(Path file) throws IOException {
        List<Beancount> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher head = HEAD.matcher(line);
            Matcher leg = LEG.matcher(line);
            if (head.matches()) {
                all.add(new Beancount(LocalDate.parse(head.group(1)), head.group(2), head.group(3),
                        new ArrayList<>()));
            } else if (leg.matches()) {
                all.get(all.size() - 1)
                        .legs.add(new Leg(leg.group(1), new BigDecimal(leg.group(2)),
                        leg.group(3)));
            }
        }
        return all;
    }
}
