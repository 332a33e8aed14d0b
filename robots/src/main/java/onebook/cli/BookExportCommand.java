package onebook.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.document.Encoding;
import onebook.robot.BookExport;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "everything, for other programs and auditors: accounts, "
        + "vouchers, balances, operation log, documents with how they were booked")
final class BookExportCommand implements Callable<Integer> {
    /** Names of encodings as they are typed. */
    enum Letters { UTF8, GB18030 }

    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Mixin
    private Speech speech;
    @Option(names = "--to", required = true, paramLabel = "DIR",
            converter = Arguments.Folder.class, description = "a new or empty folder")
    private Path to;
    @Option(names = "--as", required = true, paramLabel = "csv|gbt24589|beancount")
    private BookExport.Form form;
    @Option(names = "--encoding", paramLabel = "utf8|gb18030",
            description = "of texts; gb18030 for gbt24589 unless said, else utf8")
    private Optional<Letters> letters;

    BookExportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Letters chosen = letters.orElse(form == BookExport.Form.GBT24589 ? Letters.GB18030
                : Letters.UTF8);
        Charset charset = chosen == Letters.UTF8 ? StandardCharsets.UTF_8 : Encoding.GB18030;
        try (Desk desk = book.open(clock)) {
            BookExport.Report report = BookExport.write(desk, to, form, charset);
            if (out.isJson()) {
                out.json(json(report));
            } else {
                report.items().stream().filter(item -> !item.path().contains("/"))
                        .forEach(item -> out.print("%12d  %s".formatted(item.bytes(),
                                report.folder().resolve(item.path()))));
                long papers = report.items().stream()
                        .filter(item -> item.path().startsWith("evidence/")).count();
                out.print("%12d  %s %s".formatted(papers, speech.say("份单据在", "documents in"),
                        report.folder().resolve("evidence")));
            }
            report.missing().forEach(line -> System.err.println("incomplete: " + line));
            return report.missing().isEmpty() ? 0 : Main.WAITS;
        }
    }

    private static Map<String, Object> json(BookExport.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", report.folder().toString());
        json.put("files", report.items().stream().map(item -> Map.of("path", item.path(),
                "bytes", item.bytes(), "sha256", item.sha256(), "category", item.category()))
                .toList());
        json.put("incomplete", report.missing());
        return json;
    }
}
