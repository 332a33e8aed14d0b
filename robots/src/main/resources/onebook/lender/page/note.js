// C2SP signed notes: keys, signature lines, checkpoints and cosignatures.

const LOG_KEY = 1;
const WITNESS_KEY = 4;
const LONGEST_NOTE = 1 << 20;

/** No control characters but newline, and no half surrogates. */
function isNoteText(text) {
  return !/[\u0000-\u0009\u000b-\u001f]/.test(text) && isWhole(text);
}

function isKeyName(name) {
  return name !== '' && isNoteText(name) && !/[+\n\p{Zs}\p{Zl}\p{Zp}]/u.test(name);
}

/** A public key as others keep it: name, key id and key. */
class Vkey {
  /** Refuses what is no key of this type or has another key's id. */
  static parse(text, type) {
    const form = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text);
    check(form !== null && isKeyName(form[1]), 'not a vkey');
    const typed = unbase64(form[3]);
    check(typed.length === 33 && typed[0] === type, 'not an Ed25519 vkey of type ' + type);
    const id = sha256(joined([utf8(form[1] + '\n'), typed])).subarray(0, 4);
    check(hex(id) === form[2], "the key id is not the key's");
    check(Ed25519.isKey(typed.subarray(1)), 'not an Ed25519 key in its one form');
    return Object.assign(new Vkey(), {text, name: form[1], id, raw: typed.subarray(1),
      opened: new Map(), times: new Map()});
  }

  isSameKey(other) {
    return isSame(this.raw, other.raw);
  }

  /** {body, signature} of the only line of this key, or null; says not whether it holds. */
  lineOf(note) {
    let parts;
    try {
      parts = splitNote(note);
    } catch (wrong) {
      return null;
    }
    const mine = parts.lines.filter(line => line.name === this.name && isSame(line.id, this.id));
    return mine.length === 1 ? {body: parts.body, signature: mine[0].signature} : null;
  }

  /** The text of a note that this key signed, or null; a note is tried once. */
  open(note) {
    if (!this.opened.has(note)) {
      const line = this.lineOf(note);
      this.opened.set(note, line !== null
        && Ed25519.isSigned(this.raw, utf8(line.body), line.signature) ? line.body : null);
    }
    return this.opened.get(note);
  }

  /** When this witness cosigned the note (cosignature/v1), in seconds, or null; tried once. */
  cosigned(note) {
    if (!this.times.has(note)) {
      this.times.set(note, this.timeOf(note));
    }
    return this.times.get(note);
  }

  timeOf(note) {
    const line = this.lineOf(note);
    if (line === null || line.signature.length !== 72) {
      return null;
    }
    const stamp = new DataView(line.signature.buffer, line.signature.byteOffset);
    const seconds = stamp.getBigInt64(0);
    const message = `cosignature/v1\ntime ${seconds}\n${line.body}`;
    return seconds > 0n && seconds <= 31556889864403199n
      && Ed25519.isSigned(this.raw, utf8(message), line.signature.subarray(8)) ? seconds : null;
  }
}

/** {body, lines: [{name, id, signature}]}; says nothing about who signed. */
function splitNote(note) {
  const end = note.lastIndexOf('\n\n');
  check(note.length <= LONGEST_NOTE && end >= 0 && note.endsWith('\n') && isNoteText(note),
    'not a signed note');
  const lines = note.slice(end + 2).split('\n');
  check(lines.length <= 64, 'too many signatures');
  return {body: note.slice(0, end + 1), lines: lines.slice(0, -1).map(signatureLine)};
}

// — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng…
function signatureLine(line) {
  const words = line.split(' ');
  check(words.length === 3 && words[0] === '\u2014' && isKeyName(words[1]),
    'not a signature line');
  const bytes = unbase64(words[2]);
  check(bytes.length > 4, 'a signature without content');
  return {name: words[1], id: bytes.subarray(0, 4), signature: bytes.slice(4)};
}

/** The note that somebody kept: as it is, or out of the receipt it stands in. */
function seenNote(text) {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines[0] !== 'OneBook receipt 1 / 一本账封存凭条') {
    return text;
  }
  const only = line => {
    const at = lines.indexOf(line);
    check(at >= 0 && at === lines.lastIndexOf(line),
      'the receipt holds not exactly one checkpoint');
    return at;
  };
  const begin = only('-----BEGIN CHECKPOINT-----');
  const end = only('-----END CHECKPOINT-----');
  check(begin < end, 'the receipt holds no checkpoint');
  return lines.slice(begin + 1, end).join('\n') + '\n';
}

/** The three lines of a checkpoint: {origin, size, root}; size is a BigInt. */
function parseCheckpoint(body) {
  const lines = body.split('\n');
  check(lines.length === 4 && lines[3] === '' && /^(0|[1-9][0-9]{0,17})$/.test(lines[1]),
    'not the three lines of a checkpoint');
  const root = unbase64(lines[2]);
  check(isKeyName(lines[0]) && root.length === 32, 'not a checkpoint');
  return {origin: lines[0], size: BigInt(lines[1]), root};
}
