// Populations of a book: invoices by what may be booked once, bank lines, returns, bank accounts.

function amountOf(body, key) {
  return body.money(key) || ZERO;
}

/** Invoices: those whose files came in, those the tax bureau lists. */
class Invoices {
  constructor() {
    this.byKey = new Map();
    this.byFile = new Map();
    this.all = [];
    this.listedMonths = new Set();
  }

  leaf(leaf) {
    const {body} = leaf;
    if (leaf.kind === 'doc' && body.has('invoice')) {
      this.file(leaf, body.text('sha256'), body.object('invoice'));
    } else if (leaf.kind === 'taxlist') {
      const [from, to] = [body.period('from'), body.period('to')];
      check(from <= to && partsOf(to).year - partsOf(from).year <= 10,
        `a list of invoices from ${periodText(from)} to ${periodText(to)}`);
      for (let month = from; month <= to; month = after(month)) {
        this.listedMonths.add(month);
      }
      body.objects('invoices').forEach(one => this.listed(one));
    }
  }

  row(key) {
    return having(this.byKey, key, () => {
      const row = {key, month: null, netAmount: ZERO, grossAmount: ZERO, fileGross: ZERO,
        seller: '', buyer: '', isSale: false, isFile: false, status: 'none', cited: [],
        used: ZERO, get net() {
          return this.status === 'void' ? ZERO : this.netAmount;
        }, get gross() {
          return this.status === 'void' ? ZERO : this.grossAmount;
        }, get party() {
          return this.isSale ? this.buyer : this.seller;
        }};
      this.all.push(row);
      return row;
    });
  }

  file(leaf, sha, invoice) {
    const row = this.row(invoice.text('key'));
    having(this.byFile, sha, () => row);
    if (!row.isFile) {
      row.isFile = true;
      row.fileGross = amountOf(invoice, 'gross');
    }
    const isNamed = ['date', 'seller_tax_id', 'buyer_tax_id'].every(key => invoice.has(key));
    if (isNamed && row.month === null) {
      const isSale = invoice.text('seller_tax_id') === leaf.entity;
      if (isSale || invoice.text('buyer_tax_id') === leaf.entity) {
        this.fill(row, invoice, isSale);
      }
    }
  }

  fill(row, invoice, isSale) {
    row.month = invoice.date('date').period;
    row.netAmount = amountOf(invoice, 'net');
    row.grossAmount = amountOf(invoice, 'gross');
    row.seller = invoice.textOrEmpty('seller_name');
    row.buyer = invoice.textOrEmpty('buyer_name');
    row.isSale = isSale;
  }

  /** A list is believed before a file. */
  listed(invoice) {
    const row = this.row(invoice.text('key'));
    const status = invoice.text('status');
    check(['normal', 'red', 'void'].includes(status), 'no status: ' + status);
    row.status = status;
    const direction = invoice.text('direction');
    check(['out', 'in'].includes(direction), 'no direction: ' + direction);
    this.fill(row, invoice, direction === 'out');
  }

  /** The invoices an entry names. */
  of(entry) {
    return [...new Set(documentsOf(entry).filter(document => document !== '')
      .map(document => this.byFile.get(document)).filter(row => row !== undefined))];
  }

  /** True where the bureau's list covers the month. */
  isListed(month) {
    return this.listedMonths.has(month);
  }

  get isAnyListed() {
    return this.listedMonths.size > 0;
  }

  /** In the population of its month: listed where there is a list, else known from its file. */
  counts(row) {
    return row.month !== null && (row.status !== 'none' || !this.isListed(row.month));
  }
}

/** How a bank line is named: its file and its row. */
function sourceOf(sha, path) {
  return sha + '#' + path;
}

/** Bank lines, each with the entries that name it; money in is positive. */
class BankLines {
  constructor(cited) {
    this.cited = cited;
    this.bySource = new Map();
    this.all = [];
    this.ids = new Map();
    this.twice = new Set();
  }

