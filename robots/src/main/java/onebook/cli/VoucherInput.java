package onebook.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.document.Document;
import onebook.ledger.Evidence;
import onebook.robot.Desk;
import onebook.robot.Draft;
import onebook.robot.Vouchers;
import picocli.CommandLine.Option;

/** What a person says of a voucher: by options, or as one JSON object that options go over. */
final class VoucherInput {
    private static final int LARGEST = 1 << 20;
    private static final Set<String> KEYS = Set.of("date", "summary", "attachments", "evidence",
            "noEvidence", "lines");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--date", paramLabel = "2026-03-31")
    private Optional<LocalDate> date;
    @Option(names = "--summary", paramLabel = "TEXT", description = "摘要")
    private Optional<String> summary;
    @Option(names = "--line", paramLabel = "'account=1001 debit=12.00 memo=…'",
            description = "one line of the voucher; give several")
    private List<String> lines;
    @Option(names = "--attachments", paramLabel = "N", description = "附件数")
    private Optional<Integer> attachments;
    @Option(names = "--evidence", paramLabel = "FILE|ID",
            description = "a document; a file is taken in")
    private List<String> evidence;
    @Option(names = "--no-evidence", paramLabel = "REASON", description = "why there is none")
    private Optional<String> reason;
    @Option(names = "--file", paramLabel = "FILE|-",
            description = "the voucher as JSON; - is standard input")
    private Optional<String> file;

    /**
     * What is given goes over what was there; lines and evidence are given whole.
     *
     * @param by who takes files in; empty leaves files alone
     */
    Draft over(Draft was, Desk desk, Optional<String> by) {
        JsonNode json = file.map(VoucherInput::read).orElseGet(JSON::createObjectNode);
        List<Evidence> papers = evidence(json, desk, by).orElse(was.evidence());
        int count = attachments.or(() -> whole(json)).orElse(
                papers.equals(was.evidence()) ? was.attachments() : Draft.papers(papers));
        if (count < 0) {
            throw VoucherLine.unread("attachments=" + count);
        }
        return new Draft(date.or(() -> day(json)).orElse(was.date()), was.kind(),
                summary.or(() -> text(json, "summary")).orElse(was.summary()),
                lines(json).orElse(was.lines()), papers, count, was.corrects(), was.source());
    }

    /** The lines that were given; empty where none were. */
    Optional<List<Draft.Line>> lines() {
        return lines(file.map(VoucherInput::read).orElseGet(JSON::createObjectNode));
    }

    private static JsonNode read(String name) {
        try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            JsonNode json = bytes.length > LARGEST ? null
                    : JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (json == null || !json.isObject()) {
                throw VoucherLine.unread("not one JSON object of at most 1 MB");
            }
            json.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    throw VoucherLine.unread(key);
                }
            });
            return json;
        } catch (JsonProcessingException wrong) {
            throw VoucherLine.unread("not JSON: " + wrong.getOriginalMessage());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw VoucherLine.unread(name);
        }
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.ofNullable(json.get(key)).map(JsonNode::asText);
    }

    private static Optional<Integer> whole(JsonNode json) {
        return text(json, "attachments").map(text -> {
            if (!text.matches("[0-9]{1,6}")) {
                throw VoucherLine.unread("attachments=" + text);
            }
            return Integer.parseInt(text);
        });
    }

    private static Optional<LocalDate> day(JsonNode json) {
        return text(json, "date").map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException wrong) {
                throw VoucherLine.unread("date=" + text);
            }
        });
    }

    private Optional<List<Draft.Line>> lines(JsonNode json) {
        if (lines != null) {
            return Optional.of(lines.stream().map(VoucherLine::parse).toList());
        }
        if (!json.has("lines")) {
            return Optional.empty();
        }
        List<Draft.Line> all = new ArrayList<>();
        json.get("lines").forEach(line -> {
            Map<String, String> values = new LinkedHashMap<>();
            line.fields().forEachRemaining(one ->
                    values.put(one.getKey(), one.getValue().asText()));
            all.add(VoucherLine.of(values));
        });
        return Optional.of(all);
    }

    private Optional<List<Evidence>> evidence(JsonNode json, Desk desk,
            Optional<String> by) {
        List<String> names = new ArrayList<>();
        if (evidence != null) {
            names.addAll(evidence);
        } else if (json.has("evidence")) {
            json.get("evidence").forEach(one -> names.add(one.asText()));
        }
        Optional<String> without = reason.or(() -> text(json, "noEvidence"));
        if (names.isEmpty() && without.isEmpty()) {
            return Optional.empty();
        }
        List<Evidence> papers = new ArrayList<>();
        names.forEach(name -> papers.add(paper(name, desk, by)));
        without.map(Evidence::without).ifPresent(papers::add);
        return Optional.of(papers);
    }

    /** A document by id or by the file it was, else a file that is taken in. */
    private static Evidence paper(String name, Desk desk, Optional<String> by) {
        Optional<Document> known = name.matches("[0-9a-f]{64}") ? desk.document(name)
                : Optional.empty();
        if (known.isPresent()) {
            return Vouchers.paper(known.get());
        }
        try {
            Path path = Path.of(name);
            if (by.isPresent() && Files.isRegularFile(path)) {
                return Vouchers.of(desk).attach(path, by.get());
            }
        } catch (IllegalArgumentException | UncheckedIOException noFile) {
            throw VoucherLine.unread(name);
        }
        return Evidence.ofField(name, "file", "");
    }
}
