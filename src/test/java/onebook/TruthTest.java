package onebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import onebook.cli.Main;
import onebook.sample.SampleCompany;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Companies that nobody has seen: the main job runs on their papers alone, and what it books,
 * declares and leaves to a person is what really happened, to the cent.
 */
class TruthTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock AFTER_THE_QUARTER =
            Clock.fixed(Instant.parse("2026-04-08T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {
        101, 202, 303, 404, 505, 606, 707, 808, 909, 1010,
        1111, 1212, 1313, 1414, 1515, 1616, 1717, 1818, 1919, 2020})
    void the_main_job_comes_to_what_really_happened(long seed) throws Exception {
        Path company = folder.resolve("company");
        SampleCompany.write(seed, company);
        Path truth = folder.resolve("hidden");
        Files.move(company.resolve("truth"), truth);
        Path out = folder.resolve("out");

        JsonNode summary = JSON.readTree(run("demo", "--from", company.resolve("inputs").toString(),
                "--out", out.toString(), "--format", "json", "--quiet"));

        assertThat(entries(out)).as("entries").isEqualTo(expectedEntries(truth));
        assertThat(lines(summary.get("balanceSheet"))).as("balance sheet")
                .isEqualTo(lines(tree(truth, "statements.json").get("balanceSheet")));
        assertThat(lines(summary.get("incomeStatement"))).as("income statement")
                .isEqualTo(lines(tree(truth, "statements.json").get("incomeStatement")));
        assertThat(lines(summary.get("vat"))).as("VAT").isEqualTo(lines(tree(truth, "vat.json")));
        assertThat(summary.get("vatPayable").asText()).isNotEqualTo("0.00");
        assertThat(waiting(summary.get("waiting"))).as("waiting")
                .isEqualTo(waiting(tree(truth, "waiting.json")));
        assertThat(summary.get("bankDifference")).allSatisfy(difference ->
                assertThat(difference.asText()).isEqualTo("0.00"));
        assertThat(summary.get("exit").asInt()).isIn(0, 4);
    }

    private static String run(String... args) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(AFTER_THE_QUARTER, args)).as(String.join(" ", args)).isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> entries(Path out) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String line : run("book", "entries", "--book", out.resolve("book.onebook").toString(),
                "--format", "json").split("\n")) {
            entries.add(entry(JSON.readTree(line)));
        }
        return entries.stream().sorted().toList();
    }

    private static List<String> expectedEntries(Path truth) throws IOException {
        List<String> entries = new ArrayList<>();
        tree(truth, "entries.json").forEach(entry -> entries.add(entry(entry)));
        return entries.stream().sorted().toList();
    }

    private static String entry(JsonNode entry) {
        List<String> lines = new ArrayList<>();
        entry.get("postings").forEach(line -> lines.add("%s %s %s %s".formatted(
                line.get("account").asText(), line.get("side").asText(),
                line.get("amount").asText(), line.path("party").asText()).trim()));
        return "%s %s %s".formatted(entry.get("date").asText(), entry.get("kind").asText(),
                lines.stream().sorted().toList());
    }

    /** Line numbers with their amounts; a line of zeros is as good as none. */
    private static TreeMap<String, String> lines(JsonNode form) {
        TreeMap<String, String> lines = new TreeMap<>();
        form.properties().forEach(line -> {
            String amounts = line.getValue().toString();
            if (amounts.matches(".*[1-9].*")) {
                lines.put(line.getKey(), amounts);
            }
        });
        return lines;
    }

    private static List<String> waiting(JsonNode items) {
        List<String> waiting = new ArrayList<>();
        items.forEach(item -> waiting.add(item.get("source").asText().replaceFirst("^.*/", "")
                + " " + item.get("reason").asText()));
        return waiting.stream().sorted().toList();
    }

    private static JsonNode tree(Path truth, String name) throws IOException {
        return JSON.readTree(Files.readString(truth.resolve(name)));
    }
}
