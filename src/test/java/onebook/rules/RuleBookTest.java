package onebook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import onebook.bank.StatementLine;
import onebook.document.Document;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.invoice.InvoiceLine;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.words.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that come with the product, asked for every kind of paper they know. */
class RuleBookTest {
    static final CompanyProfile COMPANY = new CompanyProfile("合肥天航照明科技有限公司",
            "91340104MA828A91X5", "small-scale", "2026-01", "2026-03", "city",
            List.of(new CompanyProfile.Cash("1002.01", "招商银行", "571867705562070")),
            List.of(new CompanyProfile.Cash("1012.01", "支付宝", "a@b.example")),
            List.of(new CompanyProfile.Party("安徽清升实业有限公司", "91340104MA9LP6902C")),
            List.of("照明装置"), null, List.of());
    private static final Invoice.Party US =
            new Invoice.Party("合肥天航照明科技有限公司", "91340104MA828A91X5");
    private static final Invoice.Party OTHER =
            new Invoice.Party("安徽清升（实业）有限公司", "91340104MA9LP6902C");
    private static final Document PAPER =
            new Document("ab".repeat(32), "a.xml", Document.Media.XML, 9, Path.of("a.xml"));
    private static final RuleBook RULES = RuleBook.of(
            template("small-scale"), template("categories"), COMPANY,
            category -> category.endsWith("服务") && !category.contains("修配"));

