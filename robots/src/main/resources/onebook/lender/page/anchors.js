// What somebody outside said about the log when it had a certain size, as leaves of kind "anchor"
// carry it, and what that is worth to a reader who knows some witnesses. Time stamps are counted and
// not checked: that takes certificates of authorities, which onebook-verify.jar reads.

const LONGEST_ANCHOR = 16384;
const LONGEST_STAMP = 24576;

/** {size, note, stamp}: stamp is bytes, or null; refuses what no writer writes. */
function parseAnchor(leaf) {
  const {body} = leaf;
  const hasStamp = body.has('tsr');
  check(body.isOnly(['note', 'note_sha256', 'size', ...(hasStamp ? ['tsr', 'tsr_sha256'] : [])],
    []), 'an anchor that is not in its form');
  const note = body.text('note');
  const stamp = hasStamp ? unbase64(body.text('tsr')) : null;
  check(note.length <= LONGEST_ANCHOR && (stamp === null || stamp.length <= LONGEST_STAMP),
    'an anchor that fits no leaf');
  const size = parseCheckpoint(splitNote(note).body).size;
  check(BigInt(body.number('size')) === size
    && body.text('note_sha256') === hex(sha256(utf8(note)))
    && (stamp === null || body.text('tsr_sha256') === hex(sha256(stamp))),
    'an anchor that is not in its form');
  check(size <= BigInt(leaf.index), `leaf ${leaf.index} anchors what comes behind it`);
  return {size: Number(size), note, stamp};
}

function earliest(times) {
  return times.reduce((first, at) => first === null || at < first ? at : first, null);
}

/** When enough witnesses had cosigned one of the notes, in seconds, or null. */
function enough(policy, notes) {
  const when = new Map(policy.witnesses.map(key => [key,
    earliest(notes.map(note => key.cosigned(note)).filter(at => at !== null))]));
  return earliest([...when.values()].filter(at => at !== null && policy.isEnough(key =>
    when.get(key) !== null && when.get(key) <= at)));
}

class Anchors {
  constructor() {
    this.all = [];
    this.entries = [];
  }

  /** Requires the leaves in order. */
  add(leaf) {
    if (leaf.kind === 'anchor') {
      this.all.push(parseAnchor(leaf));
    } else if (leaf.kind === 'entry') {
      this.entries.push(leaf.index);
    }
  }

  /** {size, at} where those whom the policy names saw what this leaf, the last, says; or null. */
  newest(leaf, policy) {
    if (leaf.kind !== 'anchor') {
      return null;
    }
    const {size, note} = this.all[this.all.length - 1];
    const at = enough(policy, [note]);
    return at === null ? null : {size, at};
  }

  /** SHA-256 by name of the members of a package that repeat them. */
  members() {
    const members = new Map();
    const times = new Map();
    for (const {size, note, stamp} of this.all) {
      const time = (times.get(size) || 0) + 1;
      times.set(size, time);
      const name = FILES.anchors + size + (time === 1 ? '' : '-' + time);
      members.set(name + '.note', hex(sha256(utf8(note))));
      if (stamp !== null) {
        members.set(name + '.tsr', hex(sha256(stamp)));
      }
    }
    return members;
  }

  /** Whether the package holds these members and no others. */
  isRepeatedIn(zip) {
    const due = this.members();
    const there = zip.below(FILES.anchors);
    return there.length === due.size
      && there.every(name => due.has(name) && zip.isContent(name, due.get(name)));
  }

  /** {broken, unmet, questions, protection}: of the log of these keys, under this head. */
  judge(policy, keys, headNote, log) {
    const strange = this.all.filter(anchor => !isOf(anchor, keys, log));
    const broken = strange.map(({size}) => finding('INT-ANCHOR', 'S1',
      `第 ${size} 条记录处的外部见证不属于这个日志`, `an anchor of size ${size} is of another log`));
    const seen = broken.length > 0 ? [] : this.witnessed(policy, headNote, log);
    const {quorum} = policy;
    const unmet = quorum === null || seen.length > 0 ? [] : [finding('POLICY-WITNESS', 'S2',
      '策略要求的见证没有到齐：' + quorum.name,
      'too few of the witnesses that the policy asks for cosigned: ' + quorum.name)];
    const to = seen.length === 0 ? 0 : seen[seen.length - 1].size;
    const behind = this.entries.filter(index => index >= to).length;
    const questions = to === 0 || behind === 0 ? [] : [finding('WIT-AFTER', 'S4',
      `见证只覆盖前 ${to} 条记录，其后的 ${behind} 张凭证尚无人见证`,
      `enough witnesses saw the first ${to} leaves; the ${behind} entries behind them nobody `
        + 'has seen yet')];
    return {broken, unmet, questions, protection: {anchors: this.all.length, witnessedTo: to,
      since: textOrNone(earliest(seen.map(one => one.at))), gap: textOrNone(longestGap(seen)),
      stamps: this.all.filter(one => one.stamp !== null).length}};
  }

  /** [{size, at}] in order of size: when enough witnesses had seen each that enough saw. */
  witnessed(policy, headNote, log) {
    const notes = new Map();
    [...this.all, {size: log.size, note: headNote}].forEach(({size, note}) =>
      notes.set(size, [...(notes.get(size) || []), note]));
    return [...notes].map(([size, of]) => ({size, at: enough(policy, of)}))
      .filter(one => one.at !== null).sort((one, other) => one.size - other.size);
  }
}

function isOf({note, size}, keys, log) {
  const body = keys.open(note);
  const head = body === null ? null : parseCheckpoint(body);
  return head !== null && head.origin === keys.current.name
    && isSame(head.root, log.rootAt(size));
}

/** The longest time between two heads that were seen; null where fewer were. */
function longestGap(seen) {
  const gaps = seen.slice(1).map((one, i) => one.at - seen[i].at);
  return seen.length < 2 ? null : gaps.reduce((most, gap) => gap > most ? gap : most, 0n);
}

/** Seconds as digits: they may be more than a number holds. */
function textOrNone(seconds) {
  return seconds === null ? '' : String(seconds);
}
