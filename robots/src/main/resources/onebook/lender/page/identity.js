// Whose signature is on the checkpoint. A key of the policy is known; the key the package names for
// itself shows only that the package agrees with itself, never who made it.

class Identity {
  constructor(policy, note, ownVkey) {
    this.policy = policy;
    this.note = note;
    this.own = Vkey.parse(ownVkey, LOG_KEY);
    this.known = policy.logs.find(log => log.open(note) !== null) || null;
    this.key = this.known || (this.own.open(note) !== null ? this.own : null);
    this.head = this.key === null ? null : parseCheckpoint(this.key.open(note));
  }

  broken() {
    const broken = [];
    if (this.known !== null && this.known.text !== this.own.text) {
      broken.push(finding('INT-KEY', 'S1', '创始记录写明的是另一把密钥',
        'the genesis leaf names another key than the one that signed'));
    }
    if (this.head !== null && this.head.origin !== this.key.name) {
      broken.push(finding('INT-ORIGIN', 'S1', '检查点属于另一个日志',
        'the checkpoint is of another log than its key'));
    }
    return broken;
  }

  /** What the policy asks for and the package does not show. */
  unmet() {
    const unmet = [];
    if (this.known === null && this.policy.logs.length === 0) {
      unmet.push(finding('POLICY-NO-KEY', 'S2', '身份未核实：未提供账簿公钥，只能证明资料包前后一致',
        'UNVERIFIED IDENTITY: without a key the package only agrees with itself'));
    } else if (this.known === null) {
      unmet.push(finding('POLICY-KEY', 'S2', '身份未核实：签名不属于您认可的账簿公钥',
        'UNVERIFIED IDENTITY: it is not signed by a key of your policy'));
    }
    const quorum = this.policy.quorum;
    if (quorum !== null && !quorum.isMet(this.note)) {
      unmet.push(finding('POLICY-WITNESS', 'S2', '策略要求的见证没有到齐：' + quorum.name,
        'too few of the witnesses that the policy asks for cosigned: ' + quorum.name));
    }
    return unmet;
  }

  /** Compares with a checkpoint the reader kept: this log must be that log, grown. */
  compare(seenNote, log, broken, unmet) {
    const body = this.key === null ? null : this.key.open(seenNote);
    const seen = body === null ? null : parseCheckpoint(body);
    if (seen === null || seen.origin !== (this.head === null ? '' : this.head.origin)) {
      unmet.push(finding('POLICY-SEEN', 'S2', '保存的检查点不是这个日志的',
        'the checkpoint you kept is not signed by this log'));
    } else if (seen.size > BigInt(log.size)) {
      broken.push(finding('INT-ROLLBACK', 'S1',
        `您见过的账簿有 ${seen.size} 条记录，这里只有 ${log.size} 条`,
        `you saw ${seen.size} leaves of this log, here are ${log.size}`));
    } else if (!isSame(log.rootAt(Number(seen.size)), seen.root)) {
      broken.push(finding('INT-HISTORY', 'S1', '与您见过的历史不一致：同一日志出现两套历史',
        'another history than you have seen: this log was shown in two versions'));
    }
  }
}
