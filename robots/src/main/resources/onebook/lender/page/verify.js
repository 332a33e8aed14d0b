// A package and what is known from outside go in, a verdict comes out. In this order: the container
// built again; every member as the manifest lists it; every leaf hashed and its law tried; the
// keys; the root and the tiles; the tables computed again; the documents; earlier checkpoints; and
// at last the questions.

const EXITS = {verified: 0, broken: 1, unmet: 2, malformed: 3, questions: 4};
const FORMAT = 'vb-package/1';
const LARGEST_NOTE = 1 << 20;
const LARGEST_TABLE = 1 << 26;
const MOST_EXPANSION = 100;
const FILES = {manifest: 'manifest.json', manifestNote: 'manifest.note',
  checkpoint: 'log/checkpoint', entries: 'log/entries.jsonl.gz',
  disclosures: 'log/disclosures.jsonl.gz', tiles: 'log/tile/', anchors: 'log/anchors/',
  chart: 'books/chart.json', trialBalance: 'books/trial-balance.csv',
  journal: 'books/journal.csv', statements: 'books/statements.csv', documents: 'docs/',
  score: 'report/score.json', ratios: 'report/ratios.json', tieOut: 'report/tie-out.csv',
  profile: 'report/profile.csv'};
/** Made for people; no check computes them again. */
const INFORMATIVE = ['books/statements.xlsx', 'report/findings.json', 'report/report.html',
  'verify/README.txt'];

/** What the manifest lists: {from, to, files: Map of path to {size, sha256}, twice}. */
function parseManifest(bytes) {
  const json = new Body(parseJson(bytes));
  check(json.isOnly(['files', 'format', 'from', 'id', 'lender', 'level', 'profile', 'to'], [])
    && json.text('format') === FORMAT, 'not a manifest of ' + FORMAT);
  ['id', 'level', 'profile', 'lender'].forEach(key => json.text(key));
  const manifest = {from: json.period('from'), to: json.period('to'), files: new Map(), twice: [],
    lender: json.text('lender'), profile: json.text('profile')};
  for (const file of json.objects('files')) {
    const path = file.text('path');
    if (manifest.files.has(path)) {
      manifest.twice.push(path);
    }
    manifest.files.set(path, {size: file.number('size'), sha256: file.text('sha256')});
  }
  check(manifest.from <= manifest.to, 'the span ends before it begins');
  return manifest;
}

/** The members that are missing, strange or other than listed. */
function differences(manifest, members) {
  const wrong = [...manifest.twice];
  const left = new Map(manifest.files);
  for (const member of members) {
    const listed = left.get(member.name);
    left.delete(member.name);
    const isOwn = member.name === FILES.manifest || member.name === FILES.manifestNote;
    if (isOwn ? listed !== undefined : listed === undefined || listed.size !== member.size
        || listed.sha256 !== member.sha256) {
      wrong.push(member.name);
    }
  }
  return [...wrong, ...left.keys()];
}

class Verification {
  constructor(zip, pause) {
    this.zip = zip;
    this.pause = pause;
    this.broken = [];
    this.unmet = [];
    this.questions = [];
    this.log = new MerkleLog();
    this.names = new NamesByTag();
    this.anchors = new Anchors();
    this.keys = null;
    this.protection = {anchors: 0, witnessedTo: 0, since: '', gap: '', stamps: 0};
    this.figures = null;
    this.manifest = parseManifest(zip.read(FILES.manifest, LARGEST_TABLE));
    const chart = zip.read(FILES.chart, LARGEST_TABLE);
    this.book = new Replay(parseChart(chart), zip.get(FILES.chart).sha256);
  }

  require(holds, id, zh, en) {
    if (!holds) {
      this.broken.push(finding(id, 'S1', zh, en));
    }
  }

  async verdict(policy, seen) {
    this.members();
    if (this.broken.length === 0) {
      await this.leaves(policy);
      this.broken.push(...this.names.failures);
      this.broken.push(...this.book.laws.failures);
      this.seal(policy, seen);
      this.tiles();
      await this.pause('tables', 0);
      this.tables();
      await this.pause('questions', 0);
      this.documents();
    }
    return this.conclude();
  }

  conclude() {
    const exit = this.broken.length > 0 ? EXITS.broken : this.unmet.length > 0 ? EXITS.unmet
      : this.questions.length > 0 ? EXITS.questions : EXITS.verified;
    const inOrder = [...this.questions].sort((one, other) =>
      byUnits(one.severity, other.severity));
    return {exit, findings: [...this.broken, ...this.unmet, ...inOrder], figures: this.figures};
  }

  text(name) {
    return textOf(this.zip.read(name, LARGEST_NOTE));
  }

