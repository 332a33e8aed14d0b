package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import onebook.cli.Spoken;
import onebook.schedule.SettableClock;
import onebook.seal.Equivocation;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two lenders compare what they were shown; what contradicts itself is proved to anybody. */
class ComparisonTest {
    private static final Signer SECOND = Signer.create(SmallBook.ORIGIN);
    @TempDir
    private Path folder;

    private Path pack(String name, SmallBook book) {
        return book.write(folder.resolve(name));
    }

    private Path note(String name, SmallBook book) throws IOException {
        return Files.writeString(folder.resolve(name), book.checkpoint());
    }

    private Comparison compare(Path one, Path other) throws IOException {
        Comparison there = Comparison.of(one, other, Policy.none());
        Comparison back = Comparison.of(other, one, Policy.none());
        assertThat(back.outcome()).isEqualTo(there.outcome());
        there.proof().ifPresent(proof -> assertThat(Equivocation.parse(proof.text()).text())
                .isEqualTo(proof.text()));
        return there;
    }

    private static SmallBook rebuilt() {
        SmallBook book = new SmallBook().begin();
        book.invoice("26332000000000000009", "999.00");
        return book;
    }

    private static SmallBook more(SmallBook book) {
        for (int i = 0; i < 5; i++) {
            book.leaf("op", "", Map.of("who", "a", "what", "b" + i, "at", "c"));
        }
        return book;
    }

    @Test
    void one_log_at_two_times_is_consistent() throws IOException {
        Path early = pack("a.obk", SmallBook.honest());
        Path late = pack("b.obk", more(SmallBook.honest()));
        Path kept = note("kept", SmallBook.honest());
        assertThat(compare(early, late).outcome()).isZero();
        assertThat(compare(early, early).outcome()).isZero();
        assertThat(compare(kept, late).outcome()).isZero();
        assertThat(compare(kept, early).outcome()).isZero();
    }

    @Test
    void two_histories_of_one_size_are_proved_by_two_heads() throws IOException {
        SmallBook other = new SmallBook().begin();
        while (other.leaves.size() < SmallBook.honest().leaves.size()) {
            other.leaf("op", "", Map.of("who", "a", "what", "b", "at", "c"));
        }
        Comparison comparison = compare(pack("a.obk", SmallBook.honest()), note("b", other));
        assertThat(comparison.outcome()).isEqualTo(1);
        assertThat(comparison.proof().orElseThrow().kind())
                .isEqualTo(Equivocation.Kind.SAME_SIZE);
    }

    @Test
    void a_rebuilt_history_is_proved_to_anybody_by_an_older_head_and_the_package()
            throws IOException {
        SmallBook kept = rebuilt();
        Comparison comparison = compare(note("kept", kept), pack("b.obk", SmallBook.honest()));
        assertThat(comparison.outcome()).isEqualTo(1);
        Equivocation proof = comparison.proof().orElseThrow();
        assertThat(proof.kind()).isEqualTo(Equivocation.Kind.FORK);
        assertThat(comparison.sentence()).contains(SmallBook.ENTITY, "not the beginning");
        assertThatThrownBy(() -> new Equivocation(proof.kind(), proof.first(), proof.second(),
                proof.first().head().root(), proof.proof()))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void two_logs_of_one_company_shown_to_two_lenders_yield_a_proof() throws IOException {
        Path tax = pack("tax.obk", SmallBook.honest());
        Path bank = pack("bank.obk", new SmallBook().signedBy(SECOND).begin().close());
        Comparison comparison = compare(tax, bank);
        assertThat(comparison.outcome()).isEqualTo(1);
        Equivocation proof = comparison.proof().orElseThrow();
        assertThat(proof.kind()).isEqualTo(Equivocation.Kind.TWO_LOGS);
        assertThat(comparison.sentence()).contains(SECOND.vkey(), SmallBook.SIGNER.vkey());
    }

    @Test
    void other_companies_and_bare_heads_of_two_sizes_prove_nothing() throws IOException {
        Signer key = Signer.create("books.onebook.example/cn/91330106MA2K00002Y/statutory");
        Path other = pack("c.obk", new SmallBook().signedBy(key).begin().close());
        Comparison different = compare(pack("a.obk", SmallBook.honest()), other);
        assertThat(different.outcome()).isEqualTo(2);
        assertThat(different.sentence()).startsWith("DIFFERENT BOOKS");
        Comparison open = Comparison.of(note("x", rebuilt()), note("y", SmallBook.honest()),
                SmallBook.policy());
        assertThat(open.outcome()).isEqualTo(2);
        assertThat(open.sentence()).startsWith("CANNOT TELL");
        assertThatThrownBy(() -> compare(folder.resolve("x"), folder.resolve("y")))
                .as("no key is known").isInstanceOf(MalformedException.class);
    }

    @Test
    void no_changed_byte_makes_a_proof_against_an_honest_company() throws IOException {
        Comparison comparison = compare(note("kept", rebuilt()),
                pack("b.obk", SmallBook.honest()));
        String good = comparison.proof().orElseThrow().text();
        Random random = new Random(6962);
        for (int i = 0; i < 300; i++) {
            StringBuilder bad = new StringBuilder(good);
            int at = random.nextInt(bad.length());
            bad.setCharAt(at, (char) (bad.charAt(at) ^ 1 << random.nextInt(7)));
            assertThatThrownBy(() -> Equivocation.parse(bad.toString())).as("%d", at)
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void the_command_writes_a_proof_that_a_third_party_checks() throws IOException {
        String tax = pack("tax.obk", SmallBook.honest()).toString();
        String later = pack("later.obk", more(SmallBook.honest())).toString();
        String kept = note("kept", rebuilt()).toString();
        String proof = folder.resolve("proof.json").toString();
        assertThat(run("compare", tax, later).exit()).isZero();
        assertThat(run("compare", tax, later).out()).startsWith("CONSISTENT");
        assertThat(run("compare", kept, tax, "--out", proof).exit()).isEqualTo(1);
        Spoken checked = run("compare", "--check", proof);
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.out()).startsWith("EQUIVOCATION: the key of " + SmallBook.ENTITY);
        assertThat(run("compare", kept, tax).out()).contains("\"kind\":\"fork\"");
        assertThat(run("compare", "--check", kept).exit()).isEqualTo(3);
        assertThat(run("compare", kept, proof).exit()).isEqualTo(3);
        for (List<String> words : List.of(List.of(tax), List.of(tax, tax, tax),
                List.of(tax, tax, "--check", proof), List.of(tax, tax + "x"))) {
            assertThat(run(join("compare", words.toArray(String[]::new))).exit())
                    .as("%s", words).isEqualTo(64);
        }
    }

    private static String[] join(String first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }

    private static Spoken run(String... words) {
        return Spoken.of(new SettableClock("2026-04-01T08:00"), join("lender", words));
    }
}
