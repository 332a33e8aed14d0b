package onebook.cli;

import java.io.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.Refusal;
import onebook.lender.Verdict;
import onebook.lender.submit.Consent;
import onebook.lender.submit.LenderUrl;
import onebook.lender.submit.Patience;
import onebook.lender.submit.Submission;
import onebook.lender.submit.SubmissionRefused;
import onebook.robot.Desk;
import onebook.robot.RefusedException;
import onebook.robot.RunReport;
import onebook.robot.Submissions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "submit", description = "sends a package to a lender; goes on where it broke off")
final class SubmitCommand implements Callable<Integer> {
    private final Clock clock;
    @Parameters(paramLabel = "X.obk", converter = Arguments.Given.class)
    private Path pack;
    @Option(names = "--to", required = true, paramLabel = "URL",
            description = "the lender's server")
    private String url;
    @Option(names = "--lender-key", paramLabel = "VKEY",
            description = "the lender's public key, as the lender handed it over")
    private Optional<String> key;
    @Option(names = "--yes", description = "agrees to what is listed, for scripts")
    private boolean isAgreed;
    @Option(names = "--minutes", paramLabel = "N", defaultValue = "120",
            description = "gives up after that time; what arrived waits for the next try")
    private int minutes;
    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private BookOption book;
    @Mixin
    private Output out;

    SubmitCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        LenderUrl address = address(url);
        Consent consent = Submissions.consent(pack);
        say(consent.text(address));
        agree();
        Submissions.Order order = new Submissions.Order(consent, url, key,
                book == null ? "" : book.by());
        if (book == null) {
            return send(order, Optional.empty());
        }
        try (Desk desk = book.open(clock)) {
            return send(order, Optional.of(desk));
        }
    }

    static LenderUrl address(String url) {
        try {
            return LenderUrl.parse(url);
        } catch (SubmissionRefused refused) {
            throw new RefusedException(refused.refusal(), refused.getMessage());
        }
    }

    private void say(String text) {
        (out.isJson() ? System.err : System.out).println(text);
    }

    private void agree() {
        Console terminal = System.console();
        if (!isAgreed && (terminal == null || !isYes(terminal.readLine(
                "发送吗？Send this? (yes/no) ")))) {
            throw new RefusedException(Refusal.CONSENT_IS_MISSING,
                    terminal == null ? "no terminal to answer on" : "");
        }
    }

    private static boolean isYes(String answer) {
        return answer != null && answer.strip().matches("(?i)yes|y|是");
    }

    private int send(Submissions.Order order, Optional<Desk> desk) {
        Patience patience = Patience.USUAL.within(Duration.ofMinutes(Math.max(minutes, 1)));
        RunReport.Progress bar = out.progress();
        try (Submissions sending = new Submissions(order, desk, patience)) {
            Submissions.Done done = sending.send((sent, total) ->
                    bar.at("send", (int) (sent >> 10), (int) (total >> 10)));
            tell(done, desk.isPresent());
            int verdict = done.sent().receipt().verdict();
            return verdict == Verdict.VERIFIED || verdict == Verdict.VERIFIED_WITH_FINDINGS ? 0
                    : Main.WAITS;
        }
    }

    private void tell(Submissions.Done done, boolean isInBook) {
        Submission.Sent sent = done.sent();
        if (out.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("sha256", sent.receipt().packageSha256());
            json.put("lender", sent.receipt().lender());
            json.put("at", sent.receipt().at().toString());
            json.put("verdict", sent.receipt().verdict());
            json.put("sent", sent.bytes());
            json.put("receipt", done.receipt().toString());
            json.put("key", sent.key().verifier().vkey());
            json.put("firstUse", sent.key().isOnItsWord());
            json.put("inBook", isInBook);
            out.json(json);
            return;
        }
        System.out.println(sent.key().sentence());
        System.out.println(sent.bytes() == 0 && sent.receipt().size() > 0
                ? "The lender had all of it before; nothing was sent." : "Sent " + sent.bytes()
                + " bytes.");
        System.out.println("%s 回执 receipt of %s, %s, verdict %d: %s".formatted(done.receipt(),
                sent.receipt().lender(), sent.receipt().at(), sent.receipt().verdict(),
                meaning(sent.receipt().verdict())));
    }

    private static String meaning(int verdict) {
        return switch (verdict) {
            case Verdict.VERIFIED -> "verified";
            case Verdict.INTEGRITY_FAILURE -> "integrity failure; ask the lender what failed";
            case Verdict.POLICY_NOT_MET ->
                    "the lender does not know this book's key yet; hand it the policy file";
            case Verdict.MALFORMED -> "malformed; make the package anew";
            default -> "verified, with findings";
        };
    }
}
