package onebook.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onebook.ledger.Company;
import onebook.ledger.Money;
import onebook.ledger.Period;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VatWorkbookTest {
    private static final Company COMPANY = new Company("杭州清禾办公设备有限公司",
            "91330106MA2KXXXX7Q", Company.Taxpayer.SMALL_SCALE, Period.parse("2026-01"));

    @TempDir
    Path folder;

    private XSSFWorkbook written(VatReturn vat, Company company) throws IOException {
        Path file = folder.resolve("vat-small-scale.xlsx");
        VatWorkbook.write(vat, company, file);
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Cell cell(Sheet sheet, String at) {
        CellReference where = new CellReference(at);
        return sheet.getRow(where.getRow()).getCell(where.getCol());
    }

    /** What the file itself says, as any program reads it that does not calculate. */
    private static Money cached(Sheet sheet, String at) {
        String raw = ((XSSFCell) cell(sheet, at)).getCTCell().getV();
        return raw == null ? Money.ZERO : Money.of(new BigDecimal(raw), Money.CNY);
    }

    private static VatReturn random(Random random) {
        List<String> rows = new ArrayList<>();
        int count = 1 + random.nextInt(25);
        for (int row = 0; row < count; row++) {
            rows.add("2026-%02d-%02d %s %s %s %s".formatted(1 + random.nextInt(9),
                    1 + random.nextInt(28), List.of("special", "ordinary", "ordinary", "unbilled")
                            .get(random.nextInt(4)), random.nextBoolean() ? "goods" : "services",
                    Money.cny(random.nextInt(9_000_000) - 1_000_000),
                    List.of("0.01", "0.01", "0.01", "0.03", "0").get(random.nextInt(5))));
        }
        return VatReturn.of(Sales.of(rows.toArray(String[]::new)),
                TaxPeriod.parse("2026Q" + (1 + random.nextInt(3))), TaxRules.standard(),
                Place.CITY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void every_cell_of_the_form_holds_the_amount_of_the_return(int seed) throws IOException {
        VatReturn vat = random(new Random(seed));
        try (XSSFWorkbook book = written(vat, COMPANY)) {
            Sheet form = book.getSheet("增值税及附加税费申报表");
            for (int line = 1; line <= 25; line++) {
                for (Column column : Column.values()) {
                    Cell cell = cell(form, VatMainSheet.at(line, column));
                    if (cell.getCellType() != CellType.STRING) {
                        assertThat(cached(form, VatMainSheet.at(line, column)))
                                .as("line %d %s", line, column).isEqualTo(vat.value(line, column));
                    }
                }
            }
            sourcesAreComplete(book, vat);
        }
    }

    /** Each filled cell has its block; the rows of a block, read back, add up to the cell. */
    private static void sourcesAreComplete(XSSFWorkbook book, VatReturn vat) {
        Map<String, Money> sums = new LinkedHashMap<>();
        String block = "";
        Sheet sources = book.getSheet("来源");
        DataFormatter text = new DataFormatter();
        for (Row row : sources) {
            String address = text.formatCellValue(row.getCell(1));
            if (address.matches("[A-J][0-9]+")) {
                block = text.formatCellValue(row.getCell(0)) + "!" + address;
                sums.put(block, Money.ZERO);
                assertThat(row.getCell(1).getHyperlink().getAddress())
                        .isEqualTo("'" + block.replace("!", "'!"));
            } else if (!block.isEmpty() && row.getCell(9) != null) {
                String amount = ((XSSFCell) row.getCell(9)).getCTCell().getV();
                sums.merge(block, Money.parse(amount), Money::plus);
            }
        }
        for (int line : vat.usedLines()) {
            for (Column column : Column.values()) {
                if (!vat.cell(line, column).isEmpty()) {
                    assertThat(sums).containsEntry("增值税及附加税费申报表!"
                            + VatMainSheet.at(line, column), vat.value(line, column));
                }
            }
        }
    }

    @Test
    void computed_lines_keep_their_formulas() throws IOException {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary goods 400000.00 0.01");
        try (XSSFWorkbook book = written(vat, COMPANY)) {
            Sheet form = book.getSheet("增值税及附加税费申报表");
            assertThat(cell(form, "D22").getCellFormula()).isEqualTo("ROUND((D8+D14)*0.03,2)");
            assertThat(cell(form, "D23").getCellFormula())
                    .isEqualTo("ROUND('减免税申报明细'!C22*0.02,2)");
            assertThat(cell(form, "D27").getCellFormula()).isEqualTo("D22-D23");
            assertThat(cell(form, "D29").getCellFormula()).isEqualTo("D27-D28");
            assertThat(cell(form, "D30").getCellFormula()).isEqualTo("'附列资料(二)'!J8");
            assertThat(cell(form, "F22").getCellFormula()).isEqualTo("D22");
            assertThat(cell(form, "D8").getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell(form, "D11").getStringCellValue()).isEqualTo("——");
            assertThat(cell(form, "F29").getStringCellValue()).isEqualTo("——");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(cell(form, "D29").getNumericCellValue()).isEqualTo(4000.0);
            assertThat(cell(form, "D30").getNumericCellValue()).isEqualTo(140.0);
        }
    }

    @Test
    void cumulative_cells_add_the_earlier_quarters() throws IOException {
        VatReturn vat = VatReturn.of(Sales.of("2026-01-05 ordinary goods 400000.00 0.01",
                "2026-04-05 ordinary goods 500000.00 0.01"), TaxPeriod.parse("2026Q2"),
                TaxRules.standard(), Place.CITY);
        try (XSSFWorkbook book = written(vat, COMPANY)) {
            Sheet form = book.getSheet("增值税及附加税费申报表");
            assertThat(cell(form, "F8").getCellFormula()).isEqualTo("D8+400000.00");
            assertThat(cached(form, "F8")).isEqualTo(Money.parse("900000.00"));
            assertThat(cached(form, "F27")).isEqualTo(Money.parse("9000.00"));
        }
    }

    @Test
    void surcharges_and_reliefs_have_their_sheets() throws IOException {
        VatReturn vat = Sales.quarter("2026-01-05 special goods 200010.00 0.01");
        try (XSSFWorkbook book = written(vat, COMPANY)) {
            Sheet surcharges = book.getSheet("附列资料(二)");
            assertThat(cached(surcharges, "B8")).isEqualTo(Money.parse("2000.10"));
            assertThat(cached(surcharges, "D8")).isEqualTo(Money.parse("140.01"));
            assertThat(cached(surcharges, "J8")).isEqualTo(Money.parse("70.00"));
            assertThat(cached(surcharges, "F9")).isEqualTo(Money.parse("60.00"));
            assertThat(cached(surcharges, "J9")).isEqualTo(Money.ZERO);
            assertThat(cached(surcharges, "J11")).isEqualTo(Money.parse("70.00"));
            Sheet reliefs = book.getSheet("减免税申报明细");
            assertThat(cell(reliefs, "A9").getStringCellValue()).contains("01011608", "verify");
            assertThat(cached(reliefs, "F8")).isEqualTo(Money.parse("4000.20"));
        }
    }

    @Test
    void head_of_the_form_says_who_and_when() throws IOException {
        try (XSSFWorkbook book = written(Sales.quarter(), COMPANY)) {
            Sheet form = book.getSheetAt(0);
            assertThat(cell(form, "A3").getStringCellValue()).endsWith("91330106MA2KXXXX7Q");
            assertThat(cell(form, "A4").getStringCellValue()).endsWith("杭州清禾办公设备有限公司");
            assertThat(cell(form, "A5").getStringCellValue())
                    .isEqualTo("税款所属期：2026年1月1日至2026年3月31日");
            assertThat(form.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
        }
    }

    @Test
    void text_that_looks_like_a_formula_stays_text() throws IOException {
        List<SalesLine> sales = new ArrayList<>();
        SalesLine line = Sales.of("2026-01-05 ordinary goods 400000.00 0.01").get(0);
        sales.add(new SalesLine(line.entry(), "=1+1\u0000", line.date(), line.special(),
                line.service(), line.net(), line.tax(), line.rate(), true));
        VatReturn vat = VatReturn.of(
                sales, TaxPeriod.parse("2026Q1"), TaxRules.standard(), Place.CITY);
        try (XSSFWorkbook book = written(vat, COMPANY)) {
            boolean found = false;
            for (Row row : book.getSheet("来源")) {
                Cell cell = row.getCell(7);
                if (cell != null && cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().startsWith("=")) {
                    assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    found = true;
                }
            }
            assertThat(found).isTrue();
        }
    }

    @Test
    void a_list_of_very_many_sources_ends_with_how_many_more_there_are() throws IOException {
        String[] rows = new String[VatSourceSheet.MOST_LISTED + 3];
        Arrays.fill(rows, "2026-01-05 special goods 100.00 0.01");
        try (XSSFWorkbook book = written(Sales.quarter(rows), COMPANY)) {
            List<String> ends = new ArrayList<>();
            for (Row row : book.getSheet("来源")) {
                Cell cell = row.getCell(10);
                if (cell != null && cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().startsWith("其余")) {
                    ends.add(cell.getStringCellValue() + " "
                            + row.getCell(9).getNumericCellValue());
                }
            }
            assertThat(ends).isNotEmpty().containsOnly("其余 3 项合计，见明细账 300.0");
        }
    }

    @Test
    void a_book_begun_in_the_year_says_that_earlier_months_are_missing() throws IOException {
        Company late = new Company(COMPANY.name(), COMPANY.taxId(), COMPANY.taxpayer(),
                Period.parse("2026-03"));
        VatReturn vat = Sales.quarter("2026-03-05 ordinary goods 299999.00 0.01");
        try (XSSFWorkbook book = written(vat, late)) {
            Sheet sources = book.getSheet("来源");
            assertThat(cell(sources, "A4").getStringCellValue()).contains("2026-03");
            assertThat(cell(sources, "A5").getStringCellValue()).contains("299999.00", "免税");
        }
    }

    @Test
    void a_return_that_leaves_sales_out_is_not_written() {
        VatReturn vat = Sales.quarter("2026-01-05 ordinary services 400000.00 0.05");
        Path file = folder.resolve("no.xlsx");
        assertThatThrownBy(() -> VatWorkbook.write(vat, COMPANY, file))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("0.05");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_formula_that_gives_something_else_is_not_written() throws IOException {
        Path file = folder.resolve("wrong.xlsx");
        try (FormBook book = new FormBook("x", Period.parse("2026-01").lastDay())) {
            FormSheet sheet = book.sheet("x");
            sheet.money("A1", Money.parse("1.00"), Ink.MONEY);
            sheet.formula("A2", "A1*2", Money.parse("2.01"), Ink.MONEY);
            assertThatThrownBy(() -> book.save(file)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("x!A2: A1*2 gives 2.0, computed was 2.01");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
