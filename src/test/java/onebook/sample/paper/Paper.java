package onebook.sample.paper;

import java.io.IOException;
import onebook.sample.Bill;
import onebook.sample.Commercial;
import onebook.sample.Dice;
import onebook.sample.Fen;
import onebook.sample.RailTicket;

/** Every form a document can come in, as bytes. */
public final class Paper {
    private final Bill bill;
    private final Dice dice;
    private final String qr;
    private final Look look;
    private final Drawing drawing;

    /** @param seed the same for every document of one company */
    public Paper(Bill bill, long seed) {
        this.bill = bill;
        this.dice = new Dice(seed, bill.code() + bill.number());
        this.qr = bill.qr(dice.digits(20), dice.hex(4));
        int turn = Math.floorMod(bill.seller().taxId().hashCode(), 3);
        this.look = Look.of(new Dice(seed, "look" + turn), turn);
        this.drawing = InvoiceDrawing.of(bill, look, qr);
    }

    public byte[] xml() {
        return XmlPaper.of(bill, dice);
    }

    public byte[] pdf() throws IOException {
        return PdfPaper.of(look.shuffled() ? drawing.shuffled() : drawing, "", "");
    }

    public byte[] ofd() throws IOException {
        return OfdPaper.tagged(bill, drawing, dice);
    }

    public byte[] olderOfd() throws IOException {
        return OfdPaper.attached(bill, drawing, dice, qr);
    }

    public byte[] scan(boolean png) throws IOException {
        return Scan.of(drawing, dice, png);
    }

    public byte[] hopeless() throws IOException {
        return Scan.hopeless(drawing, dice);
    }

    public static byte[] rail(RailTicket ticket, long seed) throws IOException {
        String qr = String.join(",", "01", "51", "", ticket.number(), Fen.text(ticket.fare()),
                ticket.issued().toString().replace("-", ""), "", new Dice(seed, "rail").hex(4), "");
        return PdfPaper.of(RailDrawing.of(ticket, qr), "rai_issuer_" + ticket.number() + ".xml",
                RailDrawing.xbrl(ticket));
    }

    public static byte[] commercial(Commercial invoice, long seed) throws IOException {
        return Scan.of(CommercialDrawing.of(invoice), new Dice(seed, invoice.number()), true);
    }
}
