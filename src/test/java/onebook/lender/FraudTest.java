package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onebook.ledger.Posting;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Ways to deceive a lender, each beside an honest book that looks much like it. */
class FraudTest {
    private static final Map<String, String> MAIN =
            Map.of("account", "1002.01", "bank", "农行", "number_end", "0001", "status", "open");

    @TempDir
    private Path folder;

    /** A deceit, what is asked of it, and what an honest company does instead. */
    record Pair(String name, String finding, Consumer<ScriptedCompany> deceit,
            Consumer<ScriptedCompany> honest) { }

    private static Pair pair(String name, String finding, Consumer<ScriptedCompany> deceit,
            Consumer<ScriptedCompany> honest) {
        return new Pair(name, finding, deceit, honest);
    }

    @TestFactory
    Stream<DynamicTest> each_deceit_is_asked_about_and_its_honest_twin_is_not() {
        return pairs().map(pair -> DynamicTest.dynamicTest(pair.name, () -> {
            assertThat(found(pair.deceit)).as("deceit").contains(pair.finding);
            String id = pair.finding.split(" ")[1];
            assertThat(found(pair.honest)).as("honest")
                    .noneMatch(one -> one.matches("S[12] .*") || one.endsWith(" " + id));
        }));
    }

    private static List<String> found(Consumer<ScriptedCompany> script) {
        ScriptedCompany company = ScriptedCompany.honest();
        script.accept(company);
        Replay replay = company.replay();
        assertThat(replay.failures()).isEmpty();
        return replay.answers(company.scope()).findings().stream()
            .map(one -> one.severity() + " " + one.id()).toList();
    }

    static Stream<Pair> pairs() {
        return Stream.of(accounts(), owners(), revenue(), returns(), booked(), listed(), habits())
            .flatMap(one -> one);
    }

    private static Stream<Pair> accounts() {
        return Stream.of(
            pair("an account that the bank lists and the book does not keep", "S2 POP-ACCOUNT",
                company -> company.accounts("company", List.of(MAIN,
                    Map.of("bank", "工行", "number_end", "9999", "status", "open"))),
                company -> company.accounts("company", List.of(MAIN,
                    Map.of("bank", "工行", "number_end", "9999", "status", "closed")))),
            pair("an account of the book without a statement", "S1 POP-STATEMENTS",
                company -> company.byHand("2026-02-10",
                    Posting.debit("1002.02", SmallBook.yuan("90000.00")),
                    Posting.credit("1122", SmallBook.yuan("90000.00"), "客户甲")),
                company -> company.bank("1002.02", "2026-02-10", "700.00", "客户甲", "2203")),
            pair("a bank line that was cut out of the statement", "S2 POP-BALANCE",
                company -> company.lose(company.bank("2026-02-11", "-5000.00", "某人", "2241")),
                company -> company.bank("2026-02-11", "-5000.00", "某人", "2241")),
            pair("money to an account of its own that the book does not know", "S1 POP-TRANSFER",
                company -> company.bank("2026-02-11", "-50000.00", "杭州清禾<办公>设备有限公司", "2241"),
                company -> company.bank("2026-02-11", "-5000.00", "某人", "2241")));
    }

    private static Stream<Pair> owners() {
        return Stream.of(
            pair("money that goes in a circle and comes back as revenue", "S2 CIR-FLOW",
                company -> {
                    company.bank("2026-03-02", "-61000.00", "环流公司", "1221");
                    company.book("2026-03-03", "环流公司", "60396.04");
                    company.receive("2026-03-09", "环流公司", "61000.00");
                    company.bank("2026-03-20", "61000.00", "某人", "1221");
                },
                company -> {
                    company.bank("2026-03-02", "-16000.00", "房东", "1221");
                    company.bank("2026-04-20", "16000.00", "房东", "1221");
                }),
            pair("customers who pay into the owner's private account", "S2 RPT-PRIVATE",
                company -> company.byHand("2026-03-20",
                    Posting.debit("1221", SmallBook.yuan("40000.00"), "老板"),
                    Posting.credit("1122", SmallBook.yuan("40000.00"), "客户乙")),
                company -> company.bank("2026-03-20", "4000.00", "客户乙", "2203")),
            pair("an owner who pays what customers are said to have paid", "S2 RPT-OWNER",
                company -> {
                    company.accounts("private", List.of(Map.of("holder", "老板", "bank", "招行",
                        "number_end", "1234")));
                    company.receive("2026-03-20", "老板", "20000.00");
                },
                company -> {
                    company.accounts("private", List.of(Map.of("holder", "老板", "bank", "招行",
                        "number_end", "1234")));
                    company.bank("2026-03-20", "20000.00", "老板", "2241");
                }),
            pair("loans of the owner that come and go", "S2 RPT-CHURN",
                company -> {
                    company.bank("2026-02-02", "150000.00", "老板", "2241");
                    company.bank("2026-02-28", "-150000.00", "老板", "2241");
                },
                company -> company.bank("2026-02-02", "150000.00", "老板", "2241")),
            pair("money that leaves as other receivables", "S2 RPT-GROWTH",
                company -> company.bank("2026-02-02", "-160000.00", "老板", "1221"),
                company -> company.bank("2026-02-02", "-6000.00", "房东", "1221")));
    }

