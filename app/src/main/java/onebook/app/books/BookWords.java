package onebook.app.books;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.app.common.Texts;
import onebook.app.common.Texts.Language;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.print.Cell;
import onebook.print.Table;
import onebook.robot.Books;

/** What the tables of the books say. They are Chinese; in English by the keys that they carry. */
final class BookWords {
    private static final String CODE = "[0-9]{4}(\\.[0-9]{2,4})*";
    private static final String INDENT = "　";
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("期初余额", "opening"), Map.entry("本期发生额", "turnover"),
            Map.entry("期末余额", "closing"), Map.entry("借方（收入）", "debit"),
            Map.entry("贷方（发出）", "credit"), Map.entry("余额（结存）", "balance"),
            Map.entry("借方", "debit"), Map.entry("贷方", "credit"), Map.entry("余额", "balance"),
            Map.entry("账龄", "age"), Map.entry("借方项目", "debits"),
            Map.entry("贷方项目", "credits"));

    private final Texts texts;
    private final ChartOfAccounts chart;

    BookWords(Texts texts, ChartOfAccounts chart) {
        this.texts = texts;
        this.chart = chart;
    }

    private boolean isChinese() {
        return texts.language() == Language.ZH;
    }

    String kind(Books.Kind kind) {
        return texts.get("books." + kind.name());
    }

    /** The account a table is of: its tab begins with the code. */
    static Optional<AccountCode> accountOf(Table table) {
        return code(table.name().split(" ", 2)[0]);
    }

    static Optional<AccountCode> code(String text) {
        return text.matches(CODE) ? Optional.of(AccountCode.of(text)) : Optional.empty();
    }

    /** What a table is called in a list of several. */
    String tab(Table table) {
        return accountOf(table).flatMap(chart::find).map(texts::account).orElse(table.name());
    }

    /** What stands above a table that is the only one. */
    String title(Table table, Books.Kind kind) {
        return accountOf(table).flatMap(chart::find)
                .map(account -> kind(kind) + "　" + texts.account(account)).orElse(kind(kind));
    }

    String head(Table.Column column) {
        Optional<Account> account = code(column.key()).flatMap(chart::find);
        if (isChinese()) {
            return column.head();
        }
        return account.map(texts::nameOf).orElseGet(() -> column.key().matches("days[0-9]+")
                ? texts.get("books.column.days", column.key().substring("days".length()))
                : texts.orElse("books.column." + column.key(), column.head())
                        + currency(column));
    }

    /** The currency stands after the last space of "原币 USD". */
    private static String currency(Table.Column column) {
        String head = column.head();
        return column.key().endsWith("Foreign") && head.contains(" ")
                ? head.substring(head.lastIndexOf(' ')) : "";
    }

    /** Empty where the column stands alone. */
    String group(Table.Column column) {
        return isChinese() || !GROUPS.containsKey(column.group()) ? column.group()
                : texts.get("books.group." + GROUPS.get(column.group()));
    }

    String cell(Table table, int column, Table.Row row) {
        Cell cell = row.cell(column);
        if (isChinese() || cell.shown().isEmpty()) {
            return cell.shown();
        }
        return switch (table.columns().get(column).key()) {
            case "entry" -> cell.plain();
            case "direction" -> texts.get("books.direction." + cell.plain());
            case "account" -> cell.plain().equals(cell.shown()) ? cell.plain()
                    : named(cell.plain());
            case "contra" -> Stream.of(cell.plain().split(" ")).map(this::named)
                    .collect(Collectors.joining(", "));
            case "name" -> cell.shown().replaceAll("[^" + INDENT + "].*", "")
                    + code(row.cell(0).plain()).flatMap(chart::find).map(texts::nameOf)
                            .orElse(caption(row, cell));
            case "summary", "party" -> caption(row, cell);
            default -> cell.shown();
        };
    }

    /** What a row of sums is called. */
    private String caption(Table.Row row, Cell cell) {
        return texts.orElse("books.row." + row.name(), cell.shown());
    }

    private String named(String code) {
        return code(code).flatMap(chart::find).map(texts::account).orElse(code);
    }
}
