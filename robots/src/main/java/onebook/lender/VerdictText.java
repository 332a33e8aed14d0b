package onebook.lender;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.lender.finding.AnswerJson;
import onebook.lender.finding.Totals;
import onebook.seal.CanonicalJson;
import onebook.seal.TokenChain;

/** A verdict as {@code lender verify} and the stand-alone verifier print it. */
public final class VerdictText {
    private static final Map<Finding.Severity, String> SEVERITIES = Map.of(
            Finding.Severity.S1, "停止 stop", Finding.Severity.S2, "放款前问清 ask before lending",
            Finding.Severity.S3, "询问 ask", Finding.Severity.S4, "供参考 for information");

    private VerdictText() { }

    /** One line of JSON. */
    public static String json(Verdict verdict) {
        Verdict.Figures figures = verdict.figures();
        Map<String, Object> json = new TreeMap<>();
        json.put("exit", verdict.exitCode());
        json.put("verdict", verdict.name());
        json.put("verified", verdict.isVerified());
        json.put("company", figures.company());
        json.put("taxid", figures.taxId());
        json.put("key", figures.key());
        json.put("origin", figures.origin());
        json.put("leaves", figures.leaves());
        json.put("root", figures.root());
        json.put("entries", figures.entries());
        json.put("documents", figures.documents());
        json.put("from", figures.from());
        json.put("to", figures.to());
        verdict.protection().into(json);
        json.put("tokens", tokens(verdict.approvals()));
        json.put("findings", verdict.findings().stream().map(VerdictText::json).toList());
        json.put("corroboration", AnswerJson.corroboration(verdict.answers()));
        json.put("ratios", AnswerJson.ratios(verdict.answers()));
        json.put("tieout", AnswerJson.tieOut(verdict.answers()));
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> tokens(TokenChain.Counts approvals) {
        return Map.of("closes", approvals.closes(), "signed_closes", approvals.signedCloses(),
                "reviews", approvals.reviews(), "signed_reviews", approvals.signedReviews());
    }

    private static Map<String, Object> json(Finding finding) {
        return Map.of("id", finding.id(), "severity", finding.severity().name(), "zh", finding.zh(),
                "en", finding.en());
    }

    /** For people, Chinese and English. */
    public static String of(Verdict verdict) {
        Verdict.Figures figures = verdict.figures();
        StringBuilder text = new StringBuilder(verdict.name() + "  " + chinese(verdict) + "\n");
        if (figures.leaves() > 0) {
            text.append("%s  %s  %s – %s%n".formatted(figures.company(), figures.taxId(),
                    figures.from(), figures.to()));
            text.append("凭证 entries %d · 文件 documents %d · 记录 leaves %d%n".formatted(
                    figures.entries(), figures.documents(), figures.leaves()));
            text.append("日志 log %s%n根 root %s%n".formatted(figures.origin(), figures.root()));
        }
        text.append(verdict.protection().text());
        TokenChain.Counts approvals = verdict.approvals();
        if (approvals.signedCloses() + approvals.signedReviews() > 0) {
            text.append("介质签名 signed by tokens: 结账 closes %d/%d · 审核 reviews %d/%d%n".formatted(
                    approvals.signedCloses(), approvals.closes(), approvals.signedReviews(),
                    approvals.reviews()));
        }
        findings(verdict, text);
        corroboration(verdict, text);
        return text.toString().stripTrailing();
    }

    /** Grouped by severity, the gravest first. */
    private static void findings(Verdict verdict, StringBuilder text) {
        for (Finding.Severity severity : Finding.Severity.values()) {
            List<Finding> same = verdict.findings().stream()
                    .filter(one -> one.severity() == severity).toList();
            if (!same.isEmpty()) {
                text.append("%s %s  %d%n".formatted(severity, SEVERITIES.get(severity),
                        same.size()));
            }
            same.forEach(finding -> text.append("%s %s  %s%n    %s%n".formatted(severity,
                    finding.id(), finding.zh(), finding.en())));
        }
    }

    /** The weakest class first; no grade and no average. */
    private static void corroboration(Verdict verdict, StringBuilder text) {
        List<Totals> all = Totals.of(verdict.answers().corroboration());
        if (!all.isEmpty()) {
            text.append("佐证 corroboration, the weakest class first\n");
        }
        for (Totals one : all) {
            text.append(("  %s  %s: S1 %s, S2 %s, S3 %s, S2x %s%s%n").formatted(one.name(),
                    one.amount(), one.share(one.e1()), one.share(one.e2()), one.share(one.e3()),
                    one.share(one.two()), one.inTime().map(part -> ", C " + one.share(part))
                            .orElse("")));
        }
    }

    private static String chinese(Verdict verdict) {
        return switch (verdict.exitCode()) {
            case Verdict.VERIFIED -> "核验通过";
            case Verdict.INTEGRITY_FAILURE -> "完整性核验失败";
            case Verdict.POLICY_NOT_MET -> "未满足核验策略";
            case Verdict.MALFORMED -> "格式错误";
            default -> "核验通过，有待说明事项";
        };
    }
}
