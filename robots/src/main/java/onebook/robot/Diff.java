package onebook.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onebook.ledger.JournalEntry;
import onebook.ledger.Refusal;
import onebook.ledger.Side;

/** What a run changes, line by line: "+" is added, "?" waits for a person, "!" was not taken. */
final class Diff {
    private final List<String> lines = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private int waiting;

    void document(String name, String what) {
        lines.add("+ document %s (%s)".formatted(name, what));
    }

    void bankLines(String account, int count) {
        if (count > 0) {
            lines.add("+ %d bank lines of %s".formatted(count, account));
        }
    }

    void entry(JournalEntry entry) {
        entries.add(entry);
        lines.add("+ entry %s %s %s [%s] %s".formatted(entry.number(), entry.date(),
                entry.summary(), entry.rule(),
                entry.postings().stream().map(line -> "%s %s %s%s".formatted(
                        line.side() == Side.DEBIT ? "借" : "贷", line.account(), line.amount(),
                        line.party().isEmpty() ? "" : " " + line.party()))
                        .collect(Collectors.joining("; "))));
    }

    void change(String text) {
        lines.add("+ " + text);
    }

    void waits(WaitingItem item) {
        waiting++;
        lines.add("? %s %s %s".formatted(item.source(), item.reason(), item.text()).trim());
    }

    void declined(String name, Refusal refusal, String detail) {
        lines.add("! %s %s: %s".formatted(name, refusal, detail));
    }

    boolean isEmpty() {
        return lines.stream().noneMatch(line -> line.startsWith("+"));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<JournalEntry> entries() {
        return entries;
    }

    int waiting() {
        return waiting;
    }
}
