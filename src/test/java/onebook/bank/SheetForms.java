package onebook.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onebook.document.Refused;
import onebook.document.table.TableFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the rows of a sample in other forms. Row numbers stay what they are. */
final class SheetForms {
    private SheetForms() { }

    static List<List<String>> rows(Path sample) {
        try {
            List<List<String>> rows = new ArrayList<>();
            for (onebook.document.table.Row row : TableFile.open(sample).sheets().get(0).rows()) {
                while (rows.size() < row.number()) {
                    rows.add(new ArrayList<>());
                }
                rows.set(row.number() - 1, row.cells());
            }
            return rows;
        } catch (Refused broken) {
            throw new AssertionError(broken);
        }
    }

    static Path workbook(List<List<String>> rows, boolean isNew, boolean hasNumbers, Path to)
            throws IOException {
        try (Workbook workbook = isNew ? new XSSFWorkbook()
                : new HSSFWorkbook(); OutputStream out = Files.newOutputStream(to)) {
            workbook.createSheet("说明");
            Sheet sheet = workbook.createSheet("明细");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    fill(sheet, r, c, rows.get(r).get(c), hasNumbers);
                }
            }
            workbook.write(out);
        }
        return to;
    }

    private static void fill(Sheet sheet, int r, int c, String text, boolean hasNumbers) {
        org.apache.poi.ss.usermodel.Row row = sheet.getRow(r) == null ? sheet.createRow(r)
                : sheet.getRow(r);
        Cell cell = row.createCell(c);
        if (text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
        } else if (hasNumbers && text.matches("[+-]?[0-9]{1,3}(,?[0-9]{3}){0,2}\\.[0-9]{2}")) {
            cell.setCellValue(new BigDecimal(text.replace(",", "")).doubleValue());
        } else {
            cell.setCellValue(text);
        }
    }

    static String html(List<List<String>> rows) {
        return "<html><head><style>td {mso-number-format:'\\@'}</style></head><body><table>"
                + rows.stream()
                .map(row -> row.stream().map(cell -> "<td x:str>" + escaped(cell) + "&nbsp;</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .map(row -> row.equals("<tr></tr>") ? "<tr><td></td></tr>" : row)
                .collect(Collectors.joining("\n")) + "</table></body></html>";
    }

    static String spreadsheet2003(List<List<String>> rows) {
        return "<?xml version=\"1.0\"?>"
                + "<Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                + "<Worksheet><Table>"
                + rows.stream().map(SheetForms::row2003).collect(Collectors.joining("\n"))
                + "</Table></Worksheet></Workbook>";
    }

    /** Leaves blank cells out and numbers the next one, as Excel does. */
    private static String row2003(List<String> row) {
        StringBuilder text = new StringBuilder("<Row>");
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                text.append("<Cell ss:Index=\"").append(i + 1)
                        .append("\"><Data ss:Type=\"String\">")
                        .append(escaped(row.get(i))).append("</Data></Cell>");
            }
        }
        return text.append(text.length() == 5 ? "<Cell><Data/></Cell>" : "").append("</Row>")
                .toString();
    }

    static String tabs(List<List<String>> rows) {
        return rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\r\n"));
    }

    static String commas(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","))).collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
