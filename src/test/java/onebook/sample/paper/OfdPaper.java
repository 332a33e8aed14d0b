package onebook.sample.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onebook.sample.Bill;
import onebook.sample.Dice;
import onebook.sample.Fen;
import onebook.sample.paper.Drawing.Mark;

/** Writes a drawing as OFD: what every form has on a template, values on the page. */
final class OfdPaper {
    private static final double MM = 25.4 / 72;
    private static final List<String> LINE_TAGS = List.of("Item", "Specification",
            "MeasurementDimension", "TaxScheme", "Amount", "TaxAmount", "Price", "Quantity");

    private final Bill bill;
    private final Drawing drawing;
    private final Dice dice;
    private final OfdFrame frame = new OfdFrame();
    private final Map<Drawing.Text, Integer> values = new LinkedHashMap<>();
    private int id = 100;

    private OfdPaper(Bill bill, Drawing drawing, Dice dice) {
        this.bill = bill;
        this.drawing = drawing;
        this.dice = dice;
    }

    /** Tags point at the text objects of the page. */
    static byte[] tagged(Bill bill, Drawing drawing, Dice dice) throws IOException {
        OfdPaper paper = new OfdPaper(bill, drawing, dice);
        paper.pages("<CustomTags>Tags/CustomTags.xml</CustomTags>");
        paper.frame.tags(paper.tags());
        return Zip.of(paper.frame.files());
    }

    /** The invoice's own XML is attached. */
    static byte[] attached(Bill bill, Drawing drawing, Dice dice, String qr) throws IOException {
        OfdPaper paper = new OfdPaper(bill, drawing, dice);
        paper.pages("<Attachments>Attachs/Attachments.xml</Attachments>");
        paper.frame.original(new OriginalInvoice(bill, dice).text(qr));
        return Zip.of(paper.frame.files());
    }

    private void pages(String more) throws IOException {
        frame.root(dice.hex(32).toLowerCase(Locale.ROOT), bill.date().toString(),
                "发票号码", bill.number(), "合计金额", Fen.text(bill.net()),
                "开票日期", InvoiceDrawing.day(bill.date()));
        frame.document(box(), more);
        List<Mark> fixed = new ArrayList<>();
        List<Mark> own = new ArrayList<>();
        for (Mark mark : drawing.marks) {
            boolean value = mark instanceof Drawing.Grid
                    || mark instanceof Drawing.Text text && text.colour() == Drawing.BLACK;
            (value ? own : fixed).add(mark);
        }
        frame.put("Doc_0/Tpls/Tpl_0/Content.xml", page("", fixed));
        frame.put("Doc_0/Pages/Page_0/Content.xml",
                page("<Template TemplateID=\"1\" ZOrder=\"Background\"/>", own));
    }

    private String box() {
        return "0 0 " + mm(drawing.width, drawing.height);
    }

    private static String mm(double... points) {
        StringBuilder out = new StringBuilder();
        for (double point : points) {
            out.append(' ').append(String.format(Locale.ROOT, "%.4f", point * MM)
                    .replaceFirst("\\.?0+$", ""));
        }
        return out.substring(1);
    }

    private String page(String template, List<Mark> marks) throws IOException {
        StringBuilder out = new StringBuilder("<Page><Area><PhysicalBox>" + box()
                + "</PhysicalBox></Area>" + template + "<Content><Layer ID=\"" + id++ + "\">");
        for (Mark mark : marks) {
            if (mark instanceof Drawing.Text text) {
                values.put(text, id);
                out.append(text(text));
            } else if (mark instanceof Drawing.Stroke stroke) {
                out.append(path(stroke));
            } else if (mark instanceof Drawing.Grid grid) {
                out.append(grid(grid));
            }
        }
        return out.append("</Layer></Content></Page>").toString();
    }

    private String text(Drawing.Text text) {
        double size = text.size();
        String deltas = mm(text.text().codePoints().mapToDouble(c -> Glyphs.advance(c) * size)
                .limit(text.text().length() - 1L).toArray(), "");
        return "<TextObject ID=\"%d\" Boundary=\"%s\" Font=\"5\" Size=\"%s\">%s".formatted(id++,
                mm(text.x(), text.y() - size, Glyphs.width(text.text(), size) + 2, size * 1.4),
                mm(size), text.colour() == Drawing.BLACK ? "" : "<FillColor Value=\"128 0 0\"/>")
                + "<TextCode X=\"0\" Y=\"%s\"%s>%s</TextCode></TextObject>".formatted(mm(size),
                deltas, Markup.escaped(text.text()));
    }

    /** DeltaX="3.1 3.1 1.6", or nothing where one letter stands alone. */
    private static String mm(double[] steps, String none) {
        return steps.length == 0 ? none : " DeltaX=\"" + mm(steps) + "\"";
    }

    private String path(Drawing.Stroke stroke) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < stroke.points().length; i += 2) {
            data.append(i == 0 ? "M " : " L ")
                    .append(mm(stroke.points()[i], stroke.points()[i + 1]));
        }
        return ("<PathObject ID=\"%d\" Boundary=\"%s\" LineWidth=\"%s\">"
                + "<StrokeColor Value=\"128 0 0\"/>"
                + "<AbbreviatedData>%s</AbbreviatedData></PathObject>")
                .formatted(id++, box(), mm(stroke.width()), data);
    }

    private String grid(Drawing.Grid grid) throws IOException {
        Drawing alone = new Drawing(grid.side(), grid.side());
        alone.marks.add(new Drawing.Grid(0, 0, grid.side(), grid.dots()));
        BufferedImage image = Raster.of(alone, 180);
        frame.files().put("Doc_0/Res/image_9.png", Scan.png(image));
        String side = mm(grid.side());
        return "<ImageObject ID=\"%d\" CTM=\"%s 0 0 %s 0 0\" Boundary=\"%s\" ResourceID=\"9\"/>"
                .formatted(id++, side, side, mm(grid.x(), grid.y(), grid.side(), grid.side()));
    }

    private String tags() {
        StringBuilder out = new StringBuilder();
        out.append(tag("InvoiceNo", "InvoiceNo")).append(tag("IssueDate", "IssueDate"));
        for (String side : List.of("Buyer", "Seller")) {
            out.append('<').append(side).append('>').append(tag(side + "Name", side + "Name"))
                    .append(tag(side + "TaxID", side + "TaxID")).append("</" + side + ">");
        }
        for (String sum : List.of("TaxExclusiveTotalAmount", "TaxTotalAmount",
                "TaxInclusiveTotalAmount", "InvoiceClerk")) {
            out.append(tag(sum, sum));
        }
        for (int i = 0; i < bill.lines().size(); i++) {
            for (String of : LINE_TAGS) {
                out.append(tag(of, of + ":" + i));
            }
        }
        return out.append(tag("Note", "Note")).toString();
    }

    /** One reference for each text object of the value: a wrapped name has several. */
    private String tag(String name, String field) {
        StringBuilder out = new StringBuilder();
        values.forEach((text, object) -> {
            if (text.field().equals(field)) {
                out.append("<ObjectRef PageRef=\"" + OfdFrame.PAGE + "\">").append(object)
                        .append("</ObjectRef>");
            }
        });
        return out.length() == 0 ? "" : "<" + name + ">" + out + "</" + name + ">";
    }
}
