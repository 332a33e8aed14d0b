package onebook.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.Tree;
import onebook.ledger.Account.Dimension;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.ledger.Side;
import onebook.report.Ageing;
import onebook.report.AuxiliaryBalances;
import onebook.report.DetailLedger;
import onebook.report.FictionalCompany;
import onebook.report.GeneralLedger;
import onebook.report.LedgerQuery;
import onebook.report.LedgerQuery.Filter;
import onebook.report.MultiColumnLedger;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each account book of the fictional company reads as the file of its name; {@code -Dgolden=write}
 * rewrites those.
 */
class BooksGoldenTest {
    private static final Path FOLDER =
            Tree.root().resolve("src/test/resources/onebook/print/books");
    private static final Period FROM = Period.parse("2025-10");
    private static final Period TO = Period.parse("2026-01");
    private static final FictionalCompany COMPANY = FictionalCompany.read();
    private static final Headings HEADINGS =
            new Headings(FictionalCompany.NAME, COMPANY.chart());

    @TestFactory
    Stream<DynamicTest> books_read_as_expected() {
        return books().entrySet().stream()
                .map(book -> DynamicTest.dynamicTest(book.getKey(), () -> {
            Path expected = FOLDER.resolve(book.getKey() + ".txt");
            String text = text(book.getValue());
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(expected, text, UTF_8);
            } else {
                assertThat(text).isEqualTo(Files.readString(expected, UTF_8));
            }
        }));
    }

    @Test
    void every_file_has_its_book() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(books().keySet());
        }
    }

    private static SortedMap<String, List<Table>> books() {
        SortedMap<String, List<Table>> books = new TreeMap<>();
        GeneralLedger general = GeneralLedger.of(COMPANY.records(), FROM, TO);
        books.put("general", List.of(new GeneralTable(HEADINGS, general, general.accounts(1))
                .table(FROM, TO)));
        books.put("detail-1122", List.of(ledger(LedgerTable.Form.DETAIL, query("1122"), true)));
        books.put("detail-1122-party", List.of(ledger(LedgerTable.Form.DETAIL,
                query("1122").with(new Filter(Optional.of("丙公司"), Map.of())), false)));
        books.put("detail-5601-department", List.of(ledger(LedgerTable.Form.DETAIL,
                query("5601").with(new Filter(Optional.empty(),
                        Map.of(Dimension.DEPARTMENT, "技术部"))), false)));
        books.put("detail-5602-text", List.of(ledger(LedgerTable.Form.DETAIL,
                query("5602").mentioning("电话"), false)));
        books.put("detail-2001-empty",
                List.of(ledger(LedgerTable.Form.DETAIL, query("2001"), false)));
        books.put("journal-1001",
                List.of(ledger(LedgerTable.Form.JOURNAL, query("1001").daily(), false)));
        books.put("quantity-1405.01", List.of(
                ledger(LedgerTable.Form.QUANTITY, query("1405.01").measured(), false)));
        books.put("foreign-1002.02", List.of(
                ledger(LedgerTable.Form.FOREIGN, query("1002.02").measured(), false)));
        books.put("multi-5602", multi("5602", 10));
        books.put("multi-2221.01", multi("2221.01", 2));
        books.put("ageing", List.of(ageing("1122", Side.DEBIT), ageing("2202", Side.CREDIT)));
        books.put("auxiliary-customer", List.of(auxiliary(Dimension.CUSTOMER)));
        books.put("auxiliary-department", List.of(auxiliary(Dimension.DEPARTMENT)));
        books.put("vouchers", List.of(new VoucherBook(HEADINGS, () -> COMPANY.records()
                .entries(Set.of(), FROM, FROM)
                .map(entry -> new VoucherBook.Voucher(entry, ""))).table(FROM, FROM)));
        return books;
    }

    private static LedgerQuery query(String account) {
        return LedgerQuery.of(AccountCode.of(account), FROM, TO);
    }

    private static Table ledger(LedgerTable.Form form, LedgerQuery query, boolean hasParties) {
        return new LedgerTable(HEADINGS, DetailLedger.of(COMPANY.records(), query), form,
                hasParties).table();
    }

    private static List<Table> multi(String account, int most) {
        return new MultiColumnTable(HEADINGS, MultiColumnLedger.of(COMPANY.records(),
                COMPANY.chart(), query(account)), query(account)).tables(most);
    }

    private static Table ageing(String account, Side side) {
        return new BalanceTables(HEADINGS).of(Ageing.of(COMPANY.records(),
                AccountCode.of(account), side, LocalDate.parse("2026-01-31"),
                Ageing.buckets("days,label\n30,30天以内\n90,31-90天\n,90天以上\n")),
                AccountCode.of(account));
    }

    private static Table auxiliary(Dimension dimension) {
        Period month = dimension.isParty() ? Period.parse("2025-11") : FROM;
        return new BalanceTables(HEADINGS).of(AuxiliaryBalances.of(COMPANY.records(), Set.of(),
                dimension, month, TO), dimension, month, TO);
    }

    private static String text(List<Table> tables) {
        Printout print = Printout.of(tables, "王会计", LocalDateTime.of(2026, 2, 1, 9, 0));
        try (Stream<String> lines = print.text()) {
            return lines.collect(Collectors.joining("\n")) + "\n";
        }
    }
}
