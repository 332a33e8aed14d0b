package onebook.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.print.Table.Column;
import onebook.print.Table.Kind;
import onebook.print.Table.Paper;
import onebook.print.Table.Row;
import onebook.print.Table.Style;

/** The vouchers of some months: as forms to sign and bind on paper, as one list elsewhere. */
public final class VoucherBook {
    private static final List<Column> COLUMNS = List.of(
            Column.of("date", "日期", Kind.DATE, 11), Column.of("entry", "凭证号", Kind.CENTERED, 9),
            Column.of("summary", "摘要", Kind.TEXT, 30), Column.of("account", "科目编码", Kind.TEXT, 11),
            Column.of("name", "科目名称", Kind.TEXT, 26), Column.of("party", "往来单位", Kind.TEXT, 22),
            Column.of("debit", "借方金额", Kind.MONEY, 15), Column.of("credit", "贷方金额", Kind.MONEY, 15),
            Column.of("attachments", "附件", Kind.CENTERED, 5),
            Column.of("preparer", "制单", Kind.CENTERED, 9),
            Column.of("reviewer", "审核", Kind.CENTERED, 9),
            Column.of("poster", "记账", Kind.CENTERED, 9));

    /** @param inWords 大写: the sum of one side in words */
    public record Voucher(JournalEntry entry, String inWords) { }

    private final Headings headings;
    private final Supplier<Stream<Voucher>> vouchers;

    /** @param vouchers opened once per printing and closed after it */
    public VoucherBook(Headings headings, Supplier<Stream<Voucher>> vouchers) {
        this.headings = headings;
        this.vouchers = vouchers;
    }

    /** @param perPage 1 or 2 */
    void forms(PdfPaper paper, int perPage) throws IOException {
        VoucherForm form = new VoucherForm(paper, headings, perPage);
        try (Stream<Voucher> all = vouchers.get()) {
            for (Voucher voucher : (Iterable<Voucher>) all::iterator) {
                form.print(voucher);
            }
        }
    }

    /** 序时账: each line of each voucher. */
    public Table table(Period from, Period to) {
        return new Table("序时账", "序时账（凭证列表）", headings.above(from, to), COLUMNS,
                () -> vouchers.get().flatMap(voucher -> rows(voucher.entry())), List.of(),
                Paper.LANDSCAPE);
    }

    private Stream<Row> rows(JournalEntry entry) {
        List<Row> rows = new ArrayList<>();
        for (Posting line : entry.postings()) {
            String memo = line.details().memo();
            Cell amount = Cell.of(line.amount());
            boolean isDebit = line.side() == Side.DEBIT;
            rows.add(new Row("line", Style.PLAIN, List.of(Cell.of(entry.date()),
                    Headings.voucher(entry.number()),
                    Cell.of(memo.isEmpty() ? entry.summary() : memo),
                    Cell.of(line.account().value()), Cell.of(headings.full(line.account())),
                    Cell.of(line.party()), isDebit ? amount : Cell.BLANK,
                    isDebit ? Cell.BLANK : amount, Cell.of(String.valueOf(entry.attachments())),
                    hand(entry.hands().preparer()), hand(entry.hands().reviewer()),
                    hand(entry.hands().poster())), Optional.empty()));
        }
        return rows.stream();
    }

    private static Cell hand(String who) {
        return Cell.of(who.equals("rule") ? "规则" : who, who);
    }
}