  members() {
    const wrong = differences(this.manifest, this.zip.all());
    this.require(wrong.length === 0, 'INT-MANIFEST', `与清单不符的文件：${wrong.join(', ')}`,
      `files that are not as the manifest lists them: ${wrong.join(', ')}`);
    check(this.text(Zip.MIMETYPE) === 'application/vnd.onebook.package', 'not a lender package');
    const known = [Zip.MIMETYPE, ...Object.values(FILES).filter(name => !name.endsWith('/')),
      ...INFORMATIVE];
    const strange = this.zip.all().map(one => one.name).filter(name => !known.includes(name)
      && !name.startsWith(FILES.tiles) && !name.startsWith(FILES.anchors) && !name.startsWith(FILES.documents));
    if (strange.length > 0) {
      this.questions.push(finding('UNK-FILE', 'S3',
        `资料包含有未经核对的文件：${strange.join(', ')}`,
        `the package holds files that nothing was compared with: ${strange.join(', ')}`));
    }
    check(this.zip.has(FILES.entries), 'no ' + FILES.entries);
  }

  /** Cuts what was packed into lines, and lines into their place and a leaf. */
  async leaves(policy) {
    await this.pause('unpack', 0);
    const all = this.unpacked(FILES.entries);
    const shown = new Disclosures(this.zip.has(FILES.disclosures)
      ? this.unpacked(FILES.disclosures) : new Uint8Array(0));
    let from = 0;
    for (let index = 0; from < all.length; index++) {
      const end = all.indexOf(10, from);
      const start = from + String(index).length + 1;
      check(end >= 0, 'the last line is cut');
      check(end - from <= LARGEST_LEAF + 20, `line ${index} is too long`);
      check(start < end && isSame(all.subarray(from, start), utf8(index + '\t')),
        `line ${index} has another index`);
      this.leaf(all.subarray(start, end), shown, policy);
      from = end + 1;
      if (index % 512 === 0) {
        await this.pause('leaves', from / all.length);
      }
    }
    shown.finish();
  }

  unpacked(name) {
    const packed = this.zip.read(name, Infinity);
    return gunzip(packed, packed.length * MOST_EXPANSION + 65536);
  }

  leaf(bytes, shown, policy) {
    const leaf = uncovered(parseLeaf(bytes), ...PARTS.map(part =>
      shown.take(this.log.size, part)), this.names);
    check(leaf.index === this.log.size, `leaf ${leaf.index} stands at ${this.log.size}`);
    this.log.append(bytes);
    this.book.add(leaf);
    this.anchors.add(leaf);
    const known = this.anchors.newest(leaf, policy);
    if (known !== null) {
      this.book.anchored(known.size, known.at);
    }
    if (leaf.index === 0) {
      this.keys = new KeyChain(Vkey.parse(this.book.genesis.text('log_vkey'), LOG_KEY));
    } else if (leaf.kind === 'key') {
      this.keys.add(leaf);
    }
  }

  /** Who signed what, and whether it is what the reader knows and saw. */
  seal(policy, seen) {
    check(this.keys !== null, 'a log without a leaf');
    const headNote = this.text(FILES.checkpoint);
    const identity = new Identity(policy, headNote, this.keys);
    const expected = `${FORMAT}\n${this.zip.get(FILES.manifest).sha256}\n`
      + `${this.zip.get(FILES.checkpoint).sha256}\n`;
    const note = this.text(FILES.manifestNote);
    const isSigned = identity.key !== null && identity.key.open(note) === expected;
    this.require(isSigned, 'INT-SIGNATURE', '签名无效', 'a signature does not hold');
    this.unmet.push(...identity.unmet());
    this.broken.push(...identity.broken(this.book.owner));
    this.questions.push(...this.keys.questions());
    const head = identity.head;
    this.require(head === null || head.size === BigInt(this.log.size)
      && isSame(head.root, this.log.root()), 'INT-ROOT', '记录与签名的根哈希不符',
      'the leaves do not give the root that was signed');
    if (this.broken.length === 0 && identity.key !== null) {
      this.anchored(policy, headNote);
    }
    this.figures = this.counted(identity);
    if (seen !== null) {
      identity.compare(seen, this.log, this.broken, this.unmet);
    }
  }

  anchored(policy, headNote) {
    const judged = this.anchors.judge(policy, this.keys, headNote, this.log);
    this.broken.push(...judged.broken);
    this.unmet.push(...judged.unmet);
    this.questions.push(...judged.questions);
    this.protection = judged.protection;
    this.require(this.anchors.isRepeatedIn(this.zip), 'INT-ANCHOR', '外部见证文件与记录不符',
      'the anchors are not those of the leaves');
  }

