package onebook.exchange;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.ledger.Account;
import onebook.ledger.Account.Dimension;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/**
 * A book as the audit interface GB/T 24589.1, edition 2010: the modules 公共档案 and 总账 as one XML
 * each, with elements, order and identifiers out of templates/exchange/gbt24589.yaml, which also
 * says what the subset leaves out. Amounts of 科目余额及发生额 are absolute, their side is said
 * beside them (借, 贷, 平); those of 记账凭证 are as written, red ones negative.
 */
public final class Gbt24589 {
    private static final List<Dimension> ITEMS = List.of(Dimension.CUSTOMER, Dimension.SUPPLIER,
            Dimension.EMPLOYEE, Dimension.DEPARTMENT, Dimension.PROJECT, Dimension.BANK_ACCOUNT);

    /** The data of the template: elements of each table by module, and words. */
    private record Form(Map<String, List<String>> master, Map<String, List<String>> ledger,
            Map<String, Map<String, String>> words, Map<String, Dimension> parties) { }

    private final Whole book;
    private final Form form;
    private final Map<Dimension, Set<String>> archives = new TreeMap<>();
    private final Set<String> currencies = new TreeSet<>(Set.of(Money.CNY));
    private final Set<Period> months = new TreeSet<>();
    private final Map<AccountCode, Dimension> parties = new HashMap<>();

    /** @param form the text of templates/exchange/gbt24589.yaml */
    public Gbt24589(Whole book, String form) {
        this.book = book;
        this.form = Layouts.read(form, Form.class);
        ITEMS.forEach(item -> archives.put(item, new TreeSet<>()));
        book.each(this::survey);
    }

    /** What the archives must name. */
    private void survey(JournalEntry entry) {
        months.add(entry.period());
        for (Posting line : entry.postings()) {
            items(line).forEach((item, value) -> archives.get(item).add(value));
            line.details().foreign().ifPresent(one -> currencies.add(one.amount().currency()));
        }
    }

    /** The party of a line is a customer, unless the account asks for somebody else. */
    private SortedMap<Dimension, String> items(Posting line) {
        SortedMap<Dimension, String> items = new TreeMap<>(line.dimensions());
        if (!line.party().isEmpty()) {
            items.put(party(line.account()), line.party());
        }
        return items;
    }

    /** Whose name a party is: what the account asks for, else what the template says. */
    private Dimension party(AccountCode code) {
        return parties.computeIfAbsent(code, key -> book.chart().find(key)
                .map(account -> account.asks().dimensions()).orElse(Set.of()).stream()
                .filter(Dimension::isParty).min(Comparator.naturalOrder())
                .or(() -> form.parties.keySet().stream().filter(key.value()::startsWith)
                        .max(Comparator.comparing(String::length)).map(form.parties::get))
                .orElse(Dimension.CUSTOMER));
    }

    // ---- 公共档案

    public void master(OutputStream out, Charset charset) {
        try (Tables tables = new Tables("公共档案", form.master, out, charset)) {
            tables.row("电子账簿", ledger());
            months.forEach(month -> tables.row("会计期间", Map.of(
                    "会计年度", String.valueOf(month.year()),
                    "会计期间号", String.valueOf(month.month()),
                    "会计期间起始日期", day(month.firstDay().toString()),
                    "会计期间结束日期", day(month.lastDay().toString()))));
            tables.row("记账凭证类型", Map.of("记账凭证类型编号", "记", "记账凭证类型名称", "记账凭证",
                    "记账凭证类型简称", "记"));
            currencies.forEach(code -> tables.row("币种", Map.of("币种编码", code, "币种名称",
                    word("currencies", code))));
            archive(tables, Dimension.DEPARTMENT, "部门档案", "部门编码", "部门名称");
            archive(tables, Dimension.EMPLOYEE, "员工档案", "员工编码", "员工姓名");
            archive(tables, Dimension.SUPPLIER, "供应商档案", "供应商编码", "供应商名称");
            archive(tables, Dimension.CUSTOMER, "客户档案", "客户编码", "客户名称");
            own(tables, Dimension.PROJECT);
            own(tables, Dimension.BANK_ACCOUNT);
        }
    }