    static String template(String name) {
        try (InputStream in = RuleBookTest.class.getResourceAsStream(
                "/templates/rules/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static InvoiceLine line(String category, String net, String tax) {
        return new InvoiceLine("*" + category + "*某物", "", "", "1", net, Money.parse(net), "0.01",
                Money.parse(tax));
    }

    private static Invoice invoice(String type, Invoice.Party seller, Invoice.Party buyer,
            InvoiceLine... lines) {
        Money net = Arrays.stream(lines).map(InvoiceLine::net).reduce(Money.ZERO, Money::plus);
        Money tax = Arrays.stream(lines).map(InvoiceLine::tax).reduce(Money.ZERO, Money::plus);
        return new Invoice(type, "", "26342000000000000001", LocalDate.parse("2026-01-05"), seller,
                buyer, net, tax, net.plus(tax), List.of(lines), Optional.empty(), "");
    }

    private static Proposed propose(Invoice invoice, Problem... problems) {
        String kind = invoice.type().equals("rail-ticket") ? "rail-ticket" : "invoice";
        return RULES.propose(PAPER, new Reading<>(kind, "xml", Optional.of(invoice), List.of(),
                List.of(problems)));
    }

    private static String posted(Proposed proposed) {
        return posted(((Proposed.Draft) proposed).proposal());
    }

    private static String posted(Proposal proposal) {
        return proposal.rule() + ": " + proposal.postings().stream().map(RuleBookTest::text)
                .collect(Collectors.joining(", "));
    }

    private static String text(Posting line) {
        return (line.side() == Side.DEBIT ? "借" : "贷") + line.account() + " " + line.amount()
                + (line.party().isEmpty() ? "" : " " + line.party());
    }

    @Test
    void a_sale_is_goods_services_and_tax_owed_by_the_customer_as_the_company_knows_him() {
        Proposed sale = propose(invoice("vat-special", US, OTHER, line("照明装置", "1000.00", "10.00"),
                line("设计服务", "200.00", "2.00")));
        assertThat(posted(sale)).isEqualTo("sales-invoice: 借1122 1212.00 安徽清升实业有限公司, "
                + "贷5001 1000.00, 贷5051 200.00, 贷2221.01 12.00");
        Proposal proposal = ((Proposed.Draft) sale).proposal();
        assertThat(proposal.summary()).isEqualTo("销售 安徽清升实业有限公司 发票 26342000000000000001");
        assertThat(proposal.date()).isEqualTo("2026-01-05");
        assertThat(proposal.keys()).containsExactly("invoice:26342000000000000001");
        assertThat(proposal.evidence()).isNotEmpty();
        assertThat(proposal.why()).isNotBlank();
    }

    @Test
    void a_red_sale_has_negative_amounts_on_the_same_sides() {
        assertThat(posted(propose(invoice("vat-ordinary", US, OTHER,
                line("照明装置", "-1000.00", "-10.00"))))).isEqualTo("sales-invoice: "
                + "借1122 -1010.00 安徽清升实业有限公司, 贷5001 -1000.00, 贷2221.01 -10.00");
    }

    @Test
    void repair_is_goods_and_a_line_of_no_amount_is_left_out() {
        assertThat(posted(propose(invoice("vat-ordinary", US, OTHER,
                line("修理修配劳务", "100.00", "0.00"))))).isEqualTo("sales-invoice: "
                + "借1122 100.00 安徽清升实业有限公司, 贷5001 100.00");
    }

    @Test
    void a_purchase_goes_gross_to_the_account_of_each_category() {
        assertThat(posted(propose(invoice("vat-special", OTHER, US,
                line("照明装置", "1000.00", "130.00"), line("供电", "100.00", "13.00"),
                line("照明装置", "10.00", "1.30"))))).isEqualTo(
                "purchase-invoice: 借1405 1141.30, 借5602.10 113.00, 贷2202 1254.30 安徽清升实业有限公司");
    }

    @ParameterizedTest
    @CsvSource({"照明装置,1405", "供电,5602.10", "水冰雪,5602.10", "供水,5602.10", "发电,5602.10",
        "经营租赁,5602.07", "租赁服务,5602.07", "电信服务,5602.12", "文具,5602.05", "纸制品,5602.05",
        "印刷品,5602.05", "办公用品,5602.05", "餐饮服务,5602.02", "住宿服务,5602.06", "旅游服务,5602.06",
        "运输服务,5601.03", "物流辅助服务,5601.03", "广告服务,5601.02", "鉴证咨询服务,5602.11",
        "咨询服务,5602.11", "企业管理服务,5602.11", "成品油,5602.13", "信息技术服务,5602.05",
        "研发和技术服务,5602.05"})
    void every_category_has_its_account(String category, String account) {
        assertThat(posted(propose(invoice("vat-ordinary", OTHER, US,
                line(category, "100.00", "1.00")))))
                .startsWith("purchase-invoice: 借" + account + " 101.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-scale", "general"})
    void every_rule_gives_its_reason_in_both_languages(String kind) {
        RuleBook book = RuleBook.of(template(kind), template("categories"), COMPANY,
                category -> false);
        assertThat(book.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(book.reason(rule.why())).isEqualTo(new Sentence(rule.why(),
                    rule.english()));
            assertThat(rule.english()).as(rule.id()).matches("[\\x20-\\x7e]+");
        });
    }

    @Test
    void a_rule_without_an_english_reason_gives_its_own() {
        RuleBook book = RuleBook.of(template("small-scale").replaceAll(" +english: .*\n", ""),
                template("categories"), COMPANY, category -> false);
        assertThat(book.reason("摘要写明是利息")).isEqualTo(Sentence.plain("摘要写明是利息"));
    }

    @Test
    void a_purchase_with_one_unknown_line_waits_as_a_whole_and_shows_what_is_known() {
        Proposed.Waits waits = (Proposed.Waits) propose(invoice("vat-ordinary", OTHER, US,
                line("供电", "100.00", "1.00"), line("宠物食品", "50.00", "0.50")));
        assertThat(waits.reason()).isEqualTo(Refusal.NO_RULE_KNOWS_THIS);
        assertThat(waits.why().chinese()).isEqualTo("没有科目对应：*宠物食品*某物");
        assertThat(waits.why().english()).isEqualTo("No account is known for: *宠物食品*某物");
        assertThat(posted(waits.draft().orElseThrow()))
                .isEqualTo("by-hand: 借5602.10 101.00, 贷2202 151.50 安徽清升实业有限公司");
    }

    @Test
    void a_rail_ticket_is_travel_that_an_employee_paid() {
        Invoice ticket = new Invoice("rail-ticket", "", "26349125544111702541",
                LocalDate.parse("2026-02-03"), new Invoice.Party("", ""), US, Money.parse("91.74"),
                Money.parse("8.26"), Money.parse("100.00"), List.of(), Optional.empty(), "");
        assertThat(posted(propose(ticket)))
                .isEqualTo("rail-ticket: 借5602.06 100.00, 贷2241 100.00 员工报销");
    }

    @Test
    void what_is_between_two_others_is_not_ours() {
        Proposed.Waits waits = (Proposed.Waits) propose(invoice("vat-ordinary", OTHER,
                new Invoice.Party("合肥远和供电有限公司", "91340104MA7437404W"), line("供电", "1.00", "0.01")));
        assertThat(waits.reason()).isEqualTo(Refusal.INVOICE_IS_NOT_OURS);
        assertThat(waits.draft()).isEmpty();
    }

    @Test
    void our_name_with_another_tax_number_is_not_us() {
        Proposed.Waits waits = (Proposed.Waits) propose(invoice("vat-ordinary", OTHER,
                new Invoice.Party(US.name(), "91340104MA7437404W"), line("供电", "1.00", "0.01")));
        assertThat(waits.reason()).isEqualTo(Refusal.INVOICE_IS_NOT_OURS);
    }

    @Test
    void a_doubtful_reading_waits_with_its_first_problem_and_a_draft() {
        Proposed.Waits waits = (Proposed.Waits) propose(
                invoice("vat-ordinary", US, OTHER, line("照明装置", "1000.00", "10.00")),
                new Problem(Refusal.LINES_DO_NOT_ADD_UP, "", "b"),
                new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "invoice.date", "a"));
        assertThat(waits.reason()).isEqualTo(Refusal.KEY_FIELD_IS_DOUBTFUL);
        assertThat(waits.why()).isEqualTo(Sentence.plain("a"));
        assertThat(waits.draft()).isPresent();
    }

