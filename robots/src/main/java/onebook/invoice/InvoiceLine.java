package onebook.invoice;

import onebook.ledger.Money;

/**
 * One line of an invoice.
 *
 * @param name as printed, "*计算机外部设备*激光打印机"
 * @param quantity as printed, up to 13 decimals; may be empty
 * @param rate "0.01", or 免税, 不征税, ***
 */
public record InvoiceLine(String name, String spec, String unit, String quantity, String unitPrice,
        Money net, String rate, Money tax) {

    /** The tax classification's short name between asterisks; empty where the name has none. */
    public String category() {
        int end = name.indexOf('*', 1);
        return name.startsWith("*") && end > 1 ? name.substring(1, end) : "";
    }
}
