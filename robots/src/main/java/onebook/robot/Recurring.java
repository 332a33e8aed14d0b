package onebook.robot;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.closing.RecurringFile;
import onebook.closing.RecurringItem;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;

/**
 * The register of fixed assets, and the entries, loans and wages that are booked every month. Every
 * change of it is sealed. Shares the lock of its {@link Desk}.
 */
public final class Recurring {
    private final Desk desk;
    private final OpenBook open;

    Recurring(Desk desk) {
        this.desk = desk;
        this.open = desk.book();
    }

    public List<RecurringItem> items() {
        synchronized (desk) {
            return new RecurringEntries(open).items();
        }
    }

    /** What a month lacks. */
    public List<Proposal> due(Period month) {
        synchronized (desk) {
            return new RecurringEntries(open).due(month);
        }
    }

    /** @param yaml lists of assets, entries and loans; all of them are added or none */
    public List<RecurringItem> add(String yaml, String by) {
        synchronized (desk) {
            desk.mayWrite(Duty.POST, by);
            RecurringEntries entries = new RecurringEntries(open);
            List<RecurringFile.Kept> more = checked(() -> entries.file().read(yaml));
            Set<String> taken = new HashSet<>(entries.lines().keySet());
            for (RecurringFile.Kept one : more) {
                String id = one.item().id();
                if (!taken.add(id)) {
                    throw wrong("there is a " + id + " already; remove it first");
                }
                one.item().accounts().forEach(account -> usable(id, account));
            }
            seal(texts -> more.forEach(one -> texts.put(
                    RecurringEntries.nameOf(one.item().id()), one.text(), by)));
            return more.stream().map(RecurringFile.Kept::item).toList();
        }
    }

    private void usable(String id, AccountCode account) {
        if (open.chart().find(account).isEmpty() || !open.chart().isLeaf(account)) {
            throw wrong(id + ": " + account + " is no detail account of the chart");
        }
    }

    /** It is booked no more; what it booked stays. */
    public void remove(String id, String by) {
        synchronized (desk) {
            desk.mayWrite(Duty.POST, by);
            line(id);
            seal(texts -> texts.remove(RecurringEntries.nameOf(id), by));
        }
    }

    /**
     * An asset goes: it is written off to the end, taken off the book, and cleared.
     *
     * @param cleared the month in which its 固定资产清理 is settled; empty where it is not yet
     */
    public void dispose(String id, LocalDate day, Optional<Period> cleared, String by) {
        synchronized (desk) {
            desk.mayWrite(Duty.POST, by);
            String gone = checked(() -> new RecurringEntries(open).file()
                    .disposed(line(id), day, cleared.orElse(null)));
            seal(texts -> texts.put(RecurringEntries.nameOf(id), gone, by));
        }
    }

    private String line(String id) {
        return Optional.ofNullable(new RecurringEntries(open).lines().get(id))
                .orElseThrow(() -> wrong("there is no " + id));
    }

    private void seal(java.util.function.Consumer<SealedTexts> change) {
        open.journal().transaction(() -> {
            change.accept(new SealedTexts(open));
            return open.checkpoint();
        });
    }

    private static <T> T checked(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | ArithmeticException mistake) {
            throw wrong(mistake.getMessage());
        }
    }

    private static RefusedException wrong(String why) {
        return new RefusedException(Refusal.RECURRING_ENTRY_IS_WRONG, why);
    }

    // ---- booking

    /** Books what the month lacks, or tells what it would book. */
    public RunReport run(Period month, boolean isDryRun, String by) {
        synchronized (desk) {
            desk.mayWrite(Duty.POST, by);
            Robot robot = new Robot("recurring " + month, Map.of(), "", List.of("recurring"),
                    Map.of("month", month.toString()));
            return new RobotRunner(open, robot, by, RunReport.Progress.SILENT)
                    .run(List.of(), isDryRun);
        }
    }

    /** Takes a wage table in as a document and books the wages of the month by it, once. */
    public RunReport wages(Path table, Period month, boolean isDryRun, String by) {
        synchronized (desk) {
            desk.mayWrite(Duty.POST, by);
            Robot robot = new Robot("wages " + month, Map.of(), "", List.of("intake", "wages"),
                    Map.of("month", month.toString()));
            return new RobotRunner(open, robot, by, RunReport.Progress.SILENT)
                    .run(List.of(table), isDryRun);
        }
    }
}