    @Test
    void a_commercial_invoice_and_an_unreadable_paper_wait() {
        assertThat(((Proposed.Waits) propose(invoice("commercial", OTHER, US,
                line("照明装置", "1.00", "0.00")))).reason()).isEqualTo(Refusal.NO_RULE_KNOWS_THIS);
        Proposed unread = RULES.propose(PAPER, new Reading<>("unknown", "ocr", Optional.empty(),
                List.of(), List.of(new Problem(Refusal.NOT_READABLE, "", "grey"))));
        assertThat(((Proposed.Waits) unread).reason()).isEqualTo(Refusal.NOT_READABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "手续费            | -5.00     | bank-charge: 借5603.02 5.00, 贷1002.01 5.00",
        "对公账户管理费    | -30.00    | bank-charge: 借5603.02 30.00, 贷1002.01 30.00",
        "短信费 2月        | -2.00     | bank-charge: 借5603.02 2.00, 贷1002.01 2.00",
        "活期结息          | 1.23      | interest-received: 借1002.01 1.23, 贷5603.01 1.23",
        "代发工资          | -9000.00  | wages: 借5602.04 9000.00, 贷2211.01 9000.00, "
            + "借2211.01 9000.00, 贷1002.01 9000.00",
        "社会保险费        | -1200.00  | social-insurance: 借5602.14 1200.00, 贷2211.04 1200.00, "
            + "借2211.04 1200.00, 贷1002.01 1200.00",
        "住房公积金        | -800.00   | housing-fund: 借5602.15 800.00, 贷2211.05 800.00, "
            + "借2211.05 800.00, 贷1002.01 800.00",
        "TIPS 增值税       | -77.00    | vat-paid: 借2221.01 77.00, 贷1002.01 77.00",
        "城市维护建设税    | -7.00     | urban-maintenance-tax-paid: 借2221.11 7.00, 贷1002.01 7.00",
        "地方教育附加      | -2.00     | local-education-surcharge-paid: 借2221.13 2.00, 贷1002.01 2.00",
        "教育费附加        | -3.00     | education-surcharge-paid: 借2221.12 3.00, 贷1002.01 3.00",
        "企业所得税        | -50.00    | income-tax-paid: 借2221.14 50.00, 贷1002.01 50.00",
        "个人所得税        | -9.00     | individual-income-tax-paid: 借2221.15 9.00, 贷1002.01 9.00",
        "报销 1月          | -260.00   | reimbursement: 借2241 260.00 员工报销, 贷1002.01 260.00",
        "投资款            | 50000.00  | capital-paid-in: 借1002.01 50000.00, "
            + "贷3001 50000.00 安徽清升实业有限公司"})
    void every_bank_rule_knows_its_lines(String memo, String amount, String expected) {
        Proposed proposed = propose(memo, amount);
        assertThat(posted(proposed)).isEqualTo(expected);
        Proposal proposal = ((Proposed.Draft) proposed).proposal();
        assertThat(proposal.keys()).containsExactly("bank:1");
        assertThat(proposal.evidence().get(0).path()).isEqualTo("line:7");
        assertThat(proposal.postings().stream().map(Posting::signed)
                .reduce(Money.ZERO, Money::plus)).isEqualTo(Money.ZERO);
        assertThat(RULES.rules()).extracting(PostingRule::id).contains(proposal.rule());
    }

