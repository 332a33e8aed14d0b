package onebook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import onebook.sample.Books.Balances;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCompanyTest {
    @TempDir
    Path folder;

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> out = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                out.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return out;
    }

    @Test
    void same_seed_gives_the_same_bytes_and_another_seed_another_company() throws IOException {
        SampleCompany.write(7, folder.resolve("a"));
        SampleCompany.write(7, folder.resolve("b"));
        SampleCompany.write(8, folder.resolve("c"));
        Map<String, byte[]> a = files(folder.resolve("a"));
        Map<String, byte[]> b = files(folder.resolve("b"));
        assertThat(a.keySet()).isEqualTo(b.keySet());
        a.forEach((name, bytes) -> assertThat(b.get(name)).as(name).isEqualTo(bytes));
        assertThat(files(folder.resolve("c")).get("inputs/company.yaml"))
                .isNotEqualTo(a.get("inputs/company.yaml"));
    }

    @Test
    void documents_of_every_form_can_be_opened() throws IOException {
        SampleCompany.write(11, folder);
        int codes = 0;
        int scans = 0;
        for (Map.Entry<String, byte[]> file : files(folder.resolve("inputs/documents"))
                .entrySet()) {
            Path path = folder.resolve("inputs/documents").resolve(file.getKey());
            if (file.getKey().endsWith(".pdf")) {
                try (PDDocument pdf = Loader.loadPDF(path.toFile())) {
                    assertThat(new PDFTextStripper().getText(pdf)).contains("发票号码");
                }
            } else if (file.getKey().matches(".*\\.(jpg|png)")) {
                scans++;
                codes += code(path).startsWith("01,3") ? 1 : 0;
            }
        }
        assertThat(scans).isBetween(10, 14);
        assertThat(codes).isGreaterThanOrEqualTo(scans * 3 / 5);
    }

    @Test
    void hopeless_scan_gives_no_code_away() throws IOException {
        SampleCompany.write(11, folder);
        JsonNode waiting = new ObjectMapper().readTree(folder.resolve("truth/waiting.json")
                .toFile());
        List<String> hopeless = new ArrayList<>();
        waiting.forEach(item -> {
            if (item.get("reason").asText().equals("NOT_READABLE")) {
                hopeless.add(item.get("source").asText());
            }
        });
        assertThat(hopeless).hasSize(1);
        assertThat(code(folder.resolve("inputs").resolve(hopeless.get(0)))).isEmpty();
    }

    private static String code(Path path) throws IOException {
        BufferedImage image = ImageIO.read(path.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0,
                image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(),
                pixels);
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)),
                    Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (ReaderException e) {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026, -99})
    void every_voucher_balances_and_the_accounts_come_to_nothing(long seed) {
        List<Entry> entries = Books.keep(Scenario.of(seed));
        for (Entry entry : entries) {
            assertThat(entry.lines().stream().mapToLong(l -> l.debit() ? l.fen() : -l.fen()).sum())
                    .as(entry.toString()).isZero();
        }
        Balances all = Balances.of(entries);
        assertThat(Stream.of("1", "2", "3", "5").mapToLong(kind -> everything(entries, kind)).sum())
                .isZero();
        assertThat(everything(entries, "5")).as("income and expense are carried away").isZero();
        assertThat(all.of("1405")).isPositive();
        assertThat(all.of("2211")).isZero();
        assertThat(-all.of("2241")).isNotNegative();
    }

    private static long everything(List<Entry> entries, String kind) {
        return entries.stream().flatMap(e -> e.lines().stream())
                .filter(l -> l.account().startsWith(kind))
                .mapToLong(l -> l.debit() ? l.fen() : -l.fen()).sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026, -99})
    void statements_hold_the_identities_of_the_official_form(long seed) {
        List<Entry> entries = Books.keep(Scenario.of(seed));
        Map<Integer, Long> end = Statements.balanceSheet(Balances.of(entries));
        Map<Integer, Long> begin = Statements.balanceSheet(Balances.of(entries.subList(0, 1)));
        Map<Integer, Long> income = Statements.incomeStatement(entries);
        assertThat(end.get(30)).isEqualTo(end.get(53));
        assertThat(begin.get(30)).isEqualTo(begin.get(53));
        assertThat(end.get(51) - begin.get(51)).isEqualTo(income.get(32));
        assertThat(income.get(3)).isEqualTo(income.get(6) + income.get(10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026, -99})
    void last_balance_of_each_account_is_the_book_and_what_waits(long seed) {
        Scenario scenario = Scenario.of(seed);
        Balances book = Balances.of(Books.keep(scenario));
        for (Account account : scenario.cast().accounts()) {
            List<Movement> lines = scenario.money().of(account);
            long last = scenario.openingBalance(account) + lines.stream()
                    .mapToLong(Movement::amount).sum();
            long waits = lines.stream().filter(Movement::waits).mapToLong(Movement::amount).sum();
            assertThat(book.of(account.code())).as(account.code()).isEqualTo(last - waits);
            assertThat(last).isPositive();
            assertThat(new TreeSet<>(lines.stream().map(l -> l.date() + "T" + l.time()).toList()))
                    .as("moments").hasSameSizeAs(lines);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026, -99, 4, 5, 6, 7, 8, 9, 10})
    void sales_are_taxed_and_nowhere_near_the_threshold(long seed) {
        Scenario scenario = Scenario.of(seed);
        VatForm form = VatForm.of(scenario);
        assertThat(form.sales()).isBetween(33_000_000L, 150_000_000L);
        assertThat(form.due()).isPositive();
        int count = scenario.papers().size() + 2;
        assertThat(count).isBetween(60, 90);
        assertThat(scenario.papers().stream().map(Paperwork::file).distinct()).hasSize(count - 2);
        assertThat(scenario.trading().sales().stream().filter(Bill::isRed)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026, -99, 20, 21, 22})
    void every_payment_finds_an_equal_open_item_of_its_party_and_what_waits_finds_none(long seed) {
        Scenario scenario = Scenario.of(seed);
        List<Entry> entries = Books.keep(scenario);
        for (String account : List.of("1122", "2202")) {
            boolean opens = account.equals("1122");
            List<Item> open = new ArrayList<>(items(entries, account, opens));
            for (Item paid : items(entries, account, !opens)) {
                Item oldest = open.stream().filter(i -> i.name().equals(paid.name())
                        && !i.date().isAfter(paid.date())).findFirst().orElse(null);
                assertThat(open.remove(oldest)).as(paid.toString()).isTrue();
            }
            scenario.money().movements().stream().filter(Movement::waits)
                    .forEach(m -> assertThat(open)
                    .noneMatch(i -> i.name().equals(m.party() + Math.abs(m.amount()))));
        }
    }

    private record Item(LocalDate date, String name) { }

    private static List<Item> items(List<Entry> entries, String account, boolean debit) {
        return entries.stream().sorted(Comparator.comparing(Entry::date))
                .flatMap(e -> e.lines().stream()
                .filter(l -> l.account().equals(account) && l.debit() == debit)
                .map(l -> new Item(e.date(), l.party() + l.fen()))).toList();
    }

    @Test
    void committed_sample_is_what_seed_2026_gives() throws IOException {
        Path inputs = root().resolve("templates/sample/inputs");
        Path truth = root().resolve("src/test/resources/sample/truth");
        SampleCompany.write(2026, folder);
        Map<String, byte[]> fresh = files(folder.resolve("inputs"));
        Map<String, byte[]> kept = files(inputs);
        assertThat(kept.keySet()).isEqualTo(fresh.keySet());
        fresh.forEach((name, bytes) -> {
            if (name.matches(".*\\.(xml|csv|yaml)")) {
                assertThat(kept.get(name)).as(name).isEqualTo(bytes);
            }
        });
        files(folder.resolve("truth")).forEach((name, bytes) ->
                assertThat(truth.resolve(name)).hasBinaryContent(bytes));
    }

    /** The repository's root, wherever the tests are started. */
    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("templates/sample"))) {
            at = at.getParent();
        }
        return at;
    }

    @Test
    void tax_numbers_carry_both_check_digits() {
        assertThat(TaxId.check("91440300708461136")).isEqualTo('T');
        assertThat(TaxId.check("91350100M000100Y4")).isEqualTo('3');
        assertThat(TaxId.organisationCheck("70846113")).isEqualTo('6');
        assertThat(TaxId.organisationCheck("M000100Y")).isEqualTo('4');
    }

    @Test
    void amounts_are_written_in_words() {
        assertThat(Fen.words(1600000)).isEqualTo("壹万陆仟圆整");
        assertThat(Fen.words(600714)).isEqualTo("陆仟零柒圆壹角肆分");
        assertThat(Fen.words(32504)).isEqualTo("叁佰贰拾伍圆零肆分");
        assertThat(Fen.words(10700053)).isEqualTo("壹拾万零柒仟圆伍角叁分");
        assertThat(Fen.words(-50)).isEqualTo("（负数）伍角整");
        assertThat(Fen.share(-250, 1, 100)).isEqualTo(-3);
    }
}
