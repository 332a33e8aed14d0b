package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.tax.TaxPeriod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationLogTest {
    private static final String BY = "王芳";
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm firm;
    private Desk desk;

    @BeforeEach
    void open() {
        firm = Firm.first(folder).begin(clock);
        desk = Desk.open(firm.book(), clock);
        People.of(desk).call(BY);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<String> log(OperationLog.Filter filter) {
        return OperationLog.of(desk).all(filter).stream()
                .map(line -> line.who() + " " + line.what()).toList();
    }

    @Test
    void whatever_changes_the_book_or_leaves_it_is_in_the_log() {
        firm.sells(1, "2026-01-05", 1000);
        firm.getsForeign(2, "2026-01-08", 99);
        RunReport run = desk.run("capture", false, BY, RunReport.Progress.SILENT);
        desk.reject(desk.waiting().get(0).id(), "不是我们的", BY);
        desk.correct(EntryNumber.parse("2026-01-0001"), Papers.DAY, "错", BY);
        Vouchers vouchers = Vouchers.of(desk);
        Voucher draft = vouchers.save(Papers.toBank(), BY);
        draft = vouchers.change(draft.id(), draft.revision(), Papers.toBank(), BY);
        vouchers.review(draft.id(), draft.revision(), BY);
        vouchers.unreview(draft.id(), BY);
        vouchers.review(draft.id(), draft.revision(), BY);
        vouchers.post(draft.id(), BY);
        vouchers.delete(vouchers.save(Papers.toBank(), BY).id(), BY);
        RuleList.of(desk).authorise(List.of("match"), BY);
        desk.close(Period.parse("2026-01"), Set.of(Refusal.CASH_IS_BELOW_ZERO,
                Refusal.ITEMS_STILL_WAIT), BY);
        Deliverables files = new Deliverables(desk, folder);
        files.vat(TaxPeriod.parse("2026Q1"), folder.resolve("vat.xlsx"));
        files.pack(new Deliverables.Order("tax-loan", Period.parse("2026-01"),
                Period.parse("2026-01"), ""), folder.resolve("x.obk"));
        assertThat(log(OperationLog.Filter.ALL))
                .map(line -> line.replaceFirst("reject \\w+", "reject"))
                .containsExactly("王芳 run R0001 capture", "王芳 reject: 不是我们的",
                        "王芳 correct 2026-01-0001 as 2026-01-0002", "王芳 prepare voucher 1",
                        "王芳 prepare voucher 1", "王芳 review voucher 1",
                        "王芳 unreview voucher 1", "王芳 review voucher 1",
                        "王芳 post voucher 1 as 2026-01-0003", "王芳 prepare voucher 2",
                        "王芳 delete voucher 2", "王芳 authorise rules match",
                        "王芳 run R0002 close 2026-01", "王芳 export VAT return 2026Q1",
                        "王芳 pack tax-loan 2026-01 to 2026-01");
        assertThat(run.id()).isEqualTo("R0001");
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_filter_asks_for_days_of_china_for_a_name_and_for_words() {
        Vouchers vouchers = Vouchers.of(desk);
        clock.set("2026-01-20T23:30");
        vouchers.save(Papers.toBank(), BY);
        clock.set("2026-01-21T00:30");
        vouchers.save(Papers.toBank(), "李审");
        LocalDate day = LocalDate.parse("2026-01-21");
        assertThat(log(filter(Optional.of(day), Optional.empty(), "")))
                .containsExactly("李审 prepare voucher 2");
        assertThat(log(filter(Optional.empty(), Optional.of(day.minusDays(1)), "")))
                .containsExactly("王芳 prepare voucher 1");
        assertThat(log(filter(Optional.empty(), Optional.empty(), "李审"))).hasSize(1);
        assertThat(log(new OperationLog.Filter(Optional.empty(), Optional.empty(), "",
                "voucher 2"))).hasSize(1);
    }

    private static OperationLog.Filter filter(Optional<LocalDate> from, Optional<LocalDate> to,
            String who) {
        return new OperationLog.Filter(from, to, who, "");
    }

    @Test
    void pages_show_the_newest_first_and_miss_none() {
        desk.book().journal().transaction(() -> {
            for (int i = 0; i < 1203; i++) {
                desk.book().operation(i % 3 == 0 ? BY : "李审", "act " + i);
            }
            return null;
        });
        OperationLog log = OperationLog.of(desk);
        OperationLog.Filter mine = filter(Optional.empty(), Optional.empty(), BY);
        List<OperationLog.Line> all = new ArrayList<>();
        List<OperationLog.Line> page = log.page(mine, Long.MAX_VALUE, 50);
        assertThat(page.get(0).what()).isEqualTo("act 1200");
        while (!page.isEmpty()) {
            all.addAll(page);
            page = log.page(mine, page.get(page.size() - 1).leaf(), 50);
        }
        assertThat(all).hasSize(401);
        List<OperationLog.Line> forwards = new ArrayList<>(log.all(mine));
        Collections.reverse(forwards);
        assertThat(all).isEqualTo(forwards);
    }
}
