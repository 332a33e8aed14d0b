package onebook.exchange;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import onebook.document.Refused;

/** A file of vouchers and what it holds; see {@link Table} for the forms it may have. */
public final class VoucherFile {
    private static final int MOST_ACCOUNTS = 10_000;

    private final Table table;
    private int voids;

    /** Whom each voucher is handed to. */
    public interface Taker {
        void take(Voucher voucher);
    }

    private VoucherFile(Table table) {
        this.table = table;
    }

    /** Refuses a file that is no table of vouchers, and says what its header lacks. */
    public static VoucherFile of(Path path, Layouts layouts) throws Refused {
        return new VoucherFile(Table.of(path, layouts));
    }

    /** Name of its layout, as "kingdee". */
    public String layout() {
        return table.columns().layout.layout();
    }

    /** True where vouchers may take back others of the file. */
    public boolean hasCorrections() {
        return table.columns().has("corrects");
    }

    /** "UTF-8", "GB18030", or "workbook". */
    public String form() {
        return table.form();
    }

    /** The codes of all accounts with the name the file gives each, "" where it gives none. */
    public Map<String, String> accounts() throws Refused {
        Map<String, String> accounts = new LinkedHashMap<>();
        Columns columns = table.columns();
        Words words = new Words();
        table.reading(rows -> {
            while (rows.next()) {
                String code = rows.row().text(columns.of("account"), words);
                String name = rows.row().text(columns.ofName(), words);
                if (!code.isEmpty() && accounts.size() < MOST_ACCOUNTS) {
                    accounts.merge(code, name, (one, other) -> one.isEmpty() ? other : one);
                }
            }
        });
        return accounts;
    }

    /** Hands over each voucher in order; what cannot be one is told to the faults. */
    public void read(AccountFinder accounts, Faults faults, Taker taker) throws Refused {
        table.reading(rows -> {
            VoucherReader reader = new VoucherReader(rows, table, accounts, faults);
            reader.read(taker);
            voids = reader.voids();
        });
    }

    /** How many vouchers of the last reading were void. */
    public int voids() {
        return voids;
    }
}