    private static Proposed propose(String memo, String amount) {
        return RULES.propose("bank:1", new StatementLine(7, LocalDate.parse("2026-02-05"), "",
                Money.parse(amount), Optional.empty(), "安徽清升 实业有限公司", "", memo, "", ""),
                AccountCode.of("1002.01"), PAPER.id(), false);
    }

    @ParameterizedTest
    @CsvSource({"货款,-100.00", "技术服务费,-100.00",
        "货款,100.00", "'',5.00", "手续费退回,5.00", "利息,-5.00", "工资退回,100.00",
        "投资款,-5.00"})
    void a_line_that_no_rule_knows_waits_with_its_cash_side(String memo, String amount) {
        Proposed.Waits waits = (Proposed.Waits) propose(memo, amount);
        assertThat(waits.reason()).isEqualTo(Refusal.NO_RULE_KNOWS_THIS);
        assertThat(waits.draft().orElseThrow().postings()).singleElement().satisfies(cash -> {
            assertThat(cash.account()).isEqualTo(AccountCode.of("1002.01"));
            assertThat(cash.signed()).isEqualTo(Money.parse(amount));
        });
    }

    @Test
    void words_of_full_and_half_width_are_the_same_words() {
        assertThat(posted(propose("ＴＩＰＳ　增 值 税", "-1.00"))).startsWith("vat-paid");
    }

    @Test
    void a_memo_in_braces_is_not_filled_in_again() {
        Proposal proposal = ((Proposed.Draft) propose("手续费 {party} $1 \\", "-1.00")).proposal();
        assertThat(proposal.summary()).isEqualTo("银行手续费 手续费 {party} $1 \\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-scale", "general"})
    void the_rules_post_to_accounts_of_the_chart_that_have_no_details(String taxpayer)
            throws IOException {
        Set<String> codes = new TreeSet<>();
        try (InputStream in = getClass().getResourceAsStream(
                "/templates/accounts/" + taxpayer + ".csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .forEach(line -> codes.add(line.split(",")[0]));
        }
        RuleBook.of(template(taxpayer), template("categories"), COMPANY, category -> false).rules()
                .forEach(rule -> rule.lines().stream().map(PostingRule.Line::account)
                        .filter(account -> !account.matches("cash|by-category"))
                        .forEach(account -> assertThat(codes).as(rule.id()).contains(account)
                                .noneMatch(code -> code.startsWith(account + "."))));
    }
}
