package onebook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onebook.bank.StatementLine;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.ledger.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule file that cannot work is refused when it is loaded, and no condition can do harm. */
class RuleChecksTest {
    private static final String SOUND = """
            version: 1
            invoices: []
            bank:
              - id: fee
                when: outflow > 0 && has(memo, "费")
                summary: "费用 {memo}"
                why: "摘要写明"
                post:
                  - {debit: "5603.02", amount: outflow}
                  - {credit: "cash", amount: outflow, party: party}
            """;

    private static RuleBook load(String rules) {
        return RuleBook.of(rules, RuleBookTest.template("categories"), RuleBookTest.COMPANY,
                category -> false);
    }

    private static String when(String condition) {
        return SOUND.replace("outflow > 0 && has(memo, \"费\")", condition);
    }

    @Test
    void a_sound_file_is_loaded() {
        assertThat(load(SOUND).rules()).extracting(PostingRule::id).containsExactly("fee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inflow >= 0.01", "!wallet", "wallet == true",
        "memo == \"a\" || party != \"b\"",
        "(inflow > 0 || outflow > 0) && !has(party, \"a|b\")", "outflow < 100 && outflow > -1",
        "WALLET && OutFlow <= 5"})
    void comparisons_and_words_are_the_language(String condition) {
        assertThatCode(() -> load(when("'" + condition + "'"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount > 0", "seller == \"x\"", "outflow > 0 || nothing", "red"})
    void a_condition_that_asks_for_what_is_not_there_is_refused(String condition) {
        assertThatThrownBy(() -> load(when("'" + condition + "'")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule fee").hasMessageContaining("nothing here is called");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RANDOM() > 0.5", "DT_NOW() > 0",
        "STR_FORMAT(\"%99999999d\", 1) == memo", "FACT(100000) > 0",
        "IF(true, true, true)", "outflow ^ 9 > 0", "9^9^9^9 > outflow",
        "outflow * 2 > 0", "outflow / 0 > 1", "outflow + 1 > 0", "outflow % 2 == 0", "memo[0] == 1",
        "memo.class == 1", "T(java.lang.Runtime).getRuntime()", "new java.io.File(\"x\")",
        "${7*7}", "#{1}", "memo.getClass()",
        "has(memo)", "has(memo, \"a\", \"b\")", "hass(memo, \"a\")",
        "outflow >", "&& outflow", "(outflow > 0", "outflow > 0; true", "outflow = 0", "2 outflow",
        "PI > 3", "NULL == memo"})
    void what_is_not_in_the_language_is_refused(String condition) {
        assertThatThrownBy(() -> load(when("'" + condition + "'")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("rule fee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outflow", "memo", "\"true\"", "1", "\"\""})
    void a_condition_that_is_neither_true_nor_false_is_refused(String condition) {
        assertThatThrownBy(() -> load(when("'" + condition + "'")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is neither true nor false");
    }

    @Test
    @Timeout(10)
    void a_condition_of_any_length_ends() {
        assertThatThrownBy(() -> load(when("'" + "(".repeat(100_000) + "'")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> load(when("'wallet" + " || wallet".repeat(500) + "'")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> load(when("'" + "!".repeat(100_000) + "wallet'")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id: fee                 | id: 费用                  | a rule without a name",
        "id: fee                 | idd: fee                  | Unrecognized field",
        "version: 1              | version: 2                | version 2 is not known",
        "version: 1              | version: x                | cannot be read",
        "invoices: []            | author: me                | lists of invoices and bank",
        "{memo}                  | {number}                  | nothing to fill in for {number}",
        "summary: \"费用 {memo}\" | summary: ' '              | it needs when, summary and why",
        "debit: \"5603.02\"      | debit: \"560302\"         | 560302 is no account",
        "debit: \"5603.02\"      | debit: \"by-category\"    | by-category is no account",
        "debit: \"5603.02\"      | party: party              | either debit or credit",
        "debit: \"5603.02\"      | debit: \"1001\", credit: \"1001\" | either debit or credit",
        "amount: outflow}        | amount: gross}            | no amount is called gross",
        "amount: outflow}        | party: memo}              | no amount is called null",
        "party: party            | party: buyer              | no party is called buyer",
        "- {debit: \"5603.02\", amount: outflow} | - ~       | either debit or credit"})
    void a_mistake_in_a_rule_is_named(String sound, String mistaken, String said) {
        assertThat(SOUND).contains(sound);
        assertThatThrownBy(() -> load(SOUND.replaceFirst(java.util.regex.Pattern.quote(sound),
                java.util.regex.Matcher.quoteReplacement(mistaken))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(said);
    }

    @Test
    void two_rules_of_one_name_and_a_rule_of_one_line_are_refused() {
        String rule = SOUND.substring(SOUND.indexOf("  - id: fee"));
        assertThatThrownBy(() -> load(SOUND + rule))
                .hasMessageContaining("rule fee: there are two");
        assertThatThrownBy(() -> load(SOUND.substring(0, SOUND.indexOf("      - {credit"))))
                .hasMessageContaining("fewer than two lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "[]", "a: b", "version: 1\ninvoices: ~\nbank: ~",
        "!!javax.script.ScriptEngineManager [1]", "version: 1\ninvoices: [~]\nbank: []"})
    void a_file_that_is_no_rule_file_is_refused(String rules) {
        assertThatThrownBy(() -> load(rules)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_names_that_checks_know_are_the_names_that_facts_have() {
        Invoice.Party party = new Invoice.Party("甲", "");
        Invoice invoice = new Invoice("vat-ordinary", "", "1", LocalDate.EPOCH, party, party,
                Money.ZERO, Money.ZERO, Money.ZERO, List.of(), Optional.empty(), "");
        Facts paper = Facts.of(new Reading<>("invoice", "xml", Optional.of(invoice), List.of(),
                List.of()), RuleBookTest.COMPANY, new Categories(1, "1405", java.util.Map.of()),
                category -> false);
        assertSameNames(paper, Facts.anyInvoice());
        StatementLine line = new StatementLine(1, LocalDate.EPOCH, "", Money.cny(1),
                Optional.empty(), "", "", "", "", "");
        assertSameNames(Facts.of(line, RuleBookTest.COMPANY, false, false), Facts.anyBankLine());
    }

    private static void assertSameNames(Facts real, Facts any) {
        assertThat(any.texts().keySet()).isEqualTo(real.texts().keySet());
        assertThat(any.amounts().keySet()).isEqualTo(real.amounts().keySet());
        assertThat(any.flags().keySet()).isEqualTo(real.flags().keySet());
    }
}
