package onebook.lender;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import onebook.lender.Finding.Severity;
import onebook.seal.Checkpoint;
import onebook.seal.KeyChain;
import onebook.seal.LegalEntity;
import onebook.seal.MerkleLog;
import onebook.seal.Verifier;

/**
 * Whose signature is on the checkpoint. A key of the policy is known; the key the package names for
 * itself shows only that the package agrees with itself, never who made it.
 */
final class Identity {
    private final Policy policy;
    private final String note;
    private final KeyChain keys;
    private final Optional<Verifier> known;
    private final Optional<Verifier> key;
    private final Optional<Checkpoint> checkpoint;

    private Identity(Policy policy, KeyChain keys, String note) {
        this.policy = policy;
        this.note = note;
        this.keys = keys;
        Optional<Verifier> own = Optional.of(keys.current())
                .filter(one -> one.open(note).isPresent());
        // a key that was handed on to the one that signed is as good as that one
        this.known = policy.logs().stream().filter(log -> log.open(note).isPresent()
                || own.isPresent() && keys.holds(log)).findFirst();
        this.key = own.or(() -> known);
        this.checkpoint = key.flatMap(one -> one.open(note)).map(Checkpoint::parse);
    }

    /** @param keys what the leaves say the log's keys are */
    static Identity of(Policy policy, String checkpointNote, KeyChain keys) {
        return new Identity(policy, keys, checkpointNote);
    }

    /** The key that signed, known or the package's own; empty where none did. */
    Optional<Verifier> key() {
        return key;
    }

    Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    String knownKey() {
        return known.map(Verifier::vkey).orElse("");
    }

    String origin() {
        return checkpoint.map(Checkpoint::origin).orElse("");
    }

    /** The log as anchors are compared with it; empty where nobody signed its head. */
    Optional<Anchors.Log> log(LongFunction<byte[]> rootAt) {
        return key.map(one -> new Anchors.Log(keys, note, rootAt));
    }

    /** @param owner whose book the leaves say it is, as {@link LegalEntity#key} has it */
    List<Finding> broken(String owner) {
        List<Finding> broken = new ArrayList<>();
        if (checkpoint.isPresent() && !LegalEntity.of(origin()).map(LegalEntity::key)
                .filter(whose -> whose.endsWith("/" + owner)).isPresent()) {
            broken.add(Finding.broken("INT-ORIGIN", "日志名称中的主体与记录不符：" + origin(),
                    "the log's name is of another entity or book than its leaves: " + origin()));
        }
        if (key.isPresent() && !key.get().vkey().equals(keys.current().vkey())) {
            broken.add(keys.holds(key.get()) ? Finding.broken("INT-KEY", "签名用的是已更换的旧密钥",
                    "it is signed with a key that was replaced before") : Finding.broken("INT-KEY",
                    "创始记录写明的是另一把密钥",
                    "the genesis leaf names another key than the one that signed"));
        }
        keys.problems().forEach(problem -> broken.add(Finding.broken("INT-KEY",
                "密钥更换记录无效：" + problem, "a change of the key does not hold: " + problem)));
        if (checkpoint.isPresent() && !checkpoint.get().origin().equals(key.get().name())) {
            broken.add(Finding.broken("INT-ORIGIN", "检查点属于另一个日志",
                    "the checkpoint is of another log than its key"));
        }
        return broken;
    }

    /** What the policy asks for and the package does not show. */
    List<Finding> unmet(long size) {
        List<Finding> unmet = new ArrayList<>();
        if (known.isEmpty() && policy.logs().isEmpty()) {
            unmet.add(new Finding("POLICY-NO-KEY", Severity.S2,
                    "身份未核实：未提供账簿公钥，只能证明资料包前后一致",
                    "UNVERIFIED IDENTITY: without a key the package only agrees with itself"));
        } else if (known.isEmpty()) {
            unmet.add(new Finding("POLICY-KEY", Severity.S2, "身份未核实：签名不属于您认可的账簿公钥",
                    "UNVERIFIED IDENTITY: it is not signed by a key of your policy"));
        }
        if (size < policy.minimumSize()) {
            unmet.add(new Finding("POLICY-SIZE", Severity.S2, "记录少于策略要求的 " + policy.minimumSize(),
                    "the log is smaller than the policy asks for: " + policy.minimumSize()));
        }
        return unmet;
    }

    /** Each change of the key, for the reader to ask about. */
    List<Finding> questions() {
        List<Finding> questions = new ArrayList<>();
        for (KeyChain.Change change : keys.changes()) {
            questions.add(change.isRecovered()
                    ? new Finding("KEY-RECOVERED", Severity.S3,
                            "第 %d 条记录起换用新密钥，由恢复密钥签署".formatted(change.leaf()),
                            "from leaf %d on another key signs, which the recovery key says"
                                    .formatted(change.leaf()))
                    : new Finding("KEY-ROTATED", Severity.S4,
                            "第 %d 条记录起换用新密钥，由旧密钥签署".formatted(change.leaf()),
                            "from leaf %d on another key signs, which the key before it says"
                                    .formatted(change.leaf())));
            change.trusted().ifPresent(size -> questions.add(new Finding("KEY-COMPROMISED",
                    Severity.S2, "密钥曾失窃，只担保前 %d 条记录；其后的只信见证过的".formatted(size),
                    "a key was stolen; only the first %d leaves are vouched for, after them trust"
                            .formatted(size) + " what was cosigned before leaf " + change.leaf())));
        }
        return questions;
    }

    /** Compares with a checkpoint the reader kept: this log must be that log, grown. */
    void compare(String seenNote, MerkleLog log, List<Finding> broken, List<Finding> unmet) {
        Optional<Checkpoint> seen = key.flatMap(one -> keys.open(seenNote))
                .map(Checkpoint::parse);
        if (seen.isEmpty() || !seen.get().origin().equals(origin())) {
            unmet.add(new Finding("POLICY-SEEN", Severity.S2, "保存的检查点不是这个日志的",
                    "the checkpoint you kept is not signed by this log"));
        } else if (seen.get().size() > log.size()) {
            long larger = seen.get().size();
            broken.add(Finding.broken("INT-ROLLBACK",
                    "您见过的账簿有 %d 条记录，这里只有 %d 条".formatted(larger, log.size()),
                    "you saw %d leaves of this log, here are %d".formatted(larger, log.size())));
        } else if (!Arrays.equals(log.rootAt(seen.get().size()), seen.get().root())) {
            broken.add(Finding.broken("INT-HISTORY", "与您见过的历史不一致：同一日志出现两套历史",
                    "another history than you have seen: this log was shown in two versions"));
        }
    }
}
