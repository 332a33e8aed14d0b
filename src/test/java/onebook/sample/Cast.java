package onebook.sample;

import java.util.ArrayList;
import java.util.List;
import onebook.sample.Account.Layout;

/**
 * Who plays: the company, its accounts, its people, its customers and suppliers.
 *
 * @param us the company itself
 * @param marginPercent 毛利率
 * @param suppliers they sell merchandise
 * @param vendors they sell everything else, in the order of {@link Expense#ALL}
 * @param stranger a company we have nothing to do with
 */
record Cast(Party us, String english, Trade trade, String place, int marginPercent,
        List<Account> accounts, List<String> employees, String owner, List<Party> customers,
        List<Party> suppliers, List<Party> vendors, Party stranger, Party puzzle,
        Party blurred, List<String> others) {

    private static final List<String> CUSTOMERS =
            List.of("CB科技有限公司", "B（C）贸易有限公司", "CB商贸有限公司", "PB实业有限公司",
            "CB教育咨询有限公司", "CB酒店有限公司", "CB建筑工程有限公司", "CB电子商务有限公司", "B供应链管理（C）有限公司",
            "CB物业服务有限公司", "CB医院管理有限公司", "PB贸易股份有限公司", "CB装饰工程有限公司", "CB信息技术有限公司");
    private static final List<String> SUPPLIERS = List.of("CB制造有限公司", "PB工业有限公司", "CB批发市场管理有限公司",
            "B（C）供应链有限公司", "CB进出口有限公司", "CB制品厂", "CB电子科技有限公司");

    Account bankA() {
        return accounts.get(0);
    }

    Account bankB() {
        return accounts.get(1);
    }

    Account wallet() {
        return accounts.get(2);
    }

    Party named(String name) {
        return known().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    /** Everyone in the master data. */
    List<Party> known() {
        List<Party> all = new ArrayList<>(customers);
        all.addAll(suppliers);
        all.addAll(vendors);
        all.add(puzzle);
        all.add(blurred);
        return all.stream().filter(Party::known).distinct().toList();
    }

    static Cast of(long seed) {
        Dice dice = new Dice(seed, "cast");
        Names names = new Names(dice);
        Region home = dice.one(Region.ALL);
        Trade trade = dice.one(Trade.ALL);
        Names.Brand brand = names.brand();
        Party us = new Party(home.city() + brand.chinese() + trade.word() + "有限公司",
                TaxId.company(dice, home.district()), home, "", "", true);
        List<Party> customers = companies(names, dice, CUSTOMERS, dice.from(9, 12), home);
        List<Party> suppliers = companies(names, dice, SUPPLIERS, dice.from(4, 6), home);
        List<Party> vendors = vendors(names, dice, home);
        String english = home.pinyin() + " " + brand.pinyin() + " " + trade.english();
        String place = dice.one(List.of("city", "city", "county", "other"));
        return new Cast(us, english + " Co., Ltd.", trade, place, dice.from(18, 32),
                accounts(names, dice, home, brand),
                List.of(names.person(), names.person(), names.person()),
                names.person(), customers, suppliers, vendors,
                names.party("CB商贸有限公司", dice.one(Region.ALL), false),
                names.party("CB商行有限公司", home, true), names.party("CB实业有限公司", home, true),
                List.of(names.person(), names.person(), names.person(),
                        names.party("CB投资有限公司", home, false).name()));
    }

    private static List<Party> companies(Names names, Dice dice, List<String> patterns, int count,
            Region home) {
        List<Party> out = new ArrayList<>();
        for (String pattern : dice.shuffled(patterns).subList(0, count)) {
            Region region = dice.percent(60) ? home : dice.one(Region.ALL);
            boolean stranger = out.size() == count - 1 && !pattern.contains("（");
            out.add(names.party(pattern, region, !stranger));
        }
        return out;
    }

    private static List<Party> vendors(Names names, Dice dice, Region home) {
        List<Party> out = new ArrayList<>();
        for (int i = 0; i < Expense.ALL.size(); i++) {
            String pattern = Expense.ALL.get(i).seller();
            boolean again = i > 0 && Expense.ALL.get(i - 1).seller().equals(pattern);
            boolean known = !pattern.contains("酒店") && !pattern.contains("技术服务");
            Region region = pattern.contains("酒店") ? dice.one(Region.ALL) : home;
            out.add(again ? out.get(i - 1) : names.party(pattern, region, known));
        }
        return out;
    }

    private static List<Account> accounts(Names names, Dice dice, Region home, Names.Brand brand) {
        boolean abc = dice.percent(50);
        Account a = new Account("1002.01", abc ? Layout.ABC : Layout.CMB,
                names.branch(abc ? "中国农业银行" : "招商银行", home),
                abc ? "19" + dice.digits(15) : "571" + dice.digits(12));
        Layout layout = dice.one(List.of(Layout.CCB, Layout.ICBC, Layout.BOC));
        String bank = layout == Layout.CCB ? "中国建设银行" : layout == Layout.ICBC ? "中国工商银行" : "中国银行";
        String number = layout == Layout.CCB ? "33050161" + dice.digits(12)
                : layout == Layout.ICBC ? "1202" + dice.digits(15) : "3" + dice.digits(11);
        Account b = new Account("1002.02", layout, names.branch(bank, home), number);
        String login = "finance@" + brand.pinyin().toLowerCase() + ".example";
        return List.of(a, b, new Account("1012.01", Layout.ALIPAY, "支付宝", login));
    }
}