  counted(identity) {
    return {company: this.book.genesis.textOrEmpty('legal_name'), taxId: this.book.entity,
      key: identity.known === null ? '' : identity.known.text,
      origin: identity.head === null ? '' : identity.head.origin,
      leaves: this.log.size, root: base64(this.log.root()), entries: this.book.entries.length,
      documents: this.zip.below(FILES.documents).length, lender: this.manifest.lender,
      protection: this.protection,
      from: periodText(this.manifest.from), to: periodText(this.manifest.to)};
  }

  tiles() {
    const expected = this.log.tiles();
    const names = this.zip.below(FILES.tiles).map(name => name.slice(FILES.tiles.length));
    this.require(names.length === expected.size && names.every(name => expected.has(name)
      && this.zip.isContent(FILES.tiles + name, hex(sha256(expected.get(name))))), 'INT-TILES',
      '哈希瓦片与记录不符', 'the tiles are not those of the leaves');
  }

  tables() {
    const {from, to} = this.manifest;
    const {entries, chart} = this.book;
    this.records = new Records(entries);
    this.statements = statements(this.records, chart, from, to);
    const tables = new Map([[FILES.journal, journalTable(entries, chart, from, to)],
      [FILES.statements, statementsTable(this.statements)],
      [FILES.trialBalance, trialBalance(this.records, chart, from, to)]]);
    tables.forEach((text, name) => this.require(this.zip.isContent(name, hex(sha256(utf8(text)))),
      'INT-TABLE', `${name} 与记录重新计算的结果不符`, `${name} is not what the leaves give`));
  }

  documents() {
    const files = new Set();
    for (const path of this.zip.below(FILES.documents)) {
      const name = path.slice(FILES.documents.length);
      const hash = this.zip.get(path).sha256;
      this.require(/^[0-9a-f]{64}\.[a-z0-9]{1,8}$/.test(name) && name.startsWith(hash),
        'INT-DOCUMENT', `文件内容与其哈希不符：${name}`,
        `a document is not what its name says: ${name}`);
      this.require(this.book.hashes.has(hash), 'INT-DOCUMENT', `文件未登记：${name}`,
        `a document that no leaf names: ${name}`);
      files.add(hash);
    }
    this.answer(files);
  }

  /** The questions, and the members of report/ that follow from the leaves. */
  answer(files) {
    const {from, to, profile} = this.manifest;
    this.answers = this.book.questions.answers(new Scope(from, to, profile, files),
      this.statements);
    this.questions.push(...this.answers.findings);
    Object.entries(answerTables(this.answers)).forEach(([key, table]) => {
      const name = FILES[key];
      this.require(!this.zip.has(name) || this.zip.isContent(name, hex(sha256(utf8(table)))),
        'INT-TABLE', `${name} 与记录重新计算的结果不符`, `${name} is not what the leaves give`);
    });
  }
}

/** A package that could not be checked to the end. */
function malformed(zh, en) {
  return {exit: EXITS.malformed, findings: [finding('MALFORMED', 'S1', zh, en)], figures: null};
}

/** A browser that has no room or depth left says so in an error of its own. */
function isPackagesFault(wrong) {
  return wrong instanceof Malformed;
}

const NO_PAUSE = () => null;

/**
 * Checks a package; never throws for what the file holds.
 *
 * @param bytes the whole file
 * @param policyText a C2SP tlog-policy, or null where no key is known
 * @param seenText a checkpoint kept from an earlier package, or the receipt it is in, or null
 * @param pause called between pieces of work with a step and how far it is
 * @return {verdict: {exit, findings, figures}, verification}: verification where it can be browsed
 */
async function verify(bytes, policyText, seenText, pause = NO_PAUSE) {
  let policy, seen;
  try {
    policy = policyText === null ? Policy.none() : Policy.parse(policyText);
    seen = seenText === null ? null : seenNote(seenText);
  } catch (wrong) {
    if (!isPackagesFault(wrong)) {
      throw wrong;
    }
    return {verdict: malformed('核验策略或保存的检查点无法读取：' + wrong.message,
      'the policy or what you kept cannot be read: ' + wrong.message), verification: null};
  }
  try {
    const verification = new Verification(await Zip.open(bytes, pause), pause);
    const verdict = await verification.verdict(policy, seen);
    return {verdict, verification};
  } catch (wrong) {
    if (!isPackagesFault(wrong)) {
      throw wrong;
    }
    return {verdict: malformed('资料包格式不正确：' + wrong.message,
      'the package is malformed: ' + wrong.message), verification: null};
  }
}
