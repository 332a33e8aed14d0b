package onebook.invoice;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.Refused;
import onebook.document.table.Row;
import onebook.document.table.Sheet;
import onebook.document.table.TableFile;
import onebook.ledger.Money;
import onebook.ledger.Refusal;

/**
 * 全量发票查询导出: every invoice the tax bureau knows of a company, out of the export of its platform
 * as XLSX, XLS or CSV. Where it has a row for each item, the rows of an invoice add up.
 */
public final class BureauList {
    private static final int HEADER_WITHIN = 20;
    private static final int LONGEST_NAME = 200;
    private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);
    private static final Map<String, List<String>> COLUMNS = columns();

    /** What the bureau says of an invoice. */
    public enum Status { NORMAL, RED, VOID }

    /**
     * One invoice.
     *
     * @param key as {@link Invoice#key()} has it
     */
    public record Line(String key, LocalDate date, Invoice.Party seller,
            Invoice.Party buyer, Money net, Money tax, Money gross, Status status) {

        Line plus(Line item) {
            return new Line(key, date, seller, buyer, net.plus(item.net), tax.plus(item.tax),
                    gross.plus(item.gross), status);
        }
    }

    private final Map<String, Integer> places;
    private final boolean isByItem;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private BureauList(Map<String, Integer> places) {
        this.places = places;
        this.isByItem = places.containsKey("item");
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("electronic", List.of("数电发票号码", "数电票号码"));
        names.put("code", List.of("发票代码"));
        names.put("number", List.of("发票号码"));
        names.put("sellerId", List.of("销方识别号", "销售方识别号", "销方税号"));
        names.put("seller", List.of("销方名称", "销售方名称"));
        names.put("buyerId", List.of("购方识别号", "购买方识别号", "购方税号"));
        names.put("buyer", List.of("购买方名称", "购方名称"));
        names.put("date", List.of("开票日期"));
        names.put("item", List.of("货物或应税劳务名称", "项目名称"));
        names.put("net", List.of("金额", "不含税金额"));
        names.put("tax", List.of("税额"));
        names.put("gross", List.of("价税合计"));
        names.put("status", List.of("发票状态"));
        return names;
    }

    /** In the order of the file. Refuses the whole file where one row is not understood. */
    public static List<Line> read(Path file) throws Refused {
        for (Sheet sheet : TableFile.open(file).sheets()) {
            for (int i = 0; i < Math.min(HEADER_WITHIN, sheet.rows().size()); i++) {
                Optional<Map<String, Integer>> places = places(sheet.rows().get(i));
                if (places.isPresent()) {
                    return new BureauList(places.get()).rows(sheet, i + 1);
                }
            }
        }
        throw new Refused(Refusal.COLUMN_IS_MISSING, "a list of invoices has 数电发票号码 or 发票号码,"
                + " 销方识别号, 购方识别号, 开票日期, 金额, 税额, 价税合计, 发票状态");
    }

    private static Optional<Map<String, Integer>> places(Row header) {
        Map<String, Integer> places = new LinkedHashMap<>();
        COLUMNS.forEach((column, names) -> {
            for (int i = 0; i < header.cells().size(); i++) {
                if (names.contains(header.cell(i).replaceAll("[\\s（）()元]", ""))) {
                    places.putIfAbsent(column, i);
                }
            }
        });
        boolean isList = (places.containsKey("electronic") || places.containsKey("number"))
                && places.keySet().containsAll(List.of("sellerId", "buyerId", "date", "net", "tax",
                        "gross", "status"));
        return isList ? Optional.of(places) : Optional.empty();
    }

    private List<Line> rows(Sheet sheet, int from) throws Refused {
        for (Row row : sheet.rows().subList(from, sheet.rows().size())) {
            if (!row.isBlank() && !row.firstText().startsWith("合计")) {
                Line line = line(row);
                Line before = lines.get(line.key);
                boolean isItem = before != null && isByItem && before.status == line.status
                        && before.date.equals(line.date) && before.seller.equals(line.seller)
                        && before.buyer.equals(line.buyer);
                if (before != null && !isItem) {
                    throw wrong(Refusal.CELL_IS_NOT_UNDERSTOOD, row, line.key
                            + " stands there twice");
                }
                lines.put(line.key, isItem ? before.plus(line) : line);
            }
        }
        if (lines.isEmpty()) {
            throw new Refused(Refusal.FILE_IS_EMPTY, "no row holds an invoice");
        }
        return List.copyOf(lines.values());
    }

    private Line line(Row row) throws Refused {
        String electronic = text(row, "electronic");
        String number = electronic.isEmpty() ? text(row, "number") : electronic;
        String code = electronic.isEmpty() ? text(row, "code") : "";
        if (!number.matches("[0-9]{8,20}") || !code.matches("|[0-9]{10,12}")) {
            throw wrong(Refusal.NUMBER_IS_NOT_WELL_FORMED, row, code + " " + number);
        }
        Money net = amount(row, "net");
        Money tax = amount(row, "tax");
        Money gross = amount(row, "gross");
        if (!net.plus(tax).equals(gross)) {
            throw wrong(Refusal.GROSS_IS_NOT_NET_PLUS_TAX, row, net + " + " + tax + ", " + gross);
        }
        return new Line("invoice:" + (code.isEmpty() ? number : code + "|" + number), date(row),
                new Invoice.Party(name(row, "seller"), text(row, "sellerId")),
                new Invoice.Party(name(row, "buyer"), text(row, "buyerId")),
                net, tax, gross, status(row));
    }

    private String text(Row row, String column) throws Refused {
        String text = places.containsKey(column) ? row.cell(places.get(column)) : "";
        if (text.startsWith("=")) {
            throw wrong(Refusal.CELL_IS_A_FORMULA, row, text);
        }
        return text;
    }

    private String name(Row row, String column) throws Refused {
        String name = text(row, column);
        if (name.length() > LONGEST_NAME) {
            throw wrong(Refusal.FIELD_IS_TOO_LONG, row, column);
        }
        return name;
    }

    private Money amount(Row row, String column) throws Refused {
        String text = text(row, column).replace(",", "").replace("¥", "").replace("￥", "");
        try {
            return Money.of(new BigDecimal(text.isEmpty() ? "0" : text), Money.CNY);
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw wrong(Refusal.AMOUNT_IS_NOT_READABLE, row, text);
        }
    }

    private LocalDate date(Row row) throws Refused {
        String text = text(row, "date").replace('/', '-');
        try {
            if (text.matches("[0-9]{5}([.][0-9]+)?")) { // a spreadsheet's day
                return SPREADSHEET.plusDays(Integer.parseInt(text.substring(0, 5)));
            }
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException wrong) {
            throw wrong(Refusal.DATE_IS_NOT_READABLE, row, text);
        }
    }

    private Status status(Row row) throws Refused {
        String text = text(row, "status");
        if (text.equals("正常")) {
            return Status.NORMAL;
        }
        if (text.contains("作废")) {
            return Status.VOID;
        }
        if (text.contains("红冲")) {
            return Status.RED;
        }
        throw wrong(Refusal.CELL_IS_NOT_UNDERSTOOD, row, "发票状态 " + text);
    }

    private static Refused wrong(Refusal refusal, Row row, String what) {
        return new Refused(refusal, "line " + row.number() + ": " + what);
    }
}