    private Map<String, String> ledger() {
        Map<String, String> row = new HashMap<>();
        row.put("电子账簿编号", book.company().taxId());
        row.put("电子账簿名称", book.company().name() + " 总账");
        row.put("会计核算单位", book.company().name());
        row.put("组织机构代码", book.company().taxId());
        row.put("单位性质", "企业");
        row.put("开发单位", "OneBook");
        row.put("版本号", book.software());
        row.put("本位币", word("currencies", Money.CNY));
        row.put("会计年度", String.valueOf(months.stream().mapToInt(Period::year).max()
                .orElse(book.company().from().year())));
        row.put("标准版本号", "GB/T 24589.1-2010");
        return row;
    }

    private void archive(Tables tables, Dimension item, String table, String code, String name) {
        archives.get(item).forEach(value -> tables.row(table, Map.of(code, value, name, value)));
    }

    private void own(Tables tables, Dimension item) {
        String archive = word("dimensions", item.name());
        if (!archives.get(item).isEmpty()) {
            tables.row("自定义档案项", Map.of("档案编码", archive, "档案名称", archive,
                    "是否有层级特征", "0"));
            archives.get(item).forEach(value -> tables.row("自定义档案值", Map.of("档案编码",
                    archive, "档案值编码", value, "档案值名称", value, "档案值级次", "1")));
        }
    }

    // ---- 总账

    public void ledger(OutputStream out, Charset charset) {
        try (Tables tables = new Tables("总账", form.ledger, out, charset)) {
            tables.row("总账基础信息", Map.of("结构分隔符", ".", "会计科目编号规则", "4-2-2-2"));
            for (Account account : book.chart().all()) {
                tables.row("会计科目", Map.of("科目编号", account.code().value(), "科目名称",
                        account.name(), "科目级次", String.valueOf(level(account)), "科目类型",
                        word("kinds", account.kind().name()), "余额方向",
                        account.normalSide() == Side.DEBIT ? "借" : "贷"));
            }
            book.chart().all().forEach(account -> account.asks().dimensions().stream().sorted()
                    .forEach(item -> tables.row("科目辅助核算", asked(account, item))));
            book.roll(month -> month.forEach(row -> tables.row("科目余额及发生额", balance(row))));
            book.each(entry -> {
                for (int i = 0; i < entry.postings().size(); i++) {
                    tables.row("记账凭证", line(entry, i));
                }
            });
        }
    }

    private static int level(Account account) {
        return account.code().value().split("\\.").length;
    }

    private Map<String, String> asked(Account account, Dimension item) {
        return Map.of("科目编号", account.code().value(), "辅助项编号",
                "辅助项" + (ITEMS.indexOf(item) + 1), "辅助项名称", word("dimensions", item.name()),
                "对应档案", word("archives", item.name()));
    }

    private Map<String, String> balance(BalanceRoll.Row row) {
        Map<String, String> cells = new HashMap<>();
        cells.put("科目编号", row.account().value());
        if (!row.party().isEmpty()) {
            cells.put(item(party(row.account())), row.party());
        }
        cells.put("期初余额方向", side(row.opening()));
        cells.put("期末余额方向", side(row.closing()));
        cells.put("币种编码", Money.CNY);
        cells.put("会计年度", String.valueOf(row.period().year()));
        cells.put("会计期间号", String.valueOf(row.period().month()));
        cells.put("期初本币余额", row.opening().abs().toString());
        cells.put("借方本币金额", row.debit().toString());
        cells.put("贷方本币金额", row.credit().toString());
        cells.put("期末本币余额", row.closing().abs().toString());
        return cells;
    }

