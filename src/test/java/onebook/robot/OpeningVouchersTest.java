package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import onebook.ledger.Balances;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.reconcile.OpenItem;
import onebook.sample.statement.OpeningSheet;
import onebook.schedule.SettableClock;
import onebook.seal.CanonicalJson;
import onebook.seal.Leaf;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningVouchersTest {
    private static final SettableClock CLOCK = new SettableClock("2026-02-20T12:00");
    @TempDir
    private Path folder;

    private static Posting debit(String account, long fen, String party) {
        return Posting.debit(account, Money.cny(fen), party);
    }

    private static Posting credit(String account, long fen, String party) {
        return Posting.credit(account, Money.cny(fen), party);
    }

    private static Money sum(List<Posting> lines) {
        return lines.stream().map(Posting::signed).reduce(Money.ZERO, Money::plus);
    }

    /** What each account and party has, and on which side. */
    private static TreeMap<String, Money> balances(List<List<Posting>> vouchers) {
        TreeMap<String, Money> balances = new TreeMap<>();
        vouchers.forEach(lines -> lines.forEach(line -> balances.merge(
                line.account() + " " + line.party() + " " + line.side(), line.amount(),
                Money::plus)));
        return balances;
    }

    private static void assertSound(List<Posting> lines, List<List<Posting>> vouchers) {
        assertThat(balances(vouchers)).isEqualTo(balances(List.of(lines)));
        assertThat(vouchers).allSatisfy(voucher -> {
            assertThat(sum(voucher).isZero()).isTrue();
            assertThat(voucher).hasSizeGreaterThan(1)
                    .noneMatch(line -> line.amount().isZero());
            assertThat(CanonicalJson.write(Leaf.bodyOf(entry(voucher)))).as("bytes of the leaf")
                    .hasSizeLessThan(Leaf.LARGEST_BYTES - 2_000);
        });
    }

    private static JournalEntry entry(List<Posting> lines) {
        return new JournalEntry(EntryNumber.parse("2026-01-0001"), LocalDate.parse("2026-01-01"),
                JournalEntry.Kind.OPENING, "期初余额", lines, List.of(), "opening-balances", "", "",
                "opening:2026-01", Optional.empty());
    }

    private static List<Posting> ofParties(List<List<Posting>> vouchers) {
        return vouchers.stream().flatMap(List::stream)
                .filter(line -> !line.party().isEmpty()).toList();
    }

    @Test
    void what_fits_into_one_voucher_or_does_not_balance_stays_together() {
        List<Posting> few = List.of(debit("1002", 100, ""), credit("3001", 100, ""));
        assertThat(OpeningVouchers.of(few)).containsExactly(few);
        List<Posting> wrong = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            wrong.add(debit("1122", 100 + i, "客户" + i));
        }
        assertThat(OpeningVouchers.of(wrong)).containsExactly(wrong);
        for (int i = 0; i < 1000; i++) {
            wrong.set(i, debit("1122", Long.MAX_VALUE, "客户" + i));
        }
        assertThat(OpeningVouchers.of(wrong)).containsExactly(wrong);
    }

    @RepeatedTest(30)
    void two_thousand_rows_become_vouchers_that_each_balance(RepetitionInfo turn) {
        Random random = new Random(turn.getCurrentRepetition());
        List<Posting> lines = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            long fen = 1 + random.nextInt(random.nextBoolean() ? 1_000 : 100_000_000);
            boolean isRed = random.nextInt(20) == 0;
            lines.add(random.nextInt(100) < 3 * turn.getCurrentRepetition()
                    ? debit("1122", isRed ? -fen : fen, "客户有限公司" + i)
                    : credit("2202", isRed ? -fen : fen, "供应商有限公司" + i));
        }
        lines.add(debit("1002", 30_000_000_000L, ""));
        lines.add(debit("1405", 200_000_000_000L, ""));
        Money rest = sum(lines);
        lines.add(new Posting(credit("3001", 1, "").account(), Side.CREDIT, rest,
                ""));
        List<List<Posting>> vouchers = OpeningVouchers.of(lines);
        assertSound(lines, vouchers);
        assertThat(vouchers).hasSizeBetween(3, 8);
        assertThat(ofParties(vouchers)).as("rows of parties stay whole").hasSize(2000);
    }

    @Test
    void where_every_row_belongs_to_a_party_one_row_at_each_cut_is_divided() {
        List<Posting> lines = new ArrayList<>();
        lines.add(debit("1122", 2_001_000, "大客户"));
        for (int i = 1; i <= 2000; i++) {
            lines.add(credit("2202", i, "供应商" + i));
        }
        List<List<Posting>> vouchers = OpeningVouchers.of(lines);
        assertSound(lines, vouchers);
        assertThat(ofParties(vouchers)).hasSize(lines.size() + vouchers.size() - 1);
    }

    @Test
    void two_thousand_rows_open_a_book_and_every_open_item_keeps_its_amount() throws IOException {
        Firm firm = Firm.first(folder).begin(CLOCK);
        Path sheet = folder.resolve("opening-balances.xlsx");
        try (OpeningSheet rows = new OpeningSheet()) {
            long capital = 0;
            for (int i = 1; i <= 1000; i++) {
                rows.add("1122", "应收账款", "客户有限公司" + i, 100_000L + i);
                rows.add("2202", "应付账款", "供应商有限公司" + i, -70_000L - 2L * i);
                capital += 30_000L - i;
            }
            rows.add("1002", "银行存款", "", 5_000_000);
            rows.add("3001", "实收资本", "", -capital - 5_000_000);
            Files.write(sheet, rows.bytes());
        }
        try (Desk desk = Desk.open(firm.book(), CLOCK)) {
            List<JournalEntry> entries = desk.openWith(sheet, "王芳");
            assertThat(entries).hasSizeBetween(3, 5).allSatisfy(entry ->
                    assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.OPENING));
            assertThat(entries.get(0).summary()).isEqualTo("期初余额 1/" + entries.size());
            assertThat(OpenItems.of(entries, Map.of(), Map.of()))
                    .extracting(OpenItem::amount).hasSize(2000)
                    .contains(Money.cny(100_001), Money.cny(72_000));
            assertThat(Balances.of(entries).balance(debit("1002", 1, "").account()))
                    .isEqualTo(Money.cny(5_000_000));
            assertThat(desk.audit()).isEmpty();
            assertThatThrownBy(() -> desk.openWith(sheet, "王芳"))
                    .isInstanceOf(RefusedException.class)
                    .extracting(refused -> ((RefusedException) refused).refusal())
                    .isEqualTo(Refusal.PROPOSAL_ALREADY_RESOLVED);
        }
    }

    @Test
    void a_sheet_that_is_refused_in_its_last_voucher_leaves_nothing() throws IOException {
        Firm firm = Firm.first(folder).begin(CLOCK);
        Path sheet = folder.resolve("opening-balances.xlsx");
        try (OpeningSheet rows = new OpeningSheet()) {
            for (int i = 1; i <= 1000; i++) {
                rows.add("1122", "应收账款", "客户有限公司" + i, 100);
                rows.add("2202", "应付账款", "供应商有限公司" + i, -100);
            }
            rows.add("1999", "没有的科目", "", 100);
            rows.add("3001", "实收资本", "", -100);
            Files.write(sheet, rows.bytes());
        }
        try (Desk desk = Desk.open(firm.book(), CLOCK)) {
            assertThatThrownBy(() -> desk.openWith(sheet, "王芳"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("1999");
            assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
            assertThat(desk.documents()).isEmpty();
        }
    }
}