    private static Stream<Pair> revenue() {
        return Stream.of(
            pair("revenue that only the bank is shown", "S2 REC-FILED",
                company -> {
                    String declared = company.sold("2026-01", "2026-03");
                    company.book("2026-03-18", "客户甲", "90000.00");
                    company.declare(declared);
                },
                company -> company.book("2026-03-18", "客户甲", "90000.00")),
            pair("revenue that the tax office is not told", "S2 REC-FILED",
                company -> company.declare("100000.00"),
                company -> company.declare(company.sold("2026-01", "2026-03"))),
            pair("a sale of the last day that is taken back after it", "S3 CUT-REVERSED",
                company -> company.takeBack("2026-04-03",
                    company.book("2026-03-31", "客户丙", "30000.00")),
                company -> company.takeBack("2026-04-03",
                    company.book("2026-03-31", "客户丙", "500.00"))),
            pair("a month that ends with many sales", "S3 CUT-LATE",
                company -> company.book("2026-04-30", "客户丙", "30000.00"),
                company -> company.book("2026-04-20", "客户丙", "30000.00")));
    }

    private static Stream<Pair> returns() {
        return Stream.of(
            pair("a loan on taxes without a return", "S2 POP-NO-FILING",
                company -> company.declare("none"),
                company -> {
                    company.declare("none");
                    company.profile = "invoice-loan";
                }),
            pair("a return that was filed twice with other figures", "S3 DUP-FILING",
                company -> company.leaf("filing", Map.of("form", "vat-small-scale", "from",
                    "2026-01", "to", "2026-03", "figures",
                    Map.of("l1", company.sold("2026-01", "2026-03"), "l22", "5.00"))),
                company -> company.leaf("filing", Map.of("form", "vat-small-scale", "from",
                    "2026-01", "to", "2026-03", "figures",
                    Map.of("l1", company.sold("2026-01", "2026-03"))))),
            pair("months between two returns", "S3 POP-FILING",
                company -> {
                    company.declare("none");
                    company.leaf("filing", month(company, "2026-01"));
                    company.leaf("filing", month(company, "2026-03"));
                },
                company -> {
                    company.declare("none");
                    company.leaf("filing", month(company, "2026-01"));
                    company.leaf("filing", month(company, "2026-02"));
                }));
    }

    private static Map<String, Object> month(ScriptedCompany company, String month) {
        return Map.of("form", "vat-small-scale", "from", month, "to", month, "figures",
            Map.of("l1", company.sold(month, month)));
    }

    private static Stream<Pair> booked() {
        return Stream.of(
            pair("an invoice booked twice", "S2 DUP-BOOKED",
                company -> {
                    String file = company.invoice("2026-02-20", true, "客户甲", "8000.00");
                    company.list("2026-02-20", true, "客户甲", "8000.00", "normal");
                    company.book("2026-02-20", "客户甲", "8000.00", file);
                    company.book("2026-02-26", "客户甲", "8000.00", file);
                },
                company -> {
                    String file = company.invoice("2026-02-20", true, "客户甲", "8000.00");
                    company.list("2026-02-20", true, "客户甲", "8000.00", "normal");
                    company.takeBack("2026-02-24",
                        company.book("2026-02-20", "客户甲", "8000.00", file));
                    company.book("2026-02-26", "客户甲", "8000.00", file);
                }),
            pair("one sale booked with and without its invoice", "S2 DUP-ENTRY",
                company -> {
                    company.sell("2026-02-20", "客户甲", "8000.00");
                    company.book("2026-02-22", "客户甲", "8000.00");
                },
                company -> {
                    company.sell("2026-02-20", "客户甲", "8000.00");
                    company.sell("2026-02-22", "客户甲", "8000.00");
                }));
    }

