package onebook.print;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.print.PdfPaper.Stroke;
import onebook.print.PdfPaper.Type;

/** Draws 记账凭证: one or two to a page, one with many lines on several sheets numbered 1/2, 2/2. */
final class VoucherForm {
    private static final float SIZE = 9;
    private static final float LINE = 12;
    private static final float LEAST_ROW = 28;
    private static final float HEAD = 22;
    private static final float TOP = 62;
    private static final float SIGNATURES = 26;
    private static final float MIDDLE = 421;
    private static final Stroke THIN = new Stroke(0.5f, Color.BLACK);
    private static final Stroke CUT = new Stroke(0.3f, Color.GRAY);
    /** Where the columns begin: summary, account, debit, credit. */
    private static final float[] EDGES = {PdfPaper.LEFT, 205, 390, 477, 564};

    /** A line of the form, its texts broken to the width of their columns. */
    private record Entry(List<String> summary, List<String> account, Posting posting) {
        float high() {
            return Math.max(LEAST_ROW, Math.max(summary.size(), account.size()) * LINE + 6);
        }
    }

    private final PdfPaper paper;
    private final Typeface typeface;
    private final Headings headings;
    private final boolean isHalf;
    private boolean isUpperTaken;
    private float top;

    VoucherForm(PdfPaper paper, Headings headings, int perPage) {
        this.paper = paper;
        this.typeface = paper.typeface();
        this.headings = headings;
        this.isHalf = perPage == 2;
    }

