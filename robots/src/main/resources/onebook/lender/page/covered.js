// Names and texts that a leaf covers: what the package shows of them is put back where the line marks
// it, and must be what the line says by its hash; what is not shown stays a mark.

const MARK = '~';
const PARTS = ['names', 'texts'];

/** A mark that stands for a name, the same one in the whole log. */
function isTag(text) {
  return /^~[A-Za-z0-9_-]{16}$/.test(text);
}

/** A name as people are shown it: {hidden: its tag} where the leaf keeps it covered. */
function nameFor(covered, name) {
  return covered.has('names') && isTag(name) ? {hidden: name} : name;
}

/** A text as people are shown it: {hidden: ''} where the leaf keeps it covered. */
function textFor(covered, text) {
  return covered.has('texts') && text === MARK ? {hidden: ''} : text;
}

/** Adds every tag that stands in the value to the set. */
function tagsIn(value, tags) {
  if (typeof value === 'object') {
    Object.values(value).forEach(inner => tagsIn(inner, tags));
  } else if (typeof value === 'string' && isTag(value)) {
    tags.add(value);
  }
}

/** Hashes of what a leaf covers, by part; none where it has no such key. */
function parseCovered(line) {
  if (!line.has('sd')) {
    return new Map();
  }
  const covered = line.object('sd');
  const parts = covered.keys();
  check(parts.length > 0 && parts.every(part => PARTS.includes(part)
    && /^[A-Za-z0-9_-]{43}$/.test(covered.text(part))), 'not what a leaf covers');
  return new Map(parts.map(part => [part, covered.text(part)]));
}

function digestOf(part) {
  return base64(sha256(part)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a part lists behind its salt. */
function listedIn(part, digest) {
  check(part.length <= LARGEST_LEAF && digestOf(part) === digest,
    'a part that the leaf does not cover');
  const list = parseJson(part);
  check(Array.isArray(list) && list.length > 1 && list.every(one => typeof one === 'string'),
    'a part is a salt and what is covered');
  return list.slice(1);
}

/** Puts names and texts back, in the order in which the line marks them. */
class Uncovering {
  constructor(names, texts) {
    this.names = names;
    this.texts = texts;
    this.known = new Map();
  }

  value(value) {
    if (Array.isArray(value)) {
      return value.map(one => this.value(one));
    }
    if (typeof value === 'object') {
      const plain = new Bare();
      // a browser lists keys that are numbers first
      Object.keys(value).sort(byUnits).forEach(key => {
        plain[key] = this.value(value[key]);
      });
      return plain;
    }
    return typeof value === 'string' && value.startsWith(MARK) ? this.string(value) : value;
  }

  string(mark) {
    if (mark === MARK) {
      return this.texts === null ? mark : this.next(this.texts);
    }
    check(isTag(mark), 'not a tag: ' + mark.slice(0, 80));
    if (this.names === null) {
      return mark;
    }
    if (!this.known.has(mark)) {
      this.known.set(mark, this.next(this.names));
    }
    return this.known.get(mark);
  }

  next(list) {
    check(list.length > 0, 'a part says less than the leaf covers');
    return list.shift();
  }

  finish() {
    check((this.names || []).length + (this.texts || []).length === 0,
      'a part says more than the leaf covers');
  }
}

/** The leaf with its parts, bytes or null, where the line covers them; tells tags and names. */
function uncovered(leaf, names, texts, taker) {
  if (names === null && texts === null) {
    return leaf;
  }
  const covered = new Map(leaf.covered);
  const taken = (part, bytes) => {
    if (bytes === null) {
      return null;
    }
    const list = listedIn(bytes, covered.get(part));
    covered.delete(part);
    return list;
  };
  const uncovering = new Uncovering(taken('names', names), taken('texts', texts));
  const body = new Body(uncovering.value(leaf.body.values));
  uncovering.finish();
  uncovering.known.forEach((name, tag) => taker.add(tag, name));
  return {...leaf, body, covered};
}

/** The lines of what is shown, in the order of the leaves that cover it. */
class Disclosures {
  constructor(lines) {
    this.lines = lines;
    this.at = 0;
  }

  /** The part of that leaf, or null. Requires leaves in order, and names before texts. */
  take(index, part) {
    if (this.at === this.lines.length) {
      return null;
    }
    const end = this.lines.indexOf(10, this.at);
    check(end >= 0, 'the last line of what is disclosed is cut');
    const start = utf8(`${index}\t${part}\t`);
    const from = this.at + start.length;
    if (from >= end || !isSame(this.lines.subarray(this.at, from), start)) {
      return null;
    }
    this.at = end + 1;
    return this.lines.subarray(from, end);
  }

  finish() {
    check(this.at === this.lines.length, 'something is disclosed that no leaf covers, or twice');
  }
}

/** The names that were shown, by the tag that covers them: one tag, one name, in the whole log. */
class NamesByTag {
  constructor() {
    this.names = new Map();
    this.tags = new Map();
    this.failures = [];
  }

  add(tag, name) {
    const isOther = (map, key, value) => {
      if (!map.has(key)) {
        map.set(key, value);
      }
      return map.get(key) !== value;
    };
    const isOtherName = isOther(this.names, tag, name);
    if (isOther(this.tags, name, tag) || isOtherName) {
      this.failures.push(finding('INT-NAME', 'S1',
        `同一标记对应不同名称，或同一名称用了不同标记：${tag}`,
        `one tag stands for two names, or one name has two tags: ${tag}`));
    }
  }
}
