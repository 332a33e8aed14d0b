package onebook.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.document.Refused;
import onebook.document.table.CellText;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.seal.Fingerprints;

/** Puts the rows of a table together to vouchers; rows of one number that follow each other. */
final class VoucherReader {
    private static final int MOST_LINES = 5000;

    private final Rows rows;
    private final Cells row;
    private final Columns columns;
    private final Layouts.Vocabulary vocabulary;
    private final Faults faults;
    private final Words words = new Words();
    private final RowCheck check;
    private final LineReader lines;
    private final Fingerprints numbers = new Fingerprints();
    private final int number;
    private final int word;
    private final int date;
    private final int summary;
    private final int memo;
    private VoucherDraft open = VoucherDraft.NONE;
    private int voids;

    VoucherReader(Rows rows, Table table, AccountFinder accounts, Faults faults) {
        this.rows = rows;
        this.row = rows.row();
        this.columns = table.columns();
        this.vocabulary = table.words();
        this.faults = faults;
        this.check = new RowCheck(table, faults, words);
        this.lines = new LineReader(table, accounts, faults, words);
        this.number = columns.of("number");
        this.word = columns.of("word");
        this.date = columns.of("date");
        this.summary = columns.of("summary");
        this.memo = columns.of("memo");
    }

    /** Hands each sound voucher over; what is wrong with the others is told to the faults. */
    void read(VoucherFile.Taker taker) throws IOException, Refused {
        while (rows.next()) {
            if (check.isTotal(row)) {
                continue;
            }
            if (open == VoucherDraft.NONE || !isOfSame()) {
                finish(taker);
                begin();
            }
            line();
        }
        finish(taker);
    }

    int voids() {
        return voids;
    }

    private boolean isOfSame() {
        if (columns.layout.firstRowSpeaks() && row.isEmpty(number) && row.isEmpty(date)) {
            return true;
        }
        if (!row.is(number, open.writtenNumber) || word >= 0 && !row.is(word, open.writtenWord)) {
            return false;
        }
        if (row.is(date, open.date)) {
            return true;
        }
        Optional<LocalDate> day = Day.of(row.text(date, words));
        if (day.isPresent() && day.equals(open.day)) {
            open.date = row.written(date, words);
            return true;
        }
        if (columns.layout.numbersBeginAnewMonthly() && day.isPresent() && open.day.isPresent()
                && !Period.of(day.get()).equals(Period.of(open.day.get()))) {
            return false;
        }
        fault(Refusal.VOUCHER_DATES_DIFFER, row.written(date, words) + " is not " + open.date);
        return true;
    }

    private void fault(Refusal refusal, String text) {
        faults.add(refusal, row.line(), text);
        open.isSound = false;
    }

    private void begin() {
        open = new VoucherDraft(row.line(), row.text(word, words), row.text(number, words));
        open.writtenWord = row.written(word, words);
        open.writtenNumber = row.written(number, words);
        open.date = row.written(date, words);
        open.day = Day.of(row.text(date, words));
        String said = CellText.label(text("void"));
        open.isVoid = !said.isEmpty() && vocabulary.voids().contains(said);
        if (open.isVoid) {
            return;
        }
        if (open.number.isEmpty()) {
            fault(Refusal.VOUCHER_NUMBER_IS_MISSING, row.shortly());
        }
        if (open.day.isEmpty()) {
            fault(Refusal.DATE_IS_NOT_READABLE, open.date.isEmpty() ? row.shortly() : open.date);
        } else if (!isInItsPeriod(open.day.get())) {
            fault(Refusal.VOUCHER_DATES_DIFFER, open.date + " is not in period "
                    + text("year") + " " + text("period"));
        }
        head();
    }

    /** What a voucher says beside its lines. */
    private void head() {
        open.preparer = text("preparer");
        open.reviewer = text("reviewer");
        open.corrects = text("corrects");
        open.why = text("why");
        open.rule = columns.has("rule") && !text("rule").isEmpty() ? text("rule") : open.rule;
        open.keys = columns.has("keys") ? Stream.of(text("keys").split("[\\r\\n]+"))
                .filter(key -> !key.isBlank()).toList() : open.keys;
        try {
            open.attachments = LineDetails.whole(text("attachments"));
            String kind = text("kind");
            open.kind = kind.isEmpty() ? open.kind
                    : JournalEntry.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            fault(Refusal.CELL_IS_NOT_UNDERSTOOD, wrong.getMessage());
        }
    }

    /** Where the table names year and period, the date lies in them. */
    private boolean isInItsPeriod(LocalDate day) {
        String period = text("period");
        String year = text("year");
        if (period.isEmpty() && year.isEmpty()) {
            return true;
        }
        long month = FixedPoint.parse(lastDigits(period), 0);
        return (year.isEmpty() || FixedPoint.parse(lastDigits(year), 0) == day.getYear())
                && (period.isEmpty() || month == day.getMonthValue());
    }

    /** "2026-03", "202603", "2026年3期", "3": the period is what stands last. */
    private static String lastDigits(String cell) {
        String bare = cell.replaceAll("[^0-9]+$", "");
        String last = bare.replaceAll("^.*[^0-9]", "");
        return last.length() == 6 ? last.substring(4) : last;
    }

    private String text(String thing) {
        return row.text(columns.of(thing), words);
    }

    private void line() {
        if (open.isVoid) {
            return;
        }
        if (check.hasFormula(row) || check.isUnfit(row)) {
            open.isSound = false;
            return;
        }
        String said = row.text(summary, words);
        String own = memo < 0 ? "" : row.text(memo, words);
        if (open.summary.isEmpty()) {
            open.summary = said;
        }
        Optional<Posting> line = lines.read(row,
                !own.isEmpty() ? own : said.equals(open.summary) ? "" : said);
        if (line.isEmpty()) {
            open.isSound = false;
        } else if (open.postings.size() < MOST_LINES) {
            open.postings.add(line.get());
        } else {
            fault(Refusal.VOUCHER_IS_TOO_LONG, "more than " + MOST_LINES + " lines");
        }
    }

    private void finish(VoucherFile.Taker taker) {
        VoucherDraft done = open;
        open = VoucherDraft.NONE;
        if (done == VoucherDraft.NONE || done.isVoid) {
            voids += done.isVoid ? 1 : 0;
            return;
        }
        String full = done.fullNumber();
        String inFile = columns.layout.numbersBeginAnewMonthly() && done.day.isPresent()
                ? Period.of(done.day.get()) + "/" + full : full;
        if (!done.number.isEmpty() && !numbers.add(inFile)) {
            faults.add(Refusal.VOUCHER_NUMBER_TWICE_IN_THE_FILE, done.line, full);
        } else if (done.isSound) {
            taker.take(done.voucher());
        }
    }
}
