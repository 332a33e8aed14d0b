package onebook.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Company;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.report.SmallBook;
import onebook.report.Span;
import onebook.report.StatementLine;
import onebook.report.Statements;
import onebook.report.Story;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementWorkbookTest {
    private static final Company COMPANY = new Company("=甲公司", "91330106MA2KXXXX7Q",
            Company.Taxpayer.SMALL_SCALE, Period.parse("2026-01"));

    @TempDir
    Path folder;

    static SmallBook book() {
        return new SmallBook()
                .opening("2026-01-01", "D 1002 50000.00; D 1122 8000.00 甲; C 1122 3000.00 乙;"
                        + "D 1405 20000.00; C 2202 7000.00 丙; D 2202 1000.00 丁;"
                        + "C 3001 60000.00; C 3104.05 9000.00")
                .entry("2026-01-05", "D 1122 10100.00 乙; C 5001 10000.00; C 2221.01 100.00")
                .entry("2026-02-20", "D 5602.02 300.00; C 1002 300.00")
                .entry("2026-02-21", "D 1002 12.34; C 5603.01 12.34")
                .transfer("2026-03-31", "D 5001 10000.00; C 3103 10000.00")
                .transfer("2026-03-31", "D 3103 287.66; C 5602.02 300.00; C 5603.01 -12.34");
    }

    private XSSFWorkbook written(Statements statements) throws IOException {
        Path file = folder.resolve("statements.xlsx");
        StatementWorkbook.write(statements, COMPANY, file);
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Statements quarter(SmallBook book) {
        return Statements.of(book.records(), SmallBook.chart(), SmallBook.forms(),
                Span.parse("2026Q1"));
    }

    private static Cell cell(Sheet sheet, String at) {
        CellReference where = new CellReference(at);
        return sheet.getRow(where.getRow()).getCell(where.getCol());
    }

    private static Money cached(Cell cell) {
        return Money.of(new BigDecimal(((XSSFCell) cell).getCTCell().getV()), Money.CNY);
    }

    /** Reads a form back by its line numbers: number, first amount, second amount. */
    private static List<StatementLine> read(Sheet sheet, int number, int first, int second) {
        List<StatementLine> lines = new ArrayList<>();
        for (Row row : sheet) {
            Cell cell = row.getCell(number);
            if (cell != null && cell.getCellType() == CellType.NUMERIC) {
                lines.add(new StatementLine((int) cell.getNumericCellValue(),
                        new onebook.report.Figure(cached(row.getCell(first)), List.of()),
                        new onebook.report.Figure(cached(row.getCell(second)), List.of())));
            }
        }
        return lines;
    }

    private static List<String> texts(List<StatementLine> lines) {
        return lines.stream().map(line -> line.number() + " " + line.first().amount() + " "
                + line.second().amount()).toList();
    }

    @Test
    void cells_read_back_are_the_statements() throws IOException {
        Statements statements = quarter(book());
        try (XSSFWorkbook file = written(statements)) {
            Sheet balance = file.getSheet("资产负债表");
            List<StatementLine> both = new ArrayList<>(read(balance, 2, 3, 4));
            both.addAll(read(balance, 6, 7, 8));
            assertThat(texts(both)).isEqualTo(texts(statements.balanceSheet().lines()));
            assertThat(texts(read(file.getSheet("利润表_月季报"), 2, 3, 4)))
                    .isEqualTo(texts(statements.incomeStatement().lines()));
            assertThat(statements.checks()).isEmpty();
        }
    }

    @Test
    void layout_is_the_bureaus_and_totals_are_formulas() throws IOException {
        try (XSSFWorkbook file = written(quarter(book()))) {
            Sheet balance = file.getSheet("资产负债表");
            assertThat(cell(balance, "B1").getStringCellValue())
                    .isEqualTo("资产负债表（适用执行小企业会计准则的企业）");
            assertThat(cell(balance, "I2").getStringCellValue()).isEqualTo("会小企01表   单位：元");
            assertThat(cell(balance, "D3").getStringCellValue()).isEqualTo("91330106MA2KXXXX7Q");
            assertThat(cell(balance, "H3").getStringCellValue()).isEqualTo("=甲公司");
            assertThat(cell(balance, "H3").getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell(balance, "H3").getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell(balance, "D4").getStringCellValue()).isEqualTo("2026-01-01");
            assertThat(cell(balance, "H4").getStringCellValue()).isEqualTo("2026-03-31");
            assertThat(cell(balance, "D7").getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell(balance, "B37").getStringCellValue()).isEqualTo("资产合计");
            assertThat(cell(balance, "D37").getCellFormula()).isEqualTo("D21+D36");
            assertThat(cell(balance, "H37").getCellFormula()).isEqualTo("H24+H36");
            Sheet income = file.getSheet("利润表_月季报");
            assertThat(cell(income, "D5").getStringCellValue()).isEqualTo("本期金额");
            assertThat(cell(income, "E5").getStringCellValue()).isEqualTo("本年累计金额");
            assertThat(cell(income, "D26").getCellFormula()).isEqualTo("D6-D7-D8-D16-D19-D23+D25");
        }
    }

    @Test
    void trial_balance_adds_up_first_level_accounts() throws IOException {
        try (XSSFWorkbook file = written(quarter(book()))) {
            Sheet sheet = file.getSheet("科目余额表");
            Row last = sheet.getRow(sheet.getLastRowNum());
            assertThat(last.getCell(1).getStringCellValue()).isEqualTo("合计");
            assertThat(last.getCell(4).getCellFormula()).startsWith("SUMIF($D$6:$D$");
            assertThat(cached(last.getCell(4))).isEqualTo(cached(last.getCell(5)))
                    .isEqualTo(Money.parse("75000.00"));
            assertThat(cached(last.getCell(8))).isEqualTo(cached(last.getCell(9)));
        }
    }

    @Test
    void empty_book_and_unsound_book_are_written_too() throws IOException {
        try (XSSFWorkbook file = written(quarter(new SmallBook()))) {
            assertThat(file.getNumberOfSheets()).isEqualTo(5);
        }
        SmallBook unsound = new SmallBook().entry("2026-01-05", "D 1002 80.00; C 3001 70.00");
        try (XSSFWorkbook file = written(quarter(unsound))) {
            Sheet balance = file.getSheet("资产负债表");
            assertThat(balance.getRow(balance.getLastRowNum()).getCell(1).getStringCellValue())
                    .contains("勾稽不符", "会小企03第22行", "70.00", "80.00");
        }
    }

    @Test
    void cash_flow_statement_has_its_titles_lines_and_formulas() throws IOException {
        Story story = Story.read("production", "general");
        Statements statements = story.statements("2025Q3");
        try (XSSFWorkbook file = written(statements)) {
            Sheet cash = file.getSheet("现金流量表_月季报");
            assertThat(cell(cash, "B1").getStringCellValue())
                    .isEqualTo("现金流量表_月季报（适用执行小企业会计准则的企业）");
            assertThat(cell(cash, "F2").getStringCellValue()).isEqualTo("会小企03表   单位：元");
            assertThat(cell(cash, "B6").getStringCellValue()).isEqualTo("一、经营活动生产的现金流量：");
            assertThat(cell(cash, "C6").getCellType()).isEqualTo(CellType.BLANK);
            assertThat(cell(cash, "B7").getStringCellValue()).contains("销售产成品、商品、提供劳务收到的现金");
            assertThat(cell(cash, "D13").getCellFormula()).isEqualTo("D7+D8-D9-D10-D11-D12");
            assertThat(cell(cash, "D30").getCellFormula()).isEqualTo("D28+D29");
            assertThat(texts(read(cash, 2, 3, 4))).isEqualTo(texts(statements.cashFlow().lines()));
            assertThat(cell(file.getSheet("资产负债表"), "B31").getStringCellValue())
                    .isEqualTo("生物性生物资产");
        }
    }

    @Test
    void annual_statements_set_the_year_beside_the_one_before() throws IOException {
        Statements statements = Story.read("service", "general").statements("2025");
        try (XSSFWorkbook file = written(statements)) {
            for (String name : List.of("利润表_年", "现金流量表_年")) {
                Sheet sheet = file.getSheet(name);
                assertThat(cell(sheet, "D5").getStringCellValue()).isEqualTo("本年累计金额");
                assertThat(cell(sheet, "E5").getStringCellValue()).isEqualTo("上年金额");
                assertThat(cell(sheet, "D4").getStringCellValue()).isEqualTo("2025-01-01");
            }
            assertThat(texts(read(file.getSheet("利润表_年"), 2, 3, 4)))
                    .isEqualTo(texts(statements.incomeStatement().lines()));
            assertThat(cell(file.getSheet("资产负债表"), "B37").getStringCellValue())
                    .isEqualTo("资产总计");
        }
    }

    @Test
    void identities_are_listed_with_both_amounts() throws IOException {
        Statements statements = Story.read("trading", "small-scale").statements("2025Q4");
        try (XSSFWorkbook file = written(statements)) {
            Sheet sheet = file.getSheet("勾稽关系");
            List<String> wrong = new ArrayList<>();
            for (Row row : sheet) {
                if (row.getRowNum() > 2 && row.getCell(6).getStringCellValue().equals("不符")) {
                    wrong.add(row.getCell(3).getStringCellValue() + " " + cached(row.getCell(4))
                            + " " + cached(row.getCell(5)));
                }
            }
            assertThat(wrong).containsExactly("18 >= 19 771.50 1263.50");
            assertThat(sheet.getLastRowNum() - 2).isEqualTo(statements.identities().size());
        }
    }

    @Test
    void each_amount_leads_to_its_sources_and_they_add_up() throws IOException {
        Story story = Story.read("trading", "small-scale");
        Path target = folder.resolve("traced.xlsx");
        StatementWorkbook.write(story.statements("2025Q4"), COMPANY, story.book().records(),
                target);
        try (XSSFWorkbook file = new XSSFWorkbook(Files.newInputStream(target))) {
            Cell payables = cell(file.getSheet("资产负债表"), "H9");
            String block = payables.getHyperlink().getAddress();
            Sheet sources = file.getSheet("来源");
            int head = new CellReference(block).getRow();
            assertThat(block).startsWith("'来源'!B");
            assertThat(texts(sources, head)).contains("资产负债表", "H9", "33", "应付账款　期末余额");
            assertThat(cached(sources.getRow(head).getCell(8))).isEqualTo(Money.parse("65000.00"));
            assertThat(texts(sources, head + 1)).contains("2202", "应付账款", "丁厂",
                    "2025-01-0001 2025-06-0001 2025-08-0001，共 3 张");
            assertThat(texts(sources, head + 2)).contains("1123", "预付账款", "丙厂",
                    "2025-01-0001 2025-01-0005 2025-02-0001，共 3 张");
            assertThat(texts(sources, head + 3)).contains("I9", "年初余额");
            Cell cash = cell(file.getSheet("现金流量表_月季报"), "E7");
            int sales = new CellReference(cash.getHyperlink().getAddress()).getRow();
            assertThat(texts(sources, sales + 1)).contains("1122",
                    "2025-01-0002 2025-09-0001，共 2 张");
        }
    }

    private static String texts(Sheet sheet, int row) {
        StringBuilder text = new StringBuilder();
        for (Cell cell : sheet.getRow(row)) {
            text.append(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "")
                    .append('|');
        }
        return text.toString();
    }

    @Test
    void months_before_the_book_are_said_to_be_missing() throws IOException {
        Company late = new Company("乙公司", "91330106MA2KXXXX7Q", Company.Taxpayer.SMALL_SCALE,
                Period.parse("2026-03"));
        Path target = folder.resolve("late.xlsx");
        StatementWorkbook.write(Statements.of(new SmallBook().records(), SmallBook.chart(),
                SmallBook.forms(), Span.parse("2026")), late, target);
        try (XSSFWorkbook file = new XSSFWorkbook(Files.newInputStream(target))) {
            Sheet income = file.getSheet("利润表_年");
            assertThat(texts(income, income.getLastRowNum() - 1))
                    .contains("账簿自 2026-03 开始", "本年累计");
            assertThat(texts(income, income.getLastRowNum())).contains("上年金额不在账内");
        }
    }
}
