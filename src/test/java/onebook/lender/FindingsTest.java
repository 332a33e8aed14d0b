package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
    private static final String INVOICE = "26332000000000000001";

    @TempDir
    private Path folder;

    private List<String> found(SmallBook book) {
        try {
            Verdict verdict = PackageVerifier.verify(book.write(folder.resolve("x.obk")),
                    SmallBook.policy(), Optional.empty());
            assertThat(verdict.exitCode()).isEqualTo(verdict.findings().isEmpty() ? 0 : 4);
            return verdict.findings().stream().map(one -> one.severity() + " " + one.id()).toList();
        } catch (IOException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static SmallBook book() {
        return new SmallBook().begin();
    }

    @Test
    void an_honest_book_raises_no_question() {
        assertThat(found(SmallBook.honest())).isEmpty();
    }

    @Test
    void a_document_left_out_of_the_package() {
        SmallBook book = SmallBook.honest();
        book.documents.remove(book.documents.keySet().iterator().next());
        assertThat(found(book)).containsExactly("S2 POP-DOCUMENT");
    }

    @Test
    void evidence_nobody_logged() {
        SmallBook book = book().sale("2026-01-10", "ab".repeat(32)).close();
        assertThat(found(book)).containsExactly("S3 POP-EVIDENCE");
    }

    @Test
    void an_invoice_that_waits() {
        SmallBook book = SmallBook.honest();
        book.invoice("26332000000000000002", "1.00");
        assertThat(found(book)).containsExactly("S4 POP-UNBOOKED");
    }

    @Test
    void an_invoice_booked_twice() {
        SmallBook book = book();
        String invoice = book.invoice(INVOICE, "1010.00");
        book.sale("2026-01-10", invoice).sale("2026-01-11", invoice).close();
        assertThat(found(book)).containsExactly("S2 DUP-BOOKED");
    }

    @Test
    void an_invoice_taken_back_and_booked_again_is_no_question() {
        SmallBook book = book();
        String invoice = book.invoice(INVOICE, "1010.00");
        book.sale("2026-01-10", invoice);
        JournalEntry wrong = book.lastEntry();
        book.entry(new JournalEntry(new onebook.ledger.EntryNumber(SmallBook.JANUARY, 2),
                wrong.date(),
                JournalEntry.Kind.CORRECTION, "x",
                wrong.postings().stream().map(Posting::red).toList(), wrong.evidence(),
                "correction",
                "", "王芳", "red", Optional.of(wrong.number())));
        book.sale("2026-01-11", invoice).close();
        assertThat(found(book)).isEmpty();
    }

    @Test
    void the_payments_of_an_invoice_are_no_second_booking() {
        SmallBook book = book();
        String invoice = book.invoice(INVOICE, "1010.00");
        String statement = book.statement("PROVEN");
        book.bank(statement, 1, "2026-01-05", "5.00", "5.00");
        book.bank(statement, 2, "2026-01-06", "5.00", "10.00");
        for (int row = 1; row <= 2; row++) {
            book.entry("2026-01-1" + row, JournalEntry.Kind.ORDINARY,
                    List.of(SmallBook.line(statement, row), Evidence.ofField(invoice, "x", "y")),
                    Posting.debit("1002.01", SmallBook.yuan("5.00")),
                    Posting.credit("1122", SmallBook.yuan("5.00")));
        }
        assertThat(found(book.close())).isEmpty();
    }

    @Test
    void an_invoice_number_with_two_amounts_or_in_two_forms() {
        SmallBook book = book();
        book.sale("2026-01-10", book.invoice(INVOICE, "1010.00"));
        book.invoice(INVOICE, "2020.00");
        assertThat(found(book.close())).containsExactly("S2 DUP-INVOICE", "S4 POP-UNBOOKED");

        SmallBook forms = book();
        forms.sale("2026-01-10", forms.invoice(INVOICE, "1010.00"));
        String pdf = forms.file("the same as PDF", "pdf");
        forms.leaf("doc", "", Map.of("sha256", pdf, "invoice",
                Map.of("key", "invoice:" + INVOICE, "gross", "1010.00")));
        assertThat(found(forms.close())).containsExactly("S4 DUP-FORM", "S4 POP-UNBOOKED");
    }

    @Test
    void a_file_and_a_bank_line_logged_twice() {
        SmallBook book = SmallBook.honest();
        String sha256 = book.documents.keySet().iterator().next().substring(0, 64);
        book.leaf("doc", "", Map.of("sha256", sha256));
        Map<String, Object> line = Map.of("account", "1012.01", "line_id", "x", "date",
                "2026-02-01",
                "amount", "1.00");
        book.leaf("bank", "", line).leaf("bank", "", line);
        assertThat(found(book)).containsExactlyInAnyOrder("S3 DUP-DOCUMENT", "S3 DUP-BANK");
    }

    @Test
    void a_bank_line_taken_out() {
        SmallBook book = SmallBook.honest();
        book.bank(book.statement("PROVEN"), 9, "2026-01-30", "1.00", "9000.00");
        assertThat(found(book)).containsExactly("S2 POP-BALANCE");
    }

    @Test
    void overlapping_statements_in_any_order_continue() {
        SmallBook book = book();
        String later = book.statement("PROVEN");
        book.bank(later, 1, "2026-01-20", "10.00", "30.00")
                .bank(later, 2, "2026-01-21", "-5.00", "25.00");
        String earlier = book.statement("PROVEN");
        book.bank(earlier, 1, "2026-01-02", "10.00", "10.00");
        book.bank(earlier, 2, "2026-01-20", "10.00", "20.00");
        assertThat(found(book.close())).containsExactly("S3 SEQ-MONTH", "S4 REC-WAITING");
    }

    @Test
    void a_statement_whose_balances_break() {
        SmallBook book = SmallBook.honest();
        book.statement("BROKEN");
        assertThat(found(book)).containsExactly("S2 POP-STATEMENT");
    }

    @Test
    void a_bank_line_that_waits_is_itemised_and_a_difference_is_to_explain() {
        SmallBook book = SmallBook.honest();
        book.bank(book.statement("PROVEN"), 4, "2026-01-30", "-10.00", "6000.00");
        assertThat(found(book)).containsExactly("S4 REC-WAITING");

        SmallBook other = book();
        String statement = other.statement("PROVEN");
        other.bank(statement, 2, "2026-01-04", "5000.00", "5300.00");
        other.entry("2026-01-04", JournalEntry.Kind.ORDINARY, List.of(SmallBook.line(statement, 2)),
                Posting.debit("1002.01", SmallBook.yuan("5000.00")),
                Posting.credit("3001", SmallBook.yuan("5000.00")));
        assertThat(found(other.close())).containsExactly("S3 REC-BANK");
    }

    @Test
    void lines_after_the_span_are_not_asked_about() {
        SmallBook book = SmallBook.honest();
        book.bank(book.statement("PROVEN"), 4, "2026-02-03", "-10.00", "6000.00");
        assertThat(found(book)).isEmpty();
    }

    @Test
    void a_month_left_open_or_empty() {
        assertThat(found(book())).containsExactly("S3 SEQ-MONTH", "S3 SEQ-OPEN");
    }

    @Test
    void the_gravest_comes_first_and_each_speaks_both_languages() throws IOException {
        SmallBook book = book();
        book.invoice(INVOICE, "1.00");
        book.invoice(INVOICE, "2.00");
        Verdict verdict = PackageVerifier.verify(book.write(folder.resolve("x.obk")),
                SmallBook.policy(), Optional.empty());
        assertThat(verdict.findings()).isSortedAccordingTo(
                java.util.Comparator.comparing(Finding::severity)).hasSize(4);
        assertThat(verdict.findings()).allSatisfy(one -> {
            assertThat(one.zh()).matches("(?s).*\\p{IsHan}.*");
            assertThat(one.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}|fraud");
        });
    }
}
