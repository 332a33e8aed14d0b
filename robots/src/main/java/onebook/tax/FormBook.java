package onebook.tax;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Money;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook being filled. Each formula is given with the amount it must yield; {@link #save} first
 * evaluates all of them and refuses to write where one yields something else.
 */
final class FormBook implements AutoCloseable {
    private record Expected(XSSFCell cell, Money amount) { }

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Map<Ink, XSSFCellStyle> styles = new EnumMap<>(Ink.class);
    private final Map<Ink, XSSFCellStyle> guarded = new EnumMap<>(Ink.class);
    private final List<Expected> formulas = new ArrayList<>();

    /** @param dated the day the figures are of; the file says it was made then */
    FormBook(String title, LocalDate dated) {
        var properties = book.getProperties().getCoreProperties();
        properties.setCreated(Optional.of(
                Date.from(dated.atStartOfDay(ZoneOffset.UTC).toInstant())));
        properties.setCreator("OneBook");
        properties.setTitle(title);
    }

    FormSheet sheet(String name) {
        return new FormSheet(this, book.createSheet(name));
    }

    XSSFCellStyle style(Ink ink) {
        return styles.computeIfAbsent(ink, one -> one.style(book));
    }

    /** The same look, and a sign to every spreadsheet that the cell is text even when edited. */
    XSSFCellStyle guardedStyle(Ink ink) {
        return guarded.computeIfAbsent(ink, one -> {
            XSSFCellStyle style = one.style(book);
            style.setQuotePrefixed(true);
            return style;
        });
    }

    void expect(XSSFCell cell, Money amount) {
        formulas.add(new Expected(cell, amount));
    }

    /** Throws {@link IllegalStateException} with the cell whose formula disagrees. */
    void verify() {
        FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
        for (Expected one : formulas) {
            CellValue value = evaluator.evaluate(one.cell());
            if (value.getCellType() != CellType.NUMERIC || !isSame(value, one.amount())) {
                throw new IllegalStateException("%s!%s: %s gives %s, computed was %s".formatted(
                        one.cell().getSheet().getSheetName(),
                        new CellReference(one.cell()).formatAsString(false),
                        one.cell().getCellFormula(), value.formatAsString(), one.amount()));
            }
        }
    }

    private static boolean isSame(CellValue value, Money amount) {
        return new BigDecimal(value.formatAsString()).setScale(2, RoundingMode.HALF_UP)
                .equals(amount.toDecimal());
    }

    /** Verifies, then writes beside the target and moves into place: never half a file. */
    void save(Path target) throws IOException {
        verify();
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, ".onebook-", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(half)) {
                book.write(out);
            }
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    XSSFWorkbook poi() {
        return book;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
