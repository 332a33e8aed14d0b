// The book as its leaves tell it, leaf by leaf. Kinds it does not know are counted and otherwise
// left alone; what breaks a law of the book is kept as a failure.

class Replay {
  constructor(chart, chartSha256) {
    this.laws = new BookLaws(chart);
    this.chartSha256 = chartSha256;
    this.counts = new Map();
    this.documents = [];
    this.questions = new Questions(chart);
    this.hashes = new Set();
    /** Tags of names that stay hidden. */
    this.hidden = new Set();
    this.genesis = new Body(new Bare());
    this.entity = '';
    this.book = '';
    this.readers = {
      genesis: leaf => this.begin(leaf),
      account: leaf => this.account(leaf.body),
      entry: leaf => this.entry(leaf),
      close: leaf => this.laws.close(leaf, this.counts),
      doc: leaf => this.document(leaf),
      bankstmt: leaf => this.hashes.add(leaf.body.text('sha256')),
    };
  }

  add(leaf) {
    this.frame(leaf);
    if (leaf.covered.has('names')) {
      tagsIn(leaf.body.values, this.hidden);
    }
    this.questions.leaf(leaf);
    if (Object.hasOwn(this.readers, leaf.kind)) {
      this.readers[leaf.kind](leaf);
    }
    this.counts.set(leaf.kind, (this.counts.get(leaf.kind) || 0) + 1);
  }

  frame(leaf) {
    if (leaf.index === 0) {
      this.entity = leaf.entity;
      this.book = leaf.book;
    }
    this.laws.require((leaf.index === 0) === (leaf.kind === 'genesis'), 'INT-GENESIS',
      `第 ${leaf.index} 条记录：创始记录应当且只应当是第 0 条`,
      `leaf ${leaf.index}: the genesis leaf is leaf 0 and no other`);
    this.laws.require(leaf.entity === this.entity && leaf.book === this.book, 'INT-ENTITY',
      `第 ${leaf.index} 条记录属于另一个主体或账套`,
      `leaf ${leaf.index} belongs to another entity or book`);
  }

  begin(leaf) {
    if (leaf.index === 0) {
      this.genesis = leaf.body;
      this.laws.require(leaf.body.text('chart_sha256') === this.chartSha256, 'INT-CHART',
        '科目表与创始记录不符', 'the chart of accounts is not the one of the genesis leaf');
    }
  }

  account(body) {
    const isRemoved = body.has('removed');
    check(!isRemoved || body.values.removed === true, 'an account is removed or is not');
    const account = accountOf(body, isRemoved ? ['removed'] : []);
    this.laws.change(account.code, isRemoved ? null : account);
    this.questions.chartIs(this.laws.chart);
  }

  entry(leaf) {
    const entry = {...parseEntry(leaf.body), covered: leaf.covered};
    this.laws.post(entry, leaf);
    this.questions.entry(entry);
  }

  document(leaf) {
    const {body} = leaf;
    const sha = body.text('sha256');
    this.documents.push({sha256: sha, covered: leaf.covered,
      name: typeof body.values.name === 'string' ? body.values.name : ''});
    this.hashes.add(sha);
  }

  /** So many leaves were known outside at that time (seconds), says somebody the reader knows. */
  anchored(size, seconds) {
    this.questions.anchored(size, seconds);
  }

  /** Whose book it is and which: entity, slash, book. */
  get owner() {
    return `${this.entity.toUpperCase()}/${this.book}`;
  }

  /** In the order of the log. */
  get entries() {
    return [...this.laws.entries.values()];
  }

  get chart() {
    return this.laws.chart;
  }
}
