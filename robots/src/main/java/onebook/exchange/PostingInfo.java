package onebook.exchange;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Company;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/**
 * 入账信息结构化数据: for each source document how it was booked, as 财会〔2024〕12号 asks. The ten
 * elements of the 电子凭证会计数据标准 stand in its order: entity (2), voucher (4), and for each line
 * the side, the general and the subsidiary ledger account and the amount.
 */
public final class PostingInfo {
    private final Whole book;
    private Period lastMonth;

    public PostingInfo(Whole book) {
        this.book = book;
        this.lastMonth = book.company().from();
    }

    /** The last month that {@link #documents} saw an entry in. */
    public Period lastMonth() {
        return lastMonth;
    }

    /** The entries each document proves, by its SHA-256. */
    public Map<String, List<EntryNumber>> documents() {
        Map<String, List<EntryNumber>> documents = new TreeMap<>();
        book.each(entry -> {
            lastMonth = entry.period();
            entry.evidence().stream().map(Evidence::document)
                    .filter(document -> !document.isEmpty()).distinct().forEach(document ->
                            documents.computeIfAbsent(document, key -> new ArrayList<>(1))
                                    .add(entry.number()));
        });
        return documents;
    }

    /** @param name the file name the document came with */
    public void write(String document, String name, List<EntryNumber> entries, OutputStream out) {
        Company company = book.company();
        try (XmlText xml = new XmlText(out, StandardCharsets.UTF_8)) {
            xml.open("PostingInformation", Map.of());
            xml.element("UnifiedSocialCreditCodeOfAccountingEntity", company.taxId());
            xml.element("NameOfAccountingEntity", company.name());
            Map<String, String> source = new LinkedHashMap<>();
            source.put("sha256", document);
            source.put("name", name);
            xml.empty("SourceDocument", source);
            for (EntryNumber number : entries) {
                book.records().find(number).ifPresent(entry -> voucher(entry, xml));
            }
            xml.close("PostingInformation");
        }
    }

    private void voucher(JournalEntry entry, XmlText xml) {
        xml.open("AccountingDocument", Map.of());
        xml.element("NumberOfAccountingDocuments", entry.number().toString());
        xml.element("PostingDate", entry.date().toString());
        xml.element("AccountingPeriod", entry.period().toString());
        xml.element("SummaryOfAccountingDocuments", entry.summary());
        for (Posting line : entry.postings()) {
            xml.open("Entry", Map.of());
            xml.element("DebitOrCredit", line.side() == Side.DEBIT ? "借" : "贷");
            xml.element("NameOfGeneralLedgerSubject", name(top(line.account())));
            xml.element("NameOfSubsidiaryLedgerSubject", below(line));
            xml.element("RecordedAmount", line.amount().toString());
            xml.close("Entry");
        }
        xml.close("AccountingDocument");
    }

    /** The names below the first level and the party: 应交增值税-进项税额, or a customer. */
    private String below(Posting line) {
        List<String> names = new ArrayList<>();
        AccountCode code = line.account();
        while (code.parent().isPresent()) {
            names.add(0, name(code));
            code = code.parent().get();
        }
        if (!line.party().isEmpty()) {
            names.add(line.party());
        }
        return String.join("-", names);
    }

    private String name(AccountCode code) {
        return book.chart().find(code).map(Account::name).orElse(code.value());
    }

    private static AccountCode top(AccountCode code) {
        return code.parent().map(PostingInfo::top).orElse(code);
    }
}
