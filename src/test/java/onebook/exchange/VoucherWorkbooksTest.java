package onebook.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onebook.Tree;
import onebook.document.Refused;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherWorkbooksTest {
    @TempDir
    private Path folder;

    private static Path sample(String name) {
        return Tree.root().resolve("src/test/resources/exchange/vouchers/" + name + ".csv");
    }

    /** Figures and dates become numbers, as a program would write them. */
    private Path written(Workbook workbook, Path sample) throws IOException, Refused {
        Sheet sheet = workbook.createSheet("说明").getWorkbook().createSheet("凭证");
        try (CsvRows rows = new CsvRows(Files.newBufferedReader(sample))) {
            while (rows.next()) {
                Row row = sheet.createRow(rows.row().line() - 1);
                String[] cells = rows.row().texts(new Words());
                for (int i = 0; i < cells.length; i++) {
                    fill(row, i, cells[i]);
                }
            }
        }
        Path file = folder.resolve("vouchers.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Row row, int column, String cell) {
        if (cell.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}")) {
            row.createCell(column).setCellValue(LocalDate.parse(cell));
        } else if (cell.matches("-?[0-9,]+\\.[0-9]+") && !cell.matches("[0-9]{4}\\.[0-9]{2}")) {
            row.createCell(column).setCellValue(Double.parseDouble(cell.replace(",", "")));
        } else {
            row.createCell(column).setCellValue(cell);
        }
    }

    private static List<String> said(Path file) throws Refused {
        VoucherFile vouchers = VoucherFile.of(file, Charts.layouts());
        AccountCodes codes = new AccountCodes(Charts.own(), Charts.layouts(), false);
        codes.learn(vouchers.accounts().keySet());
        Faults faults = new Faults();
        List<String> said = new ArrayList<>();
        vouchers.read(codes, faults, voucher -> said.addAll(VoucherSamplesTest.told(voucher)));
        faults.all().forEach(fault -> said.add(fault.name() + " " + fault.path()));
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kingdee-list", "kingdee-direction", "yonyou-u8", "yonyou-light",
        "onebook-plain"})
    void a_workbook_says_what_the_text_says(String name) throws IOException, Refused {
        List<String> said = said(sample(name));
        assertThat(said).isNotEmpty();
        assertThat(said(written(new XSSFWorkbook(), sample(name)))).isEqualTo(said);
        assertThat(said(written(new HSSFWorkbook(), sample(name)))).isEqualTo(said);
    }

    @Test
    void a_formula_in_a_workbook_is_not_believed() throws IOException, Refused {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Path file = written(workbook, sample("onebook-plain"));
            workbook.getSheet("凭证").getRow(1).getCell(4).setCellFormula("400000+100000");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            VoucherFile vouchers = VoucherFile.of(file, Charts.layouts());
            Faults faults = new Faults();
            vouchers.read(new AccountCodes(Charts.own(), Charts.layouts(), false), faults,
                    voucher -> { });
            assertThat(faults.all()).extracting(Problem::name, Problem::path)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            Refusal.CELL_IS_A_FORMULA, "line:2"));
        }
    }
}
