package onebook.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;

/**
 * What one entry sold at one rate, on one side of the form.
 *
 * @param invoiceNumber empty where no invoice was issued
 * @param special 专票
 * @param service true for 服务、不动产和无形资产, false for 货物及劳务
 * @param net negative on a red invoice
 * @param tax as booked
 * @param rate 0.01 or 0.03; zero for sales that are free of tax by law
 * @param issuedInvoice false for 未开票收入
 */
public record SalesLine(
        EntryNumber entry, String invoiceNumber, LocalDate date, boolean special, boolean service,
        Money net, Money tax, BigDecimal rate, boolean issuedInvoice) {

    boolean isAt(BigDecimal other) {
        return rate.compareTo(other) == 0;
    }

    boolean isFreeByLaw() {
        return rate.signum() == 0;
    }
}