    private static String side(Money balance) {
        return balance.isZero() ? "平" : balance.isPositive() ? "借" : "贷";
    }

    private static String item(Dimension item) {
        return "辅助项" + (ITEMS.indexOf(item) + 1) + "编号";
    }

    private Map<String, String> line(JournalEntry entry, int index) {
        Posting line = entry.postings().get(index);
        String side = line.side() == Side.DEBIT ? "借方" : "贷方";
        Map<String, String> cells = new HashMap<>();
        cells.put("记账凭证日期", day(entry.date().toString()));
        cells.put("会计年度", String.valueOf(entry.period().year()));
        cells.put("会计期间号", String.valueOf(entry.period().month()));
        cells.put("记账凭证类型编号", "记");
        cells.put("记账凭证编号", String.valueOf(entry.number().sequence()));
        cells.put("记账凭证行号", String.valueOf(index + 1));
        cells.put("记账凭证摘要", line.details().memo().isEmpty() ? entry.summary()
                : line.details().memo());
        cells.put("科目编号", line.account().value());
        items(line).forEach((item, value) -> cells.put(item(item), value));
        cells.put("币种编码", line.details().foreign()
                .map(foreign -> foreign.amount().currency()).orElse(Money.CNY));
        cells.put(side + "本币金额", line.amount().toString());
        line.details().foreign().ifPresent(foreign -> {
            cells.put(side + "原币金额", foreign.amount().toString());
            cells.put("汇率", foreign.rate().toPlainString());
        });
        line.details().quantity().ifPresent(units -> quantity(line, units, side, cells));
        hands(entry, cells);
        return cells;
    }

    private void quantity(Posting line, Posting.Quantity units, String side,
            Map<String, String> cells) {
        BigDecimal count = units.count();
        cells.put(side + "数量", count.toPlainString());
        cells.put("单价", units.unitPrice().toPlainString());
        cells.put("计量单位", book.chart().find(line.account())
                .map(account -> account.asks().unit()).orElse(""));
    }

    private static void hands(JournalEntry entry, Map<String, String> cells) {
        cells.put("附件数", String.valueOf(entry.attachments()));
        cells.put("制单人", entry.hands().preparer());
        cells.put("审核人", entry.hands().reviewer());
        cells.put("记账人", entry.hands().poster());
        cells.put("记账标志", "1");
        cells.put("作废标志", "0");
        cells.put("凭证来源系统", entry.rule());
    }

    private static String day(String iso) {
        return iso.replace("-", "");
    }

    private String word(String kind, String name) {
        return form.words.getOrDefault(kind, Map.of()).getOrDefault(name, name);
    }

    /** The tables of a module, each row with its elements in the order of the template. */
    private static final class Tables implements AutoCloseable {
        private final String module;
        private final Map<String, List<String[]>> elements = new HashMap<>();
        private final XmlText xml;

        Tables(String module, Map<String, List<String>> tables, OutputStream out,
                Charset charset) {
            this.module = module;
            tables.forEach((table, names) -> {
                List<String[]> parts = new ArrayList<>();
                names.forEach(name -> parts.add(name.split("/")));
                elements.put(table, parts);
            });
            this.xml = new XmlText(out, charset);
            xml.open(module, Map.of());
        }

        /** Elements without a value are empty; those of 辅助项 are left out. */
        void row(String table, Map<String, String> cells) {
            xml.open(table, Map.of());
            for (String[] element : elements.get(table)) {
                String value = cells.getOrDefault(element[0], "");
                if (!value.isEmpty() || !element[0].startsWith("辅助项") || element.length > 1) {
                    xml.element(element[0], element.length < 2 ? Map.of()
                            : Map.of("locID", element[1]), value);
                }
            }
            xml.close(table);
        }

        @Override
        public void close() {
            xml.close(module);
            xml.close();
        }
    }
}