    void print(VoucherBook.Voucher voucher) throws IOException {
        List<List<Entry>> sheets = sheets(voucher.entry());
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            begin();
            heads(voucher.entry(), sheets.size() == 1 ? ""
                    : "  (" + (sheet + 1) + "/" + sheets.size() + ")");
            float y = rows(sheets.get(sheet), sheet + 1 == sheets.size());
            totals(voucher, y, sheet + 1 == sheets.size());
            signatures(voucher.entry(), y + HEAD);
        }
    }

    private void begin() throws IOException {
        if (isHalf && isUpperTaken) {
            top = MIDDLE;
            isUpperTaken = false;
            return;
        }
        paper.newPage(Table.Paper.PORTRAIT);
        top = 0;
        isUpperTaken = true;
        if (isHalf) {
            for (float x = 12; x < paper.width() - 12; x += 8) {
                paper.line(x, MIDDLE, x + 4, MIDDLE, CUT);
            }
        }
    }

    /** What stands between the heads and the totals of one sheet. */
    private float room() {
        float end = isHalf ? MIDDLE - 40 : paper.height() - PdfPaper.BOTTOM - 12;
        return end - TOP - 2 * HEAD - SIGNATURES;
    }

    private List<List<Entry>> sheets(JournalEntry entry) {
        List<List<Entry>> sheets = new ArrayList<>(List.of(new ArrayList<>()));
        float used = 0;
        for (Posting line : entry.postings()) {
            Entry one = entry(entry, line);
            if (used + one.high() > room() && used > 0) {
                sheets.add(new ArrayList<>());
                used = 0;
            }
            sheets.get(sheets.size() - 1).add(one);
            used += one.high();
        }
        return sheets;
    }

    private Entry entry(JournalEntry entry, Posting line) {
        String memo = line.details().memo().isEmpty() ? entry.summary() : line.details().memo();
        return new Entry(text(memo, 0), text(account(line), 1), line);
    }

    /** Broken to the column; what is higher than a sheet is cut. */
    private List<String> text(String text, int column) {
        List<String> lines = typeface.wrapped(
                text, SIZE, EDGES[column + 1] - EDGES[column] - 2 * Grid.PADDING);
        int most = (int) ((room() - 6) / LINE);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, most));
        String last = cut.get(most - 1);
        cut.set(most - 1, last.substring(0, last.offsetByCodePoints(last.length(), -1)) + "…");
        return cut;
    }

    /** The account, then what else the line says: party, departments, foreign amount, quantity. */
    private String account(Posting line) {
        Stream<String> details = Stream.of(line.party());
        details = Stream.concat(details, line.dimensions().values().stream());
        details = Stream.concat(details, line.details().foreign().stream().map(one ->
                "%s %s × %s".formatted(one.amount().currency(), Cell.of(one.amount()).shown(),
                        one.rate().toPlainString())));
        details = Stream.concat(details, line.details().quantity().stream().map(one ->
                "%s%s × %s".formatted(Cell.of(one.count()).shown(), unit(line),
                        Cell.of(one.unitPrice()).shown())));
        return line.account() + " " + headings.full(line.account()) + details
                .filter(text -> !text.isEmpty()).map(text -> "\n" + text)
                .collect(Collectors.joining());
    }

    private String unit(Posting line) {
        return headings.chart().find(line.account()).map(one -> one.asks().unit()).orElse("");
    }

    private void heads(JournalEntry entry, String sheet) throws IOException {
        String title = "记　账　凭　证";
        float left = EDGES[0];
        float right = EDGES[4];
        float wide = typeface.width(title, 17);
        float middle = (left + right) / 2;
        float base = top + 38;
        paper.text(middle - wide / 2, base, title, Type.bold(17));
        paper.line(middle - wide / 2 - 10, base + 6, middle + wide / 2 + 10, base + 6, THIN);
        paper.line(middle - wide / 2 - 10, base + 8, middle + wide / 2 + 10, base + 8, THIN);
        base = top + TOP - 5;
        Type type = Type.of(SIZE);
        String unit = typeface.printable("核算单位：" + headings.company()).replace('\n', ' ');
        float room = middle - 50 - left;
        float needed = typeface.width(unit, SIZE);
        paper.text(left, base, unit, Type.of(needed > room ? SIZE * room / needed : SIZE));
        String date = "%d 年 %d 月 %d 日".formatted(entry.date().getYear(),
                entry.date().getMonthValue(), entry.date().getDayOfMonth());
        paper.text(middle - typeface.width(date, SIZE) / 2, base, date, type);
        String number = "附单据 %d 张    记字第 %d 号%s".formatted(
                entry.attachments(), entry.number().sequence(), sheet);
        paper.text(right - typeface.width(number, SIZE), base, number, type);
        float y = top + TOP;
        paper.line(left, y, right, y, THIN);
        List<String> names = List.of("摘　要", "会 计 科 目", "借 方 金 额", "贷 方 金 额");
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            paper.text((EDGES[column] + EDGES[column + 1] - typeface.width(name, SIZE)) / 2,
                    y + 14.5f, name, Type.bold(SIZE));
        }
        paper.line(left, y + HEAD, right, y + HEAD, THIN);
    }

    /** Gives where the totals begin: the sheet is filled with empty lines down to there. */
    private float rows(List<Entry> entries, boolean isLast) throws IOException {
        float y = top + TOP + HEAD;
        float end = y + room();
        for (Entry entry : entries) {
            float high = entry.high();
            words(entry.summary(), 0, y, high);
            words(entry.account(), 1, y, high);
            boolean isDebit = entry.posting().side() == Side.DEBIT;
            money(entry.posting().amount(), isDebit ? 2 : 3, y + high / 2 + 3);
            y += high;
            paper.line(EDGES[0], y, EDGES[4], y, THIN);
        }
        int empty = isLast && !isHalf ? 0 : (int) ((end - y) / LEAST_ROW);
        for (int row = 0; row < empty; row++) {
            y += LEAST_ROW;
            paper.line(EDGES[0], y, EDGES[4], y, THIN);
        }
        return y;
    }

    private void words(List<String> lines, int column, float y, float high) throws IOException {
        float base = y + (high - lines.size() * LINE) / 2 + SIZE;
        for (String line : lines) {
            paper.text(EDGES[column] + Grid.PADDING, base, line, Type.of(SIZE));
            base += LINE;
        }
    }

    private void money(Money amount, int column, float base) throws IOException {
        Cell cell = Cell.of(amount);
        float room = EDGES[column + 1] - EDGES[column] - 2 * Grid.PADDING;
        float wide = typeface.width(cell.shown(), SIZE);
        float size = wide > room ? SIZE * room / wide : SIZE;
        Type type = cell.isRed() ? Type.of(size).red() : Type.of(size);
        paper.text(EDGES[column + 1] - Grid.PADDING - Math.min(wide, room), base, cell.shown(),
                type);
    }

    private void totals(VoucherBook.Voucher voucher, float y, boolean isLast) throws IOException {
        String words = isLast ? "合计（大写）：" + voucher.inWords() : "（转下张）";
        float room = EDGES[2] - EDGES[0] - 2 * Grid.PADDING;
        float wide = typeface.width(words, SIZE);
        paper.text(EDGES[0] + Grid.PADDING, y + 14.5f, words,
                Type.bold(wide > room ? SIZE * room / wide : SIZE));
        if (isLast) {
            money(voucher.entry().total(), 2, y + 14.5f);
            money(voucher.entry().total(), 3, y + 14.5f);
        }
        float end = y + HEAD;
        paper.line(EDGES[0], end, EDGES[4], end, THIN);
        for (int edge = 0; edge < EDGES.length; edge++) {
            paper.line(EDGES[edge], top + TOP, EDGES[edge], edge == 1 ? y : end, THIN);
        }
    }

    private void signatures(JournalEntry entry, float y) throws IOException {
        JournalEntry.Hands hands = entry.hands();
        List<String> names = List.of("会计主管：", "记账：" + hand(hands.poster(), entry),
                "审核：" + hand(hands.reviewer(), entry), "出纳：",
                "制单：" + hand(hands.preparer(), entry));
        float step = (EDGES[4] - EDGES[0]) / names.size();
        for (int place = 0; place < names.size(); place++) {
            String text = typeface.printable(names.get(place)).replace('\n', ' ');
            float wide = typeface.width(text, SIZE);
            float size = wide > step - 6 ? SIZE * (step - 6) / wide : SIZE;
            paper.text(EDGES[0] + place * step, y + 16, text, Type.of(size));
        }
    }

    /** A rule that did it is named, so that it can be looked up. */
    private static String hand(String who, JournalEntry entry) {
        return who.equals("rule") ? "规则 " + entry.rule() : who;
    }
}
