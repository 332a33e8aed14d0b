package onebook.sample;

/**
 * One line of an invoice, amounts in fen.
 *
 * @param quantity as printed; empty on a discount line
 * @param percent rate of tax
 */
public record BillLine(Ware ware, String quantity, String unitPrice, long net, int percent,
        long tax) {

    /** "*纸制品*复印纸" */
    public String name() {
        return "*" + ware.category() + "*" + ware.name();
    }

    public long gross() {
        return net + tax;
    }

    /** The same line on a red-letter invoice. */
    BillLine red() {
        return new BillLine(ware, "-" + quantity, unitPrice, -net, percent, -tax);
    }
}
