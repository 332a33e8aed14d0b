package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import onebook.seal.MalformedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and the program say the same of every package, sound or not, in a real browser. */
class VerifierPageAgreementTest {
    private static final int BATCH = 50;
    private static final int MUTANTS = Integer.getInteger("onebook.mutants", 300);
    private static final long SEED = Long.getLong("onebook.seed", 9162);
    private static final String ASKED = "globalThis.judge = async cases => {"
            + " const said = []; for (const [packed, policy, seen] of cases) {"
            + " const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));"
            + " const {exit, findings, figures} = await OneBook.verifyPackage(bytes, policy,"
            + " seen); const {anchors, witnessedTo, since, gap} = figures === null"
            + " ? {anchors: 0, witnessedTo: 0, since: '', gap: ''} : figures.protection;"
            + " said.push([exit, ...findings.sort(), anchors, witnessedTo, since, gap].join(' '));"
            + " } return said; }; 0";

    @TempDir
    private static Path folder;
    private static Chromium page;

    @BeforeAll
    static void a_browser_with_the_page() throws Exception {
        page = Chromium.withPage(folder);
        page.run(ASKED);
    }

    @AfterAll
    static void close_the_browser() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void page_and_program_agree_on_mutated_packages() throws IOException {
        Mutants mutants = new Mutants(SEED, MutantBooks.all());
        List<Forgery.Judged> batch = new ArrayList<>();
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        int[] exits = new int[5];
        for (int i = 0; i < MUTANTS; i++) {
            batch.add(mutants.next());
            if (batch.size() == BATCH || i == MUTANTS - 1) {
                before.join();
                before = compare(List.copyOf(batch), exits);
                batch.clear();
            }
        }
        before.join();
        System.out.printf("%d mutated packages, by verdict %s%n", MUTANTS,
                java.util.Arrays.toString(exits));
        assertThat(exits).as("every verdict is met").doesNotContain(0);
    }

    /** The browser works while the program does. */
    private static CompletableFuture<Void> compare(List<Forgery.Judged> cases, int[] exits)
            throws IOException {
        StringBuilder script = new StringBuilder("judge([");
        for (Forgery.Judged one : cases) {
            script.append("['").append(Base64.getEncoder().encodeToString(one.bytes()))
                    .append("',").append(Chromium.quoted(one.policy())).append(',')
                    .append(Chromium.quoted(one.seen())).append("],");
        }
        CompletableFuture<JsonNode> answer = page.begin(script.append("])").toString());
        List<String> expected = new ArrayList<>();
        for (Forgery.Judged one : cases) {
            expected.add(judged(one));
            exits[expected.get(expected.size() - 1).charAt(0) - '0']++;
        }
        return answer.thenAccept(said -> {
            for (int i = 0; i < cases.size(); i++) {
                assertThat(said.get(i).asText()).as(cases.get(i).what()).isEqualTo(expected.get(i));
            }
        });
    }

    /** What the program says: exit code, findings in order and what others outside have seen. */
    private static String judged(Forgery.Judged one) throws IOException {
        Path file = Files.write(folder.resolve("mutant.obk"), one.bytes());
        try {
            Policy policy = one.policy() == null ? Policy.none() : Policy.parse(one.policy());
            Verdict verdict = PackageVerifier.verify(file, policy,
                    Optional.ofNullable(one.seen()).map(SeenNote::of));
            Protection outside = verdict.protection();
            List<String> said = new ArrayList<>(List.of("" + verdict.exitCode()));
            said.addAll(verdict.findings().stream().map(Finding::id).sorted().toList());
            said.addAll(List.of("" + outside.anchors(), "" + outside.witnessedTo(),
                    outside.since().map(at -> "" + at.getEpochSecond()).orElse(""),
                    outside.gap().map(gap -> "" + gap.toSeconds()).orElse("")));
            return String.join(" ", said);
        } catch (MalformedException noPolicy) {
            return Verdict.MALFORMED + " MALFORMED 0 0  ";
        }
    }

    @Test
    void every_known_attack_meets_the_same_verdict() throws Exception {
        Forgery.WATCHED.get().clear();
        List<Forgery.Judged> met = new ArrayList<>();
        for (Class<?> attacks : List.of(AttackTest.class, SignatureAttackTest.class,
                BookLawsTest.class, FindingsTest.class, KeyAttackTest.class, AnchorsTest.class,
                HidingTest.class)) {
            for (Method method : attacks.getDeclaredMethods()) {
                for (Object[] arguments : arguments(method)) {
                    met.addAll(staged(attacks, method, arguments));
                }
            }
        }
        assertThat(met).hasSizeGreaterThan(100);
        int[] exits = new int[5];
        compare(met, exits).join();
        System.out.printf("%d known attacks, by verdict %s%n", met.size(),
                java.util.Arrays.toString(exits));
    }

    /** Runs one test of attacks and gives the packages it had verified. */
    private static List<Forgery.Judged> staged(Class<?> attacks, Method method, Object[] arguments)
            throws Exception {
        Path stage = Files.createTempDirectory(folder, "attack");
        var constructor = attacks.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object test = constructor.newInstance();
        Field place = attacks.getDeclaredField("folder");
        place.setAccessible(true);
        place.set(test, stage);
        for (Method before : attacks.getDeclaredMethods()) {
            if (before.isAnnotationPresent(BeforeEach.class)) {
                before.setAccessible(true);
                before.invoke(test);
            }
        }
        method.setAccessible(true);
        method.invoke(test, arguments);
        List<Forgery.Judged> met = new ArrayList<>(Forgery.WATCHED.get());
        Forgery.WATCHED.get().clear();
        if (Files.exists(stage.resolve("x.obk"))) {
            met.add(new Forgery.Judged(Files.readAllBytes(stage.resolve("x.obk")),
                    "log " + SmallBook.SIGNER.vkey() + "\n", null, method.getName()));
        }
        return met;
    }

    private static List<Object[]> arguments(Method method) {
        if (method.isAnnotationPresent(ValueSource.class)) {
            return Stream.of(method.getAnnotation(ValueSource.class).strings())
                    .map(one -> new Object[] {one}).toList();
        }
        if (method.isAnnotationPresent(CsvSource.class)) {
            return Stream.of(method.getAnnotation(CsvSource.class).value())
                    .map(row -> (Object[]) row.split(" *, *")).toList();
        }
        return method.isAnnotationPresent(Test.class) ? List.of(new Object[][] {{}}) : List.of();
    }
}
