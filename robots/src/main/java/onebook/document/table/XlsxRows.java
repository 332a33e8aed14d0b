package onebook.document.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import onebook.document.Refused;
import onebook.document.ZipEntries;
import onebook.ledger.Refusal;

/**
 * Rows of an .xlsx workbook, streamed. Cells come as the file states them: numbers as their decimal
 * text, dates as a spreadsheet's day numbers, formulas as "=…" (what they are said to amount to is
 * not believed).
 */
final class XlsxRows {
    private final XlsxParts parts;
    private final List<String> shared = new ArrayList<>();

    private XlsxRows(XlsxParts parts) {
        this.parts = parts;
    }

    static List<Sheet> read(Path path) throws Refused {
        try (ZipEntries zip = ZipEntries.of(path)) {
            return new XlsxRows(new XlsxParts(zip)).sheets();
        } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "the workbook cannot be opened");
        }
    }

    private List<Sheet> sheets() throws IOException, XMLStreamException, Refused {
        Map<String, String> targets = new HashMap<>();
        String workbook = parts.workbook();
        parts.each(XlsxParts.relationsOf(workbook), "Relationship", xml -> targets.put(
                xml.getAttributeValue(null, "Id"),
                XlsxParts.resolve(workbook, xml.getAttributeValue(null, "Target"))));
        Map<String, String> sheetParts = new LinkedHashMap<>();
        parts.each(workbook, "sheet", xml -> sheetParts.put(
                xml.getAttributeValue(null, "name"),
                targets.getOrDefault(XlsxParts.relationId(xml), "")));
        refuse1904(workbook);
        readShared(XlsxParts.resolve(workbook, "sharedStrings.xml"));
        List<Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, String> sheet : sheetParts.entrySet()) {
            if (parts.has(sheet.getValue())) {
                sheets.add(sheet(sheet.getKey(), sheet.getValue()));
            }
        }
        return sheets;
    }

    private void refuse1904(String workbook) throws IOException, XMLStreamException, Refused {
        List<String> flags = new ArrayList<>();
        parts.each(workbook, "workbookPr", xml ->
                flags.add(String.valueOf(xml.getAttributeValue(null, "date1904"))));
        if (flags.contains("1") || flags.contains("true")) {
            throw new Refused(Refusal.NOT_READABLE,
                    "the workbook counts days from 1904; save it as CSV");
        }
    }

    private void readShared(String part) throws IOException, XMLStreamException, Refused {
        if (parts.has(part)) {
            parts.each(part, "si", xml -> shared.add(textUntilEnd(xml)));
        }
    }

    private Sheet sheet(String name, String part) throws IOException, XMLStreamException,
            Refused {
        Sheet sheet = new Sheet(name);
        int[] next = {1};
        parts.each(part, "row", xml -> {
            int number = whole(xml.getAttributeValue(null, "r"), next[0]);
            next[0] = number + 1;
            sheet.add(number, row(xml));
        });
        return sheet;
    }

    private List<String> row(XMLStreamReader xml) throws XMLStreamException, Refused {
        List<String> cells = new ArrayList<>();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("row"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                String text = cell(xml);
                while (cells.size() < column && cells.size() <= Sheet.MAX_COLUMNS) {
                    cells.add("");
                }
                cells.add(text);
                tooWide(cells);
            }
        }
        return cells;
    }

    private static void tooWide(List<String> cells) throws Refused {
        if (cells.size() > Sheet.MAX_COLUMNS) {
            throw new Refused(Refusal.FILE_IS_TOO_LARGE,
                    "a row of more than %d columns".formatted(Sheet.MAX_COLUMNS));
        }
    }

    private String cell(XMLStreamReader xml) throws XMLStreamException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        String value = "";
        String formula = null;
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c"))) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = "=" + textUntilEnd(xml);
                    case "v", "is" -> value = textUntilEnd(xml);
                    default -> { }
                }
            }
        }
        if (formula != null) {
            return formula;
        }
        if (type.equals("s")) {
            int index = whole(value, -1);
            return index >= 0 && index < shared.size() ? shared.get(index) : "";
        }
        return type.equals("e") ? "" : value;
    }

    /** The text of all {@code t} or of the element itself, without phonetic readings. */
    private static String textUntilEnd(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int phonetic = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                phonetic = phonetic == 0 && xml.getLocalName().equals("rPh") ? depth : phonetic;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                phonetic = phonetic == depth ? 0 : phonetic;
                depth--;
            } else if (xml.isCharacters() && phonetic == 0
                    && text.length() < Sheet.MAX_CELL_LENGTH) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    /** "AB12" is column 27; without a reference a cell follows the one before. */
    private static int column(String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i))
                && i < 4; i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        }
        return Math.max(column - 1, next);
    }

    private static int whole(String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : otherwise;
    }
}