    private static Stream<Pair> listed() {
        return Stream.of(
            pair("an invoice the bureau knows and the book does not", "S1 POP-INVOICE",
                company -> company.listOnly("2026-02-20", true, "客户丁", "80000.00"),
                company -> company.sell("2026-02-20", "客户丁", "80000.00")),
            pair("purchases that were left out", "S1 POP-INVOICE",
                company -> company.listOnly("2026-02-20", false, "供应商9", "80000.00"),
                company -> company.buy("2026-02-20", "供应商9", "80000.00")),
            pair("an invoice the bureau does not know", "S1 POP-UNLISTED",
                company -> {
                    company.sell("2026-02-20", "客户丁", "80000.00");
                    company.unlistNewest();
                },
                company -> company.sell("2026-02-20", "客户丁", "80000.00")),
            pair("an invoice that was made void after it was booked", "S2 POP-STATUS",
                company -> {
                    company.sell("2026-02-20", "客户丁", "8000.00");
                    company.statusOfNewest("void");
                },
                company -> {
                    company.listOnly("2026-02-20", true, "客户丁", "8000.00");
                    company.statusOfNewest("void");
                }));
    }

    private static Stream<Pair> habits() {
        return Stream.of(
            pair("a book that was first shown outside long after", "S3 LAG-ANCHOR",
                company -> company.isAnchoredLate = true, ScriptedCompany::anchored),
            pair("round amounts in the month before the loan", "S4 RND-THOUSANDS",
                company -> byHand(company, "000.00"), company -> byHand(company, "137.00")),
            pair("vouchers of people at weekends", "S4 WKE-WEEKEND",
                company -> weekend(company, "2026-04-18"),
                company -> weekend(company, "2026-04-16")));
    }

    private static void byHand(ScriptedCompany company, String end) {
        for (int month = 1; month <= 4; month++) {
            for (int i = 10; i < 32; i++) {
                company.byHand("2026-0" + month + "-20", Posting.debit("5602",
                    SmallBook.yuan((month == 4 ? i + end : i + "37.19"))),
                    Posting.credit("2241", SmallBook.yuan((month == 4 ? i + end : i + "37.19")),
                        "员工"));
            }
        }
    }

    private static void weekend(ScriptedCompany company, String day) {
        for (int i = 10; i < 32; i++) {
            company.byHand(day, Posting.debit("5602", SmallBook.yuan(i + ".19")),
                Posting.credit("2241", SmallBook.yuan(i + ".19"), "员工"));
        }
    }

    @Test
    void an_honest_company_is_asked_nothing_but_what_is_for_information() {
        assertThat(found(company -> { })).isEmpty();
    }

    @Test
    void a_book_without_anchors_says_nothing_of_its_time() {
        Verdict verdict = ScriptedCompany.honest().verdict(folder, Optional.empty());
        assertThat(verdict.answers().corroboration()).isNotEmpty()
            .allMatch(cell -> cell.inTime().isEmpty());
        Verdict anchored = ScriptedCompany.honest().anchored().verdict(folder, Optional.empty());
        assertThat(anchored.answers().corroboration()).isNotEmpty().allSatisfy(cell ->
            assertThat(cell.inTime()).contains(cell.amount()));
    }

    @Test
    void a_second_log_of_the_same_key_is_no_continuation_and_an_earlier_head_is() {
        SmallBook begun = new SmallBook();
        begun.chart.clear();
        begun.chart.addAll(ScriptedCompany.honest().book.chart);
        String earlier = begun.begin().checkpoint();
        assertThat(ScriptedCompany.honest().verdict(folder, Optional.of(earlier)).isVerified())
            .isTrue();
        String other = begun.leaf("rule", "", Map.of("id", "other", "who", "x")).checkpoint();
        assertThat(ScriptedCompany.honest().verdict(folder, Optional.of(other)).findings())
            .anyMatch(one -> one.id().startsWith("INT-"));
    }
}
