package onebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalancesTest {
    private final Drafts.Memory memory = new Drafts.Memory();
    private final Book book = new Book(Drafts.CHART, Drafts.FROM, memory);

    @BeforeEach
    void fill() {
        add("sale", Posting.debit("1122", Money.cny(10_100), "甲"),
                Posting.credit("5001", Money.cny(10_000)),
                Posting.credit("2221.01", Money.cny(100)));
        add("sale2", Posting.debit("1122", Money.cny(500), "乙"),
                Posting.credit("5001", Money.cny(500)));
        add("paid", Posting.debit("1002.01", Money.cny(10_100)),
                Posting.credit("1122", Money.cny(10_100), "甲"));
        add("red", Posting.debit("1122", Money.cny(-200), "乙"),
                Posting.credit("5001", Money.cny(-200)));
        add("moved", Posting.debit("1002.02", Money.cny(100)),
                Posting.credit("1002.01", Money.cny(100)));
    }

    private void add(String id, Posting... lines) {
        memory.keep(book.post(Drafts.named(Drafts.draft(lines), id), "rule"));
    }

    @Test
    void turnover_keeps_red_figures_on_their_side() {
        Balances.Turnover turnover = balances().turnover(AccountCode.of("5001"));
        assertThat(turnover.debit()).isEqualTo(Money.ZERO);
        assertThat(turnover.credit()).isEqualTo(Money.cny(10_300));
        assertThat(turnover.balance()).isEqualTo(Money.cny(-10_300));
    }

    @Test
    void an_account_sums_its_details_and_parties() {
        assertThat(balances().balance(AccountCode.of("1002"))).isEqualTo(Money.cny(10_100));
        assertThat(balances().balance(AccountCode.of("1002.02"))).isEqualTo(Money.cny(100));
        assertThat(balances().balance(AccountCode.of("2221"))).isEqualTo(Money.cny(-100));
        assertThat(balances().balance(AccountCode.of("1122"))).isEqualTo(Money.cny(300));
        assertThat(balances().balance(AccountCode.of("5602"))).isEqualTo(Money.ZERO);
    }

    @Test
    void a_party_that_paid_is_left_out() {
        assertThat(balances().byParty(AccountCode.of("1122")))
                .containsExactly(entry("乙", Money.cny(300)));
    }

    @Test
    void accounts_come_in_order_as_they_were_posted_to() {
        assertThat(balances().byAccount().keySet()).extracting(AccountCode::value)
                .containsExactly("1002.01", "1002.02", "1122", "2221.01", "5001");
    }

    @Test
    void only_chosen_entries_count() {
        Balances chosen = Balances.of(memory.entries.values(),
                one -> one.proposal().equals("paid"));
        assertThat(chosen.balance(AccountCode.of("1122"))).isEqualTo(Money.cny(-10_100));
        assertThat(chosen.sum()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatever_is_posted_all_balances_together_are_zero() {
        Random random = new Random(3);
        List<String> leaves = Drafts.CHART.all().stream()
                .filter(one -> one.asks().equals(Account.Asks.NOTHING)).map(Account::code)
                .filter(Drafts.CHART::isLeaf).map(AccountCode::value).toList();
        for (int i = 0; i < 500; i++) {
            List<Posting> lines = new ArrayList<>();
            Money rest = Money.ZERO;
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                String leaf = leaves.get(random.nextInt(leaves.size()));
                Posting line = new Posting(AccountCode.of(leaf), Side.values()[random.nextInt(2)],
                        Money.cny(1 + random.nextInt(1_000_000)), "甲");
                lines.add(line);
                rest = rest.plus(line.signed());
            }
            lines.add(Posting.credit("5001", rest));
            if (!rest.isZero()) {
                add("r" + i, lines.toArray(Posting[]::new));
            }
        }
        assertThat(balances().sum()).isEqualTo(Money.ZERO);
        assertThat(memory.entries).hasSizeGreaterThan(490);
    }

    private Balances balances() {
        return Balances.of(memory.entries.values());
    }
}
