package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import onebook.ledger.EntryNumber;
import onebook.ledger.Problem;
import onebook.robot.Desk;
import onebook.robot.VoucherImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "vouchers of other programs, all of a file or none: "
        + "entry,date,account,description,debit,credit as CSV; Kingdee and Yonyou exports")
final class BookImport implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Mixin
    private Speech speech;
    @Parameters(arity = "1..*", paramLabel = "FILE", converter = Arguments.Given.class,
            description = ".csv, .xls or .xlsx")
    private List<Path> files;
    @Option(names = "--source", paramLabel = "NAME", defaultValue = "",
            description = "which program's numbers these are, where several number alike")
    private String source;
    @Option(names = "--create-accounts",
            description = "make details that the chart lacks, under accounts it has")
    private boolean mayCreateAccounts;
    @Option(names = "--trust-codes",
            description = "take accounts by code, whatever the file calls them")
    private boolean doCodesCount;
    @Option(names = "--again", description = "also what was imported before and taken back since")
    private boolean isAgain;
    @Option(names = "--dry-run", description = "say what would be done")
    private boolean isDryRun;

    BookImport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        int exit = 0;
        try (Desk desk = book.open(clock)) {
            for (Path file : files) {
                VoucherImport.Report report = VoucherImport.run(desk, new VoucherImport.Order(file,
                        source, mayCreateAccounts, doCodesCount, isAgain, isDryRun), book.by(),
                        out.progress());
                print(file, report);
                exit = report.isRefused() ? Main.REFUSED : exit;
            }
        }
        return exit;
    }

    private void print(Path file, VoucherImport.Report report) {
        String name = file.getFileName().toString();
        report.problems().forEach(problem -> Main.refuse(problem.name(), place(name, problem)));
        if (report.faults() > report.problems().size()) {
            System.err.println((report.faults() - report.problems().size()) + " more of " + name);
        }
        if (out.isJson()) {
            out.json(json(name, report));
            return;
        }
        report.accounts().forEach(account -> out.print("+ " + speech.say("科目", "account") + " "
                + account.code() + " " + account.name()));
        out.print(report.isRefused() ? refused(name, report) : done(name, report));
    }

    private String refused(String name, VoucherImport.Report report) {
        return speech.say("%s：未过账，%d 张凭证中有 %d 处不符（%s，%s）",
                "%s: nothing posted, %3$d faults in %2$d vouchers (%4$s, %5$s)").formatted(name,
                report.vouchers(), report.faults(), report.layout(), report.form());
    }

    private String done(String name, VoucherImport.Report report) {
        return speech.say("%s：%s%3$d 张凭证中过账 %4$d 张%5$s（%6$s，%7$s）%8$s",
                "%s: %s%4$d of %3$d vouchers posted%5$s (%6$s, %7$s)%8$s").formatted(name,
                isDryRun ? speech.say("试算，", "dry run, ") : "", report.vouchers(),
                report.posted().size(),
                told(report.already(), "，账中已有 ", "in the book before")
                        + told(report.takenBack(), "，其中已冲回 ", "of those taken back")
                        + told(report.voids(), "，作废 ", "void"),
                report.layout(), report.form(), report.run().isEmpty() ? ""
                        : speech.say("，运行 ", ", run ") + report.run());
    }

    private String told(int count, String chinese, String english) {
        return count == 0 ? "" : speech.say(chinese + count, ", " + count + " " + english);
    }

    static String place(String file, Problem problem) {
        String line = problem.path().startsWith("line:") ? " line " + problem.path().substring(5)
                : "";
        return file + line + ": " + problem.text();
    }

    private Map<String, Object> json(String name, VoucherImport.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", name);
        json.put("layout", report.layout());
        json.put("form", report.form());
        json.put("vouchers", report.vouchers());
        json.put("posted", report.posted().size());
        json.put("already", report.already());
        json.put("takenBack", report.takenBack());
        json.put("void", report.voids());
        json.put("refused", report.faults());
        json.put("dryRun", isDryRun);
        if (!report.run().isEmpty()) {
            json.put("run", report.run());
        }
        report.posted().stream().min(EntryNumber::compareTo)
                .ifPresent(first -> json.put("first", first.toString()));
        report.posted().stream().max(EntryNumber::compareTo)
                .ifPresent(last -> json.put("last", last.toString()));
        json.put("accounts", report.accounts().stream().map(one -> one.code().toString()).toList());
        json.put("problems", problems(report.problems()));
        return json;
    }

    static List<Map<String, String>> problems(List<Problem> problems) {
        return problems.stream().map(one -> Map.of("name", one.name().name(), "path", one.path(),
                "text", one.text())).toList();
    }
}
