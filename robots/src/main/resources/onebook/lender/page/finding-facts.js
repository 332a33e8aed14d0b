// What several questions share of one book: populations, sums of months, what was taken back.

class Facts {
  constructor() {
    this.cited = new Cited();
    this.invoices = new Invoices();
    this.bank = new BankLines(this.cited);
    this.filings = new Filings();
    this.accounts = new OwnAccounts();
    this.months = new Months();
    this.receivables = new PartyMonths('1122', true);
    this.payables = new PartyMonths('2202', false);
    this.cash = new BankMonths();
    this.withEntries = new Set();
    this.closed = new Set();
    this.silent = new Set();
    this.redNet = new Map();
    this.unreadRevenue = [];
    this.company = '';
  }

  leaf(leaf) {
    [this.invoices, this.bank, this.filings, this.accounts].forEach(one => one.leaf(leaf));
    if (leaf.kind === 'close') {
      this.closed.add(leaf.body.period('period'));
    } else if (leaf.kind === 'genesis') {
      this.company = leaf.body.textOrEmpty('legal_name');
    }
  }

  entry(entry, reading) {
    this.withEntries.add(entry.number.period);
    [this.cash, this.receivables, this.payables].forEach(one => one.add(entry));
    if (entry.takesBack !== null) {
      this.cited.takeBack(entry.takesBack);
    } else {
      this.bank.entry(entry, reading.flow);
    }
    if (!this.isSilent(entry)) {
      this.revenue(entry, reading);
      this.customers(entry.number.period, reading);
      this.others(entry, reading);
    }
  }

  /** Balances brought forward and income carried to profit say nothing of a month's business. */
  isSilent(entry) {
    const isSilent = entry.kind === 'opening' || entry.rule === 'profit-transfer'
      || entry.takesBack !== null && this.silent.has(entry.takesBack);
    if (isSilent) {
      this.silent.add(entry.number.text);
    }
    return isSilent;
  }

  revenue(entry, reading) {
    const named = this.invoices.of(entry);
    if (!reading.has('revenue')) {
      if (entry.takesBack === null) {
        named.filter(row => !row.isSale).forEach(row => this.cited.cite(row, entry.number));
      }
      return;
    }
    const month = entry.number.period;
    const {net} = reading;
    this.months.add(month, 'net', net);
    this.months.add(month, 'vat', reading.vat);
    if (entry.date.day > daysOf(entry.date.period) - 3) {
      this.months.add(month, 'late', net);
    }
    if (entry.takesBack !== null) {
      this.months.add(month, 'red', net);
      this.redNet.set(entry.takesBack, net.negated());
      if (entry.date.day <= 10 && wrongMonth(entry) < month) {
        this.months.add(month, 'earlyRed', net);
      }
      return;
    }
    named.forEach(row => this.cited.cite(row, entry.number));
    if (named.length === 0) {
      this.months.add(month, 'uninvoiced', net);
    } else if (!named.some(row => row.isSale && row.month !== null)) {
      this.unreadRevenue.push({invoice: named[0], month, net});
    }
  }

  customers(month, reading) {
    if (!reading.isOfCustomers) {
      return;
    }
    const sum = use => reading.sum(use);
    const add = (name, amount) => this.months.add(month, name, amount);
    add('receivables', sum('receivable'));
    add('advances', sum('advance'));
    add('hand', sum('hand'));
    add('fees', sum('finance'));
    add('offset', sum('supplier'));
    add('owners', sum('owner').plus(sum('capital')));
    add('loans', sum('loan'));
    add('others', sumOf([reading.has('revenue') ? ZERO : sum('vat'), sum('tax'), sum('payroll'),
      sum('purchase'), sum('other')]));
  }

  others(entry, reading) {
    const month = entry.number.period;
    const add = (name, amount) => this.months.add(month, name, amount);
    if (entry.kind !== 'closing') {
      add('purchases', reading.sum('purchase'));
    }
    const isBank = reading.has('bank');
    if (isBank && reading.flow === 'tax') {
      add('vatPaid', reading.sum('vat'));
    }
    for (const line of entry.postings) {
      if (isBank && line.account === '2221.14') {
        add('incomeTaxPaid', signedOf(line));
      } else if (isWithin(line.account, '1221')) {
        add('ownerOwed', signedOf(line));
      }
    }
    if (isBank && reading.flow === 'owner' && !reading.has('capital')) {
      const moved = reading.sum('bank');
      add(moved.isPositive ? 'ownerIn' : 'ownerOut', moved.abs());
    }
  }

  /** Revenue whose invoice says no date or parties, and revenue whose invoice is no sale's. */
  unread(month, isKnown) {
    return sumOf(this.unreadRevenue.filter(one => one.month === month
      && (one.invoice.month !== null) === isKnown && !(isKnown && one.invoice.isSale))
      .map(one => one.net));
  }

  /** The revenue of an entry that was taken back later. */
  takenBack(number) {
    return this.redNet.get(number.text) || ZERO;
  }

  /** The first month with entries, or null. */
  get firstMonth() {
    return this.withEntries.size === 0 ? null
      : [...this.withEntries].reduce((first, one) => Math.min(first, one));
  }

  /** The part of a span of which anything is known, at most a hundred years. */
  near(scope) {
    const known = [...this.withEntries, ...this.bank.all.map(line => line.month),
      ...this.invoices.all.map(row => row.month).filter(month => month !== null),
      ...this.filings.all.map(filing => filing.to)].filter(month => scope.holds(month));
    if (known.length === 0) {
      return new Scope(scope.from, scope.from, scope.profile, scope.files);
    }
    const to = known.reduce((last, one) => Math.max(last, one));
    const {year: y, month: m} = partsOf(to);
    const oldest = periodOf(Math.max(0, y - 100), m);
    const first = known.reduce((earliest, one) => Math.min(earliest, one));
    return new Scope(Math.max(first, oldest), to, scope.profile, scope.files);
  }
}
