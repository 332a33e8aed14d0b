package onebook.robot;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.words.Sentence;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * The balances a book begins with, out of a sheet with the header
 * 科目编码 | 科目名称 | 往来单位 | 借方余额 | 贷方余额 and one row per account and party.
 */
final class OpeningBalances {
    private static final int LONGEST_NAME = 200;

    private OpeningBalances() { }

    /** The opening entries, dated the first day of the book: one, or as many as it takes. */
    static List<Proposal> read(Path sheet, String documentId, Period from) {
        List<List<Posting>> vouchers = OpeningVouchers.of(lines(sheet));
        List<Proposal> drafts = new ArrayList<>();
        for (List<Posting> lines : vouchers) {
            int place = drafts.size() + 1;
            String id = id(from) + (place == 1 ? "" : "#" + place);
            String summary = vouchers.size() == 1 ? "期初余额"
                    : "期初余额 " + place + "/" + vouchers.size();
            Evidence source =
                    Evidence.ofField(documentId, "opening", sheet.getFileName().toString());
            drafts.add(new Proposal(id, from.firstDay(), JournalEntry.Kind.OPENING, summary, lines,
                    List.of(source), "opening-balances", Sentence.of("entry.opening").chinese(),
                    List.of(id), Optional.empty()));
        }
        return drafts;
    }

    /** The proposal that the first opening entry of a book comes from. */
    static String id(Period from) {
        return "opening:" + from;
    }

    private static List<Posting> lines(Path sheet) {
        List<Posting> lines = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(sheet.toFile(), null, true)) {
            for (Row row : workbook.getSheetAt(0)) {
                String code = text(row.getCell(0)).trim();
                if (code.matches("[0-9]{4}(\\.[0-9]{2,4})*")) {
                    line(row, code, Side.DEBIT, 3).ifPresent(lines::add);
                    line(row, code, Side.CREDIT, 4).ifPresent(lines::add);
                }
            }
            return lines;
        } catch (IOException | RuntimeException broken) {
            throw new RefusedException(Refusal.FILE_IS_BROKEN,
                    "opening balances: " + broken.getMessage());
        }
    }

    private static Optional<Posting> line(Row row, String code, Side side, int column) {
        Money amount = amount(row.getCell(column));
        String party = text(row.getCell(2)).trim();
        if (party.length() > LONGEST_NAME
                || !StandardCharsets.UTF_8.newEncoder().canEncode(party)) {
            throw new IllegalArgumentException(
                    "row " + (row.getRowNum() + 1) + " has no proper name of a party");
        }
        return amount.isZero() ? Optional.empty()
                : Optional.of(new Posting(AccountCode.of(code), side, amount, party));
    }

    private static Money amount(Cell cell) {
        String text = text(cell).replace(",", "").trim();
        return text.isEmpty() ? Money.ZERO : Money.of(new BigDecimal(text), Money.CNY);
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getCellType() == CellType.FORMULA) {
            return "";
        }
        // A numeric cell holds a binary fraction; its shortest decimal form is what was typed.
        return cell.getCellType() == CellType.NUMERIC
                ? BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString()
                : cell.getStringCellValue();
    }
}
