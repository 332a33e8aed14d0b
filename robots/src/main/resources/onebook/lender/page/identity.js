// Whose signature is on the checkpoint. A key of the policy is known; the key the package names for
// itself shows only that the package agrees with itself, never who made it.

class Identity {
  /** Requires what the leaves say the log's keys are. */
  constructor(policy, note, keys) {
    this.policy = policy;
    this.keys = keys;
    const own = keys.current.open(note) === null ? null : keys.current;
    // a key that was handed on to the one that signed is as good as that one
    this.known = policy.logs.find(log => log.open(note) !== null
      || own !== null && keys.holds(log)) || null;
    this.key = own || this.known;
    this.head = this.key === null ? null : parseCheckpoint(this.key.open(note));
  }

  /** Requires whose book the leaves say it is: TAX NUMBER/BOOK. */
  broken(owner) {
    const broken = [];
    if (this.head !== null && !ownerOf(this.head.origin).endsWith('/' + owner)) {
      broken.push(finding('INT-ORIGIN', 'S1', '日志名称中的主体与记录不符：' + this.head.origin,
        "the log's name is of another entity or book than its leaves: " + this.head.origin));
    }
    if (this.key !== null && this.key.text !== this.keys.current.text) {
      broken.push(this.keys.holds(this.key)
        ? finding('INT-KEY', 'S1', '签名用的是已更换的旧密钥',
          'it is signed with a key that was replaced before')
        : finding('INT-KEY', 'S1', '创始记录写明的是另一把密钥',
          'the genesis leaf names another key than the one that signed'));
    }
    this.keys.problems.forEach(problem => broken.push(finding('INT-KEY', 'S1',
      '密钥更换记录无效：' + problem, 'a change of the key does not hold: ' + problem)));
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
    return unmet;
  }

  /** Compares with a checkpoint the reader kept: this log must be that log, grown. */
  compare(seenNote, log, broken, unmet) {
    const body = this.key === null ? null : this.keys.open(seenNote);
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
