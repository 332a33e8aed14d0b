package onebook.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onebook.ledger.JournalEntry;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.words.Sentence;

/** What a run changes, line by line: "+" is added, "?" waits for a person, "!" was not taken. */
final class Diff {
    private static final String ENTRY = "+ entry ";
    // [sales-invoice] 借 1122 1010.00 安徽清升实业有限公司; 贷 5001 1000.00
    private static final Pattern DEBIT = Pattern.compile("(?<=] |; )借(?= [0-9])");
    private static final Pattern CREDIT = Pattern.compile("(?<=] |; )贷(?= [0-9])");

    private final List<String> lines = new ArrayList<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private int waiting;

    void document(String name, String what) {
        lines.add(Sentence.of("run.document", name, what).english());
    }

    void bankLines(String account, int count) {
        if (count > 0) {
            lines.add(Sentence.of("run.bank-lines", account, count).english());
        }
    }

    void entry(JournalEntry entry) {
        entries.add(entry);
        lines.add(ENTRY + "%s %s %s [%s] %s".formatted(entry.number(), entry.date(),
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
        lines.add(Sentence.joined(
                Sentence.plain("? %s %s".formatted(item.source(), item.reason())),
                item.text()).chinese());
    }

    void declined(String name, Refusal refusal, String detail) {
        lines.add("! %s %s%s".formatted(name, refusal, detail.isBlank() ? "" : ": " + detail));
    }

    /** A line in both languages; {@code reasons} says a sealed reason. */
    static Sentence said(String line, Function<String, Sentence> reasons) {
        if (line.startsWith(ENTRY)) {
            return new Sentence("+ 凭证 " + line.substring(ENTRY.length()),
                    CREDIT.matcher(DEBIT.matcher(line).replaceAll("Dr")).replaceAll("Cr"));
        }
        int colon = line.indexOf(": ") + 2;
        if (line.startsWith("!") && colon > 1) {
            Sentence detail = Sentence.noted(line.substring(colon));
            return new Sentence(line.substring(0, colon) + detail.chinese(), line);
        }
        return line.startsWith("?") ? Sentence.joined(Sentence.parts(line).stream().map(reasons)
                .toArray(Sentence[]::new)) : Sentence.noted(line);
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
