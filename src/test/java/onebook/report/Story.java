package onebook.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Side;

/**
 * A company's year out of a folder: entries.txt, with accounts of its own at the top, and what its
 * statements must say, expected.csv.
 */
public record Story(SmallBook book, ChartOfAccounts chart, List<Expected> expected) {

    /** A line of a form with both amounts as text. */
    public record Expected(String form, int line, String first, String second) { }

    /** @param taxpayer "small-scale" or "general" */
    public static Story read(String company, String taxpayer) {
        SmallBook book = new SmallBook();
        List<Account> own = new ArrayList<>();
        for (String block : text(company, "entries.txt").split("\n\n")) {
            if (block.startsWith("account ")) {
                block.lines().map(line -> line.split(" ")).forEach(words -> own.add(
                        SmallBook.account(words[1], words[2], Account.Kind.valueOf(words[3]),
                                Side.valueOf(words[4]))));
            } else {
                add(book, block.lines().toList());
            }
        }
        return new Story(book, SmallBook.chart(taxpayer).with(own),
                text(company, "expected.csv").lines().skip(1).map(line -> line.split(",", 5))
                        .map(cell -> new Expected(cell[0], Integer.parseInt(cell[1]), cell[2],
                                cell[3])).toList());
    }

    private static void add(SmallBook book, List<String> block) {
        String[] head = block.get(0).split(" ");
        String lines = String.join(";", block.subList(1, block.size()));
        switch (head[1]) {
            case "opening" -> book.opening(head[0], lines);
            case "transfer" -> book.transfer(head[0], lines);
            case "red" -> book.red(head[0], head[2]);
            default -> book.entry(head[0], lines);
        }
    }

    private static String text(String company, String file) {
        try (InputStream in = Story.class.getResourceAsStream(
                "companies/" + company + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public Statements statements(String span) {
        return Statements.of(book.records(), chart, SmallBook.forms(), Span.parse(span));
    }
}
