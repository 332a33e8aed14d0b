package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.schedule.SettableClock;

/** A book whose vouchers are told one line each: "借 1002 113.00; 贷 5001 100.00". */
final class Story implements AutoCloseable {
    static final String SMALL = """
            name: 合肥天航照明科技有限公司
            taxId: "91340104MA828A91X5"
            taxpayer: small-scale
            from: 2026-01
            """;
    static final String GENERAL = SMALL.replace("small-scale", "general");
    private static final Map<String, Map<String, byte[]>> MADE = new HashMap<>();

    final SettableClock clock = new SettableClock("2027-02-03T12:00");
    final Desk desk;
    private int vouchers;

    private Story(Path book) {
        desk = Desk.open(book, clock);
    }

    /** A key takes a second to lock, so the files of each profile are made once. */
    static Story of(Path folder, String profile) {
        Path book = folder.resolve("book.onebook");
        Map<String, byte[]> made = MADE.computeIfAbsent(profile, key -> made(folder, profile));
        try {
            for (Map.Entry<String, byte[]> file : made.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Story(book);
    }

    private static Map<String, byte[]> made(Path folder, String profile) {
        Desk.create(folder.resolve("book.onebook"), profile,
                new SettableClock("2026-01-01T08:00"), Optional.empty()).close();
        try (Stream<Path> all = Files.list(folder)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Posts a voucher; what is after a third blank is the party. */
    Story post(String date, String lines) {
        return post(JournalEntry.Kind.ORDINARY, date, lines);
    }

    Story opening(String lines) {
        return post(JournalEntry.Kind.OPENING, desk.company().from().firstDay().toString(), lines);
    }

    private Story post(JournalEntry.Kind kind, String date, String lines) {
        List<Posting> postings = Stream.of(lines.split(";")).map(Story::line).toList();
        Outcome outcome = post(new Proposal("story:" + vouchers++, LocalDate.parse(date), kind,
                "凭证", postings, List.of(Evidence.without("测试")), "by-hand", "", List.of(),
                Optional.empty()));
        if (outcome instanceof Outcome.Refused refused) {
            throw new AssertionError(lines + ": " + refused);
        }
        return this;
    }

    Outcome post(Proposal proposal) {
        return desk.book().journal().transaction(() -> desk.book().post(proposal, "王芳"));
    }

    static Posting line(String text) {
        String[] words = text.strip().split(" ", 4);
        return new Posting(AccountCode.of(words[1]),
                words[0].equals("借") ? Side.DEBIT : Side.CREDIT, Money.parse(words[2]),
                words.length > 3 ? words[3] : "");
    }

    /** Closes the months up to one and tells what the last close posted. */
    List<String> close(String month) {
        return close(month, Money.ZERO);
    }

    List<String> close(String month, Money distribution) {
        Period last = Period.parse(month);
        Period next = next();
        while (next.compareTo(last) < 0) {
            desk.close(next, Set.of(), "王芳");
            next = next.next();
        }
        CloseOrder order = CloseOrder.of(last, Set.<Refusal>of());
        Closing.Closed closed = desk.closing().attempt(new CloseOrder(last, order.isYearEnd(),
                distribution, Set.of()), "王芳");
        closed.openBecause().ifPresent(why -> {
            throw new RefusedException(why.name(), why.text());
        });
        return told(closed.entries());
    }

    Period next() {
        return desk.lastClosed().map(Period::next).orElse(desk.company().from());
    }

    static List<String> told(List<JournalEntry> entries) {
        return entries.stream().map(entry -> entry.rule() + ": " + told(entry)).toList();
    }

    private static String told(JournalEntry entry) {
        return entry.postings().stream().map(line -> "%s %s %s%s".formatted(
                line.side() == Side.DEBIT ? "借" : "贷", line.account(), line.amount(),
                line.party().isEmpty() ? "" : " " + line.party()))
                .collect(Collectors.joining("; "));
    }

    /** Debit positive. */
    String balance(String account) {
        return Balances.of(desk.entries(EntryFilter.ALL)).balance(AccountCode.of(account))
                .toString();
    }

    List<JournalEntry> entriesOf(String rule) {
        return new ArrayList<>(desk.entries(EntryFilter.ALL)).stream()
                .filter(entry -> entry.rule().equals(rule)).toList();
    }

    @Override
    public void close() {
        desk.close();
    }
}
