package onebook.robot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Verdict;
import onebook.tax.TaxPeriod;
import onebook.tax.VatReturn;

/**
 * What the main job came to, all of it counted or read back from the book.
 *
 * @param documentsBySource how many documents were read from each source
 * @param entriesByRule how many entries each rule, the matcher or the close posted
 * @param bankDifference per cash account, what remains after the reconciliation
 * @param automation share of documents and bank lines booked without a person, in percent
 * @param files what was written, by name
 * @param exit verdict of the package as the verifier gives it
 */
public record Summary(String company, Period from, Period to, Map<String, Integer> documentsBySource,
        Map<String, Integer> entriesByRule, int bankLines, List<WaitingItem> waiting,
        Map<String, Money> bankDifference, BigDecimal automation, Money vatPayable,
        Map<String, Path> files, int exit, String verdict, List<String> refused) {

    static Summary of(Desk desk, RunReport run, Deliverables files) {
        Map<String, Integer> sources = new TreeMap<>();
        desk.papers().forEach(paper -> sources.merge(paper.reading().source().isEmpty()
                ? "unreadable" : paper.reading().source(), 1, Integer::sum));
        Map<String, Integer> rules = new LinkedHashMap<>();
        desk.entries(EntryFilter.ALL).stream().filter(entry -> entry.corrects().isEmpty())
                .map(JournalEntry::rule).sorted().forEach(rule -> rules.merge(rule, 1, Integer::sum));
        List<WaitingItem> waiting = desk.waiting();
        int lines = desk.cashAccounts().stream().mapToInt(one -> desk.cashLines(one.code()).size()).sum();
        int items = desk.papers().size() + lines;
        VatReturn vat = desk.vat(TaxPeriod.quarterOf(desk.profile().lastPeriod()));
        Verdict verdict = files.verify();
        return new Summary(desk.company().name(), desk.company().from(), desk.profile().lastPeriod(),
                sources, rules, lines, waiting, files.differences(), share(items - waiting.size(), items),
                vat.payable(), files.paths(), verdict.exitCode(), verdict.name(),
                run.diff().stream().filter(line -> line.startsWith("! "))
                        .map(line -> line.substring(2)).toList());
    }

    /** Entries posted from a match of a bank line with an open item or with its mirror. */
    public int matched() {
        return entriesByRule.getOrDefault(Settling.MATCH, 0)
                + entriesByRule.getOrDefault(Settling.TRANSFER, 0);
    }

    private static BigDecimal share(int part, int whole) {
        return whole == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
