package onebook.lender;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.lender.Finding.Severity;
import onebook.seal.CanonicalJson;
import onebook.seal.Checkpoint;
import onebook.seal.CoveredLeaf;
import onebook.seal.Leaf;
import onebook.seal.LogProof;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;
import onebook.seal.Witness;

/**
 * Whether one leaf stands in a log: a proof file, the leaf's bytes and what is known from outside
 * go in. It says nothing of the leaves around it.
 *
 * @param leaf what the bytes say; empty where they are no leaf
 * @param key the vkey known from outside that signed the head, or empty
 * @param seen when the witnesses of the policy saw the head, the first first
 */
public record LeafProof(int exitCode, List<Finding> findings, Optional<Leaf> leaf,
        Optional<Checkpoint> head, String key, List<Instant> seen) {

    public LeafProof {
        findings = List.copyOf(findings);
    }

    /** Never throws for what the files hold. */
    public static LeafProof verify(byte[] proof, byte[] leaf, Policy policy) {
        try {
            return of(LogProof.parse(StrictText.of(proof)), CoveredLeaf.of(leaf).leaf(), leaf,
                    policy);
        } catch (MalformedException | DateTimeException wrong) {
            return new LeafProof(Verdict.MALFORMED, List.of(Finding.broken("MALFORMED",
                    "证明文件格式不正确：" + wrong.getMessage(),
                    "the proof is malformed: " + wrong.getMessage())), Optional.empty(),
                    Optional.empty(), "", List.of());
        }
    }

    private static LeafProof of(LogProof proof, Leaf leaf, byte[] bytes, Policy policy) {
        String note = proof.checkpointNote();
        Optional<Verifier> key = policy.logs().stream()
                .filter(log -> log.open(note).isPresent()).findFirst();
        List<Finding> broken = broken(proof, leaf, bytes, key);
        List<Finding> unmet = unmet(proof, policy, key);
        List<Finding> questions = proof.extra().isEmpty() ? List.of() : List.of(new Finding(
                "UNK-EXTRA", Severity.S3, "证明文件含有无人担保的附加数据",
                "the proof carries extra data that nobody vouches for"));
        int exit = !broken.isEmpty() ? Verdict.INTEGRITY_FAILURE
                : !unmet.isEmpty() ? Verdict.POLICY_NOT_MET
                : !questions.isEmpty() ? Verdict.VERIFIED_WITH_FINDINGS : Verdict.VERIFIED;
        List<Finding> all = new ArrayList<>(broken);
        all.addAll(unmet);
        all.addAll(questions);
        List<Instant> seen = policy.quorum().stream().flatMap(LeafProof::witnesses)
                .flatMap(one -> one.cosigned(note).stream()).sorted(Comparator.naturalOrder())
                .toList();
        return new LeafProof(exit, all, Optional.of(leaf), Optional.of(proof.checkpoint()),
                key.map(Verifier::vkey).orElse(""), seen);
    }

    private static Stream<Witness> witnesses(Quorum quorum) {
        return quorum.witness() != null ? Stream.of(quorum.witness())
                : quorum.members().stream().flatMap(LeafProof::witnesses);
    }

    private static List<Finding> broken(LogProof proof, Leaf leaf, byte[] bytes,
            Optional<Verifier> key) {
        List<Finding> broken = new ArrayList<>();
        if (!proof.proves(CoveredLeaf.of(bytes).line())) {
            broken.add(Finding.broken("INT-INCLUSION", "该记录不在所签名的日志中",
                    "the leaf does not stand in the log that was signed"));
        }
        if (leaf.index() != proof.index()) {
            broken.add(Finding.broken("INT-INDEX", "该记录写明的位置与证明不符",
                    "the leaf says another place than the proof"));
        }
        if (key.isPresent() && !key.get().name().equals(proof.checkpoint().origin())) {
            broken.add(Finding.broken("INT-ORIGIN", "检查点属于另一个日志",
                    "the checkpoint is of another log than its key"));
        }
        return broken;
    }

    private static List<Finding> unmet(LogProof proof, Policy policy, Optional<Verifier> key) {
        List<Finding> unmet = new ArrayList<>();
        if (policy.logs().isEmpty()) {
            unmet.add(new Finding("POLICY-NO-KEY", Severity.S2,
                    "身份未核实：未提供账簿公钥，只能证明文件前后一致",
                    "UNVERIFIED IDENTITY: without a key the proof only agrees with itself"));
        } else if (key.isEmpty()) {
            unmet.add(new Finding("POLICY-KEY", Severity.S2, "身份未核实：签名不属于您认可的账簿公钥",
                    "UNVERIFIED IDENTITY: it is not signed by a key of your policy"));
        }
        policy.quorum().filter(asked -> !asked.isMet(
                        one -> one.cosigned(proof.checkpointNote()).isPresent()))
                .ifPresent(asked -> unmet.add(new Finding("POLICY-WITNESS", Severity.S2,
                        "策略要求的见证没有到齐：" + asked.name(),
                        "too few of the witnesses that the policy asks for cosigned: "
                                + asked.name())));
        if (proof.checkpoint().size() < policy.minimumSize()) {
            unmet.add(new Finding("POLICY-SIZE", Severity.S2,
                    "记录少于策略要求的 " + policy.minimumSize(),
                    "the log is smaller than the policy asks for: " + policy.minimumSize()));
        }
        return unmet;
    }

    /** The exit code in capitals. */
    public String name() {
        return switch (exitCode) {
            case Verdict.VERIFIED -> "VERIFIED";
            case Verdict.INTEGRITY_FAILURE -> "INTEGRITY FAILURE";
            case Verdict.POLICY_NOT_MET -> key.isEmpty() ? "UNVERIFIED IDENTITY" : "POLICY NOT MET";
            case Verdict.MALFORMED -> "MALFORMED";
            default -> "VERIFIED WITH FINDINGS";
        };
    }

    /** One line of JSON. */
    public String json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("exit", exitCode);
        json.put("verdict", name());
        json.put("verified", exitCode == Verdict.VERIFIED
                || exitCode == Verdict.VERIFIED_WITH_FINDINGS);
        json.put("key", key);
        leaf.ifPresent(one -> {
            json.put("leaf", one.index());
            json.put("kind", one.kind());
            json.put("taxid", one.entity());
            json.put("period", one.period());
            json.put("body", one.body());
        });
        head.ifPresent(one -> {
            json.put("origin", one.origin());
            json.put("leaves", one.size());
            json.put("root", Base64.getEncoder().encodeToString(one.root()));
        });
        json.put("seen", seen.stream().map(Instant::toString).toList());
        json.put("findings", findings.stream().map(finding -> Map.of("id", finding.id(),
                "severity", finding.severity().name(), "zh", finding.zh(), "en", finding.en()))
                .toList());
        return CanonicalJson.text(CanonicalJson.write(json));
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder(name() + "\n");
        leaf.ifPresent(one -> text.append("记录 leaf %d  %s  %s  %s%n".formatted(one.index(),
                one.kind(), one.period(), one.entity())));
        head.ifPresent(one -> text.append("日志 log %s%n记录 leaves %d%n".formatted(one.origin(),
                one.size())));
        seen.forEach(at -> text.append("见证 seen %s%n".formatted(at)));
        leaf.filter(one -> exitCode != Verdict.INTEGRITY_FAILURE).ifPresent(one -> text.append(
                CanonicalJson.text(CanonicalJson.write(one.body()))).append('\n'));
        findings.forEach(finding -> text.append("%s %s  %s%n    %s%n".formatted(
                finding.severity(), finding.id(), finding.zh(), finding.en())));
        return text.toString().stripTrailing();
    }
}
