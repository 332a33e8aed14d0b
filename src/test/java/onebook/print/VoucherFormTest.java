package onebook.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.Account.Dimension;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.report.FictionalCompany;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class VoucherFormTest {
    private static final FictionalCompany COMPANY = FictionalCompany.read();
    private static final Headings HEADINGS =
            new Headings(FictionalCompany.NAME, COMPANY.chart());
    private static final Posting CASH = Posting.credit("1001", Money.parse("1234.50"));

    @Test
    void a_voucher_says_all_that_it_must() throws IOException {
        Posting.Details details = Posting.Details.NONE.with(Dimension.DEPARTMENT, "销售部")
                .with(new Posting.Foreign(Money.of(new BigDecimal("100"), "USD"),
                        new BigDecimal("7.1234")))
                .with(new Posting.Quantity(new BigDecimal("3"), new BigDecimal("411.5")));
        String text = text(2, entry("采购电机", List.of(
                Posting.debit("1405.01", Money.parse("1234.50"), "乙公司").with(details), CASH)));
        assertThat(text).contains("记　账　凭　证", "核算单位：" + FictionalCompany.NAME, "2026 年 3 月 5 日",
                "记字第 7 号", "附单据 3 张", "采购电机", "1405.01 库存商品—三相电机", "乙公司", "销售部",
                "USD 100.00 × 7.1234", "3台 × 411.5", "1,234.50", "合计（大写）：壹仟贰佰叁拾肆元伍角",
                "会计主管：", "记账：规则 by-hand", "审核：李主管", "出纳：", "制单：王会计");
    }

    @Test
    void two_stand_on_a_page_or_one() throws IOException {
        JournalEntry[] three = new JournalEntry[3];
        Arrays.fill(three, entry("付款", List.of(
                Posting.debit("5602.05", Money.parse("1234.50")), CASH)));
        assertThat(pages(2, three)).isEqualTo(2);
        assertThat(pages(1, three)).isEqualTo(3);
    }

    @Test
    void a_voucher_of_many_lines_goes_over_sheets_and_says_the_sum_once() throws IOException {
        List<Posting> lines = new ArrayList<>(Collections.nCopies(30,
                Posting.debit("5602.05", Money.parse("1.00"))));
        lines.add(Posting.credit("1001", Money.parse("30.00")));
        String text = text(2, entry("办公用品", lines));
        assertThat(text).contains("(1/4)", "(4/4)", "（转下张）");
        assertThat(text.split("合计（大写）")).hasSize(2);
        assertThat(text.split("办公用品")).hasSize(32);
    }

    @Test
    void a_red_voucher_shows_its_figures_below_zero() throws IOException {
        assertThat(text(2, entry("注销", List.of(Posting.debit("5602.05", Money.parse("-5.00")),
                Posting.credit("1001", Money.parse("-5.00")))))).contains("-5.00");
    }

    @Test
    void a_summary_higher_than_the_form_is_cut_with_a_mark() throws IOException {
        String text = text(2, entry("长".repeat(10_000) + "😀", List.of(
                Posting.debit("5602.05", Money.parse("1234.50")), CASH)));
        assertThat(text).contains("长…", "合计（大写）");
        assertThat(pages(2, entry("长".repeat(10_000), List.of(CASH, CASH)))).isEqualTo(1);
    }

    @Test
    void no_voucher_at_all_gives_an_empty_page() throws IOException {
        assertThat(pages(2)).isEqualTo(1);
    }

    private static JournalEntry entry(String summary, List<Posting> lines) {
        return new JournalEntry(EntryNumber.parse("2026-03-0007"), LocalDate.parse("2026-03-05"),
                Kind.ORDINARY, summary, lines, List.of(), "by-hand", "测试",
                new Hands("王会计", "李主管", "rule"), "p1", Optional.empty(), 3, List.of());
    }

    private static PDDocument print(int perPage, JournalEntry... entries) throws IOException {
        Period march = Period.parse("2026-03");
        VoucherBook book = new VoucherBook(HEADINGS, () -> Stream.of(entries)
                .map(entry -> new VoucherBook.Voucher(entry, "壹仟贰佰叁拾肆元伍角")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printout.of(List.of(book.table(march, march)), "王会计",
                LocalDateTime.of(2026, 4, 1, 9, 0))
                .with(new Printout.Forms(book, perPage)).pdf(out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static int pages(int perPage, JournalEntry... entries) throws IOException {
        try (PDDocument document = print(perPage, entries)) {
            return document.getNumberOfPages();
        }
    }

    private static String text(int perPage, JournalEntry... entries) throws IOException {
        try (PDDocument document = print(perPage, entries)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
