package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoucherImportTest {
    private static final String JOURNAL = """
            entry,date,account,description,debit,credit
            1,2026-01-05,1001,收到投资款,1000.00,
            1,2026-01-05,3001,收到投资款,,1000.00
            2,2026-02-05,5602.05,办公用品,50.50,
            2,2026-02-05,1001,办公用品,,50.50
            """;
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-03-20T12:00");
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(Firm.first(folder.resolve("firm")).begin(clock).book(), clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path file(String name, String text, String charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)));
    }

    private VoucherImport.Report bring(String text) throws IOException {
        return bring(file("journal.csv", text, "UTF-8"));
    }

    private VoucherImport.Report bring(Path file) {
        return VoucherImport.run(desk, VoucherImport.Order.of(file), "王芳",
                RunReport.Progress.SILENT);
    }

    private VoucherImport.Report bring(String text, boolean mayCreate, boolean isAgain,
            boolean isDry) throws IOException {
        return VoucherImport.run(desk, new VoucherImport.Order(file("j.csv", text, "UTF-8"), "",
                mayCreate, false, isAgain, isDry), "王芳", RunReport.Progress.SILENT);
    }

    private List<JournalEntry> entries() {
        return desk.entries(EntryFilter.ALL);
    }

    private long evidenceFiles() throws IOException {
        Path evidence = folder.resolve("firm/evidence");
        if (!Files.exists(evidence)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(evidence)) {
            return files.count();
        }
    }

    @Test
    void each_voucher_is_an_entry_whose_evidence_is_its_line() throws IOException {
        VoucherImport.Report report = bring(JOURNAL);
        assertThat(report.posted()).extracting(Object::toString)
                .containsExactly("2026-01-0001", "2026-02-0001");
        JournalEntry second = entries().get(1);
        assertThat(second.summary()).isEqualTo("办公用品");
        assertThat(second.by()).isEqualTo("王芳");
        assertThat(second.evidence().get(0).path()).isEqualTo("line:4");
        assertThat(second.evidence().get(0).document())
                .isEqualTo(desk.documents().get(0).id());
        assertThat(desk.audit()).isEmpty();
        assertThat(desk.waiting()).isEmpty();
    }

    @Test
    void a_second_import_posts_nothing_in_whatever_encoding_and_order_of_columns()
            throws IOException {
        bring(JOURNAL);
        String turned = """
                description;credit;debit;account;date;entry
                收到投资款;;1,000.00;1001;2026/1/5;0001
                收到投资款;1,000.00;;3001;2026/1/5;0001
                办公用品;;50.5;5602.05;2026/2/5;0002
                办公用品;50.5;;1001;2026/2/5;0002
                """;
        for (Path again : List.of(folder.resolve("journal.csv"), file("b.csv", JOURNAL, "GB18030"),
                file("c.csv", turned, "GB18030"))) {
            VoucherImport.Report report = bring(again);
            assertThat(report.posted()).isEmpty();
            assertThat(report.already()).isEqualTo(2);
            assertThat(report.run()).isEmpty();
        }
        assertThat(entries()).hasSize(2);
        assertThat(desk.documents()).hasSize(1);
        assertThat(evidenceFiles()).isEqualTo(1);
    }

    @Test
    void of_a_longer_file_only_what_is_new_is_posted() throws IOException {
        bring(JOURNAL);
        VoucherImport.Report report = bring(JOURNAL
                + "3,2026-03-05,1001,退回,50.50,\n3,2026-03-05,5602.05,退回,,50.50\n");
        assertThat(report.posted()).hasSize(1);
        assertThat(report.already()).isEqualTo(2);
    }

    @Test
    void one_fault_keeps_the_whole_file_out_and_every_fault_is_told() throws IOException {
        VoucherImport.Report report = bring("""
                entry,date,account,description,debit,credit
                1,2026-01-05,1001,收到投资款,1000.00,
                1,2026-01-05,3001,收到投资款,,1000.00
                2,2026-01-05,5602.05,不平,50.50,
                2,2026-01-05,1001,不平,,50.00
                3,2026-01-05,5602.05,,50.00,
                3,2026-01-05,1001,,,50.00
                4,2025-12-05,5602.05,建账之前,50.00,
                4,2025-12-05,1001,建账之前,,50.00
                5,2026-01-05,9999,没有科目,50.00,
                5,2026-01-05,1001,没有科目,,50.00
                6,2026-01-05,5602.05,太大,10000000000000.01,
                6,2026-01-05,1001,太大,,10000000000000.01
                7,2026-01-05,1001,只有一行,0.01,
                """);
        assertThat(report.problems().stream().map(one -> one.path() + " " + one.name()))
                .containsExactlyInAnyOrder("line:4 DEBITS_NOT_EQUAL_CREDITS",
                        "line:6 SUMMARY_IS_MISSING", "line:8 PERIOD_BEFORE_THE_BOOK",
                        "line:10 UNKNOWN_ACCOUNT", "line:12 AMOUNT_IS_TOO_LARGE",
                        "line:14 FEWER_THAN_TWO_POSTINGS");
        assertThat(report.isRefused()).isTrue();
        assertThat(report.posted()).isEmpty();
        assertThat(entries()).isEmpty();
        assertThat(desk.documents()).isEmpty();
        assertThat(evidenceFiles()).isZero();
    }

    @Test
    void a_dry_run_says_the_same_and_leaves_nothing() throws IOException {
        VoucherImport.Report dry = bring(JOURNAL, false, false, true);
        assertThat(entries()).isEmpty();
        assertThat(evidenceFiles()).isZero();
        VoucherImport.Report real = bring(JOURNAL, false, false, false);
        assertThat(dry.posted()).isEqualTo(real.posted());
        assertThat(dry.run()).isEmpty();
        assertThat(real.run()).isEqualTo("R0001");
    }

    @Test
    void a_number_that_comes_again_with_other_content_is_refused() throws IOException {
        bring(JOURNAL);
        String changed = JOURNAL.replace("50.50", "60.50");
        assertThat(bring(changed).problems()).singleElement()
                .extracting(Problem::name, Problem::path)
                .containsExactly(Refusal.VOUCHER_NUMBER_ALREADY_BOOKED, "line:4");
        VoucherImport.Report other = VoucherImport.run(desk, new VoucherImport.Order(
                file("other.csv", changed, "UTF-8"), "门店", false, false, false, false), "王芳",
                RunReport.Progress.SILENT);
        assertThat(other.posted()).hasSize(2);
    }

    @Test
    void what_was_taken_back_comes_again_only_when_that_is_said() throws IOException {
        String run = bring(JOURNAL).run();
        desk.undo(run, "王芳");
        VoucherImport.Report report = bring(JOURNAL);
        assertThat(report.posted()).isEmpty();
        assertThat(report.takenBack()).isEqualTo(2);
        assertThat(bring(JOURNAL, false, true, false).posted()).hasSize(2);
        assertThat(bring(JOURNAL, false, true, false).posted()).isEmpty();
        assertThat(bring(JOURNAL.replace("50.50", "60.50")).problems()).isNotEmpty();
    }

    @Test
    void after_an_undo_a_corrected_file_is_taken() throws IOException {
        desk.undo(bring(JOURNAL).run(), "王芳");
        assertThat(bring(JOURNAL.replace("50.50", "60.50")).posted()).hasSize(1);
        assertThat(Firm.turnover(desk).get(AccountCode.of("5602.05")).balance())
                .isEqualTo(Money.parse("60.50"));
    }

    @Test
    void accounts_that_lack_are_made_on_request_with_the_file_or_not_at_all()
            throws IOException {
        String text = """
                entry,date,account,account_name,description,debit,credit
                1,2026-01-05,100201,银行存款-工商银行,投资,100.00,
                1,2026-01-05,3001,实收资本,投资,,100.00
                """;
        assertThat(bring(text).problems()).extracting(Problem::name)
                .containsExactly(Refusal.UNKNOWN_ACCOUNT);
        bring(text.replace(",100.00\n", ",100.01\n"), true, false, false);
        assertThat(desk.accounts()).noneMatch(one -> one.name().equals("工商银行"));
        VoucherImport.Report report = bring(text, true, false, false);
        assertThat(report.accounts()).extracting(one -> one.code() + " " + one.name())
                .containsExactly("1002.01 工商银行");
        assertThat(report.posted()).hasSize(1);
        assertThat(desk.audit()).isEmpty();
        assertThat(bring(text, true, false, false).already()).isEqualTo(1);
    }

    @Test
    void an_account_with_postings_is_not_split_by_an_import() throws IOException {
        bring(JOURNAL);
        VoucherImport.Report report = bring("""
                entry,date,account,description,debit,credit
                9,2026-01-05,1001.01,备用金,100.00,
                9,2026-01-05,3001,备用金,,100.00
                """, true, false, false);
        assertThat(report.problems()).extracting(Problem::name)
                .contains(Refusal.ACCOUNT_HAS_POSTINGS);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void a_closed_month_takes_no_vouchers_but_knows_those_it_has() throws IOException {
        String january = JOURNAL.lines().limit(3).reduce("", (all, line) -> all + line + "\n");
        bring(january);
        desk.close(Period.parse("2026-01"), "王芳");
        assertThat(bring(january).already()).isEqualTo(1);
        assertThat(bring(january.replace("\n1,", "\n2,")).problems())
                .extracting(Problem::name).containsExactly(Refusal.PERIOD_CLOSED);
    }

    @Test
    void a_voucher_longer_than_a_leaf_is_refused_by_name() throws IOException {
        StringBuilder text = new StringBuilder("entry,date,account,description,debit,credit\n");
        for (int i = 0; i < 2000; i++) {
            text.append("1,2026-01-05,5602.05,第 ").append(i).append(" 行,1.00,\n");
        }
        text.append("1,2026-01-05,1001,合,,2000.00\n");
        assertThat(bring(text.toString()).problems()).extracting(Problem::name)
                .containsExactly(Refusal.VOUCHER_IS_TOO_LONG);
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_field_longer_than_a_line_can_hold_is_refused_by_name() throws IOException {
        assertThat(bring(JOURNAL.replace("办公用品", "长".repeat(1001))).problems())
                .extracting(Problem::name)
                .containsExactly(Refusal.FIELD_IS_TOO_LONG, Refusal.FIELD_IS_TOO_LONG);
    }

    @Test
    void what_is_no_file_of_vouchers_is_refused_by_name() throws IOException {
        assertRefused(file("empty.csv", "", "UTF-8"), Refusal.FILE_IS_EMPTY);
        assertRefused(file("bank.csv", "交易日期,摘要,收入,支出\n2026-01-05,利息,1.00,\n", "UTF-8"),
                Refusal.COLUMN_IS_MISSING);
        byte[] broken = JOURNAL.repeat(50).getBytes("UTF-8");
        broken[JOURNAL.indexOf("投资")] = 'x';
        assertRefused(Files.write(folder.resolve("damaged.csv"), broken),
                Refusal.TEXT_IS_IN_NO_KNOWN_ENCODING);
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(500L << 20);
        }
        assertRefused(large, Refusal.FILE_IS_TOO_LARGE);
        assertRefused(file("rows.csv", JOURNAL + "\n".repeat(10_000_001), "UTF-8"),
                Refusal.FILE_IS_TOO_LARGE);
        assertThat(evidenceFiles()).isZero();
    }

    private void assertRefused(Path file, Refusal why) {
        assertThatThrownBy(() -> bring(file)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isEqualTo(why));
    }
}
