// Which key signs the heads of a log at which size: the one the first leaf names, then those that
// leaves of kind "key" hand on to. A change counts where the key before it signed it and the key
// behind it agrees; or where a recovery key signed it that the key before had announced.

class KeyChain {
  constructor(first) {
    this.first = first;
    this.changes = [];
    this.problems = [];
    this.recovery = null;
  }

  /** Requires key leaves in order; one that does not hold changes no key. */
  add(leaf) {
    const body = leaf.body;
    try {
      switch (body.text('do')) {
        case 'recovery': return this.announce(leaf.index, body);
        case 'rotate': return this.change(leaf.index, body, this.current, false);
        case 'recover': return this.change(leaf.index, body, this.recoveryKey(body), true);
        default: throw new Malformed('nothing a key leaf does');
      }
    } catch (wrong) {
      if (!(wrong instanceof Malformed)) {
        throw wrong;
      }
      this.problems.push(`leaf ${leaf.index}: ${wrong.message}`);
    }
  }

  announce(index, body) {
    const hash = body.text('recovery_sha256');
    const due = ['vb-recovery/1', this.current.name, this.current.text, hash, index, ''];
    check(this.current.open(body.text('note')) === due.join('\n'),
      "the recovery key is not announced by the log's key");
    this.recovery = hash;
  }

  recoveryKey(body) {
    const text = body.text('recovery_vkey');
    check(this.recovery !== null && hex(sha256(utf8(text))) === this.recovery,
      "the recovery key is not the one that the log's key announced");
    return Vkey.parse(text, LOG_KEY);
  }

  change(index, body, signer, isRecovered) {
    const next = Vkey.parse(body.text('vkey'), LOG_KEY);
    const old = this.current;
    const trusted = typeof body.values.trusted === 'number' ? body.values.trusted : null;
    const due = ['vb-key/1', old.name, old.text, next.text, index,
      ...(trusted === null ? [] : ['trusted ' + trusted]), ''].join('\n');
    const note = body.text('note');
    check(next.name === this.first.name, 'the new key is of another log');
    check(!this.holds(next), 'the new key was a key of this log before');
    check(trusted === null || trusted >= 0 && trusted <= index,
      'more leaves are trusted than there are');
    check(signer.open(note) === due, 'the change of the key is not signed by who may change it');
    check(next.open(note) === due, 'the new key does not agree to the change');
    this.changes.push({leaf: index, key: next, isRecovered, trusted});
    this.recovery = null; // the new key says itself who may follow it
  }

  /** The key that signs the newest head. */
  get current() {
    return this.changes.length === 0 ? this.first : this.changes[this.changes.length - 1].key;
  }

  /** The text of a signed head, where the key signed it whose turn it was, or null. */
  open(note) {
    let size;
    try {
      size = parseCheckpoint(splitNote(note).body).size;
    } catch (noHead) {
      return null;
    }
    return this.changes.reduce((key, one) => size > BigInt(one.leaf) ? one.key : key, this.first)
      .open(note);
  }

  /** True where it is or was the log's key. */
  holds(key) {
    return this.first.isSameKey(key) || this.changes.some(one => one.key.isSameKey(key));
  }

  /** Each change of the key, for the reader to ask about. */
  questions() {
    return this.changes.flatMap(({leaf, isRecovered, trusted}) => [isRecovered
      ? finding('KEY-RECOVERED', 'S3', `第 ${leaf} 条记录起换用新密钥，由恢复密钥签署`,
        `from leaf ${leaf} on another key signs, which the recovery key says`)
      : finding('KEY-ROTATED', 'S4', `第 ${leaf} 条记录起换用新密钥，由旧密钥签署`,
        `from leaf ${leaf} on another key signs, which the key before it says`),
    ...(trusted === null ? [] : [finding('KEY-COMPROMISED', 'S2',
      `密钥曾失窃，只担保前 ${trusted} 条记录；其后的只信见证过的`,
      `a key was stolen; only the first ${trusted} leaves are vouched for, after them trust `
        + `what was cosigned before leaf ${leaf}`)])]);
  }
}

/** Whose log it is and which of its books, as its origin says: "cn/91330106…/statutory", or "". */
function ownerOf(origin) {
  const form = new RegExp('^books\\.[A-Za-z0-9.-]{1,200}/([a-z]{2})/([A-Za-z0-9]{1,40})'
    + '/([a-z]{1,32})$').exec(origin);
  return form === null ? '' : `${form[1]}/${form[2].toUpperCase()}/${form[3]}`;
}