  leaf(leaf) {
    if (leaf.kind !== 'bank') {
      return;
    }
    const {body} = leaf;
    const account = accountCode(body.text('account'));
    const id = body.textOrEmpty('line_id');
    const known = having(this.ids, account, () => new Set());
    if (id !== '' && known.has(id)) {
      this.twice.add(account);
    }
    known.add(id);
    const row = {account, date: body.date('date'), amount: amountOf(body, 'amount'),
      balance: body.money('balance'), party: body.textOrEmpty('party'), flow: 'unbooked',
      cited: [], used: ZERO};
    row.day = dayNumber(row.date.period, row.date.day);
    check(Math.abs(row.day) <= MOST_INT, 'a day beyond the calendar');
    row.month = row.date.period;
    this.all.push(row);
    if (body.has('sha256') && body.has('row')) {
      having(this.bySource, sourceOf(body.text('sha256'), 'line:' + body.number('row')), () => row);
    }
  }

  /** The lines an entry names. */
  named(entry) {
    return entry.evidence.filter(one => one.path.startsWith('line:'))
      .map(one => this.bySource.get(sourceOf(one.document, one.path)))
      .filter(row => row !== undefined);
  }

  /** Requires an entry that takes none back. */
  entry(entry, flow) {
    this.named(entry).forEach(row => {
      this.cited.cite(row, entry.number);
      row.flow = flow;
    });
  }

  /** The number of the entry it is booked by, or null. */
  booked(row) {
    return this.cited.standing(row);
  }

  flow(row) {
    return this.booked(row) === null ? 'unbooked' : row.flow;
  }

  /** In order of their codes. */
  get accounts() {
    return [...this.ids.keys()].sort(byUnits);
  }
}

/** What was declared, the newest of a form and span; earlier ones are kept to be asked about. */
class Filings {
  constructor() {
    this.all = [];
    this.replaced = [];
  }

  leaf(leaf) {
    const {body} = leaf;
    if (leaf.kind !== 'filing' || !body.has('form')) {
      return;
    }
    const figures = body.object('figures');
    check(figures !== null, 'a filing without figures');
    const filing = {form: body.text('form'), from: body.period('from'), to: body.period('to'),
      figures: new Map(figures.keys().map(key => [key, figures.money(key)])),
      hasReceipt: body.has('receipt_sha256')};
    check(filing.from <= filing.to, 'a filing that ends before it begins');
    const old = this.all.find(one => one.form === filing.form && one.from === filing.from
      && one.to === filing.to);
    if (old !== undefined) {
      this.all = this.all.filter(one => one !== old);
      const isEqual = old.figures.size === filing.figures.size && [...old.figures].every(
        ([key, value]) => filing.figures.has(key) && filing.figures.get(key).isSame(value));
      if (!isEqual) {
        this.replaced.push(old);
      }
    }
    this.all.push(filing);
  }

  get vat() {
    return this.all.filter(isVat).sort((one, other) => one.from - other.from);
  }
}

function isVat(filing) {
  return filing.form.startsWith('vat-');
}

/** What a figure means ("sales", "payable"); null where none of its lines is there. */
function filedFigure(filing, meaning) {
  const row = tableRows('figures').find(one => one[0] === filing.form && one[1] === meaning);
  let sum = null;
  for (const line of row === undefined ? [] : row[2].split(' ')) {
    const isLess = line.startsWith('-');
    const value = filing.figures.get(isLess ? line.slice(1) : line);
    if (value !== undefined) {
      sum = isLess ? (sum || ZERO).minus(value) : (sum || ZERO).plus(value);
    }
  }
  return sum;
}

/** 已开立账户清单 and the private accounts an owner declared; the newest list of a kind counts. */
class OwnAccounts {
  constructor() {
    this.company = [];
    this.owners = new Set();
  }

  leaf(leaf) {
    if (leaf.kind !== 'accounts') {
      return;
    }
    const {body} = leaf;
    const isPrivate = body.textOrEmpty('kind') === 'private';
    const accounts = body.objects('accounts').map(one => ({code: one.textOrEmpty('account'),
      shown: (one.textOrEmpty('bank') + ' ' + one.textOrEmpty('number_end')).trim(),
      holder: one.textOrEmpty('holder'), isClosed: one.textOrEmpty('status') === 'closed'}));
    if (isPrivate) {
      accounts.filter(one => one.holder !== '').forEach(one => this.owners.add(one.holder));
    } else if (body.has('part') && body.number('part') > 1) {
      this.company.push(...accounts);
    } else {
      this.company = accounts;
    }
  }
}
