package onebook.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import onebook.ledger.Company;
import onebook.ledger.Period;
import onebook.report.Story;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class StatementTablesTest {
    private static final Company COMPANY = new Company("杭州青禾商贸有限公司", "91330106MA2KXXXX7Q",
            Company.Taxpayer.SMALL_SCALE, Period.parse("2025-01"));

    private static String[] pages(Story story, String span) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printout.of(new StatementTables(story.statements(span), COMPANY).tables(), "李会计",
                LocalDateTime.of(2026, 1, 10, 9, 0)).pdf(out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String[] pages = new String[document.getNumberOfPages()];
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            for (int page = 0; page < pages.length; page++) {
                text.setStartPage(page + 1);
                text.setEndPage(page + 1);
                pages[page] = text.getText(document).replaceAll("[ \u00a0]+", " ");
            }
            return pages;
        }
    }

    @Test
    void each_statement_is_one_page_with_its_lines_in_the_standards_words() throws IOException {
        String[] pages = pages(Story.read("trading", "small-scale"), "2025Q4");
        assertThat(pages).hasSize(3);
        assertThat(pages[0]).contains("资产负债表", "会小企01表", "编制单位：杭州青禾商贸有限公司", "2025年12月31日",
                "货币资金 1 259,587.50 150,000.00 短期借款 31", "应收账款 4 40,400.00 50,000.00",
                "生产性生物资产 24", "资产总计 30 452,887.50 337,000.00", "单位负责人：");
        assertThat(pages[1]).contains("利润表", "2025年10月至12月", "本期金额 本年累计金额",
                "一、营业收入 1 163,000.00", "四、净利润（净亏损以“-”号填列） 32 -153,131.30 5,109.70");
        assertThat(pages[2]).contains("现金流量表", "一、经营活动产生的现金流量：",
                "经营活动产生的现金流量净额 7 -33,433.50 62,737.50",
                "五、期末现金余额 22 259,587.50 259,587.50");
    }

    @Test
    void what_does_not_agree_is_said_under_the_statements() throws IOException {
        assertThat(pages(Story.read("trading", "small-scale"), "2025Q4")[1]).contains(
                "勾稽不符（会小企02 本年累计金额）：18 >= 19，771.50 与 1263.50");
        assertThat(pages(Story.read("production", "general"), "2025Q3")[1])
                .doesNotContain("勾稽不符");
    }

    @Test
    void annual_statements_are_of_the_year_and_say_what_the_book_does_not_hold()
            throws IOException {
        String[] pages = pages(Story.read("trading", "small-scale"), "2025");
        assertThat(pages[2]).contains("2025年度", "本年累计金额 上年金额", "上年金额不在账内");
    }
}
