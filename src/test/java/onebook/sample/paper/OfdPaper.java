package onebook.sample.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String NS = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final double MM = 25.4 / 72;
    private static final int PAGE = 61;

    private final Bill bill;
    private final Drawing drawing;
    private final Dice dice;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
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
        paper.frame("<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>");
        paper.put("Doc_0/Tags/CustomTags.xml", "<ofd:CustomTags" + NS + "><ofd:CustomTag TypeID=\"root\">"
                + "<ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>");
        paper.put("Doc_0/Tags/CustomTag.xml", paper.tags());
        return Zip.of(paper.files);
    }

    /** The invoice's own XML is attached. */
    static byte[] attached(Bill bill, Drawing drawing, Dice dice, String qr) throws IOException {
        OfdPaper paper = new OfdPaper(bill, drawing, dice);
        paper.frame("<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>");
        paper.put("Doc_0/Attachs/Attachments.xml", "<ofd:Attachments" + NS + "><ofd:Attachment "
                + "Name=\"original_invoice\" Format=\"xml\" Visible=\"false\"><ofd:FileLoc>original_invoice.xml"
                + "</ofd:FileLoc></ofd:Attachment></ofd:Attachments>");
        paper.files.put("Doc_0/Attachs/original_invoice.xml",
                new OriginalInvoice(bill, dice).text(qr).getBytes(StandardCharsets.UTF_8));
        return Zip.of(paper.files);
    }

    private void put(String name, String xml) {
        files.put(name, (DECLARATION + xml).getBytes(StandardCharsets.UTF_8));
    }

    private void frame(String more) throws IOException {
        put("OFD.xml", "<ofd:OFD" + NS + " DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>"
                + dice.hex(32).toLowerCase(Locale.ROOT) + "</ofd:DocID><ofd:Author>China Tax</ofd:Author><ofd:CreationDate>"
                + bill.date() + "</ofd:CreationDate><ofd:CustomDatas>" + customData()
                + "</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        put("Doc_0/Document.xml", "<ofd:Document" + NS + "><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>"
                + "<ofd:PageArea>" + box() + "</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
                + "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes><ofd:TemplatePage ID=\"1\" "
                + "BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages><ofd:Page ID=\"" + PAGE
                + "\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>" + more + "</ofd:Document>");
        put("Doc_0/PublicRes.xml", "<ofd:Res" + NS + "><ofd:Fonts><ofd:Font ID=\"5\" FontName=\"宋体\" "
                + "FamilyName=\"SimSun\"/></ofd:Fonts></ofd:Res>");
        put("Doc_0/DocumentRes.xml", "<ofd:Res" + NS + " BaseLoc=\"Res\"><ofd:MultiMedias><ofd:MultiMedia ID=\"9\" "
                + "Type=\"Image\" Format=\"PNG\"><ofd:MediaFile>image_9.png</ofd:MediaFile></ofd:MultiMedia>"
                + "</ofd:MultiMedias></ofd:Res>");
        List<Mark> fixed = new ArrayList<>();
        List<Mark> own = new ArrayList<>();
        for (Mark mark : drawing.marks) {
            boolean value = mark instanceof Drawing.Grid
                    || mark instanceof Drawing.Text text && text.colour() == Drawing.BLACK;
            (value ? own : fixed).add(mark);
        }
        put("Doc_0/Tpls/Tpl_0/Content.xml", page("", fixed));
        put("Doc_0/Pages/Page_0/Content.xml",
                page("<ofd:Template TemplateID=\"1\" ZOrder=\"Background\"/>", own));
    }

    private String customData() {
        String name = "<ofd:CustomData Name=\"";
        return name + "发票号码\">" + bill.number() + "</ofd:CustomData>" + name + "合计金额\">"
                + Fen.text(bill.net()) + "</ofd:CustomData>" + name + "开票日期\">"
                + InvoiceDrawing.day(bill.date()) + "</ofd:CustomData>";
    }

    private String box() {
        return "<ofd:PhysicalBox>0 0 " + mm(drawing.width) + " " + mm(drawing.height) + "</ofd:PhysicalBox>";
    }

    private static String mm(double points) {
        return String.format(Locale.ROOT, "%.4f", points * MM).replaceFirst("\\.?0+$", "");
    }

    private String page(String template, List<Mark> marks) throws IOException {
        StringBuilder out = new StringBuilder("<ofd:Page" + NS + "><ofd:Area>" + box() + "</ofd:Area>" + template
                + "<ofd:Content><ofd:Layer ID=\"" + id++ + "\">");
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
        return out.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
    }

    private String text(Drawing.Text text) {
        double width = Glyphs.width(text.text(), text.size()) + 2;
        StringBuilder steps = new StringBuilder();
        text.text().codePoints().limit(text.text().length() - 1L)
                .forEach(c -> steps.append(' ').append(mm(Glyphs.advance(c) * text.size())));
        String colour = text.colour() == Drawing.BLACK ? "" : "<ofd:FillColor Value=\"128 0 0\"/>";
        return "<ofd:TextObject ID=\"" + id++ + "\" Boundary=\"" + mm(text.x()) + " " + mm(text.y() - text.size())
                + " " + mm(width) + " " + mm(text.size() * 1.4) + "\" Font=\"5\" Size=\"" + mm(text.size()) + "\">"
                + colour + "<ofd:TextCode X=\"0\" Y=\"" + mm(text.size()) + "\""
                + (steps.length() == 0 ? "" : " DeltaX=\"" + steps.substring(1) + "\"") + ">"
                + Markup.escaped(text.text()) + "</ofd:TextCode></ofd:TextObject>";
    }

    private String path(Drawing.Stroke stroke) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < stroke.points().length; i += 2) {
            data.append(i == 0 ? "M " : "L ").append(mm(stroke.points()[i])).append(' ')
                    .append(mm(stroke.points()[i + 1])).append(' ');
        }
        return "<ofd:PathObject ID=\"" + id++ + "\" Boundary=\"0 0 " + mm(drawing.width) + " " + mm(drawing.height)
                + "\" LineWidth=\"" + mm(stroke.width()) + "\"><ofd:StrokeColor Value=\"128 0 0\"/>"
                + "<ofd:AbbreviatedData>" + data.toString().trim() + "</ofd:AbbreviatedData></ofd:PathObject>";
    }

    private String grid(Drawing.Grid grid) throws IOException {
        Drawing alone = new Drawing(grid.side(), grid.side());
        alone.marks.add(new Drawing.Grid(0, 0, grid.side(), grid.dots()));
        BufferedImage image = Raster.of(alone, 180);
        files.put("Doc_0/Res/image_9.png", Scan.png(image));
        return "<ofd:ImageObject ID=\"" + id++ + "\" CTM=\"" + mm(grid.side()) + " 0 0 " + mm(grid.side())
                + " 0 0\" Boundary=\"" + mm(grid.x()) + " " + mm(grid.y()) + " " + mm(grid.side()) + " "
                + mm(grid.side()) + "\" ResourceID=\"9\"/>";
    }

    private String tags() {
        StringBuilder out = new StringBuilder("<ofd:root" + NS + " version=\"1.0\">");
        out.append(tag("InvoiceNo", "InvoiceNo")).append(tag("IssueDate", "IssueDate"));
        for (String side : List.of("Buyer", "Seller")) {
            out.append("<ofd:").append(side).append('>').append(tag(side + "Name", side + "Name"))
                    .append(tag(side + "TaxID", side + "TaxID")).append("</ofd:").append(side).append('>');
        }
        for (String sum : List.of("TaxExclusiveTotalAmount", "TaxTotalAmount", "TaxInclusiveTotalAmount",
                "InvoiceClerk")) {
            out.append(tag(sum, sum));
        }
        for (int i = 0; i < bill.lines().size(); i++) {
            for (String of : List.of("Item", "Specification", "MeasurementDimension", "TaxScheme", "Amount",
                    "TaxAmount", "Price", "Quantity")) {
                out.append(tag(of, of + ":" + i));
            }
        }
        return out.append(tag("Note", "Note")).append("</ofd:root>").toString();
    }

    /** One reference for each text object of the value: a wrapped name has several. */
    private String tag(String name, String field) {
        StringBuilder out = new StringBuilder();
        values.forEach((text, object) -> {
            if (text.field().equals(field)) {
                out.append("<ofd:ObjectRef PageRef=\"" + PAGE + "\">").append(object).append("</ofd:ObjectRef>");
            }
        });
        return out.length() == 0 ? "" : "<ofd:" + name + ">" + out + "</ofd:" + name + ">";
    }
}
