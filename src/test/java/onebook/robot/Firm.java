package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.JournalEntry;

/** A small company in a folder of its own, and the invoices it puts into its inbox. */
public record Firm(String name, String taxId, Path folder) {
    private static final Map<String, Map<String, byte[]>> MADE = new HashMap<>();
    private static final String CUSTOMER = "安徽清升实业有限公司";
    private static final String CUSTOMER_ID = "91340104MA9LP6902C";

    public static Firm first(Path folder) {
        return new Firm("合肥天航照明科技有限公司", "91340104MA828A91X5", folder).prepared();
    }

    public static Firm second(Path folder) {
        return new Firm("合肥中禾实业有限公司", "91340104MAA45F779G", folder).prepared();
    }

    public Path book() {
        return folder.resolve("book.onebook");
    }

    public Path inbox() {
        return folder.resolve("inbox");
    }

    private Firm prepared() {
        try {
            Files.createDirectories(inbox());
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Makes the book; its key takes a second to lock, so the files of a first time are kept. */
    public Firm begin(Clock clock) {
        Map<String, byte[]> made = MADE.computeIfAbsent(name, key -> {
            Desk.create(book(), """
                    name: %s
                    taxId: "%s"
                    taxpayer: small-scale
                    from: 2026-01
                    merchandise: [照明装置]
                    """.formatted(name, taxId), clock, Optional.empty()).close();
            return files();
        });
        made.forEach((file, bytes) -> write(folder.resolve(file), bytes));
        return this;
    }

    /** From now on its key opens at once, as nobody's should. */
    public Firm withQuickKey() {
        try {
            KillTest.quickKey(book());
            return this;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Map<String, byte[]> files() {
        try (Stream<Path> all = Files.list(folder)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An invoice to a customer, one percent tax; {@code last} makes its number. */
    public void sells(int last, String date, int yuan) {
        put("sale-" + last + ".xml", invoice(last, date, yuan, name, taxId, CUSTOMER, CUSTOMER_ID));
    }

    /** An invoice for merchandise from a supplier. */
    void buys(int last, String date, int yuan) {
        put("purchase-" + last + ".xml",
                invoice(last, date, yuan, CUSTOMER, CUSTOMER_ID, name, taxId));
    }

    /** An invoice between two others. */
    public void getsForeign(int last, String date, int yuan) {
        put("foreign-" + last + ".xml", invoice(last, date, yuan, CUSTOMER, CUSTOMER_ID,
                "合肥远和供电有限公司", "91340104MA7437404W"));
    }

    void put(String file, String text) {
        put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void put(String file, byte[] bytes) {
        write(inbox().resolve(file), bytes);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public List<JournalEntry> entries(Clock clock) {
        try (Desk desk = Desk.open(book(), clock)) {
            return desk.entries(EntryFilter.ALL);
        }
    }

    static SortedMap<AccountCode, Balances.Turnover> turnover(Desk desk) {
        return Balances.of(desk.entries(EntryFilter.ALL)).byAccount();
    }

    private static String invoice(int last, String date, int yuan, String seller, String sellerId,
            String buyer, String buyerId) {
        String number = "26342000%012d".formatted(last);
        String gross = "%d.%02d".formatted(yuan * 101L / 100, yuan * 101L % 100);
        String tax = "%d.%02d".formatted(yuan / 100, yuan % 100);
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <EInvoice><Header><EIid>%s</EIid><InherentLabel>
                <InIssuType><LabelCode>Y</LabelCode></InIssuType>
                <GeneralOrSpecialVAT><LabelCode>02</LabelCode></GeneralOrSpecialVAT>
                </InherentLabel></Header><EInvoiceData>
                <SellerInformation><SellerIdNum>%s</SellerIdNum><SellerName>%s</SellerName>
                </SellerInformation>
                <BuyerInformation><BuyerIdNum>%s</BuyerIdNum><BuyerName>%s</BuyerName>
                </BuyerInformation>
                <BasicInformation><TotalAmWithoutTax>%d.00</TotalAmWithoutTax>
                <TotalTaxAm>%s</TotalTaxAm>
                <TotalTax-includedAmount>%s</TotalTax-includedAmount></BasicInformation>
                <IssuItemInformation><ItemName>*照明装置*轨道射灯</ItemName><Amount>%d.00</Amount>
                <TaxRate>0.01</TaxRate><ComTaxAm>%s</ComTaxAm></IssuItemInformation>
                </EInvoiceData><TaxSupervisionInfo><InvoiceNumber>%s</InvoiceNumber>
                <IssueTime>%s</IssueTime></TaxSupervisionInfo></EInvoice>
                """.formatted(number, sellerId, seller, buyerId, buyer, yuan, tax, gross, yuan, tax,
                number, date);
    }
}
