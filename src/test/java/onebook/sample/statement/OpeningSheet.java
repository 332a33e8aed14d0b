package onebook.sample.statement;

import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** 科目编码 | 科目名称 | 往来单位 | 借方余额 | 贷方余额 */
public final class OpeningSheet implements AutoCloseable {
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final XSSFSheet sheet = book.createSheet("期初余额");

    public OpeningSheet() {
        SheetStatement.add(sheet, "科目编码", "科目名称", "往来单位", "借方余额", "贷方余额");
    }

    /** @param fen as a debit; a credit is negative, nothing is a debit of 0 */
    public void add(String account, String name, String party, long fen) {
        SheetStatement.add(sheet, account, name, party, fen >= 0 ? (Object) (fen / 100.0) : "",
                fen < 0 ? (Object) (-fen / 100.0) : "");
    }

    public byte[] bytes() throws IOException {
        return SheetStatement.bytes(book);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
