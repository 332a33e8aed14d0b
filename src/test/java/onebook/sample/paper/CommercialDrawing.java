package onebook.sample.paper;

import java.time.LocalDate;
import onebook.sample.Commercial;
import onebook.sample.Fen;

/** A plain English invoice on A4. */
final class CommercialDrawing {
    private CommercialDrawing() { }

    static Drawing of(Commercial invoice) {
        Drawing page = new Drawing(595, 500);
        text(page, 50, 62, 22, invoice.vendor());
        text(page, 50, 80, 10, invoice.address());
        text(page, 430, 62, 22, "INVOICE");
        text(page, 50, 130, 11, "Invoice No.: " + invoice.number());
        text(page, 50, 148, 11, "Invoice Date: " + iso(invoice.date()));
        text(page, 50, 166, 11, "Currency: CNY");
        text(page, 300, 130, 11, "Bill To:");
        text(page, 300, 148, 11, invoice.buyer());
        text(page, 300, 166, 11, "Tax ID: " + invoice.buyerTaxId());
        text(page, 300, 184, 11, invoice.buyerCity());
        rule(page, 215);
        text(page, 50, 232, 11, "Description");
        text(page, 330, 232, 11, "Quantity");
        text(page, 400, 232, 11, "Unit Price");
        text(page, 500, 232, 11, "Amount");
        rule(page, 242);
        text(page, 50, 262, 11, invoice.item());
        right(page, 375, 262, String.valueOf(invoice.seats()));
        right(page, 460, 262, Fen.grouped(invoice.each()));
        right(page, 545, 262, Fen.grouped(invoice.subtotal()));
        rule(page, 276);
        sum(page, 300, "Subtotal", invoice.subtotal());
        sum(page, 320, "Tax (0%)", 0);
        rule(page, 330);
        sum(page, 348, "Total (CNY)", invoice.subtotal());
        text(page, 50, 400, 10, "Payment is due within 30 days. Please quote the invoice number.");
        text(page, 50, 416, 10, "Thank you for your business.");
        return page;
    }

    private static String iso(LocalDate date) {
        return date.toString();
    }

    private static void sum(Drawing page, double y, String name, long fen) {
        text(page, 360, y, 11, name);
        right(page, 545, y, Fen.grouped(fen));
    }

    private static void text(Drawing page, double x, double y, double size, String text) {
        page.value(x, y, size, text, "");
    }

    private static void right(Drawing page, double x, double y, String text) {
        page.right(x, y, 11, text, "");
    }

    private static void rule(Drawing page, double y) {
        page.marks.add(new Drawing.Stroke(0.8, Drawing.BLACK, 50, y, 545, y));
    }
}
