package onebook.lender;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import onebook.seal.CanonicalJson;

/** A verdict as {@code lender verify} and the stand-alone verifier print it. */
public final class VerdictText {
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
        json.put("findings", verdict.findings().stream().map(VerdictText::json).toList());
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
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
        for (Finding finding : verdict.findings()) {
            text.append("%s %s  %s%n    %s%n".formatted(finding.severity(), finding.id(),
                    finding.zh(), finding.en()));
        }
        return text.toString().stripTrailing();
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
