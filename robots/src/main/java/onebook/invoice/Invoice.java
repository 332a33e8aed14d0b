package onebook.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;

/**
 * An invoice as printed. Red-letter invoices have negative amounts.
 *
 * @param type vat-special (专票), vat-ordinary (普票), rail-ticket or commercial (no Chinese tax
 * invoice)
 * @param code 发票代码 of older invoices; empty for 数电票
 * @param original number of the blue invoice that a red one takes back
 * @param remark 备注
 */
public record Invoice(
        String type, String code, String number, LocalDate date, Party seller, Party buyer,
        Money net, Money tax, Money gross, List<InvoiceLine> lines, Optional<String> original,
        String remark) {

    /** Name and 纳税人识别号; either may be empty (a natural person has no tax number). */
    public record Party(String name, String taxId) { }

    public Invoice {
        lines = List.copyOf(lines);
    }

    /** What is booked only once: the 20-digit number, or code and number. */
    public String key() {
        return "invoice:" + (code.isEmpty() ? number : code + "|" + number);
    }

    public boolean isRed() {
        return gross.isNegative();
    }

    /** True for 数电票, which exist as files only: any paper of one is a print. */
    public boolean isElectronic() {
        return code.isEmpty() && number.matches("[0-9]{20}");
    }

    public boolean isSpecial() {
        return type.equals("vat-special");
    }
}
