package onebook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationCommandsTest {
    private static final String HEADER = "序号,数电发票号码,销方识别号,销方名称,购方识别号,购买方名称,"
        + "开票日期,金额,税额,价税合计,发票状态\n";
    private static final String OURS = "91340104MA828A91X5";

    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-04-01T12:00");
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Firm firm;

    @BeforeEach
    void begin() {
        firm = Firm.first(folder).begin(clock);
        System.setOut(new PrintStream(said, true, UTF_8));
        System.setErr(new PrintStream(complained, true, UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private int run(String... arguments) {
        said.reset();
        complained.reset();
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(2, List.of("--book", firm.book().toString()));
        return Main.run(clock, all.toArray(new String[0]));
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private String complaint() {
        return complained.toString(UTF_8);
    }

    private String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String row(int last, String date, String status) {
        return "%d,26342000%012d,%s,我们,91340104MA9LP6902C,%s,%s,1000.00,10.00,1010.00,%s%n"
            .formatted(last, last, OURS, "很长的名字".repeat(20), date, status);
    }

    @Test
    void a_list_of_many_invoices_is_kept_in_leaves_that_fit_and_once() {
        StringBuilder list = new StringBuilder(HEADER);
        for (int i = 1; i <= 500; i++) {
            list.append(row(i, "2026-01-05 10:11:12", i % 50 == 0 ? "已红冲-全额" : "正常"));
        }
        String file = file("全量发票.csv", list.toString());
        assertThat(run("tax", "invoices", file)).as(complaint()).isZero();
        assertThat(said()).contains("全量发票.csv: 500, written in");
        assertThat(run("tax", "invoices", file, "--format", "json")).isZero();
        assertThat(said()).contains("\"count\":500,\"leaves\":0");
        assertThat(run("book", "verify")).as(complaint()).isZero();
    }

    @Test
    void a_list_that_is_not_understood_is_refused_with_its_row() {
        refused(HEADER + row(1, "2026-01-05", "正常").replace("1010.00", "1011.00"),
            "GROSS_IS_NOT_NET_PLUS_TAX", "line 2");
        refused(HEADER + row(1, "2026-01-05", "也许"), "CELL_IS_NOT_UNDERSTOOD", "发票状态");
        refused(HEADER + row(1, "2026-13-05", "正常"), "DATE_IS_NOT_READABLE", "2026-13-05");
        refused(HEADER + row(1, "2026-01-05", "正常").replace("1000.00", "=1000"),
            "CELL_IS_A_FORMULA", "line 2");
        refused(HEADER + row(1, "2026-01-05", "正常").replace("1000.00", "1E9999999"),
            "AMOUNT_IS_NOT_READABLE", "line 2");
        refused(HEADER + row(1, "2026-01-05", "正常") + row(1, "2026-01-05", "正常"),
            "CELL_IS_NOT_UNDERSTOOD", "stands there twice");
        refused(HEADER + row(1, "2026-01-05", "正常").replace(OURS, "91330106MA2K00001X"),
            "INVOICE_IS_NOT_OURS", "invoice:");
        refused(HEADER, "FILE_IS_EMPTY", "no row");
        refused("a,b,c\n1,2,3\n", "COLUMN_IS_MISSING", "发票状态");
    }

    private void refused(String text, String refusal, String why) {
        assertThat(run("tax", "invoices", file("x.csv", text))).isEqualTo(3);
        assertThat(complaint()).startsWith(refusal).contains(why);
    }

    @Test
    void a_list_that_says_what_it_covers_holds_nothing_else() {
        String file = file("x.csv", HEADER + row(1, "2026-05-05", "正常"));
        assertThat(run("tax", "invoices", file, "--period", "2026Q1")).isEqualTo(3);
        assertThat(complaint()).startsWith("DATE_IS_OUT_OF_RANGE");
        assertThat(run("tax", "invoices", file, "--period", "2026Q2")).isZero();
    }

    @Test
    void figures_are_filed_once_and_again_only_with_others() {
        assertThat(run("tax", "filed", "--form", "cit-prepay", "--period", "2026Q1", "--figures",
            "l1=1000.00", "l32=5.00")).as(complaint()).isZero();
        assertThat(said()).contains("cit-prepay 2026-01 – 2026-03: 2, written in 1 leaves");
        assertThat(run("tax", "filed", "--form", "cit-prepay", "--period", "2026Q1", "--figures",
            "l1=1000.00", "l32=5.00")).isZero();
        assertThat(said()).contains("nothing was written");
        assertThat(run("tax", "filed", "--form", "cit-prepay", "--period", "2026Q1", "--figures",
            "l1=1001.00", "l32=5.00", "--receipt", file("receipt.csv", "回执,1\n"),
            "--receipt-number", "R-1")).as(complaint()).isZero();
        assertThat(said()).contains("written in 1 leaves");
    }

    @Test
    void figures_that_are_none_are_wrong_usage() {
        for (String wrong : List.of("l1=1", "l1", "x=1.00", "l1=1.00=2", "l1=-0.5")) {
            assertThat(run("tax", "filed", "--form", "cit-prepay", "--period", "2026Q1",
                "--figures", wrong)).as(wrong).isEqualTo(64);
        }
        assertThat(run("tax", "filed", "--form", "cit-prepay", "--period", "2026Q1"))
            .isEqualTo(64);
    }

    @Test
    void the_filled_workbook_is_read_back_and_another_one_is_refused() {
        firm.sells(1, "2026-01-05", 400_000);
        assertThat(Main.run(clock, "robot", "run", "daily", "--book", firm.book().toString(),
            "--quiet", folder.resolve("inbox/sale-1.xml").toString())).isZero();
        String filled = folder.resolve("vat.xlsx").toString();
        assertThat(run("tax", "fill", "--form", "vat-small-scale", "--period", "2026Q1", "--out",
            filled)).as(complaint()).isZero();
        assertThat(run("tax", "filed", "--form", "vat-small-scale", "--period", "2026Q1",
            "--file", filled)).as(complaint()).isZero();
        assertThat(run("book", "export", "--to", folder.resolve("all").toString(), "--as", "csv"))
            .as(complaint()).isZero();
        assertThat(run("tax", "filed", "--form", "vat-small-scale", "--period", "2026Q2",
            "--file", filled)).isEqualTo(3);
        assertThat(complaint()).startsWith("CELL_IS_NOT_UNDERSTOOD");
        assertThat(run("tax", "filed", "--form", "vat-small-scale", "--period", "2026Q1",
            "--file", file("not.xlsx", "no workbook"))).isEqualTo(3);
    }

    @Test
    void accounts_are_kept_by_the_end_of_their_numbers() {
        String list = file("accounts.csv",
            "开户银行,账号,户名,账户状态\n农行,6228480402564890018,我们,正常\n工行,1202026209900012345,我们,销户\n");
        assertThat(run("bank", "accounts", list)).as(complaint()).isZero();
        assertThat(said()).contains("accounts.csv: 2, written in 1 leaves");
        assertThat(run("bank", "accounts", list)).isZero();
        assertThat(said()).contains("nothing was written");
        assertThat(run("bank", "accounts", list, "--private")).isZero();
        assertThat(said()).contains("written in 1 leaves");
        assertThat(run("bank", "accounts", file("y.csv", "开户银行,账号\n农行,=1+1\n"))).isEqualTo(3);
        assertThat(run("bank", "accounts",
            file("z.csv", "开户银行,账号,账户状态\n农行,12345,也许\n"))).isEqualTo(3);
        assertThat(complaint()).startsWith("CELL_IS_NOT_UNDERSTOOD");
    }
}
