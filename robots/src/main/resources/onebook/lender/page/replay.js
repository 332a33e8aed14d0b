// The book as its leaves tell it, leaf by leaf. Kinds it does not know are counted and otherwise
// left alone; what breaks a law of the book is kept as a failure.

class Replay {
  constructor(chart, chartSha256) {
    this.laws = new BookLaws(chart);
    this.chartSha256 = chartSha256;
    this.counts = new Map();
    this.documents = [];
    this.bank = new Map();
    this.statements = [];
    this.hashes = new Set();
    this.seen = [];
    /** Files that show what is hidden, as far as leaves name them. */
    this.withheld = new Set();
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
      bank: leaf => this.line(leaf.body),
      bankstmt: leaf => this.statement(leaf.body),
    };
  }

  add(leaf) {
    this.frame(leaf);
    if (leaf.covered.has('names')) {
      tagsIn(leaf.body.values, this.hidden);
    }
    if (leaf.covered.size > 0 && leaf.body.has('sha256')) {
      this.withheld.add(leaf.body.text('sha256'));
    }
    if (Object.hasOwn(this.readers, leaf.kind)) {
      this.readers[leaf.kind](leaf);
    }
    this.counts.set(leaf.kind, (this.counts.get(leaf.kind) || 0) + 1);
  }

  /** So many leaves were known outside at that time, in seconds, says somebody the reader knows. */
  anchored(size, at) {
    this.seen.push({size, at});
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
  }

  entry(leaf) {
    const entry = {...parseEntry(leaf.body), covered: leaf.covered};
    this.laws.post(entry, leaf);
    if (leaf.covered.size > 0) {
      entry.evidence.forEach(one => this.withheld.add(one.document));
    }
  }

  document(leaf) {
    const {body} = leaf;
    const sha = body.text('sha256');
    this.documents.push({sha256: sha, invoice: body.object('invoice'),
      name: typeof body.values.name === 'string' ? body.values.name : '', covered: leaf.covered});
    this.hashes.add(sha);
  }

  line(body) {
    const source = body.has('sha256') && body.has('row')
      ? sourceOf(body.text('sha256'), 'line:' + body.number('row')) : '';
    const account = body.text('account');
    const line = {account, id: body.textOrEmpty('line_id'), date: body.date('date'),
      amount: body.money('amount') || ZERO, balance: body.money('balance'), source};
    if (!this.bank.has(account)) {
      this.bank.set(account, []);
    }
    this.bank.get(account).push(line);
  }

  statement(body) {
    this.statements.push({account: body.textOrEmpty('account'), sha256: body.text('sha256'),
      proof: body.textOrEmpty('proof')});
    this.hashes.add(body.text('sha256'));
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

/** How a bank line is named: its file and its row. */
function sourceOf(sha, path) {
  return sha + '#' + path;
}
