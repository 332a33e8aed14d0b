package onebook.document.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import onebook.document.Refused;
import onebook.ledger.Refusal;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;

/**
 * Rows of an Excel 97-2003 workbook. Numbers come as plain decimals, dates as a spreadsheet's day
 * numbers.
 */
final class XlsRows {
    private static final int MAX_BYTES = 20_000_000;

    private XlsRows() { }

    static List<Sheet> read(byte[] bytes) throws Refused {
        if (bytes.length > MAX_BYTES) {
            throw new Refused(Refusal.FILE_IS_TOO_LARGE,
                    "an .xls of more than 20 MB is not read; save it as .xlsx");
        }
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (files.getRoot().hasEntry("EncryptedPackage")) {
                throw new Refused(Refusal.FILE_IS_ENCRYPTED,
                        "the workbook is locked with a password");
            }
            if (!files.getRoot().hasEntry("Workbook") && !files.getRoot().hasEntry("Book")) {
                throw new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT,
                        "an old office file, but no workbook");
            }
            return sheets(files);
        } catch (EncryptedDocumentException locked) {
            throw new Refused(Refusal.FILE_IS_ENCRYPTED,
                    "the workbook is locked with a password");
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "the workbook cannot be opened");
        }
    }

    private static List<Sheet> sheets(POIFSFileSystem files) throws IOException, Refused {
        List<Sheet> sheets = new ArrayList<>();
        try (HSSFWorkbook workbook = new HSSFWorkbook(files)) {
            if (workbook.getInternalWorkbook().isUsing1904DateWindowing()) {
                throw new Refused(Refusal.NOT_READABLE,
                        "the workbook counts days from 1904; save it as CSV");
            }
            for (org.apache.poi.ss.usermodel.Sheet from : workbook) {
                sheets.add(sheet(from));
            }
        }
        return sheets;
    }

    private static Sheet sheet(org.apache.poi.ss.usermodel.Sheet from) throws Refused {
        Sheet sheet = new Sheet(from.getSheetName());
        for (org.apache.poi.ss.usermodel.Row row : from) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getLastCellNum(); i++) {
                Cell cell = row.getCell(i);
                cells.add(cell == null ? "" : text(cell));
            }
            sheet.add(row.getRowNum() + 1, cells);
        }
        return sheet;
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros()
                    .toPlainString();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case FORMULA -> "=" + cell.getCellFormula();
            default -> "";
        };
    }
}
