package onebook.bank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onebook.document.Refused;
import onebook.document.table.Row;
import onebook.document.table.Sheet;
import onebook.document.table.TableFile;
import onebook.ledger.Refusal;

/** 已开立银行结算账户清单, or the private accounts an owner declares: a table with 账号 and 开户银行. */
public final class AccountList {
    private static final int HEADER_WITHIN = 20;
    private static final int MOST = 500;
    private static final int LONGEST_NAME = 100;
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "number", List.of("账号", "银行账号", "账户号", "卡号"),
            "bank", List.of("开户银行", "开户行", "开户银行名称", "银行"),
            "holder", List.of("户名", "账户名称", "存款人名称", "持有人"),
            "status", List.of("账户状态", "状态"));

    /** One account. */
    public record Line(String number, String bank, String holder, boolean isClosed) { }

    private AccountList() { }

    /** In the order of the file. Refuses the whole file where one row is not understood. */
    public static List<Line> read(Path file) throws Refused {
        for (Sheet sheet : TableFile.open(file).sheets()) {
            for (int i = 0; i < Math.min(HEADER_WITHIN, sheet.rows().size()); i++) {
                Map<String, Integer> places = places(sheet.rows().get(i));
                if (places.containsKey("number") && places.containsKey("bank")) {
                    return rows(sheet.rows().subList(i + 1, sheet.rows().size()), places);
                }
            }
        }
        throw new Refused(Refusal.COLUMN_IS_MISSING, "a list of accounts has 账号 and 开户银行");
    }

    private static Map<String, Integer> places(Row header) {
        Map<String, Integer> places = new HashMap<>();
        COLUMNS.forEach((column, names) -> {
            for (int i = 0; i < header.cells().size(); i++) {
                if (names.contains(header.cell(i).replaceAll("\\s", ""))) {
                    places.putIfAbsent(column, i);
                }
            }
        });
        return places;
    }

    private static List<Line> rows(List<Row> rows, Map<String, Integer> places) throws Refused {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            if (row.isBlank()) {
                continue;
            }
            String number = text(row, places, "number").replaceAll("[\\s-]", "");
            if (!number.matches("[0-9A-Za-z@._*]{4,64}")) {
                throw new Refused(Refusal.NUMBER_IS_NOT_WELL_FORMED,
                        "line " + row.number() + ": 账号 " + number);
            }
            lines.add(new Line(number, text(row, places, "bank"), text(row, places, "holder"),
                    isClosed(row, text(row, places, "status"))));
        }
        if (lines.isEmpty()) {
            throw new Refused(Refusal.FILE_IS_EMPTY, "no row holds an account");
        }
        if (lines.size() > MOST) {
            throw new Refused(Refusal.FILE_IS_TOO_LARGE, "at most " + MOST + " accounts are read");
        }
        return lines;
    }

    private static boolean isClosed(Row row, String status) throws Refused {
        if (status.contains("销户") || status.contains("撤销")) {
            return true;
        }
        if (status.isEmpty() || List.of("正常", "开户", "已开户", "冻结", "久悬").contains(status)) {
            return false;
        }
        throw new Refused(Refusal.CELL_IS_NOT_UNDERSTOOD,
                "line " + row.number() + ": 账户状态 " + status);
    }

    private static String text(Row row, Map<String, Integer> places, String column)
            throws Refused {
        String text = places.containsKey(column) ? row.cell(places.get(column)) : "";
        if (text.startsWith("=")) {
            throw new Refused(Refusal.CELL_IS_A_FORMULA, "line " + row.number() + ": " + text);
        }
        if (text.length() > LONGEST_NAME) {
            throw new Refused(Refusal.FIELD_IS_TOO_LONG, "line " + row.number() + ": " + column);
        }
        return text;
    }
}
