package onebook.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onebook.Tree;
import onebook.document.Refused;
import onebook.ledger.Posting;
import onebook.ledger.Problem;
import onebook.ledger.Side;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each sample x.csv has x.expected.json; -Dgolden=write writes them anew. */
class VoucherSamplesTest {
    private static final Path FOLDER =
            Tree.root().resolve("src/test/resources/exchange/vouchers");
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> each_sample_says_what_is_expected() throws IOException {
        return samples().map(sample -> DynamicTest.dynamicTest(sample.getFileName().toString(),
                () -> {
                    List<String> said = said(sample, false);
                    Path expected = expected(sample);
                    if ("write".equals(System.getProperty("golden"))) {
                        Files.writeString(expected, json(said));
                    }
                    assertThat(said).isEqualTo(List.of(JSON.readValue(
                            Files.readString(expected), String[].class)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> encoding_line_ends_and_delimiters_change_nothing() throws IOException {
        return samples().map(sample -> DynamicTest.dynamicTest(sample.getFileName().toString(),
                () -> {
                    String text = Files.readString(sample);
                    List<String> said = said(sample, true);
                    assertThat(said("GB18030", text)).isEqualTo(said);
                    assertThat(said("UTF-16LE", "\uFEFF" + text)).isEqualTo(said);
                    assertThat(said("UTF-8", "\uFEFF" + text)).isEqualTo(said);
                    assertThat(said("UTF-8", text.replace("\n", "\r\n"))).isEqualTo(said);
                    assertThat(said("UTF-8", text.replace("\n", "\r"))).isEqualTo(said);
                }));
    }

    private List<String> said(String charset, String text) throws IOException {
        Path file = folder.resolve("sample.csv");
        Files.write(file, text.getBytes(Charset.forName(charset)));
        return said(file, true);
    }

    private static Stream<Path> samples() throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(FOLDER)) {
            found = files.sorted().toList();
        }
        assertThat(found.stream().filter(file -> file.toString().endsWith(".json"))
                .map(file -> Path.of(file.toString().replace(".expected.json", ".csv"))))
                .allMatch(Files::exists);
        return found.stream().filter(file -> file.toString().endsWith(".csv"));
    }

    private static Path expected(Path sample) {
        return Path.of(sample.toString().replace(".csv", ".expected.json"));
    }

    /** One line of text for each thing said, so that changes are read easily. */
    private static String json(List<String> said) throws JsonProcessingException {
        List<String> lines = new ArrayList<>();
        for (String one : said) {
            lines.add("  " + JSON.writeValueAsString(one));
        }
        return "[\n" + String.join(",\n", lines) + "\n]\n";
    }

    private static List<String> said(Path file, boolean isAnyForm) {
        List<String> said = new ArrayList<>();
        try {
            VoucherFile vouchers = VoucherFile.of(file, Charts.layouts());
            said.add(vouchers.layout() + (isAnyForm ? "" : " " + vouchers.form()));
            AccountCodes codes = new AccountCodes(Charts.own(), Charts.layouts(), false);
            codes.learn(vouchers.accounts().keySet());
            Faults faults = new Faults();
            vouchers.read(codes, faults, voucher -> said.addAll(told(voucher)));
            for (Problem fault : faults.all()) {
                said.add("! " + fault.name() + " " + fault.path() + " " + fault.text());
            }
            if (vouchers.voids() > 0) {
                said.add("void " + vouchers.voids());
            }
        } catch (Refused refused) {
            said.add("! " + refused.refusal() + " " + refused.getMessage());
        }
        return said;
    }

    static List<String> told(Voucher voucher) {
        List<String> said = new ArrayList<>();
        said.add("%s %s %s %s%s%s%s line %d".formatted(voucher.number(), voucher.date(),
                voucher.kind(), voucher.summary(), voucher.preparer().isEmpty() ? ""
                        : " by " + voucher.preparer() + "/" + voucher.reviewer(),
                voucher.attachments() == 0 ? "" : " with " + voucher.attachments(),
                voucher.corrects().isEmpty() ? "" : " corrects " + voucher.corrects(),
                voucher.line()));
        voucher.keys().forEach(key -> said.add("  once " + key));
        for (Posting line : voucher.postings()) {
            StringBuilder one = new StringBuilder("  "
                    + (line.side() == Side.DEBIT ? "借 " : "贷 ") + line.account() + " "
                    + line.amount() + (line.party().isEmpty() ? "" : " " + line.party()));
            Posting.Details more = line.details();
            one.append(more.memo().isEmpty() ? "" : " \"" + more.memo() + "\"");
            more.dimensions().forEach((dimension, value) ->
                    one.append(' ').append(dimension).append('=').append(value));
            more.foreign().ifPresent(foreign -> one.append(" = ").append(foreign.amount())
                    .append(foreign.amount().currency()).append(" x ").append(foreign.rate()));
            more.quantity().ifPresent(units -> one.append(" = ").append(units.count())
                    .append(" x ").append(units.unitPrice()));
            said.add(one + (more.cashFlow() == 0 ? "" : " flow " + more.cashFlow()));
        }
        return said;
    }
}
